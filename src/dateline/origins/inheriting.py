"""What a text that derives from another leaves out: the source that the other one names for the same sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.origins.sourcing import Descent
from dateline.types import Sourcing, Span, Statement

INNER = ("source", "cited outlet")


def inherit_sources(
    statements: Sequence[Statement], sourcings: Mapping[str, Sourcing], descents: Mapping[str, tuple[Descent, ...]]
) -> dict[str, Sourcing]:
    """The sourcings where a statement without a source has that of the passage it was made from, where that names one alone."""
    told: dict[str, list[Statement]] = {}
    for one in statements:
        told.setdefault(one.article, []).append(one)
    taken = dict(sourcings)
    for one in statements:
        descent = next((descent for descent in descents.get(one.article, ()) if descent.covers(one.span)), None)
        if descent is None or cites(sourcings[one.id]):
            continue
        given = [
            sourcings[other.id]
            for passage in _made_from(one, descent)
            for other in told.get(passage.article, ())
            if _in(other.span, passage)
        ]
        named = {given_one.origins: given_one for given_one in given if cites(given_one)}
        if len(named) == 1 and all(cites(one) for one in given):
            taken[one.id] = with_source(sourcings[one.id], next(iter(named.values())))
    return taken


def cites(sourcing: Sourcing) -> bool:
    """Whether a source is named for a statement."""
    return any(link.kind == "source" for link in sourcing.chain)


def with_source(sourcing: Sourcing, given: Sourcing) -> Sourcing:
    """A sourcing with the source of another one, as carried over from there."""
    links = tuple(replace(link, carried=True) for link in given.chain if link.kind in INNER)
    return Sourcing(sourcing.statement, (*sourcing.chain, *links), given.origins)


def _made_from(statement: Statement, descent: Descent) -> list[Span]:
    """The passages of other articles that the one a statement stands in was made from."""
    pairs = [pair for match in descent.copy.matches for pair in (match, match[::-1])]
    return [theirs for ours, theirs in pairs if ours.article == statement.article != theirs.article and _in(statement.span, ours)]


def _in(inner: Span, outer: Span) -> bool:
    """Whether at least half of a span lies in another."""
    shared = min(inner.end, outer.end) - max(inner.start, outer.start)
    return 2 * shared >= inner.end - inner.start
