"""Places that act: capitals that stand for a government ("Seoul said"), and towns for their clubs."""

import re
from collections.abc import Iterator
from functools import cache

from dateline.data import table
from dateline.entities.countries import capitals, countries
from dateline.entities.names import key_words
from dateline.types import Analysis, Mention, Span

# What a government has to do with another: "ties with Beijing", "between Seoul and Tokyo".
FACING = re.compile(r"\b(?:with|between|against|towards?|by) (?:[A-Z]\w+ and )?$")
SENT = re.compile(r"\b([a-z]+) (?:to|on|for) $")
OWNED = re.compile(r"['’]s ((?:[a-z-]+ ?){1,3})")
TOWN = re.compile(r"\b(?:capital|city|town)(?: of)? ?,? $")  # "the capital, Lima"
LOCATED = re.compile(r"\b(?:in|near|outside|around|into|through|across|via|at|to|from) $", re.IGNORECASE)
BEHIND = re.compile(r"['’]s\b|[ -][A-Z\d]|,? [(—–-]")


def seats_in(analysis: Analysis, text: str) -> dict[Span, str]:
    """The mentions of capitals that stand for the government there, with the code of its country."""
    acting = acting_in(analysis, text)
    found = {}
    for at, mention in enumerate(analysis.mentions):
        iso = capitals().get(key_words(mention.name))
        beside = analysis.mentions[max(0, at - 1) : at + 2]
        if iso and TOWN.search(text[max(0, mention.span.start - 12) : mention.span.start]):
            continue
        if iso and (mention.span in acting or _faces(mention, text) or any(_paired(mention, other, text) for other in beside)):
            found[mention.span] = iso
    return found


def _paired(mention: Mention, other: Mention, text: str) -> bool:
    """Whether a capital stands in one breath with a state or its capital ("Japan and Seoul agreed"), not as a place."""
    first, second = sorted((mention.span, other.span))
    if text[first.end : second.start] != " and " or is_located(first, text) or BEHIND.match(text[second.end : second.end + 4]):
        return False
    words = key_words(other.name)
    return words in capitals() or words in countries()


def acting_in(analysis: Analysis, text: str) -> frozenset[Span]:
    """The mentions that do something: alone the source of what is said, or the subject or object of a verb of doing to others."""
    spans = {(mention.span.start, mention.span.end): mention.span for mention in analysis.mentions}
    return frozenset(spans[place] for start, end in _doing(analysis) if (place := _bare(text, start, end)) in spans)


def _doing(analysis: Analysis) -> Iterator[tuple[int, int]]:
    """Where those stand who speak, do something to others, or have it done to them."""
    for one in analysis.attributions:
        if one.source is not None:
            yield one.source.start, one.source.end
    for clause in analysis.clauses:
        if clause.subject is not None and not clause.passive and clause.predicate in doings():
            yield clause.subject.start, clause.subject.end
        if not clause.passive and clause.predicate in targets():
            yield from ((span.start, span.end) for span in clause.arguments)


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def _faces(mention: Mention, text: str) -> bool:
    """Whether a name stands where one government has to do with another, or beside what only governments send or have."""
    before, behind = text[max(0, mention.span.start - 40) : mention.span.start], text[mention.span.end : mention.span.end + 40]
    sent, owned = SENT.search(before), OWNED.match(behind)
    if owned is not None:
        return not _nouns("owned").isdisjoint(owned.group(1).split())
    return bool(FACING.search(before) or (sent and sent.group(1) in _nouns("sent"))) and not BEHIND.match(behind)


def is_located(mention: Span, text: str) -> bool:
    """Whether the word before a name says that it is where something is."""
    return bool(LOCATED.search(text[max(0, mention.start - 10) : mention.start]))


@cache
def doings() -> frozenset[str]:
    """Verbs of what one party says or does to others."""
    frames = table("reporting.toml")["frames"]
    told = {verb for frame in ("clause", "infinitive", "object") for verb in frames[frame].split()}
    coded = {verb for act in table("acts.toml").values() for verb in act.get("verbs", "").split()}
    return frozenset(told | coded | set(table("acting.toml")["doer"].split())) - set(frames["raising"].split())


@cache
def _nouns(row: str) -> frozenset[str]:
    return frozenset(table("acting.toml")[row].split())


@cache
def targets() -> frozenset[str]:
    """Verbs whose object is a party, not a place."""
    return frozenset(table("acting.toml")["target"].split())
