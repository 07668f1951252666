"""Whether what the grammar took for a time is one where it stands, as far as tags and names tell."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dateline.data import table

NAMED = frozenset({"PERSON", "ORG", "FAC", "PRODUCT", "WORK_OF_ART", "GPE", "LOC", "NORP"})
COUNTED = frozenset({"CARDINAL", "QUANTITY", "MONEY", "PERCENT"})
DATED = frozenset({"DATE", "TIME", "EVENT"})
CLOCK_LED = frozenset({"at", "by", "from", "until", "till", "around"})
SECONDS = 2  # colons in a clock time that has seconds
# Months that are also names or other words.
OTHER_WORDS = frozenset({"march", "april", "may", "june", "august", "jan", "mar", "dec", "jun", "sep"})


@dataclass(frozen=True, slots=True)
class Syntax:
    """A parsed document with its tokens found by code point."""

    doc: Doc
    starts: list[int]

    @classmethod
    def of(cls, doc: Doc) -> "Syntax":
        """The syntax of a document."""
        return cls(doc, [token.idx for token in doc])

    def between(self, start: int, end: int) -> list[Token]:
        """The tokens that share a character with a stretch of text, which is not empty."""
        first = max(0, bisect_right(self.starts, start) - 1)
        return [self.doc[place] for place in range(first, bisect_right(self.starts, end - 1))]


def is_time(syntax: Syntax, rule: str, start: int, end: int) -> bool:
    """Whether what a rule of the grammar found is a time where it stands, as far as tags and names tell."""
    tokens = syntax.between(start, end)
    test = TESTS.get(rule)
    return test(tokens) if test else True


def _is_frequency(tokens: list[Token]) -> bool:
    """`daily` as an adjective or adverb, neither a paper nor part of a name."""
    word = tokens[0]
    if word.is_sent_start and word.i + 1 < len(word.doc) and word.nbor().is_lower and word.nbor().tag_.startswith("NN"):
        return True  # "Quarterly reports", which the tagger takes for a name
    return not word.tag_.startswith("NN") and (word.ent_type_ not in NAMED or word.text.islower())


def _is_length(tokens: list[Token]) -> bool:
    return tokens[0].ent_type_ not in NAMED


def _is_day(tokens: list[Token]) -> bool:
    """Not the end of a name such as that of a paper or a show."""
    word = tokens[-1]
    if word.i == 0 or word.is_sent_start or not word.text[0].isupper():
        return True
    is_named = word.ent_iob_ == "I" and word.ent_type_ in NAMED
    return not is_named and (word.lower_ not in {"today", "now"} or word.nbor(-1).pos_ != "PROPN")


def word_before(token: Token) -> str:
    """The lower case word before a token; empty at the start of the text."""
    return token.nbor(-1).lower_ if token.i else ""


def _is_month(tokens: list[Token]) -> bool:
    month, led = tokens[-1], word_before(tokens[0]) in table("times.toml")["before"]["date"]
    if tokens[0].i and not tokens[0].is_sent_start and tokens[0].nbor(-1).pos_ == "PROPN":
        return False
    if len(tokens) > 1 or month.ent_type_ in {"DATE", "TIME"}:
        return month.tag_ != "MD"
    if month.lower_ in OTHER_WORDS and (month.tag_ == "MD" or month.tag_.startswith("VB") or not led):
        return False
    return month.ent_type_ not in NAMED or (led and month.ent_type_ != "PERSON")


def _is_year(tokens: list[Token]) -> bool:
    """A year by its name tag or the word before it; a round number before a plural is a count, one after "Flight" a label."""
    number, before, words = tokens[-1], word_before(tokens[0]), table("times.toml")["before"]
    after = number.nbor() if number.i + 1 < len(number.doc) else None
    if before in words["label"] or before.isdecimal():
        return False
    is_counted, is_dated = number.ent_type_ in COUNTED, number.ent_type_ in DATED
    if after is not None and (after.tag_ in {"NNS", "CD"} or after.text in {"%", "percent"}):
        return not number.text.endswith("00") and (is_dated or (before in words["firm"] and not is_counted))
    return is_dated or before in words["firm"] or (before in words["date"] and not is_counted) or len(tokens) > 1


def _is_clock(tokens: list[Token]) -> bool:
    """Not a time that somebody took ("ran it in 2:03:15")."""
    word = tokens[0]
    return word.text.count(":") < SECONDS or len(tokens) > 1 or word_before(word) in CLOCK_LED


TESTS: dict[str, Callable[[list[Token]], bool]] = {
    "bare month": _is_month,
    "clock": _is_clock,
    "year": _is_year,
    "repeated": _is_frequency,
    "vague": _is_length,
    "today": _is_day,
    "now": _is_day,
    "weekday": _is_day,
}
