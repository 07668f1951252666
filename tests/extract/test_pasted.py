"""Pasted text: the article between the furniture."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.types import Article, Rejected

from .conftest import Make, noted, result_of

FIRST = "A ferry with 61 people on board ran aground off Tarn Point on Sunday, the coast guard said in a statement."
SECOND = "All passengers were brought ashore by fishing boats within three hours, said Ola Brandt, the harbour master."
THIRD = '"Nobody panicked," she said.'

PAGE = f"""1. Skip to content
2. Skip to main menu
SocietyNorth Coast

Ferry runs aground off Tarn Point

Mara Lindqvist with AFP, Reuters
November 9, 2025

Passengers waiting on the deck
The crew handed out blanketsImage: Jon Aker/REUTERS

{FIRST}

Fog returns to the coast

02:41

This browser does not support the video element.

{SECOND}

What happens next?

{THIRD}

Edited by: Tove Hall

Mara Lindqvist Mara covers shipping for The Coast Paper and is based in Skelby, where she has worked since the spring.
Skip next section Coast Paper's Top Story

Coast Paper's Top Story

Skip next section More stories from Coast Paper"""


def test_furniture_goes_and_what_it_says_is_kept_apart(pasted: Make) -> None:
    article = pasted(PAGE)
    assert article.title == "Ferry runs aground off Tarn Point"
    assert article.text.split("\n\n") == [article.title, FIRST, SECOND, "What happens next?", THIRD]
    assert article.byline == ("Mara Lindqvist",)
    assert article.credits == ("AFP", "Reuters")
    assert article.outlet == "Coast Paper"
    assert (article.published.earliest, article.published.basis) == ("2025-11-09", "stated")
    assert noted(article, "image credit") == ["Jon Aker/REUTERS"]
    assert noted(article, "caption")[0] == "Passengers waiting on the deck"
    assert noted(article, "video") == ["Fog returns to the coast", "02:41"]
    assert noted(article, "editor") == ["Tove Hall"]
    assert len(noted(article, "author note")) == 1


def test_a_menu_on_one_line_is_no_title(pasted: Make) -> None:
    article = pasted(f"Home News Sport Opinion\nFerry runs aground off Tarn Point\nBy Mara Lindqvist\n\n{FIRST}\n\n{SECOND}")
    assert article.title == "Ferry runs aground off Tarn Point"
    assert pasted(f"Europe Travel News Today\n\n{FIRST}\n\n{SECOND}").text.endswith(f"{FIRST}\n\n{SECOND}")


def test_a_byline_beside_the_day_is_read(pasted: Make) -> None:
    article = pasted(f"Ferry runs aground off Tarn Point\n\nBy Mara Lindqvist | 9 November 2025\n\n{FIRST}\n\n{SECOND}")
    assert (article.byline, article.published.earliest) == (("Mara Lindqvist",), "2025-11-09")


def test_paragraphs_alone_have_no_title_outlet_or_date(pasted: Make) -> None:
    article = pasted(f"{FIRST}\n{SECOND}")
    assert (article.title, article.outlet, article.byline, article.credits) == (None, None, (), ())
    assert (article.published.earliest, article.published.basis) == (None, "unknown")
    assert article.text == f"{FIRST}\n\n{SECOND}"


def test_the_day_it_was_viewed_does_not_date_the_article(pasted: Make) -> None:
    head = "Today : Nov 30, 2025\nWorld News\n9 November 2025\n\nFerry runs aground off Tarn Point"
    article = pasted(f"{head}\n\n{FIRST}\n\n{SECOND}")
    assert article.published.earliest == "2025-11-09"
    assert noted(article, "viewed") == ["Nov 30, 2025"]
    assert noted(article, "section") == ["World News"]
    assert article.outlet is None


def test_a_masthead_names_the_outlet(pasted: Make) -> None:
    head = "SKELBY LANTERN - the paper of the coast\nHome / News / Sport\n\nFerry runs aground"
    article = pasted(f"{head}\n\n{FIRST}\n\n{SECOND} (Skelby Lantern)")
    assert article.outlet == "Skelby Lantern"
    assert article.title == "Ferry runs aground"


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("Source: Yonhap", ("Yonhap",)),
        ("(With inputs from PTI)", ("PTI",)),
        ("kb/wd (AFP, dpa)", ("AFP", "dpa")),
        ("Additional reporting by Ana Ruiz and the Associated Press", ("AP",)),
        ("The Meridian Wire contributed to this report.", ("Meridian Wire",)),
        ("Source: SNB", ("SNB",)),
        ("— AP", ("AP",)),
    ],
)
def test_credit_lines(pasted: Make, line: str, credits: tuple[str, ...]) -> None:
    article = pasted(f"Ferry runs aground off Tarn Point\n\n{FIRST}\n\n{SECOND}\n\n{line}")
    assert article.credits == credits
    assert line not in article.text


def test_the_dateline_gives_place_and_agency_and_stays_in_the_text(pasted: Make) -> None:
    last = "The Harbour Press Agency (HPA) was first to report it."
    article = pasted(f"Ferry runs aground off Tarn Point\n\nSKELBY, Nov 9 (HPA) — {FIRST}\n\n{last}")
    assert article.place == "Skelby"
    assert article.credits == ("HPA",)
    assert noted(article, "place") == ["SKELBY"]
    assert "SKELBY, Nov 9 (HPA) — A ferry" in article.text


def test_wrapped_lines_are_one_paragraph(pasted: Make) -> None:
    wrapped = (
        "A ferry with 61 people on board ran aground off Tarn\nPoint on Sunday evening, the coast guard said, and it\n"
        "stayed there until the tide came in at midnight again."
    )
    article = pasted(f"Ferry runs aground off Tarn Point\n\n{wrapped}")
    assert article.text.split("\n\n")[1] == wrapped.replace("\n", " ")


def test_markdown_marks_are_taken_off(pasted: Make) -> None:
    head = "# Ferry runs *aground*\n\n**By Mara Lindqvist**"
    article = pasted(f"{head}\n\n{FIRST} [Read it](https://x.example/a).\n\n- {SECOND}", "text/markdown")
    assert article.title == "Ferry runs aground"
    assert article.byline == ("Mara Lindqvist",)
    assert "](" not in article.text
    assert article.text.endswith(SECOND)


def test_no_break_spaces_become_spaces(pasted: Make) -> None:
    spaced = FIRST.replace("61 people", "61\u00a0people")
    assert "61 people" in pasted(f"{spaced}\n\n{SECOND}").text


@given(st.text(max_size=400))
def test_any_text_gives_an_article_whose_notes_cite_it_or_a_reason(text: str) -> None:
    result = result_of(text.encode("utf-8", "surrogatepass"), kind="text/plain")
    if isinstance(result, Rejected):
        assert result.reason
        return
    assert result.title is None or result.text.startswith(result.title)
    for note in result.notes:
        part = result.text if note.part == "text" else result.matter
        assert 0 <= note.start < note.end <= len(part)


ROWS = [*PAGE.split("\n"), "Source: SNB", "By Bo Li", "12 March 2024", "Comments (2)", "| a | b |"]


@given(st.lists(st.sampled_from(ROWS), max_size=25))
def test_rows_in_any_order_are_taken_apart_the_same_way_twice(rows: list[str]) -> None:
    text = "\n".join(rows)
    assert result_of(text, kind="text/plain") == result_of(text, kind="text/plain")


def test_nothing_to_read_is_rejected() -> None:
    for text in ("12:45", "Share | Print | Save", "\ufffd" * 200):
        assert isinstance(result_of(text, kind="text/plain"), Rejected)


def test_the_same_text_under_two_names_is_two_articles(pasted: Make) -> None:
    one = pasted(PAGE)
    assert isinstance(one, Article)
    assert one.revision == pasted(PAGE).revision
    assert one.id == pasted(PAGE).id


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("PORT ELLERY, 10 June 2026 - ", "2026-06-10"),
        ("Port Ellery, June 11, 2026 (Reuters) - ", "2026-06-11"),
        ("PORT ELLERY, 10 June - ", None),
        ("PORT ELLERY, 31 June 2026 - ", None),
    ],
)
def test_the_day_of_a_dateline_is_that_of_a_text_without_another(pasted: Make, head: str, day: str | None) -> None:
    text = f"Bus strike enters third day\n\n{head}Bus drivers walked out for the third day on Wednesday, leaving many stranded."
    article = pasted(text)
    assert (article.published.earliest, article.published.latest) == (day, day)
    assert [note.value for note in article.notes if note.field == "published"] == ([day] if day else [])
