"""What persons decided of statements: which say the same, on whose word one rests, and what is no conflict.

A judgement names the passages that statements stand in (`passages.py`), because claims and their ids change with every page.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, get_args

from dateline.judgements import ANOTHER_STORY, SAME_STORY, tie
from dateline.passages import find_stated, stated_at
from dateline.types import Judgement, OriginKind, Span, Statement

SAME_CLAIM = "same claim"
ANOTHER_CLAIM = "another claim"
NO_CONFLICT = "no conflict"
ORIGIN = re.compile(rf"origin(?: \(({'|'.join(get_args(OriginKind))})\))?: (.+)", re.DOTALL)

Matter = Literal["stories", "claims", "conflict", "origin"]
MATTERS: Mapping[str, Matter] = {
    SAME_STORY: "stories",
    ANOTHER_STORY: "stories",
    SAME_CLAIM: "claims",
    ANOTHER_CLAIM: "claims",
    NO_CONFLICT: "conflict",
}


def matter_of(verdict: str) -> Matter | None:
    """What a verdict is about; None for one that this version does not know."""
    return "origin" if ORIGIN.fullmatch(verdict) else MATTERS.get(verdict)


def origin_verdict(name: str, kind: OriginKind | None) -> str:
    """The verdict that a statement rests on the source of that name."""
    return f"origin: {name}" if kind is None else f"origin ({kind}): {name}"


def decided_origin(one: Judgement) -> tuple[str, OriginKind | None] | None:
    """The name of the source that a judgement says a statement rests on, and its kind where that is told."""
    found = ORIGIN.fullmatch(one.verdict)
    if found is None:
        return None
    return found[2], next((kind for kind in get_args(OriginKind) if kind == found[1]), None)


def on_statements(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements on statements that are not withdrawn, in order of id."""
    kept = (one for one in judgements if not one.withdrawn and matter_of(one.verdict) not in (None, "stories"))
    return tuple(sorted(kept, key=lambda one: one.id))


def settle(judgements: Sequence[Judgement], statements: Sequence[Statement]) -> tuple[Judgement, ...]:
    """The judgements that stand, on the ids of the statements that they name; what is not here keeps its name."""
    return settle_at(judgements, {one.id: stated_at(one) for one in statements})


def settle_at(judgements: Iterable[Judgement], places: Mapping[str, Span]) -> tuple[Judgement, ...]:
    """The same for statements that stand in these `places`, given by id."""
    named = on_statements(judgements)
    found = find_stated((name for one in named for name in (one.left, one.right) if name is not None), places)
    on_ids = [_on(one, found) for one in named]
    stands = {one.id for one in tie(on_ids, same=SAME_CLAIM, another=ANOTHER_CLAIM).stands}
    stands |= {one.id for one in on_ids if one.verdict == NO_CONFLICT} | set(_last_origins(on_ids).values())
    return tuple(one for one in on_ids if one.id in stands)


def _on(one: Judgement, found: Mapping[str, str]) -> Judgement:
    left, right = found.get(one.left, one.left), None if one.right is None else found.get(one.right, one.right)
    return Judgement(one.id, left, right, one.verdict, one.by, one.when, one.withdrawn)


def _last_origins(judgements: Iterable[Judgement]) -> dict[str, str]:
    """For each statement the judgement on its origin that was made last."""
    ordered = sorted(judgements, key=lambda one: (one.when, one.id))
    return {one.left: one.id for one in ordered if decided_origin(one) is not None}
