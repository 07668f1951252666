"""What is new since somebody looked: the record as it is, beside what the store kept of an edition of it shown before.

An edition is a record that a door has shown. The record itself holds no history: of every edition the store keeps what it said
of a claim, a statement, an article and a disagreement otherwise than the edition before.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import msgspec

from dateline.errors import BadInput
from dateline.record import show
from dateline.stores import Edition, Store
from dateline.types import Label
from dateline.views.document import Record, RecordClaim, RecordStory

Kind = Literal["new", "more", "standing"]
States = dict[tuple[str, str], str]
Kept = Mapping[tuple[str, str], tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Stood:
    """How a claim stood in an edition: its label, whether it was disputed, and its counts."""

    label: Label
    disputed: bool
    outlets: int
    texts: int
    origins: int
    unsourced: int


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """A claim that is `new`, is told by `more` statements than before, or only stands otherwise (`standing`).

    `statements` are the ids of those that are new; `before` is how it stood, null where no claim of that id was there.
    """

    claim: str
    kind: Kind
    statements: tuple[str, ...]
    before: Stood | None
    now: Stood


@dataclass(frozen=True, slots=True)
class Changes:
    """What is new in a story between two editions: articles, claims, disagreements by id; `gone` are claims no longer told."""

    story: str
    since: int
    now: int
    articles: tuple[str, ...]
    claims: tuple[ClaimChange, ...]
    disagreements: tuple[str, ...]
    gone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """What the store keeps of a claim: how it stands, the article that it stands in, and its statements."""

    stood: Stood
    article: str
    statements: tuple[str, ...]


def states_of(record: Record) -> States:
    """What a record says of each thing that may be new, by kind and id."""
    claims = {claim.id: claim for story in record.stories for claim in story.claims}
    disagreements = {one.id: one.relation for story in record.stories for one in story.disagreements}
    states: States = {("claim", one): msgspec.json.encode(_told(claim)).decode() for one, claim in claims.items()}
    states |= {("article", article.id): article.revision for article in record.articles}
    return states | {("disagreement", one): relation for one, relation in disagreements.items()}


def edition_at(editions: tuple[Edition, ...], since: str) -> int:
    """The number of the edition that `since` means: itself a number, or a day or time, for the last one made until then."""
    if since.isdecimal() and len(since) < 9:
        return min(int(since), editions[-1].number if editions else 0)
    if not since[:4].isdecimal():
        raise BadInput(f"{since!r} is neither the number of an edition nor a day or time like 2031-04-07.")
    return max((one.number for one in editions if one.made < since), default=0)


def changes(store: Store, record: Record, identity: str, *, since: int, now: int) -> Changes:
    """What is new in a story of the record, which is edition `now`, against edition `since`."""
    story = show(record, identity, store=store)
    former = store.states(since)
    known = {statement for one in _claims_in(former).values() for statement in one.statements}
    return Changes(
        story=story.id,
        since=since,
        now=now,
        articles=tuple(article for article in story.articles if ("article", article) not in former),
        claims=tuple(change for claim in story.claims if (change := _change(claim, former, known)) is not None),
        disagreements=tuple(one.id for one in story.disagreements if ("disagreement", one.id) not in former),
        gone=_gone(record, story, former),
    )


def _change(claim: RecordClaim, former: Kept, known: set[str]) -> ClaimChange | None:
    """What is new of a claim: one whose statements were there is not new, whatever id it has now."""
    fresh = tuple(one.id for one in claim.statements if one.id not in known)
    kept = former.get(("claim", claim.id))
    before = None if kept is None else _read(kept[0]).stood
    now = _stood(claim)
    if not fresh and (before is None or before == now):
        return None
    kind: Kind = "new" if len(fresh) == len(claim.statements) else "more" if fresh else "standing"
    return ClaimChange(claim.id, kind, fresh, before, now)


def _gone(record: Record, story: RecordStory, former: Kept) -> tuple[str, ...]:
    """The claims of the story's articles, or of former versions of them, of which no statement is left."""
    here = {*story.articles, *(one.article.id for one in record.superseded if one.by in story.articles)}
    told = {one.id for other in record.stories for claim in other.claims for one in claim.statements}
    claims = _claims_in(former)
    return tuple(sorted(one for one, claim in claims.items() if claim.article in here and told.isdisjoint(claim.statements)))


def _claims_in(kept: Kept) -> dict[str, _Told]:
    return {one: _read(state) for (kind, one), (state, _) in kept.items() if kind == "claim"}


def _read(state: str) -> _Told:
    return msgspec.json.decode(state, type=_Told)


def _told(claim: RecordClaim) -> _Told:
    return _Told(_stood(claim), claim.statement.evidence.article, tuple(one.id for one in claim.statements))


def _stood(claim: RecordClaim) -> Stood:
    return Stood(claim.label, claim.disputed, claim.outlets, claim.texts, claim.origins, claim.unsourced)
