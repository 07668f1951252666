"""The judgements of a record, on the articles and statements that it has in the place of those they name."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dateline.decisions import ANOTHER_CLAIM, NO_CONFLICT, SAME_CLAIM, decided_origin, settle_at
from dateline.passages import follow_passages
from dateline.types import Judgement, Span
from dateline.views.document import Record, RecordStatement


def followed(record: Record, further: Iterable[Judgement] = ()) -> tuple[Judgement, ...]:
    """The judgements of a record, and further ones, on the newest versions of what they name; each keeps its id."""
    newer = {one.article.id: one.by for one in record.superseded}
    texts = {article.id: article.text for article in (*record.articles, *(one.article for one in record.superseded))}
    return follow_passages([*record.judgements, *further], texts, newer)


def settled(record: Record, further: Iterable[Judgement] = ()) -> tuple[Judgement, ...]:
    """The judgements on statements that stand, of a record and further ones, on the ids of those statements that are here."""
    return settle_at(followed(record, further), stated_in(record))


def stated_in(record: Record) -> dict[str, Span]:
    """The passage that each statement of a record stands in, by id."""
    return {one.id: stated_at(one) for story in record.stories for claim in story.claims for one in claim.statements}


def stated_at(statement: RecordStatement) -> Span:
    """The passage that tells a statement from all others: its clause, or the figure it is about."""
    told = statement.figure or statement.evidence
    return Span(told.article, told.start, told.end)


@dataclass(frozen=True, slots=True)
class _Whole:
    """Of each statement the claim it is in, the names it rests on and the disagreements it is in, each with its side."""

    claims: Mapping[str, str]
    sources: Mapping[str, frozenset[str]]
    sides: Mapping[str, Mapping[str, int]]


def unfollowed(record: Record) -> Iterator[str]:
    """Statements that follow judgements which are not there or do not stand, and those that are not as was decided."""
    stands = settled(record)
    named = {one.id: (one.left, one.right) for one in stands}
    corrected = {one.id: one.corrected for story in record.stories for claim in story.claims for one in claim.statements}
    for statement, judgements in sorted(corrected.items()):
        for judgement in judgements:
            if statement not in named.get(judgement, ()):
                yield f"statement {statement}: it follows judgement {judgement}, which is not there, not on it or does not stand"
    for line in sorted({story.storyline for story in record.stories}):
        whole = _whole(record, line)
        for one in stands:
            if _is_otherwise(one, whole):
                yield f"statement {one.left}: it is not as was decided by judgement {one.id}"


def _whole(record: Record, storyline: str) -> _Whole:
    stories = [story for story in record.stories if story.storyline == storyline]
    told = [(claim.id, one) for story in stories for claim in story.claims for one in claim.statements]
    sides: dict[str, dict[str, int]] = {}
    for dispute in (one for story in stories for one in story.disagreements):
        for at, side in enumerate(dispute.values):
            for statement in side.statements:
                sides.setdefault(statement.id, {})[dispute.id] = at
    sources = {one.id: frozenset(link.name for link in one.sourcing if link.kind == "correction") for _, one in told}
    return _Whole({one.id: claim for claim, one in told}, sources, sides)


def _is_otherwise(one: Judgement, whole: _Whole) -> bool:
    """Whether the statements that a judgement names are in one storyline and not as it says."""
    if decided_origin(one) is not None:
        return one.left in whole.sources and one.by not in whole.sources[one.left]
    if one.right is None or not {one.left, one.right} <= whole.claims.keys():
        return False
    if one.verdict == NO_CONFLICT:
        left, right = whole.sides.get(one.left, {}), whole.sides.get(one.right, {})
        return any(at != right[dispute] for dispute, at in left.items() if dispute in right)
    together = whole.claims[one.left] == whole.claims[one.right]
    return (one.verdict == SAME_CLAIM and not together) or (one.verdict == ANOTHER_CLAIM and together)
