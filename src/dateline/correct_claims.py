"""Corrections of claims, origins and disagreements: what a person decides of statements, by the passages that they stand in.

Two claims are made one by tying all their statements together. To take statements out of a claim is to tie them, and the rest,
each in itself, and to keep both apart.
"""

from collections.abc import Iterable, Sequence

from dateline.correct import decide
from dateline.decisions import ANOTHER_CLAIM, NO_CONFLICT, SAME_CLAIM, origin_verdict
from dateline.errors import BadInput, NotFound
from dateline.passages import passage_name, passage_named
from dateline.record import claims, pick
from dateline.stores import Store
from dateline.types import Judgement, OriginKind
from dateline.views.corrections import stated_at
from dateline.views.document import Record, RecordClaim, RecordDisagreement, RecordStatement

LONGEST_SOURCE = 200
LISTED = "'dateline claims' lists them."


def same_claim(store: Store, record: Record, named: Sequence[str], *, by: str, when: str) -> tuple[Judgement, ...]:
    """The judgements, now kept, that these claims of the record are one; `BadInput` for fewer than two or on two matters."""
    chosen = list({claim.id: claim for claim in (_claim(record, one) for one in named)}.values())
    if len(chosen) < 2:
        raise BadInput(f"Name at least two claims. {LISTED}")
    if not set.intersection(*(_storylines(record, claim) for claim in chosen)):
        raise BadInput(
            "These claims are told of different matters: first put their stories together with 'dateline correct merge'."
        )
    return decide(store, record, _tied([one for claim in chosen for one in claim.statements]), by=by, when=when)


def not_same(store: Store, record: Record, claim: str, statements: Sequence[str], *, by: str, when: str) -> tuple[Judgement, ...]:
    """The judgements, now kept, that these statements of a claim do not say what the rest of it says."""
    whole = _claim(record, claim)
    off = {one.id: one for name in statements for one in _statements(whole.statements, name, f"in claim {whole.id}")}
    rest = [one for one in whole.statements if one.id not in off]
    if not off or not rest:
        raise BadInput(f"Name some of the statements of claim {whole.id}, and leave at least one. {LISTED}")
    first = next(iter(off.values()))
    return decide(
        store, record, [*_tied(list(off.values())), *_tied(rest), _pair(ANOTHER_CLAIM, first, rest[0])], by=by, when=when
    )


def rests_on(
    store: Store, record: Record, named: str, source: str, *, kind: OriginKind | None = None, by: str, when: str
) -> tuple[Judgement, ...]:
    """The judgements, now kept, that a statement, or each statement of a claim, rests on the source of that name."""
    name = " ".join(source.split())
    if not name or len(name) > LONGEST_SOURCE or not name.isprintable():
        raise BadInput(f"Name the source, in at most {LONGEST_SOURCE} printable characters.")
    whole = pick(claims(record), named)
    told = [one for claim in claims(record) for one in claim.statements]
    statements = whole.statements if whole is not None else _statements(told, named, "or claim in the store")
    verdict = origin_verdict(name, kind)
    return decide(store, record, [(verdict, passage_name(stated_at(one)), None) for one in statements], by=by, when=when)


def no_conflict(store: Store, record: Record, named: str, *, by: str, when: str) -> tuple[Judgement, ...]:
    """The judgements, now kept, that the statements on the sides of a disagreement do not conflict."""
    found = pick(list({one.id: one for story in record.stories for one in story.disagreements}.values()), named)
    if found is None:
        raise NotFound(f"There is no disagreement {named}. 'dateline show STORY' lists those of a story.")
    return decide(store, record, _across(found, record), by=by, when=when)


def _across(one: RecordDisagreement, record: Record) -> Iterable[tuple[str, str, str]]:
    """Pairs of statements over the sides: each with the first of every other side, so that no one page carries the decision."""
    told = {statement.id: statement for claim in claims(record) for statement in claim.statements}
    sides = [[told[statement.id] for statement in side.statements] for side in one.values]
    return [
        _pair(NO_CONFLICT, statement, other[0])
        for at, side in enumerate(sides)
        for statement in side
        for beside, other in enumerate(sides)
        if beside != at
    ]


def _tied(statements: Sequence[RecordStatement]) -> list[tuple[str, str, str]]:
    """Pairs that tie all these statements to the first of them."""
    return [_pair(SAME_CLAIM, statements[0], other) for other in statements[1:]]


def _pair(verdict: str, left: RecordStatement, right: RecordStatement) -> tuple[str, str, str]:
    first, second = sorted((passage_name(stated_at(left)), passage_name(stated_at(right))))
    return verdict, first, second


def _claim(record: Record, named: str) -> RecordClaim:
    found = pick(claims(record), named)
    if found is None:
        raise NotFound(f"There is no claim {named}. {LISTED}")
    return found


def _storylines(record: Record, claim: RecordClaim) -> set[str]:
    return {story.storyline for story in record.stories if any(one.id == claim.id for one in story.claims)}


def _statements(told: Sequence[RecordStatement], named: str, where: str) -> Sequence[RecordStatement]:
    """The statement with that id or its beginning, else those that stand in the passage `ARTICLE:START-END`."""
    found = pick(list({one.id: one for one in told}.values()), named)
    if found is not None:
        return (found,)
    place = passage_named(named)
    here = [one for one in told if place is not None and (one.evidence.start, one.evidence.end) == (place.start, place.end)]
    within = [one for one in here if place is not None and one.article.startswith(place.article)]
    if not within:
        raise NotFound(f"There is no statement {named} {where}. {LISTED}")
    return within
