"""Report rows: each statement that tells an act, with who did it to whom, when, where and whether it happened."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from dateline.data import lines, table
from dateline.types import Act, Article, Entity, EventModality, MentionKind, Report, Span, Statement

Names = Mapping[str, Sequence[tuple[Span, str, MentionKind]]]
# What is this long before the article is background, not news.
LONG_AGO = timedelta(days=31)
# Names that are no place act themselves; a place acts where nobody else is named.
ACTING = frozenset({"person", "body", "group"})
PLACED = ("in", "at", "near", "outside")
# What happens without a doer too, and is no act then ("six were killed when the basin overflowed") unless an attack or a crowd is
# told within so many characters.
BESIDE, VIOLENT = 400, frozenset({"ASSAULT", "PROTEST"})
BY_SOMEBODY = frozenset({"kill"})
# An adjective or people by the name of its state: so long a name with so long an ending.
SHORTEST, LONGEST_ENDING = 4, 3
# Classes of things that are people, or weapons that people use.
PEOPLE = ("people", "troops", "suspect", "protester", "refugee", "fighter", "police", "helper", "envoy", "visitor", "crowd")
PRONOUNS = ("it", "whoever", "he", "she", "they", "we", "i", "who", "some", "others", "many", "both", "several", "all")
# Types that say that something is not done or not so: their "not" is spent.
NEGATIVE = frozenset({"REJECT"})


def names_by_article(entities: Sequence[Entity]) -> Names:
    """The mentions of entities in each article, in order of place; those of a state stand for it ("Ruvenian", "Ruvenians")."""
    found: dict[str, list[tuple[Span, str, MentionKind]]] = {}
    states = sorted((entity.name, entity.id) for entity in entities if entity.kind == "place" and len(entity.name) >= SHORTEST)
    for entity in entities:
        own = (state for name, state in states if entity.kind == "group" and _is_of(entity.name, name))
        acting = next(own, entity.id)
        for span in entity.mentions:
            found.setdefault(span.article, []).append((span, acting, entity.kind))
    return {article: sorted(names) for article, names in found.items()}


def _is_of(people: str, state: str) -> bool:
    """Whether a people or adjective has the name of a state with an ending."""
    return people.startswith(state[:-1]) and len(people) - len(state) <= LONGEST_ENDING


def report(statement: Statement, article: Article, names: Names) -> Report | None:
    """The row of a statement; None where it tells no act, or nobody is known who did it or whom it was done to."""
    act = _denial(statement) or statement.act
    if act is None:
        return None
    by = act.source if act is statement.act else _first_part(act.source, article.text)
    source, target = _actor(by, statement, names), _actor(act.target, statement, names)
    if source is None and (act.type == "REJECT" or _is_speaker(act.source, article.text)):
        source = _speaker(statement, names)
    if source == target:
        target = None
    if source is None and not _is_done(statement, act, target, article.text):
        return None
    mode, cameo = _detail(act)
    return Report(
        statement=statement.id,
        type=act.type,
        mode=mode,
        context=context(statement),
        cameo=cameo,
        modality="happened" if act is not statement.act else _modality(statement, act, article),
        source=source,
        target=target,
        place=_place(statement, (source, target)),
        date=None if statement.time is None else statement.time.earliest,
        doer=act.source,
        done_to=act.target,
        reason="first",
    )


def _denial(statement: Statement) -> Act | None:
    """The act of who denies what is told; None where nobody does."""
    said = statement.attribution
    if statement.modality != "denied" or said is None or said.cue is None:
        return None
    return Act("REJECT", None, "120", None, said.cue, said.source, None)


def _first_part(span: Span | None, text: str) -> Span | None:
    """The words for who speaks up to what is added to them ("Ada Lund, head of the Halden port")."""
    comma = -1 if span is None else text.find(",", span.start, span.end)
    return span if span is None or comma < 0 else replace(span, end=comma)


def _is_speaker(span: Span | None, text: str) -> bool:
    return span is not None and text[span.start : span.end].lower() in ("i", "we")


def _is_done(statement: Statement, act: Act, target: str | None, text: str) -> bool:
    """Whether somebody did it whom nobody names: one of a kind that acts, or whoever does what no accident does."""
    if act.source is not None:
        return _is_actor(act.source, text)
    return statement.predicate not in _natural() or target is not None or _is_actor(act.target, text)


def _is_actor(span: Span | None, text: str) -> bool:
    """Whether the words for an actor, or those before an "of", end in a noun for those who act, or in what they act by."""
    words = [] if span is None else text[span.start : span.end].lower().split(" of ")[0].split()
    return bool(words) and (words[-1].isdigit() or not _actors().isdisjoint(_singulars(words[-1])))


def _singulars(word: str) -> tuple[str, ...]:
    return word, word.removesuffix("s"), word.removesuffix("es")


@cache
def _natural() -> frozenset[str]:
    return frozenset(word for line in lines("natural.txt") for word in line.split())


@cache
def _actors() -> frozenset[str]:
    names = (word for line in lines("actors.txt") for word in line.split())
    things = (word for name in (*PEOPLE, "instrument") for word in table("things.toml")[name].split())
    numbers = table("numbers.toml")
    return frozenset((*names, *lines("occupations.txt"), *things, *PRONOUNS, *numbers["ones"], *numbers["tens"]))


def _detail(act: Act) -> tuple[str | None, str]:
    """The mode and the CAMEO code: those of what an act of words is about, where that is known."""
    found = table("plover.toml")["about"].get(act.type, {}).get(act.about)
    return (act.mode, act.cameo) if found is None else (found[0], found[1])


def _actor(span: Span | None, statement: Statement, names: Names) -> str | None:
    """The entity that the words for an actor name: one that is no place first, the longest of these; a pronoun's by its slot."""
    if span is None:
        return None
    here = names.get(span.article, ())
    inside = []
    for mention in here[bisect_left(here, span.start, key=lambda one: one[0].start) :]:
        if mention[0].start >= span.end:
            break
        if span.holds(mention[0]):
            inside.append(mention)
    if inside:
        return min(inside, key=lambda one: (one[2] not in ACTING, one[0].start - one[0].end, one[0]))[1]
    return next((slot.entity for slot in statement.slots if slot.entity is not None and slot.span == span), None)


def _speaker(statement: Statement, names: Names) -> str | None:
    said = statement.attribution
    return None if said is None else _actor(said.resolved or said.source, statement, names)


def _modality(statement: Statement, act: Act, article: Article) -> EventModality:
    if statement.modality == "denied" or (statement.polarity == "negated" and act.type not in NEGATIVE):
        return "denied"
    if statement.modality != "happened":
        return statement.modality
    return "historical" if _long_ago(statement, article) else "happened"


def _long_ago(statement: Statement, article: Article) -> bool:
    told, out = None if statement.time is None else statement.time.latest, article.published.earliest
    return told is not None and out is not None and date.fromisoformat(out[:10]) - date.fromisoformat(told[:10]) > LONG_AGO


def _place(statement: Statement, actors: Sequence[str | None]) -> str | None:
    """The place that the clause names behind "in" or "at", unless it is one of the actors."""
    found = (slot.entity for slot in statement.slots if slot.role in PLACED and slot.kind == "place")
    return next((place for place in found if place not in actors), None)


def context(statement: Statement) -> str | None:
    """The PLOVER context that most words of a statement tell, the first in the table of equals; None where none does."""
    counts: dict[str, int] = {}
    for lemma in statement.lemmas:
        for name in _contexts().get(lemma, ()):
            counts[name] = counts.get(name, 0) + 1
    order = list(table("contexts.toml"))
    return min(counts, key=lambda name: (-counts[name], order.index(name)), default=None)


@cache
def _contexts() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, words in table("contexts.toml").items():
        for word in words.split():
            found[word] = (*found.get(word, ()), name)
    return found


def reports_of(deeds: Sequence[Statement], articles: Sequence[Article], entities: Sequence[Entity]) -> Iterator[Report]:
    """The rows of all deeds: of a denial told by its cue and by what is denied one, and no harm that an accident did."""
    by_id, names = {article.id: article for article in articles}, names_by_article(entities)
    seen: set[Span] = set()
    harm: list[tuple[Statement, Report]] = []
    violence: dict[str, list[int]] = {}
    for deed in sorted(deeds, key=lambda one: _denial(one) is None):
        told = _denial(deed) or deed.act
        if told is None or told.verb in seen:
            continue
        seen.add(told.verb)
        row = report(deed, by_id[deed.article], names)
        if row is not None and row.mode in BY_SOMEBODY and told.source is None:
            harm.append((deed, row))
        elif row is not None:
            yield row
            if row.type in VIOLENT:
                violence.setdefault(deed.article, []).append(deed.span.start)
    near = ((deed, row) for deed, row in harm if any(abs(at - deed.span.start) < BESIDE for at in violence.get(deed.article, ())))
    yield from (row for _, row in near)
