"""Documents as sources: whose words a statement or letter holds, and what only carries the words of somebody named."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from dateline.analyze.cues import lemma_of
from dateline.data import lines, table

_LINKS = frozenset({"by", "from"})


def author_of(paper: Token) -> Token | None:
    """The noun of who wrote or said what a document holds; None for what is no such document or nobody's."""
    if paper.pos_ != "NOUN" or paper.lemma_.lower() not in _nouns("papers", "nouns") | _nouns("channels", "nouns"):
        return None
    owners = (one for one in _owners(paper) if one.ent_type_ not in ("DATE", "TIME") and one.pos_ in ("NOUN", "PROPN", "PRON"))
    return next(owners, None)


def is_channel(noun: Token) -> bool:
    """Whether a noun only carries words that somebody else has said, as a translation or a recording does."""
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in _nouns("channels", "nouns")


def _owners(paper: Token) -> Iterator[Token]:
    """Whose a document is: by the possessive, by whom it was made, on whose page it stands, whose remarks it tells."""
    carries = is_channel(paper)
    if not carries:
        yield from (child for child in paper.children if child.dep_ == "poss")
    for child in paper.children:
        if child.dep_ == "prep" and child.lower_ in _LINKS and not carries:
            yield from _objects(child)
        elif child.dep_ == "acl" and child.tag_ == "VBN" and lemma_of(child) in _nouns("made", "verbs") and not carries:
            yield from (one for agent in child.children if agent.lower_ == "by" for one in _objects(agent))
        elif child.lower_ == "on" and not carries:
            yield from _behind(child, _nouns("kept", "nouns"))
        elif child.lower_ == "of" and carries:
            yield from _behind(child, _nouns("channels", "of"))
    if not carries and paper.lemma_.lower() not in _nouns("lodged", "nouns"):
        yield from (one for one in paper.children if one.dep_ in ("compound", "amod") and one.lower_ in _bodies())


def _objects(link: Token) -> Iterator[Token]:
    return (child for child in link.children if child.dep_ == "pobj")


def _behind(link: Token, nouns: frozenset[str]) -> Iterator[Token]:
    """Whose the thing behind a preposition is, if it is one of those."""
    things = (one for one in _objects(link) if one.lemma_.lower() in nouns)
    for thing in things:
        yield from (child for child in thing.children if child.dep_ == "poss")
        yield from (one for child in thing.children if child.lower_ in _LINKS for one in _objects(child))


@cache
def _nouns(section: str, key: str) -> frozenset[str]:
    return frozenset(str(table("papers.toml")[section][key]).split())


@cache
def _bodies() -> frozenset[str]:
    return frozenset((*lines("body_nouns.txt"), *lines("institutions.txt"), *lines("firms.txt")))
