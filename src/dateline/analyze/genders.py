"""Whether a named person is called "he" or "she" in an article."""

from collections import Counter
from collections.abc import Callable
from functools import cache

from spacy.tokens import Doc, Token

from dateline.analyze.sentences import sentence_of
from dateline.data import table
from dateline.types import Mention

_SURE, _LIKELY = 8, 3
"""What a title or a word of kin counts for against a given name, and either against one pronoun: by judgement."""
_PRONOUNS = {"he": "he", "his": "he", "himself": "he", "she": "she", "her": "she", "herself": "she"}


def genders_of(
    doc: Doc, persons: list[Mention], full: Callable[[Mention], str], beside: Callable[[Mention], set[str]]
) -> dict[str, str]:
    """ "he" or "she" by the fullest name of each person: from titles, words of kin, given names, and pronouns that follow."""
    votes: dict[str, Counter[str]] = {}
    text = doc.text
    for mention in persons:
        found = votes.setdefault(full(mention), Counter())
        for words, kind, weight in (
            (_before(text, mention), "titles", _SURE),
            (beside(mention), "nouns", _SURE),
            ({mention.name.split()[0].lower()}, "given", _LIKELY),
        ):
            found.update({gender: weight for word in sorted(words) if (gender := _table(kind).get(word)) is not None})
    for mention, gender in _followed(doc, persons):
        votes[full(mention)][gender] += 1
    return {name: max(found, key=lambda one: found[one]) for name, found in votes.items() if found["he"] != found["she"]}


def is_given_name(word: str) -> bool:
    """Whether a word is in our list of given names."""
    return word.lower() in _table("given")


@cache
def _table(kind: str) -> dict[str, str]:
    rows = table("gendered.toml")[kind]
    return {word: gender for gender in ("he", "she") for word in str(rows[gender]).split()}


def _before(text: str, mention: Mention) -> set[str]:
    """The word before a name, lower-case."""
    words = text[max(0, mention.span.start - 12) : mention.span.start].split()
    return {words[-1].rstrip(".").lower()} if words else set()


def _followed(doc: Doc, persons: list[Mention]) -> list[tuple[Mention, str]]:
    """The persons who are alone in their sentence with the first pronoun behind them there."""
    inside: dict[int, list[Mention]] = {}
    pronouns: dict[int, list[Token]] = {}
    for mention in persons:
        piece = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
        if piece is not None:
            inside.setdefault(sentence_of(piece[0]).start, []).append(mention)
    for token in doc:
        if token.lower_ in _PRONOUNS:
            pronouns.setdefault(sentence_of(token).start, []).append(token)
    alone = [(at, named[0]) for at, named in inside.items() if len({one.name for one in named}) == 1]
    behind = [(one, next((each for each in pronouns.get(at, ()) if each.idx > one.span.end), None)) for at, one in alone]
    return [(one, _PRONOUNS[token.lower_]) for one, token in behind if token is not None]
