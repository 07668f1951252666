"""Words that say something without a finite verb: parts of a line between its marks, and names with an age."""

from collections.abc import Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

# Marks between parts of a sentence that each say something of their own.
PARTING = frozenset({":", ";"})


def parts_of(sentence: Tokens) -> list[Sequence[Token]]:
    """The parts of a sentence between colons and semicolons."""
    parts: list[list[Token]] = [[]]
    for token in sentence:
        if token.text in PARTING:
            parts.append([])
        else:
            parts[-1].append(token)
    return [part for part in parts if any(sign.isalnum() for token in part for sign in token.text)]


def topmost(part: Sequence[Token]) -> Token:
    """The first word of a part that hangs on none of its other words."""
    first, last = part[0].i, part[-1].i
    return next((token for token in part if token.head == token or not first <= token.head.i <= last), part[0])


def told_by(top: Token) -> Token:
    """The participle or adjective behind a noun that says what became of it ("box left alone", "three dead"), else the noun."""
    said = [child for child in top.children if child.i > top.i and (child.tag_ == "VBN" or child.dep_ in ("amod", "acomp"))]
    return said[0] if said and top.pos_ in ("NOUN", "PROPN", "NUM") else top


def with_age(token: Token) -> list[Token]:
    """The words that name somebody with an age, where a number is one: "Jane Doe, 45", "the 35-year-old ship"."""
    if token.pos_ != "NUM" or not token.is_digit:
        return []
    behind = token.dep_ == "appos" and token.ent_type_ == "DATE" and token.head.pos_ == "PROPN" and token.i - token.head.i == 2
    if behind:
        end = token.i + 1 + (token.i + 1 < len(token.doc) and token.nbor(1).text == ")")
        return list(token.doc[_opening(token.head) : end])
    year = token.head
    if token.dep_ == "nummod" and year.lower_ == "year" and year.head.lower_ == "old":
        noun = year.head.head if year.head.dep_ == "amod" and year.head.head.i > year.head.i else year.head
        return list(token.doc[noun.left_edge.i : noun.i + 1])
    return []


def _opening(noun: Token) -> int:
    """Where a name with the words of office before it begins."""
    start = noun.i
    while start > noun.left_edge.i and noun.doc[start - 1].head in (noun, noun.doc[start]) and not noun.doc[start - 1].is_punct:
        start -= 1
    return start
