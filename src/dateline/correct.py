"""Corrections: what a person decides of what a store holds, for every door. The time is given; none of it asks a clock.

A correction is one or more judgements on pairs of articles, whose ids last, not on stories, whose ids change. To merge stories
is to tie all their articles together; to split one is to tie its two parts together, each in itself, and to keep them apart.
Those on claims are in `correct_claims.py`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal

import msgspec

from dateline import judgements as decided
from dateline.decisions import ANOTHER_CLAIM, SAME_CLAIM, Matter, decided_origin, matter_of
from dateline.errors import BadInput, NotFound
from dateline.judgements import ANOTHER_STORY, READ_ANEW, RULE, SAME_STORY, is_persons, judge, judgement_id, read_anew, tie
from dateline.passages import article_of, find_stated
from dateline.record import pick, show
from dateline.stores import Store
from dateline.types import Judgement
from dateline.views.corrections import followed, settled, stated_in
from dateline.views.document import Record, RecordArticle, RecordStory

State = Literal["stands", "partly overruled", "overruled", "withdrawn", "not here", "not understood"]
LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Correction:
    """What one person decided at one moment of one matter, on articles (`stories`) or on passages of them, by name.

    All in one of `parts` are one story or one claim, the parts are different ones; between those of a `conflict` there is none;
    of an `origin` all rest on `source`. `id` is the first of its judgements. It is `overruled` by later decisions, `not here`
    when nothing that it names is, and `not understood` when its verdict is one of another version of this program.
    """

    id: str
    by: str
    when: str
    state: State
    matter: Matter | None
    parts: tuple[tuple[str, ...], ...]
    source: str | None
    judgements: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class Carried:
    """The part of a JSON record that holds decisions."""

    judgements: tuple[Judgement, ...]


def merge(store: Store, record: Record, stories: Sequence[str], *, by: str, when: str) -> tuple[Judgement, ...]:
    """The judgements, now kept, that these stories of the record are one; `BadInput` for fewer than two."""
    chosen = list({story.id: story for story in (show(record, one, store=store) for one in stories)}.values())
    if len(chosen) < 2:
        same = f"; those named are all {chosen[0].id}" if len(stories) > 1 else ""
        raise BadInput(f"Name at least two stories{same}. 'dateline stories' lists them.")
    return decide(store, record, _tied([article for story in chosen for article in story.articles]), by=by, when=when)


def split(
    store: Store, record: Record, story: str, articles: Sequence[str], *, into: str | None = None, by: str, when: str
) -> tuple[Judgement, ...]:
    """The judgements, now kept, that these articles are no part of that story, but one of their own, or part of `into`."""
    whole = show(record, story, store=store)
    off = sorted({_article(record, whole, article) for article in articles})
    rest = [article for article in whole.articles if article not in off]
    if not off:
        raise BadInput(f"Name the articles to split off. 'dateline show {whole.id}' lists them.")
    if not rest:
        raise BadInput(
            f"These are all articles of story {whole.id}; at least one must stay. 'dateline correct merge' puts stories together."
        )
    home = None if into is None else show(record, into, store=store)
    if home is not None and home.id == whole.id:
        raise BadInput(f"{into} is the story that they are to leave; name another one, or none for a story of their own.")
    members = off if home is None else [*off, *home.articles]
    return decide(store, record, [*_tied(members), *_tied(rest), (ANOTHER_STORY, off[0], rest[0])], by=by, when=when)


def undo(store: Store, identity: str) -> tuple[Judgement, ...]:
    """The judgements, now withdrawn, of the correction that the one with that id, or the beginning of it, belongs to."""
    made = _by_matter(store.judgements())
    known = pick([one for correction in made for one in correction], identity)
    if known is None:
        raise NotFound(f"There is no judgement of a person {identity}. 'dateline correct list' lists them.")
    whole = next(correction for correction in made if known in correction)
    withdrawn = tuple(replace(one, withdrawn=True) for one in whole if not one.withdrawn)
    if not withdrawn:
        raise BadInput(f"Judgement {known.id} is withdrawn already.")
    store.judge(withdrawn)
    return withdrawn


def take_over(store: Store, data: bytes) -> tuple[Judgement, ...]:
    """The judgements in a JSON record that were new to the store, or withdrawn there only; now they are kept.

    They are those of persons, and where the articles that they name are found now. `BadInput` for what is no record.
    """
    known = {one.id: one for one in store.judgements()}
    told = [one for one in _carried(data) if is_persons(one) or one.verdict == READ_ANEW]
    for one in told:
        _check(one)
    new = tuple(one for one in told if one.id not in known or (one.withdrawn and not known[one.id].withdrawn))
    if new:
        store.judge(new)
    return new


def corrections(record: Record) -> tuple[Correction, ...]:
    """The corrections that the record knows of, withdrawn ones too, in order of time."""
    now = {one.id: one for one in followed(record) if is_persons(one)}
    stands = {one.id for one in (*tie(now.values()).stands, *settled(record))}
    names = {name for one in now.values() for name in (one.left, one.right) if name is not None}
    here = {article.id for article in record.articles} | find_stated(names, stated_in(record)).keys()
    made = _by_matter(record.judgements)
    return tuple(_told(correction, [now[one.id] for one in correction], stands, here) for correction in made)


def _by_matter(judgements: Iterable[Judgement]) -> list[tuple[Judgement, ...]]:
    """The corrections of persons, by moment; what is decided at one moment of two matters are two."""
    by_matter: dict[str, list[Judgement]] = {}
    for one in judgements:
        if is_persons(one):
            told = decided_origin(one)
            by_matter.setdefault(f"{matter_of(one.verdict)} {told}", []).append(one)
    made = [correction for _, some in sorted(by_matter.items()) for correction in _by_moment(some)]
    return sorted(made, key=lambda correction: (correction[0].when, correction[0].by, correction[0].id))


def _by_moment(judgements: Sequence[Judgement]) -> list[tuple[Judgement, ...]]:
    """The corrections among judgements of one matter; one origin that is told of several passages at one moment is one."""
    if decided_origin(judgements[0]) is None:
        return decided.corrections(judgements)
    moments: dict[tuple[str, str], list[Judgement]] = {}
    for one in sorted(judgements, key=lambda one: one.id):
        moments.setdefault((one.when, one.by), []).append(one)
    return [tuple(some) for some in moments.values()]


def correction_of(record: Record, made: Iterable[Judgement]) -> Correction:
    """The correction that these judgements belong to."""
    ids = {one.id for one in made}
    return next(one for one in corrections(record) if not ids.isdisjoint(judgement.id for judgement in one.judgements))


def correctors(record: Record, story: RecordStory) -> tuple[Correction, ...]:
    """The corrections that a story follows, in order of time."""
    ids = set(story.corrected)
    return tuple(one for one in corrections(record) if not ids.isdisjoint(judgement.id for judgement in one.judgements))


def touched(record: Record, correction: Correction) -> tuple[RecordStory, ...]:
    """The stories in which the articles of a correction are."""
    named = {article_of(name) for part in correction.parts for name in part}
    return tuple(story for story in record.stories if not named.isdisjoint(story.articles))


def _told(made: tuple[Judgement, ...], now: Sequence[Judgement], stands: set[str], here: set[str]) -> Correction:
    """A correction as it was `made` and as it is `now`, on the newest versions of what it names."""
    matter, parts, source = matter_of(made[0].verdict), _parts(now), decided_origin(made[0])
    named = {name for part in parts for name in part}
    state = _state(now, matter, named, stands, here)
    return Correction(made[0].id, made[0].by, made[0].when, state, matter, parts, source and source[0], made)


def _parts(now: Sequence[Judgement]) -> tuple[tuple[str, ...], ...]:
    """What judgements of one matter name, by what they make one."""
    matter = matter_of(now[0].verdict)
    if matter is None:
        return ()
    if matter == "origin":
        return (tuple(sorted({one.left for one in now})),)
    if matter == "conflict":
        return tuple((name,) for name in sorted({name for one in now for name in (one.left, one.right) if name is not None}))
    same, another = (SAME_STORY, ANOTHER_STORY) if matter == "stories" else (SAME_CLAIM, ANOTHER_CLAIM)
    knots = tie((replace(one, withdrawn=False) for one in now), same=same, another=another)
    parts: dict[str, list[str]] = {}
    for member, name in sorted(knots.knot.items()):
        parts.setdefault(name, []).append(member)
    return tuple(tuple(parts[name]) for name in sorted(parts))


def _state(made: Sequence[Judgement], matter: Matter | None, named: set[str], stands: set[str], here: set[str]) -> State:
    kept = [one for one in made if not one.withdrawn]
    held = sum(one.id in stands for one in kept)
    if not kept:
        return "withdrawn"
    if matter is None:
        return "not understood"
    if here.isdisjoint(named):
        return "not here"
    return "stands" if held == len(kept) else "partly overruled" if held else "overruled"


def _tied(articles: Sequence[str]) -> list[tuple[str, str, str]]:
    """Pairs that tie all these articles to the first of them."""
    return [(SAME_STORY, articles[0], other) for other in articles[1:]]


def _article(record: Record, story: RecordStory, identity: str) -> str:
    """The id of the article of a story that has that id, or begins so, or took the place of one that does."""
    members: list[RecordArticle] = [one for one in record.articles if one.id in story.articles]
    found = pick(members, identity)
    if found is None:
        older = pick([one.article for one in record.superseded if one.by in story.articles], identity)
        newer = {one.article.id: one.by for one in record.superseded}
        if older is None:
            raise NotFound(f"There is no article {identity} in story {story.id}. 'dateline show {story.id}' lists them.")
        return newer[older.id]
    return found.id


def decide(
    store: Store, record: Record, pairs: Iterable[tuple[str, str, str | None]], *, by: str, when: str
) -> tuple[Judgement, ...]:
    """Keeps the judgements on these pairs, unless a later decision stands against them."""
    moment, name = moment_of(when), name_of(by)
    made = tuple(judge(verdict, left, right, by=name, when=moment) for verdict, left, right in dict.fromkeys(pairs))
    stands = (*tie(followed(record, made)).stands, *settled(record, made))
    if not {one.id for one in made} <= {one.id for one in stands}:
        raise BadInput(f"What was decided at {moment} or later stands against it: give a later time, or undo that correction.")
    store.judge(made)
    return made


def moment_of(when: str) -> str:
    """A time as judgements have it, in UTC to the millisecond; a day is its beginning, a time without offset one in UTC."""
    try:
        told = datetime.fromisoformat(when)
        moment = (told if told.tzinfo else told.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise BadInput(f"{when!r} is no time; give one like 2031-04-07 or 2031-04-07T09:15:00+02:00.") from error
    return f"{moment.replace(tzinfo=None).isoformat(timespec='milliseconds')}Z"


def name_of(by: str) -> str:
    """The name of a person as judgements have it; `BadInput` for one that is empty, too long, unprintable or a rule's."""
    name = " ".join(by.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable() or name.startswith(RULE):
        raise BadInput(f"Say who decides, in at most {LONGEST_NAME} printable characters that do not begin with {RULE!r}.")
    return name


def _carried(data: bytes) -> tuple[Judgement, ...]:
    try:
        return msgspec.json.decode(data, type=Carried).judgements
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadInput(f"This is not a JSON record ('dateline export' writes one): {error}.") from error


def _check(one: Judgement) -> None:
    """Nothing where a judgement from elsewhere is one; a verdict that this version does not know is kept and not followed."""
    ordered = one.right is None or one.left <= one.right
    known = judgement_id(one.verdict, one.left, one.right, one.by, one.when)
    sound = ordered and one.id == known if is_persons(one) else one == read_anew(one.left, one.right or "")
    if not sound:
        raise BadInput(f"Judgement {one.id} was changed: it is not what its id says. Export the record again.")
    if not is_persons(one):
        return
    if moment_of(one.when) != one.when or name_of(one.by) != one.by:
        raise BadInput(f"Judgement {one.id} does not say who decided it and when. Export the record again.")
