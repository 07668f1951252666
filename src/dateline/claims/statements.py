"""Statements: what each article asserts, made of its clauses with the figures, times, names and sources in them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.claims.nearby import Nearby
from dateline.claims.slots import Named, find_names, find_slots
from dateline.data import lines
from dateline.ids import content_id
from dateline.predicates import vouches
from dateline.types import Analysis, Article, Attribution, Clause, Entity, Figure, Modality, Slot, Span, Statement, TimeRef

# What is done by saying it: the one who promises vouches for the promise, while "the prosecutor charged" is the reporter's.
SPEECH_ACTS = ("denied", "promised", "refused", "warned")
# Verbs by which somebody gives a figure; what they take makes no clause of its own ("put the damage at 400 crowns").
GIVING = ("count", "estimate", "peg", "put", "speak")
# Verbs that say next to nothing of their subject ("the visit comes").
EMPTY = frozenset(lines("empty_verbs.txt"))
FALSE = frozenset(lines("false.txt"))
# A clause with fewer content words says too little to be compared ("he agreed", "this includes").
LEAST_LEMMAS = 2
# The share of its sentence that a clause fills which is all of it but for marks and words such as "yet".
WHOLE = 0.8
RELATIVE = frozenset({"that", "which", "who", "whom", "whose"})
# A clause with one figure and no more other content words than this asserts that figure and nothing else.
BARE_LEMMAS = 5
# Up to this number a definite count names what is known ("the two countries"); "the 28,500 troops" tells the count.
FEW = 12
DEFINITE = re.compile(r"\b(?:the|these|those|both|all|its|his|her|their|our|my) (?:of the |of )?$", re.IGNORECASE)
VOTED = "voted"  # the state of votes, which are those of somebody
# A clause up to this length is shown whole for its figure; of a longer one the noun phrase that holds the figure.
SHORT_CLAUSE = 80


@dataclass(frozen=True, slots=True)
class Told:
    """What an article tells, by place: `said` has the number of an attribution, itself, and one piece of its content.

    `denied` has the first verb of each content that is denied.
    """

    sentences: Sequence[Span]
    clauses: Nearby[Clause]
    figures: Nearby[Figure]
    times: Nearby[TimeRef]
    cued: Nearby[Attribution]
    sources: Nearby[Attribution]
    said: Nearby[tuple[int, Attribution, Span]]
    denied: Mapping[tuple[Span, ...], Span]


def find_statements(
    articles: Sequence[Article], analyses: Sequence[Analysis], entities: Sequence[Entity]
) -> tuple[Statement, ...]:
    """The statements of the articles in order of article id and place; titles, questions and bare cues make none."""
    text_of = {article.id: article for article in articles}
    names = names_by_article(entities, analyses)
    found = []
    for analysis in sorted(analyses, key=lambda analysis: analysis.article):
        article = text_of[analysis.article]
        body = 0 if article.title is None else len(article.title)
        mentions = names.get(article.id, [])
        told = told_in(analysis)
        for clause in (
            clause for clause in analysis.clauses if clause.span.start >= body and _asserts(clause, told, article.text)
        ):
            found += _statements(clause, told, article.text, mentions)
    return tuple({statement.id: statement for statement in found}.values())


def names_by_article(entities: Sequence[Entity], analyses: Sequence[Analysis]) -> dict[str, list[Named]]:
    """The names that the analyses have, by article.

    Those found only because they stand elsewhere are left out: with them .289 of the pairs of claims are found, without .290.
    """
    seen = {(one.article, at) for one in analyses for mention in one.mentions for at in (mention.span.start, mention.span.end)}
    names: dict[str, list[Named]] = {}
    for entity in entities:
        for span in entity.mentions:
            if (span.article, span.start) in seen or (span.article, span.end) in seen:
                names.setdefault(span.article, []).append((span, entity.id, entity.kind))
    return {article: sorted(found) for article, found in names.items()}


def told_in(analysis: Analysis) -> Told:
    """What an article tells, by place."""
    said = [(piece, (at, one, piece)) for at, one in enumerate(analysis.attributions) for piece in one.content]
    clauses = Nearby((clause.span, clause) for clause in analysis.clauses)
    return Told(
        sentences=analysis.sentences,
        clauses=clauses,
        figures=Nearby((figure.span, figure) for figure in analysis.figures),
        times=Nearby((time.span, time) for time in analysis.times),
        cued=Nearby((one.cue, one) for one in analysis.attributions if one.cue is not None),
        sources=Nearby((one.source, one) for one in analysis.attributions if one.source is not None),
        said=Nearby(said),
        denied=_denied_verbs(analysis.attributions, clauses),
    )


def _asserts(clause: Clause, told: Told, text: str) -> bool:
    """Whether a clause says something of its own, other than that somebody said something."""
    if (
        clause.predicate in FALSE
        or _denied(clause, told)
        or any(not _speaks(figure, clause, told) for figure in _figures(clause, told))
    ):
        return True
    cues = [attribution for attribution in told.cued.to(clause.verb) if _is_cue(clause, attribution)]
    words = _weight(clause, told)
    if not cues or clause.predicate in GIVING:
        words += _known_by(clause, text) + _is_said(clause, told) + _is_sentence(clause, told)
    if clause.nominal or words < LEAST_LEMMAS + (clause.predicate in EMPTY):
        return False
    if clause.predicate in GIVING:
        return True
    pieces = [piece for attribution in cues for piece in attribution.content]
    return not any(other is not clause and piece.holds(other.span) for piece in pieces for other in told.clauses.to(piece))


def _weight(clause: Clause, told: Told) -> int:
    """How much a clause says of itself: its content words, and when."""
    return len(clause.lemmas) + any(clause.span.holds(time.span) for time in told.times.to(clause.span))


def _known_by(clause: Clause, text: str) -> int:
    """What else makes a short clause a statement: that it is not so, and that it is known whom its pronoun stands for.

    A relative clause that is as short only says which one is meant ("the dam that failed").
    """
    subject = clause.subject
    named = subject is not None and clause.meant is not None and text[subject.start : subject.end].lower() not in RELATIVE
    return clause.negated + named


def _is_sentence(clause: Clause, told: Told) -> bool:
    """Whether a clause is all of its sentence: who wrote it thought it worth saying."""
    sentence = told.sentences[clause.sentence]
    return clause.span.end - clause.span.start >= WHOLE * (sentence.end - sentence.start)


def _is_said(clause: Clause, told: Told) -> bool:
    """Whether somebody is reported to have said a clause, who thought it worth saying."""
    return any(vouches(one) and piece.holds(clause.verb) for _, one, piece in told.said.to(clause.verb))


def _denied(clause: Clause, told: Told) -> bool:
    """Whether a clause is what somebody denies or refuses: then it counts however few its words."""
    return any(_denies(one) and piece.holds(clause.verb) for _, one, piece in told.said.to(clause.verb))


def _denies(attribution: Attribution) -> bool:
    """Whether somebody says that the content is not so, or refuses to do it; who only declines to speak does neither."""
    return attribution.polarity == "denied" or (attribution.polarity == "refused" and attribution.side == "against")


def _is_cue(clause: Clause, attribution: Attribution) -> bool:
    inside = any(piece.holds(clause.span) for piece in attribution.content)
    return attribution.cue is not None and clause.verb.meets(attribution.cue) and not inside


def _statements(clause: Clause, told: Told, text: str, mentions: Sequence[Named]) -> list[Statement]:
    """What one clause asserts: that something happened, and each figure that is told nowhere deeper."""
    whole = statement_of(clause, told, text, mentions)
    shallow = (figure for figure in whole.figures if not _told_deeper(figure.span, clause, told))
    own = [figure for figure in shallow if not _taken_for_granted(figure, text) and not _speaks(figure, clause, told)]
    about = [_about(whole, figure, clause, told) for figure in own]
    words = [lemma for lemma in clause.lemmas if lemma.isalpha()]
    bare = len(about) == 1 and len(words) <= BARE_LEMMAS
    return about if bare or clause.nominal else [whole, *about]


def statement_of(clause: Clause, told: Told, text: str, mentions: Sequence[Named]) -> Statement:
    """The statement that what a clause tells happened."""
    near = names_inside(clause.span, mentions)
    if clause.meant is not None and not clause.span.holds(clause.meant):
        near = sorted([*near, *names_inside(clause.meant, mentions)])
    times = {time.span: None for span in (clause.span, *clause.arguments) for time in told.times.to(span)}
    slots = find_slots(clause, text, near, list(times))
    if clause.nominal and any(figure.state == VOTED for figure in _figures(clause, told)):
        slots = (*slots, *_bearers(clause, told, text, mentions))
    return replace(_statement(clause, told, near, slots), names=find_names(text, near))


def _bearers(clause: Clause, told: Told, text: str, mentions: Sequence[Named]) -> Iterator[Slot]:
    """The persons that the clause around a counted phrase tells of ("Vane was elected with 51 percent of the vote")."""
    around = [one for one in told.clauses.to(clause.span) if not one.nominal and one.span.holds(clause.span)]
    if around:
        holder = min(around, key=lambda one: (one.span.end - one.span.start, one.span))
        near = names_inside(holder.span, mentions) + ([] if holder.meant is None else names_inside(holder.meant, mentions))
        found = find_slots(holder, text, sorted(near), ())
        yield from (slot for slot in found if slot.kind == "person" and not slot.span.holds(clause.span))


def _taken_for_granted(figure: Figure, text: str) -> bool:
    """Whether a small number only picks out what is known already ("the two countries", "both of its three sites")."""
    before = text[max(0, figure.span.start - 12) : figure.span.start]
    return figure.high <= FEW and not figure.state and DEFINITE.search(before) is not None


def _speaks(figure: Figure, clause: Clause, told: Told) -> bool:
    """Whether a figure only counts those who speak ("two people familiar with the matter said")."""
    sources = (one.source for one in told.cued.to(clause.verb) if one.source is not None and one.polarity != "thought")
    return any(source.holds(figure.span) for source in sources)


def _told_deeper(span: Span, clause: Clause, told: Told) -> bool:
    """Whether a clause inside this one holds a figure or time and is the one to tell it."""
    length = clause.span.end - clause.span.start
    return any(
        other.span.holds(span) and other.span.end - other.span.start < length and clause.span.holds(other.span)
        for other in told.clauses.to(span)
    )


def _about(whole: Statement, figure: Figure, clause: Clause, told: Told) -> Statement:
    """The statement of one figure, cited by the clause where that is short, else by the phrase that holds the figure."""
    phrases = [span for span in (clause.subject, *clause.arguments) if span is not None and span.holds(figure.span)]
    phrase = min(phrases, key=lambda span: (span.end - span.start, span), default=clause.span)
    short = clause.span.end - clause.span.start <= SHORT_CLAUSE or not clause.span.holds(phrase)
    span = clause.span if short else phrase
    identity = content_id("figure", span.article, str(figure.span.start), str(figure.span.end))
    return replace(whole, id=identity, span=span, figure=figure, attribution=whole.attribution or _counted_by(figure, told))


def _counted_by(figure: Figure, told: Told) -> Attribution | None:
    """The words of whoever counts a figure, if they are told elsewhere in the sentence: then it is known who "the firm" is."""
    if figure.counter is None:
        return None
    return next((one for one in told.sources.to(figure.counter) if one.source == figure.counter and vouches(one)), None)


def _statement(clause: Clause, told: Told, named: Sequence[Named], slots: tuple[Slot, ...]) -> Statement:
    attribution = _attribution(clause, told)
    return Statement(
        id=content_id("statement", clause.span.article, str(clause.span.start), str(clause.span.end)),
        article=clause.span.article,
        span=clause.span,
        subject=clause.subject,
        predicate=clause.predicate,
        arguments=clause.arguments,
        lemmas=_lemmas(clause, slots),
        entities=tuple(sorted({entity for _, entity, _ in named})),
        time=_time(clause, told),
        figures=_figures(clause, told),
        polarity="negated" if clause.negated else "affirmed",
        modality=_modality(clause, attribution, told),
        attribution=attribution,
        slots=slots,
        act=clause.act,
    )


def _lemmas(clause: Clause, slots: Sequence[Slot]) -> tuple[str, ...]:
    """The lemmas of a clause and of its subject where that stands elsewhere."""
    subject = clause.meant or clause.subject
    outside = (slot.terms for slot in slots if slot.span == subject and not clause.span.holds(subject))
    return tuple(sorted({*clause.lemmas, *next(outside, ())}))


def _attribution(clause: Clause, told: Told) -> Attribution | None:
    """The attribution that a clause stands in: the innermost whose content holds it, or its own where it tells the act of speech.

    An aside in reported words ("the plant, which opened in 1968") is the narrator's, unless the words are quoted.
    """
    cues = (one for one in told.cued.to(clause.verb) if _is_cue(clause, one))
    own = [one for one in cues if one.polarity in SPEECH_ACTS or (clause.predicate in GIVING and vouches(one))]
    if own:
        return own[0]
    holding = [
        (not vouches(one), piece.end - piece.start, at, one)
        for at, one, piece in told.said.to(clause.verb)
        if piece.holds(clause.verb)
    ]
    found = min(holding, key=lambda holder: holder[:3])[3] if holding else None
    return None if found is not None and clause.aside and found.kind == "indirect" else found


def names_inside(span: Span, mentions: Sequence[Named]) -> list[Named]:
    """The mentions inside a span; they are sorted, so that those before it need not be looked at."""
    first = bisect_left(mentions, span.start, key=lambda mention: mention[0].start)
    inside = []
    for mention in mentions[first:]:
        if mention[0].start >= span.end:
            break
        if span.holds(mention[0]):
            inside.append(mention)
    return inside


def _time(clause: Clause, told: Told) -> TimeRef | None:
    """The one time that a clause tells; beside a day its hours do not count, and of two days neither is known to be meant."""
    near = told.times.to(clause.span)
    placed = (time for time in near if clause.span.holds(time.span) and time.earliest is not None)
    inside = [time for time in placed if not _told_deeper(time.span, clause, told)]
    days = [time for time in inside if time.granularity not in ("minute", "hour")]
    found = days or inside
    return found[0] if len(found) == 1 else None


def _figures(clause: Clause, told: Told) -> tuple[Figure, ...]:
    return tuple(figure for figure in told.figures.to(clause.span) if clause.span.holds(figure.span))


def _modality(clause: Clause, attribution: Attribution | None, told: Told) -> Modality:
    """What is denied is the first clause of what is said; what hangs from it ("the dam that burst") is taken for granted."""
    if attribution is None or not _denies(attribution):
        return clause.modality
    return "denied" if clause.verb == told.denied.get(attribution.content) else clause.modality


def _denied_verbs(attributions: Sequence[Attribution], clauses: Nearby[Clause]) -> dict[tuple[Span, ...], Span]:
    """The first verb of the content of each denial, by that content; none where no clause lies in it."""
    found = {}
    for content in (one.content for one in attributions if _denies(one)):
        verbs = [clause.verb for piece in content for clause in clauses.to(piece) if piece.holds(clause.verb)]
        if verbs:
            found[content] = min(verbs)
    return found
