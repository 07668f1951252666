"""The two sides of a pair as they are judged: their words, the day they were told, whose word they are, and what they deny."""

import re
from dataclasses import dataclass

from dateline.data import lines
from dateline.disagreements.finding import Pair
from dateline.predicates import negative
from dateline.types import Article, Span, Statement, TimeRef
from dateline.words import normal_form

FINDERS = frozenset(lines("finders.txt"))
FALSE = frozenset(lines("false.txt")) - {"lie"}  # a village may lie by the river
RELEASES = frozenset(lines("releases.txt"))
PENDING = frozenset(lines("pending.txt"))
EMPTY = frozenset(lines("empty_verbs.txt"))
# Words of a source that do not tell one from another.
IDLE = frozenset(lines("idle_source_words.txt"))
WORD = re.compile(r"\w+")
SENTENCE_END = re.compile(r"[.!?][”’\"')\]]*\s")
AROUND = 240  # code points of a sentence on either side of a statement that are looked at
LEAD = 600  # code points in which a page that is a body's own names that body
HEAD = 8  # lines among which one may call a page a press release
NEGATION = re.compile(r"\b(?:no|not|never|none|nobody|nothing|neither|nor)\b|n['’]t\b", re.IGNORECASE)
# "Not the captain but his mate" and "not 90,000 quite": a "not" that leaves what is asserted as it is.
CONTRAST = re.compile(r"\bnot\b[^.;]{0,80}\bbut\b|,\s+not\b|\bnot (?:only|just)\b", re.IGNORECASE)
MEASURED = re.compile(
    r"\bn(?:ot|o|ever)\b (?:quite|even|one more|(?:more|fewer|less|later|earlier) than)"
    r"|\bnot\b[^.;]{0,80}\b(?:until\b|before (?:\d|tomorrow|next))|\bnever\b[^.;]{0,80}\b(?:more|less|before|so)\b",
    re.IGNORECASE,
)
DENYING = re.compile(rf"\b(?:{'|'.join(lines('denying.txt'))})\b", re.IGNORECASE)
DENYING_BEFORE = 60  # code points: "found no evidence that the crew …"
END = re.compile(r"\b(?:until|till|by|before|up to and including)\s(?:the\s)?(?:end of\s)?$", re.IGNORECASE)
START = re.compile(r"\b(?:since|from|after)\s(?:the\s)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Side:
    """A statement with its words, the words of its sentence before it, that sentence, and the day it was told ("" if unknown)."""

    statement: Statement
    article: Article
    words: str
    before: str
    sentence: str
    day: str


def side_of(pair: Pair, statement: Statement) -> Side:
    """One side of a pair; a page without a day came out no earlier than what it tells of."""
    article, span = pair.articles[statement.article], statement.span
    head = article.text[max(0, span.start - AROUND) : span.start]
    before = SENTENCE_END.split(head)[-1].rsplit("\n", 1)[-1]
    after = SENTENCE_END.split(article.text[span.end : span.end + AROUND].split("\n", 1)[0])[0]
    words, time = pair.text(span), statement.time
    day = pair.day(statement)
    if not day and time is not None and statement.modality == "happened" and time.granularity in ("day", "week"):
        day = time.latest or ""
    return Side(statement, article, words, before, before + words + after, day)


def by_day(left: Side, right: Side) -> tuple[Side, Side]:
    """The two sides, the one told earlier first; where a day is not known, as they come."""
    return (right, left) if right.day < left.day else (left, right)


def in_order(left: Side, right: Side) -> bool:
    """Whether it is known which side was told on the later day."""
    return bool(left.day and right.day and left.day != right.day)


def sources(side: Side) -> set[str]:
    """The words that name whose word a side is: its source, who plans what is planned, or the body whose own page it is."""
    statement = side.statement
    if statement.attribution is not None:
        named, source = statement.attribution.speaker, statement.attribution.source
        return _terms(named) if named else set() if source is None else words_of(side, source)
    planned = statement.modality == "planned" and statement.predicate not in EMPTY
    planners = {term for slot in statement.slots if planned and slot.role == "subject" and slot.entity for term in slot.terms}
    return planners or (_terms(side.article.outlet or "") if own_word(side) else set())


def words_of(side: Side, span: Span) -> set[str]:
    """The telling words of a source that stands in the article of a side."""
    return _terms(side.article.text[span.start : span.end])


def _terms(words: str) -> set[str]:
    return {normal_form(word) for word in WORD.findall(words)} - IDLE


def own_word(side: Side) -> bool:
    """Whether a side stands unattributed in what a body has put out itself: a release, or a page that begins with its outlet."""
    article = side.article
    if side.statement.attribution is not None:
        return False
    head = [*article.text.split("\n", HEAD)[:HEAD], *article.matter.splitlines()]
    called = any(line.strip(" \t*-–—:.•|").lower() in RELEASES for line in head)
    return called or bool(article.outlet and article.outlet in article.text[:LEAD])


def finds(side: Side) -> bool:
    """Whether a side is a finding or a record: that of a court or a board, or what the files show."""
    attribution = side.statement.attribution
    spans = [slot.span for slot in side.statement.slots if slot.role == "subject" and attribution is None]
    spans += [attribution.source] if attribution is not None and attribution.source is not None else []
    told = [side.article.text[span.start : span.end] for span in spans] + ([attribution.speaker or ""] if attribution else [])
    return not FINDERS.isdisjoint(word.lower() for word in WORD.findall(" ".join(told)))


def against(side: Side) -> bool:
    """Whether a side says that something is not so: by its verb, its source's, or a phrase ("free of", "no evidence that")."""
    statement = side.statement
    if negative(statement):
        first, _, rest = side.words.rpartition(":")
        elsewhere = NEGATION.search(first) is not None and NEGATION.search(rest) is None
        return not (elsewhere or CONTRAST.search(side.sentence) or MEASURED.search(side.words))
    cited = statement.attribution
    denies = cited is not None and cited.polarity == "denied" and cited.cue is not None and statement.span.holds(cited.cue)
    return denies or statement.predicate in FALSE or DENYING.search(side.before[-DENYING_BEFORE:] + side.words) is not None


def stage(side: Side) -> int:
    """How far what a side tells has come: 0 it is so, 1 it is planned or still to come, 2 it is not decided."""
    one = side.statement
    if not negative(one) and (one.modality == "possible" or one.predicate in PENDING):
        return 2
    ahead = one.time is not None and bool(side.day) and (one.time.earliest or "") > side.day and boundary(side, one.time) != "end"
    return int(one.modality == "planned" or (ahead and not negative(one)))


def boundary(side: Side, time: TimeRef) -> str:
    """Whether a time is told as the "start" or the "end" of something, or else "" ("since 9 March", "until Monday")."""
    before = side.article.text[max(0, time.span.start - 24) : time.span.start]
    return "start" if START.search(before) else "end" if END.search(before) else ""
