"""Denials beside what they deny: by a pronoun ("The ministry denied this."), or by the same verb in what is quoted next to it."""

import re
from collections.abc import Iterator, Mapping, Sequence

from dateline.data import lines
from dateline.disagreements.finding import Finding, Pair
from dateline.predicates import negative, same_predicate, vouches
from dateline.types import Article, Statement
from dateline.words import normal_form

FALSE = frozenset(lines("false.txt"))
EMPTY = frozenset(lines("empty_verbs.txt"))
POINTING = frozenset({"this", "that", "it", "these", "those", "all this", "all that", "all of this", "all of it"})
VAGUE = ("some ", "several ", "many ", "other ", "certain ", "various ", "unnamed ")
# What is turned down may be an offer: it is a denial only of what somebody is said to say.
TURNING_DOWN = frozenset({"reject", "dismiss"})
GOING_ON = frozenset({"He", "She", "It", "They"})
IS = re.compile(r"\b(?:is|are|was|were)\b|['’]s\b")
# Words before what is taken for granted: who denies "they knew that it leaked" does not deny that it leaked.
GRANTED = re.compile(rf"\b(?:{'|'.join(lines('factive.txt'))})\b[^.;:,]{{0,24}}$", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?][”’\"')\]]*\s")
# An answer is to the sentence before it, at most this many code points back.
NEAR = 400
# Statements behind one that are looked at for a reply to it, and code points between a sentence and what opens the next.
NEXT = 8
OPENS = 4


def find_answers(statements: Sequence[Statement], articles: Mapping[str, Article]) -> Iterator[Finding]:
    """The denials that stand beside what they deny, each against one statement."""
    by_article: dict[str, list[Statement]] = {}
    for statement in statements:
        if statement.figure is None:
            by_article.setdefault(statement.article, []).append(statement)
    for article in sorted(by_article):
        told = sorted(by_article[article], key=lambda statement: statement.span)
        text = articles[article].text
        for at, one in enumerate(told):
            denied = _before(one, told, text) if _points_back(one, text) else None
            if denied is not None and _is_said(denied, one):
                pair = Pair(denied, _in_words(one, told[at + 1 :][:NEXT], text), articles)
                yield _denial(pair, "an answer to the sentence before it")
            for other in told[at + 1 :][:NEXT]:
                if _replies(one, other):
                    pair = Pair(*((other, one) if negative(one) else (one, other)), articles)
                    yield _denial(pair, "denied by the one who is cited")


def _denial(pair: Pair, reason: str) -> Finding:
    values = (pair.text(pair.left.span), "asserted"), (pair.text(pair.right.span), "denied")
    return pair.found("negation", "denial", reason, *values)


def _is_said(statement: Statement, answer: Statement) -> bool:
    """Whether the answer to a statement is a denial: not where nobody that could be named says it ("some reports suggested")."""
    if statement.attribution is None:
        return answer.predicate not in TURNING_DOWN
    return not (statement.attribution.speaker or "").lower().startswith(VAGUE)


def _points_back(statement: Statement, text: str) -> bool:
    """Whether a statement only says that what was said before is not so; who "dismissed her" did not."""
    if statement.polarity == "negated" or statement.modality == "denied":
        return False
    if statement.predicate in FALSE:
        called = statement.predicate != "lie" or IS.search(text, statement.span.start, statement.span.end)  # a dog may lie
        return bool(called) and not any(slot.role == "subject" and slot.terms for slot in statement.slots)
    if normal_form(statement.predicate) != "deny":
        return False
    objects = [text[slot.span.start : slot.span.end].lower() for slot in statement.slots if slot.role == "object"]
    return len(objects) == 1 and objects[0] in POINTING


def _before(answer: Statement, told: Sequence[Statement], text: str) -> Statement | None:
    """The first statement that somebody is said to make in the sentence that ends before the answer's, else its first.

    A quotation that only goes on about somebody ("“He threatened me,” she said") is one with the sentence before it.
    """
    start = _sentence_start(text, answer.span.start)
    earlier = _sentence_start(text, max(0, start - 2))
    found = _main(told, earlier, start)
    if found is not None and _goes_on(found, text):
        sentence = _sentence_start(text, max(0, earlier - 2))
        above = _main(told, sentence, earlier)
        found = above if above is not None and above.attribution is not None else found
    if found is None or GRANTED.search(text[_sentence_start(text, found.span.start) : found.span.start]):
        return None
    return found


def _main(told: Sequence[Statement], start: int, end: int) -> Statement | None:
    inside = [one for one in told if start <= one.span.start and one.span.end <= end and end - one.span.start < NEAR]
    return max(inside, key=lambda one: (one.attribution is not None, -one.span.start, len(one.lemmas)), default=None)


def _goes_on(statement: Statement, text: str) -> bool:
    """Whether a quoted statement begins with one who was named before."""
    first = text[statement.span.start : statement.span.end].split(" ", 1)[0]
    return statement.attribution is not None and statement.attribution.kind == "direct" and first in GOING_ON


def _in_words(answer: Statement, behind: Sequence[Statement], text: str) -> Statement:
    """What is quoted right behind a denial if it says what is not so (“She never saw it,” …), else the denial itself."""
    end = SENTENCE_END.search(text, answer.span.end)
    quoted = (one for one in behind if one.attribution is not None and negative(one))
    found = next((one for one in quoted if end is not None and 0 <= one.span.start - end.end() <= OPENS), None)
    return answer if found is None else found


def _replies(one: Statement, other: Statement) -> bool:
    """Whether two who are cited side by side say of one act that it is so and that it is not."""
    if negative(one) == negative(other) or not same_predicate(one, other) or one.predicate in EMPTY:
        return False
    if {"possible", "planned"} & {one.modality, other.modality} or other.span.start - one.span.end > NEAR:
        return False
    cited, answering = one.attribution, other.attribution
    if cited is None or answering is None or not (vouches(cited) and vouches(answering)) or cited.speaker == answering.speaker:
        return False
    ones, others = (_told_of(statement) for statement in (one, other))
    return not (ones and others) or not ones.isdisjoint(others)


def _told_of(statement: Statement) -> set[str]:
    """The words for what a statement tells of, beside its verb."""
    return {term for slot in statement.slots for term in slot.terms} - {normal_form(statement.predicate)}


def _sentence_start(text: str, offset: int) -> int:
    """Where the sentence that holds a character begins."""
    ends = [match.end() for match in SENTENCE_END.finditer(text, max(0, offset - NEAR), offset)]
    return ends[-1] if ends else max(0, offset - NEAR)
