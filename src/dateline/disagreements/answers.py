"""Denials that name what they deny by a pronoun: "The ministry denied this." "That is untrue." """

import re
from collections.abc import Iterator, Mapping, Sequence

from dateline.data import lines
from dateline.disagreements.finding import Finding, Pair
from dateline.types import Article, Statement
from dateline.words import normal_form

FALSE = frozenset(lines("false.txt"))
POINTING = frozenset({"this", "that", "it", "these", "those", "all this", "all that", "all of this", "all of it"})
VAGUE = ("some ", "several ", "many ", "other ", "certain ", "various ", "unnamed ")
SENTENCE_END = re.compile(r"[.!?][”’\"')\]]*\s")
# An answer is to the sentence before it, at most this many code points back.
NEAR = 400


def find_answers(statements: Sequence[Statement], articles: Mapping[str, Article]) -> Iterator[Finding]:
    """The denials that point back, each against the main statement of the sentence before it."""
    by_article: dict[str, list[Statement]] = {}
    for statement in statements:
        if statement.figure is None:
            by_article.setdefault(statement.article, []).append(statement)
    for article in sorted(by_article):
        told = sorted(by_article[article], key=lambda statement: statement.span)
        text = articles[article].text
        for answer in (one for one in told if _points_back(one, text)):
            denied = _before(answer, told, text)
            if denied is not None and not _vague(denied):
                pair = Pair(denied, answer, articles)
                values = (pair.text(denied.span), "asserted"), (pair.text(answer.span), "denied")
                yield pair.found("negation", "denial", "an answer to the sentence before it", *values)


def _vague(statement: Statement) -> bool:
    """Whether nobody that could be named says it ("some reports suggested"): a denial of it is no disagreement of two sources."""
    speaker = "" if statement.attribution is None else statement.attribution.speaker or ""
    return speaker.lower().startswith(VAGUE)


def _points_back(statement: Statement, text: str) -> bool:
    """Whether a statement only says that what was said before is not so; who "dismissed her" did not."""
    if statement.polarity == "negated" or statement.modality == "denied":
        return False
    if statement.predicate in FALSE:
        return not any(slot.role == "subject" and slot.terms for slot in statement.slots)
    if normal_form(statement.predicate) != "deny":
        return False
    objects = [text[slot.span.start : slot.span.end].lower() for slot in statement.slots if slot.role == "object"]
    return len(objects) == 1 and objects[0] in POINTING


def _before(answer: Statement, told: Sequence[Statement], text: str) -> Statement | None:
    """The first statement that somebody is said to make in the sentence that ends before the answer's, else its first."""
    start = _sentence_start(text, answer.span.start)
    earlier = _sentence_start(text, max(0, start - 2))
    inside = [one for one in told if earlier <= one.span.start and one.span.end <= start and start - one.span.end < NEAR]
    return max(inside, key=lambda one: (one.attribution is not None, -one.span.start, len(one.lemmas)), default=None)


def _sentence_start(text: str, offset: int) -> int:
    """Where the sentence that holds a character begins."""
    ends = [match.end() for match in SENTENCE_END.finditer(text, max(0, offset - NEAR), offset)]
    return ends[-1] if ends else max(0, offset - NEAR)
