"""Checks that every id in a record leads to something that is in it."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from dateline.views import document as told
from dateline.views.document import Record, RecordClaim
from dateline.views.found import FoundName

# Which fields hold ids, and of what. Origins of claims and judgements are checked with the rules that speak of them; what an
# event rests on need be of no claim (`claims/deeds.py`), and each report cites its own words.
LEADS: dict[type, dict[str, str]] = {
    FoundName: {"entity": "entity"},
    told.Actor: {"entity": "entity"},
    told.Cell: {"quote": "quote"},
    told.FirstReport: {"article": "article"},
    told.Moment: {"claim": "claim", "claims": "claim", "entities": "entity"},
    told.PositionChange: {"earlier": "quote", "later": "quote"},
    told.RecordCopy: {"articles": "article", "first": "article"},
    told.RecordCopyPair: {"a": "article", "b": "article", "first": "article"},
    told.RecordDifference: {"quote": "quote"},
    told.RecordEvent: {"origins": "origin"},
    told.RecordFigure: {"article": "article", "series": "series"},
    told.RecordMembership: {"article": "article", "nearest": "article"},
    told.RecordPlace: {"entity": "entity"},
    told.RecordPosition: {"entity": "entity", "claims": "claim"},
    told.RecordQuote: {"article": "article", "utterance": "utterance"},
    told.RecordReport: {"article": "article", "origins": "origin"},
    told.RecordStatement: {"article": "article"},
    told.RecordStory: {"articles": "article", "storyline": "storyline"},
    told.RecordStoryline: {"stories": "story"},
    told.RecordUtterance: {"quotes": "quote", "reference": "quote"},
    told.SidedStatement: {"id": "statement", "article": "article"},
    told.Speaker: {"entity": "entity"},
}


def dangling(record: Record) -> Iterator[str]:
    """The ids in a record that lead to nothing in it, with the path to each, and statements joined to none of their claim."""
    known = _known(record)
    for path, kind, one in _ids(record, ""):
        if one not in known[kind]:
            yield f"{path}: there is no {kind} {one}"
    for at, story in enumerate(record.stories):
        for i, claim in enumerate(story.claims):
            yield from (f"stories[{at}].claims[{i}]: {problem}" for problem in _joined_elsewhere(claim))


def _joined_elsewhere(claim: RecordClaim) -> Iterator[str]:
    members = {statement.id for statement in claim.statements}
    for one in claim.statements:
        if one.joined is not None and one.joined.to not in members - {one.id}:
            yield f"statement {one.id} was joined to {one.joined.to}, which is no other statement of this claim"


def _known(record: Record) -> dict[str, frozenset[str]]:
    stories = record.stories
    return {
        "article": frozenset(article.id for article in record.articles),
        "claim": frozenset(claim.id for story in stories for claim in story.claims),
        "entity": frozenset(entity.id for entity in record.entities),
        "origin": frozenset(origin.id for origin in record.origins),
        "quote": frozenset(quote.id for story in stories for quote in story.quotes),
        "series": frozenset(series.id for series in record.series),
        "statement": frozenset(statement.id for story in stories for claim in story.claims for statement in claim.statements),
        "story": frozenset(story.id for story in stories),
        "storyline": frozenset(storyline.id for storyline in record.storylines),
        "utterance": frozenset(utterance.id for story in stories for utterance in story.utterances),
    }


def _ids(value: Any, path: str) -> Iterator[tuple[str, str, str]]:
    """Every id in a value that leads elsewhere: the path to it, what it is of, and the id."""
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _ids(item, f"{path}[{index}]")
    elif is_dataclass(value):
        leads = LEADS.get(type(value), {})
        for name in (field.name for field in fields(value)):
            here, held = f"{path}.{name}" if path else name, getattr(value, name)
            if name in leads:
                yield from ((here, leads[name], one) for one in (held if isinstance(held, tuple) else (held,)) if one is not None)
            else:
                yield from _ids(held, here)
