"""What persons decided of pairs of articles, and which of it holds where decisions contradict each other.

A judgement names two ids and what they are to one another; the pair has no order. Decisions that two are the same tie them
together, and so all that is tied to either; decisions that they are not keep both knots apart. The later of two that cannot
both hold is kept, of two made at one moment the one with the greater id. An id need not be there to tie others together.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.ids import content_id
from dateline.types import Judgement

SAME_STORY = "same story"
ANOTHER_STORY = "another story"
READ_ANEW = "read anew"
RULE = "rule:"  # how the name of a rule begins, so that no person's does
BY_RULE = f"{RULE} found in a page that was read again"


@dataclass(frozen=True, slots=True)
class Knots:
    """What is tied together: of each id the `knot` it is in, named after its first id; the knots kept `apart`; what `stands`."""

    knot: Mapping[str, str]
    apart: Mapping[str, frozenset[str]]
    stands: tuple[Judgement, ...]


def judge(verdict: str, left: str, right: str | None, *, by: str, when: str) -> Judgement:
    """The judgement of a person on two ids, both ways round the same, or on one."""
    first, second = (left, None) if right is None else sorted((left, right))
    return Judgement(judgement_id(verdict, first, second, by, when), first, second, verdict, by, when)


def is_persons(one: Judgement) -> bool:
    """Whether a person made the judgement."""
    return not one.by.startswith(RULE)


def judgement_id(verdict: str, left: str, right: str | None, by: str, when: str) -> str:
    """The id of a person's judgement."""
    return content_id("judgement", verdict, left, right, by, when)


def read_anew(new: str, old: str) -> Judgement:
    """The rule's judgement that a page in which one article was found gives another one now."""
    return Judgement(content_id(READ_ANEW, new, old), new, old, READ_ANEW, BY_RULE, "")


def follow(judgements: Sequence[Judgement], here: Collection[str], newer: Mapping[str, str]) -> tuple[Judgement, ...]:
    """The judgements on the newest versions of what they name; each keeps its id.

    An article that is not `here` is what its page gives now. `newer` has the newest version of each one that is not itself.
    """
    anew: dict[str, str] = {}
    for one in sorted(judgements, key=lambda one: one.left, reverse=True):
        if one.verdict == READ_ANEW and one.right is not None and not one.withdrawn:
            anew[one.right] = one.left
    now = {name: newer.get(last, last) for one in judgements for name in _named(one) for last in [_last(name, here, anew)]}
    return tuple(replace(one, left=now[one.left], right=one.right and now[one.right]) for one in judgements)


def _named(one: Judgement) -> tuple[str, ...]:
    return (one.left,) if one.right is None else (one.left, one.right)


def _last(identity: str, here: Collection[str], anew: Mapping[str, str]) -> str:
    """What an id stands for now; pages may have been read by one pipeline, by another, and by the first again."""
    seen = {identity}
    while identity not in here and anew.get(identity, identity) not in seen:
        identity = anew[identity]
        seen.add(identity)
    return identity


def tie(judgements: Iterable[Judgement], *, same: str = SAME_STORY, another: str = ANOTHER_STORY) -> Knots:
    """What the judgements with these two verdicts come to, in whatever order they are given; withdrawn ones do not count."""
    knots = _Knots()
    stands = []
    for one in sorted(judgements, key=lambda one: (one.when, one.id), reverse=True):
        if one.withdrawn or one.right is None or one.verdict not in (same, another):
            continue
        if knots.unite(one.left, one.right) if one.verdict == same else knots.part(one.left, one.right):
            stands.append(one)
    members = knots.members
    name = {key: min(ids) for key, ids in members.items()}
    return Knots(
        {member: name[key] for key, ids in sorted(members.items()) for member in sorted(ids)},
        {name[key]: frozenset(name[other] for other in others) for key, others in sorted(knots.apart.items()) if others},
        tuple(sorted(stands, key=lambda one: one.id)),
    )


def broken(knots: Knots, home: Mapping[str, str]) -> list[tuple[str, str]]:
    """The pairs of ids that do not lie as decided, in order; `home` says where each id that is there lies."""
    first: dict[str, str] = {}
    found = []
    for member in sorted(knots.knot.keys() & home.keys()):
        other = first.setdefault(knots.knot[member], member)
        if home[other] != home[member]:
            found.append((other, member))
    apart = (
        (first[left], first[right]) for left, others in knots.apart.items() for right in others if {left, right} <= first.keys()
    )
    return found + sorted(pair for pair in apart if pair[0] < pair[1] and home[pair[0]] == home[pair[1]])


def corrections(judgements: Iterable[Judgement]) -> list[tuple[Judgement, ...]]:
    """The judgements by correction: those of one person at one moment whose pairs hang together; by moment, each by id."""
    moments: dict[tuple[str, str], list[Judgement]] = {}
    for one in judgements:
        moments.setdefault((one.when, one.by), []).append(one)
    return [correction for _, made in sorted(moments.items()) for correction in hanging_together(made)]


def hanging_together(judgements: Sequence[Judgement]) -> list[tuple[Judgement, ...]]:
    """The judgements, those together that name the same or are linked by others; by first id, each by id."""
    knots = _Knots()
    for one in judgements:
        knots.unite(one.left, one.right or one.left)
    found: dict[str, list[Judgement]] = {}
    for one in sorted(judgements, key=lambda one: one.id):
        found.setdefault(knots.of(one.left), []).append(one)
    return sorted((tuple(made) for made in found.values()), key=lambda made: made[0].id)


class _Knots:
    """Growing knots, each known by one of its members."""

    def __init__(self) -> None:
        self.members: dict[str, set[str]] = {}
        self.apart: dict[str, set[str]] = {}
        self._key: dict[str, str] = {}

    def of(self, member: str) -> str:
        """The knot of a member."""
        if member not in self._key:
            self._key[member] = member
            self.members[member], self.apart[member] = {member}, set()
        return self._key[member]

    def unite(self, left: str, right: str) -> bool:
        """Tie two together; False, and nothing, where they are kept apart."""
        kept, gone = self.of(left), self.of(right)
        if kept in self.apart[gone]:
            return False
        if kept != gone:
            if len(self.members[kept]) < len(self.members[gone]):
                kept, gone = gone, kept
            for member in self.members[gone]:
                self._key[member] = kept
            self.members[kept] |= self.members.pop(gone)
            self._hand_on(self.apart.pop(gone), gone, kept)
        return True

    def _hand_on(self, others: Collection[str], gone: str, kept: str) -> None:
        for other in others:
            self.apart[other].discard(gone)
            self.apart[other].add(kept)
        self.apart[kept].update(others)

    def part(self, left: str, right: str) -> bool:
        """Keep two apart; False, and nothing, where they are tied together."""
        one, other = self.of(left), self.of(right)
        if one == other:
            return False
        self.apart[one].add(other)
        self.apart[other].add(one)
        return True
