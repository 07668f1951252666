"""The entries of a live blog in the texts of its article: their passages and days, and where their times are told."""

from collections.abc import Sequence

from dateline.extract.draft import Draft
from dateline.extract.moments import days_of
from dateline.types import Article, Entry, Span


def entries_of(draft: Draft, article: Article, paragraphs: Sequence[str]) -> tuple[Entry, ...]:
    """The entries of an article made of these paragraphs of the draft, in order of the text.

    The paragraphs are those of the draft in their order; some of the draft's may be left out.
    """
    passages = _passages(draft, article, paragraphs)
    lines: dict[str, int] = {}
    offset = 0
    for line in draft.lines:
        lines[line.text] = offset
        offset += len(line.text) + 1
    updated = max((value for value in draft.values("updated") if len(value) == len("2025-11-03")), default=None)
    days = days_of([entry.told for entry in draft.entries], article.published, updated)
    found = []
    for entry, day, passage in zip(draft.entries, days, passages, strict=True):
        told = " ".join(entry.told.line.split())
        if passage and (start := lines.get(told)) is not None:
            found.append(Entry(passage, day, entry.told.time, Span(article.id, start, start + len(told), "matter")))
    return tuple(found)


def _passages(draft: Draft, article: Article, paragraphs: Sequence[str]) -> list[Span | None]:
    """The passage of each entry; None where none of its paragraphs is left."""
    places: dict[int, tuple[int, int]] = {}
    at, offset = 0, len(article.title) + 2 if article.title else 0
    for index, paragraph in enumerate(draft.paragraphs):
        if at < len(paragraphs) and paragraphs[at] == paragraph:
            places[index] = (offset, offset + len(paragraph))
            at, offset = at + 1, offset + len(paragraph) + 2
    found: list[Span | None] = []
    for entry in draft.entries:
        own = [places[index] for index in range(entry.first, entry.end) if index in places]
        found.append(Span(article.id, own[0][0], own[-1][1]) if own else None)
    return found
