"""PDF files: paragraphs, columns, heads, broken words, properties, and what cannot be read."""

import pytest

from dateline.extract import extract, extract_pages
from dateline.settings import Settings
from dateline.types import Article, Rejected

from .conftest import noted, page_of, result_of
from .papers import Put, pdf

KIND = "application/pdf"


def column(x: float, y: float, text: str, *, leading: float = 13, size: float = 11) -> list[Put]:
    return [(x, y - leading * at, size, line) for at, line in enumerate(text.split("\n"))]


def article(pages: list[list[Put]], **told: str) -> Article:
    found = result_of(pdf(pages, **told), kind=KIND)
    assert isinstance(found, Article), found
    return found


HEAD = [(60.0, 760.0, 22.0, "Harbour strike in"), (60.0, 734.0, 22.0, "Osseldam ends")]
BYLINE = [(60.0, 710.0, 11.0, "By Mara Venn"), (60.0, 690.0, 11.0, "3 March 2025")]
LEFT = column(
    60,
    660,
    "Dockworkers in the harbour of Osseldam\nvoted on Sunday to return to their respon-\nsibilities after nine days, "
    "the union said.\nIts twenty-five thousand members had twenty-\nfive days of talks behind them.",
) + column(60, 575, "The union chairwoman, Ilse Korran, said\nthe agreement was a beginning. She added")
RIGHT = column(320, 660, "that it would take months to put into\npractice, and that nobody had won.") + column(
    320, 615, "The port will open again on Tuesday, the\nharbour master told the Herald."
)


def test_columns_become_paragraphs_and_broken_words_are_whole() -> None:
    found = article([HEAD + BYLINE + LEFT + RIGHT])
    assert found.text.split("\n\n") == [
        "Harbour strike in Osseldam ends",
        "Dockworkers in the harbour of Osseldam voted on Sunday to return to their responsibilities after nine days, the union "
        "said. Its twenty-five thousand members had twenty-five days of talks behind them.",
        "The union chairwoman, Ilse Korran, said the agreement was a beginning. She added that it would take months to put "
        "into practice, and that nobody had won.",
        "The port will open again on Tuesday, the harbour master told the Herald.",
    ]
    assert (found.title, found.byline, found.published.earliest) == (found.text.split("\n\n")[0], ("Mara Venn",), "2025-03-03")


def test_paragraphs_without_a_gap_are_told_by_their_last_lines() -> None:
    text = (
        "The harbour of Osseldam will stay shut until Tuesday, the harbour master\nsaid on Sunday evening.\n"
        "Dockworkers voted for nine more days on strike, the union said, and the\nferries go from Tarn Point until then.\n"
        "Advertisement\n"
        "Nobody was at the gates, and the lights were out in the offices of the\nHarbour Board, which did not answer calls."
    )
    paragraphs = article([column(60, 700, text)]).text.split("\n\n")
    assert [one.split(" ")[0] for one in paragraphs if one != "Advertisement"] == ["The", "Dockworkers", "Nobody"]
    assert paragraphs[-1].endswith("the Harbour Board, which did not answer calls.")


def test_running_heads_feet_and_page_numbers_are_dropped_and_a_paragraph_goes_on() -> None:
    def page(number: int, text: str) -> list[Put]:
        head = [(60.0, 800.0, 9.0, f"Osseldam Herald, issue {number}"), (300.0, 60.0, 9.0, f"- {number} -")]
        return head + column(60, 700, text)

    found = article(
        [
            page(
                1,
                "The harbour of Osseldam will stay shut until Tuesday, the\nmaster said, because the dockworkers voted for",
            ),
            page(2, "nine more days on strike. The ferries go from Tarn Point\nuntil then, the company told the Herald."),
            page(3, "Nobody was at the gates on Sunday evening, and the lights\nwere out in the offices of the harbour master."),
        ]
    )
    assert "issue" not in found.text
    assert "- 2 -" not in found.text
    assert "voted for nine more days on strike." in found.text
    assert len(found.text.split("\n\n")) == 2


def test_the_browsers_foot_gives_the_address_and_its_margins_nothing_else() -> None:
    edge: list[Put] = [
        (25.0, 822.0, 8.0, "11/22/26, 11:04 AM"),
        (25.0, 15.0, 8.0, "https://herald.example/2025/03/03/strike 1/1"),
    ]
    found = article([edge + HEAD + LEFT + RIGHT])
    assert found.url == "https://herald.example/2025/03/03/strike"
    assert noted(found, "url") == [found.url]
    assert (found.published.earliest, found.published.basis) == ("2025-03-03", "url")
    assert "11:04" not in found.text + found.matter


def test_properties_count_only_where_the_page_says_nothing() -> None:
    told = {"Title": "A working title", "Author": "Ilse Korran", "CreationDate": "D:20240101120000Z"}
    found = article([HEAD + BYLINE + LEFT + RIGHT], **told)
    assert (found.title, found.byline, found.published.earliest) == (
        "Harbour strike in Osseldam ends",
        ("Mara Venn",),
        "2025-03-03",
    )
    found = article([LEFT + RIGHT], **told)
    assert (found.title, found.byline) == ("A working title", ("Ilse Korran",))
    assert (found.published.earliest, found.published.basis) == ("2024-01-01", "metadata")
    assert [noted(found, name) for name in ("title", "byline", "published")] == [
        ["A working title"],
        ["Ilse Korran"],
        ["2024-01-01"],
    ]
    assert article([LEFT + RIGHT], Producer="Skia/PDF m120", **told).published.earliest is None


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"%PDF-1.7 and no more", "damaged"),
        (pdf([HEAD + LEFT])[:300], "damaged"),
        (pdf([[]]), "no text in it"),
        (pdf([HEAD + LEFT]).replace(b"/Info", b"/Encrypt << /Filter /Standard /V 9 /R 9 >> /Info"), "encrypted"),
        (pdf([HEAD + LEFT]).replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]"), "damaged"),
    ],
    ids=["head", "half", "images", "encrypted", "ring"],
)
def test_what_cannot_be_read_is_rejected_with_a_reason(body: bytes, reason: str) -> None:
    found = result_of(body, kind=KIND)
    assert isinstance(found, Rejected)
    assert reason in found.reason


def test_a_pdf_is_read_in_the_worker_and_one_too_slow_is_rejected() -> None:
    page = page_of(pdf([HEAD + BYLINE + LEFT + RIGHT]), kind=KIND, name="strike.pdf")
    assert list(extract_pages([page], Settings())) == [extract(page, Settings())]
    (found,) = extract_pages([page], Settings(page_seconds=0.0001))
    assert isinstance(found, Rejected)
    assert "more than" in found.reason
