"""What speaks against the days of publication. All texts are invented."""

from dataclasses import replace

import pytest
from spacy.language import Language

from dateline.analyze.articles import analyze_doc
from dateline.stories import find_doubts
from dateline.types import Article, Note, Published


def article(text: str, day: str | None = "2025-11-03", *, notes: tuple[Note, ...] = ()) -> Article:
    published = Published(day, day, "metadata" if day else "unknown")
    return Article("a", "a", None, "a", None, None, (), published, None, (), "en", text, "2025-11-03", notes)


def doubts(nlp: Language, page: Article) -> list[tuple[str, str, str]]:
    """The kind and the day of each doubt, and the words it rests on."""
    found = find_doubts([page], [analyze_doc(nlp(page.text), page)])
    texts = {"text": page.text, "matter": page.matter}
    return [(one.kind, one.day, texts[one.span.part][one.span.start : one.span.end]) for one in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two men were killed on 14 November 2025.", [("told", "2025-11-14", "14 November 2025")]),
        ("The mill was sold in March 2026. It shut in May 2026.", [("told", "2026-03-01", "March 2026")]),
        ("Two men were killed on 4 November 2025.", []),  # the outlet's day may be the next one already
        ("The vote will be held on 14 November 2025.", []),
        ("This article was corrected on 14 November 2025. It had the name wrong.", []),
        ("A shorter version appeared on page 9 on 14 November 2025.", []),
        ("At 10:46 on 14 November 2025, tarnfan wrote: good riddance.", []),
        ("The year 2026 was in every speech.", []),
    ],
)
def test_a_later_day_told_as_past(nlp: Language, text: str, found: list[tuple[str, str, str]]) -> None:
    assert doubts(nlp, article(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Residents of Tarn met on Monday, March 31, to hear of it.", [("weekday", "2025-03-31", "Monday, March 31")]),
        ("Residents of Tarn met on Sunday, March 29, to hear of it.", []),
        ("Residents will meet on Monday, July 6, to hear of it.", []),
        ("Residents met on Monday, March 31, and again on Wednesday, April 1.", []),
        ("Residents of Tarn met on Monday, March 31, 2025, to hear of it.", []),
        ("Residents met on Monday, March 31, in the flood year. It began on 1 March 2025.", []),
    ],
)
def test_weekdays_of_another_year(nlp: Language, text: str, found: list[tuple[str, str, str]]) -> None:
    assert doubts(nlp, article(text, "2026-04-01")) == found


def test_what_extraction_noted_is_told_where_it_stands(nlp: Language) -> None:
    note = Note("doubt updated", "2025-09-01", 0, 10)
    page = article("The ferry ran aground.", notes=(note, replace(note, field="updated")))
    assert doubts(nlp, page) == [("updated", "2025-09-01", "2025-11-03")]


def test_an_undated_article_has_none(nlp: Language) -> None:
    assert doubts(nlp, article("Two men were killed on 14 November 2025.", None)) == []
