"""Days of publication that other days on the page speak against."""

from hashlib import sha256

import pytest

from dateline.extract import extract
from dateline.settings import Settings
from dateline.types import Article, Page

from .conftest import noted
from .test_walls import BODY, TITLE, paragraphs

HEAD = "<meta property='article:published_time' content='{}'>"
UPDATED = "<meta property='article:modified_time' content='{}'>"


def read(head: str, above: str = "", *, url: str | None = None, fetched: str | None = None) -> Article:
    text = f"<html><head>{head}</head><body><main><h1>{TITLE}</h1>{above}{paragraphs(BODY)}</main></body></html>".encode()
    found = extract(Page("page.html", url, fetched, "text/html", sha256(text).hexdigest(), (), text), Settings())
    assert isinstance(found, Article)
    return found


ADDRESS = "https://coast.example/2025/11/03/ferry"
LATE = HEAD.format("2025-12-24T09:00:00Z")
STATED = "<p>3 November 2025</p>"


@pytest.mark.parametrize(
    ("head", "above", "told", "day", "doubts"),
    [
        (LATE, "", {"fetched": "2025-11-04T10:00:00Z"}, "2025-12-24", ["fetched 2025-11-04"]),
        ("", "<p>Updated 3 November 2025</p>", {}, "2025-11-03", ["revision 2025-11-03"]),
        ("", "<p>Updated 3 November 2025</p>", {"url": ADDRESS}, "2025-11-03", []),
        (HEAD.format("2025-11-03"), "<p>Updated 3 November 2025</p>", {}, "2025-11-03", []),
        (LATE, STATED, {"fetched": "2025-11-04T10:00:00Z"}, "2025-11-03", []),
        (LATE + UPDATED.format("2025-11-05"), "", {}, "2025-12-24", ["updated 2025-11-05"]),
        (LATE + UPDATED.format("2025-12-14"), "", {}, "2025-12-24", []),
        (LATE + UPDATED.format("2025-11-05"), STATED, {}, "2025-11-03", []),
        (LATE, "", {"url": ADDRESS}, "2025-12-24", ["address 2025-11-03"]),
        (LATE, STATED, {"url": ADDRESS}, "2025-11-03", []),
        (HEAD.format("2025-11-05"), "", {"url": ADDRESS, "fetched": "2025-11-04T23:00:00Z"}, "2025-11-05", []),
        (HEAD.format("2025-11-05") + UPDATED.format("2025-11-03"), "", {}, "2025-11-05", []),
    ],
)
def test_days_that_cannot_be(head: str, above: str, told: dict[str, str], day: str, doubts: list[str]) -> None:
    article = read(head, above, **told)
    assert article.published.earliest == day
    assert [f"{note.field} {note.value}" for note in article.notes if note.field.startswith("doubt")] == [
        f"doubt {doubt}" for doubt in doubts
    ]


@pytest.mark.parametrize(
    ("head", "told", "kind", "exact"),
    [
        (LATE, {"fetched": "2025-11-04T10:00:00Z"}, "fetched", "2025-12-24T09:00:00Z"),
        (LATE + UPDATED.format("2025-11-05"), {}, "updated", "2025-11-05"),
        (LATE, {"url": ADDRESS}, "address", "2025/11/03"),
    ],
)
def test_a_doubt_stands_where_the_other_day_does(head: str, told: dict[str, str], kind: str, exact: str) -> None:
    assert noted(read(head, **told), f"doubt {kind}") == [exact]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Nov. 3", "2025-11-03"),
        ("Nov. 3, 2024", "2024-11-03"),
        ("Dec 22", None),
        ("24 December", None),
        ("Jan. 1", "2026-01-01"),
        ("Feb. 30", None),
    ],
)
def test_the_day_of_the_dateline(words: str, day: str | None) -> None:
    article = read(LATE, f"<p>SKELBY, {words} (HPA) — The ferry Tarn Maiden ran aground off the harbour wall at night.</p>")
    assert [note.value for note in article.notes if note.field == "doubt dateline"] == ([day] if day else [])
    assert noted(article, "doubt dateline") == ([words] if day else [])
