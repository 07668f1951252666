"""What statements of a claim may rest on beside what they name: where two origins may be one, the lower bound counts one."""

from collections.abc import Mapping, Sequence
from functools import cache

from dateline.data import lines
from dateline.moments import last_moment_of, moment_of
from dateline.origins.inheriting import cites
from dateline.origins.naming import name_forms
from dateline.types import Article, Claim, Origin, OriginKind, Sourcing, Statement

WORDS: tuple[OriginKind, ...] = ("official", "document")
# Outlets that state plainly what a person has said: above it, it is known to all. Of 1, 2 and no bound this one gives most right
# labels on the gold of claims without fewer on the sample coverage.
FEW_OUTLETS = 2


def rest_on_earlier_word(
    claims: Sequence[Claim],
    sourcings: Mapping[str, Sourcing],
    statements: Mapping[str, Statement],
    articles: Mapping[str, Article],
    origins: Mapping[str, Origin],
) -> dict[str, Sourcing]:
    """The sourcings where what an outlet states on nobody's word may rest on the word of a source that was out by then.

    An outlet that repeats what the police said on that day or before need not have found it out. It holds for one claim, not
    where the outlet has another figure or time, and for a person's word not where several outlets state it plainly.
    """
    shared = dict(sourcings)
    for claim in claims:
        told = [statements[identity] for identity in claim.statements]
        own = (one for one in told if sourcings[one.id].origins and not cites(sourcings[one.id]))
        plain = [one for one in own if not articles[one.article].credits]
        few = len({articles[one.article].outlet for one in plain}) <= FEW_OUTLETS
        kinds = (*WORDS, "person") if few else WORDS
        words = [one for one in told if cites(sourcings[one.id]) and _kinds(sourcings[one.id], origins) & set(kinds)]
        for one in plain:
            out = (word for word in words if was_out(articles[word.article], articles[one.article]) and _same_values(word, one))
            more = {origin for word in out for origin in sourcings[word.id].origins}
            if more:
                taken = tuple(sorted(more.union(sourcings[one.id].origins)))
                shared[one.id] = Sourcing(one.id, sourcings[one.id].chain, taken)
    return shared


def _kinds(sourcing: Sourcing, origins: Mapping[str, Origin]) -> set[OriginKind]:
    return {origins[identity].kind for identity in sourcing.origins}


def rest_on_named(
    claims: Sequence[Claim], sourcings: Mapping[str, Sourcing], origins: Mapping[str, Origin]
) -> dict[str, Sourcing]:
    """The sourcings where a source that is described and not named may be one that another statement of the claim names.

    "Officials" beside "the ministry", or "the opposition" beside "the Coast Party", need not be two.
    """
    shared = dict(sourcings)
    for claim in claims:
        told = [sourcings[identity] for identity in claim.statements if cites(sourcings[identity])]
        known = {origin for one in told for origin in one.origins}
        for one in told:
            more = {other for mine in one.origins for other in known if _may_be(origins[mine].name, origins[other].name)}
            if more:
                shared[one.statement] = Sourcing(one.statement, one.chain, tuple(sorted(more.union(one.origins))))
    return shared


def _may_be(described: str, named: str) -> bool:
    """Whether a description of a source fits a name, or a short name a longer one ("Ministry of Defence", of which country)."""
    if name_forms(described) < name_forms(named):
        return True
    words = described.split()
    called = _vague().get(words[-1].lower(), frozenset()) if words and words[-1].islower() else frozenset()
    return bool(called) and ("*" in called or not called.isdisjoint(named.lower().split())) and described != named


@cache
def _vague() -> dict[str, frozenset[str]]:
    """What a named source may be called, by the word that describes one."""
    rows = [line.partition(":") for line in lines("vague_sources.txt")]
    return {word: frozenset(called.split()) for describing, _, called in rows for word in describing.split()}


def was_out(word: Article, other: Article) -> bool:
    """Whether one of two articles may have been there before the other was written, by their moments, else by their days.

    A page that was changed may have been written as late as that; of a live blog it is open when an entry was.
    """
    first, last = moment_of(word), None if other.entries else last_moment_of(other)
    if first is not None and last is not None:
        return word.id != other.id and first <= last
    return word.id != other.id and (word.published.earliest or "") <= (other.published.earliest or "9999")


def _same_values(left: Statement, right: Statement) -> bool:
    """Whether two statements give a figure and a time alike, or not both give any."""
    values = [{(figure.low, figure.high) for figure in one.figures} for one in (left, right)]
    times = [(one.time.earliest, one.time.latest) for one in (left, right) if one.time is not None]
    same_time = len(times) < len(values) or times[0] == times[1]
    return same_time and (not all(values) or not values[0].isdisjoint(values[1]))
