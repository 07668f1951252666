"""What restricts a count: the places and groups named in its noun phrase, and whether it is only a part of a whole."""

from collections.abc import Iterator
from functools import cache
from itertools import islice

from spacy.tokens import Token

from dateline.analyze.counted import plain
from dateline.analyze.sentences import sentence_of
from dateline.data import lines, table

PART = "among them"
_KINDS = frozenset(("GPE", "LOC", "NORP", "FAC", "ORG"))
_TIES = frozenset(("prep", "pobj", "acl", "poss", "compound", "amod", "nmod", "relcl", "case", "appos"))
_OF_WHOLE = tuple(f"of {word} " for word in ("the", "them", "whom", "those", "these", "his", "her", "its", "their", "our", "my"))
_APART = frozenset(("including", "included", "excluding", "except", "unlike", "like", "with", "besides"))


@cache
def _countries() -> dict[str, str]:
    """The country of each demonym and short name ("british" and "uk" give "united kingdom")."""
    pairs = (line.split(" = ", 1) for line in lines("demonyms.txt"))
    return {form: country.lower() for country, forms in pairs for form in (*forms.lower().split(", "), country.lower())}


@cache
def _partial() -> frozenset[str]:
    return frozenset(table("numbers.toml")["partial"]["before"])


def country_word(name: str) -> str:
    """The country a demonym or short name stands for, in lower case; any other name as it is."""
    low = name.lower().replace(".", "").removesuffix("'s").removesuffix("’s").removeprefix("the ")
    return _countries().get(low, low)


def scope_of(first: Token, last: Token, base: Token) -> tuple[str, ...]:
    """The places and groups that restrict a count, sorted; `among them` where it is a part of another or comes on top of it."""
    names = {country_word(name) for name in _names(first, last, base)}
    if _part(first, last):
        names.add(PART)
    return tuple(sorted(names))


def _names(first: Token, last: Token, base: Token) -> Iterator[str]:
    """The names inside the phrase, from its possessor to the end of what is tied to its noun."""
    doc, seen = first.doc, set()
    for token in _tied(base):
        if token.ent_type_ in _KINDS and token.i not in range(first.i, last.i + 1):
            entity = next((ent for ent in sentence_of(token).ents if ent.start <= token.i < ent.end), None)
            if entity is not None and entity.start not in seen and not entity.start <= base.i < entity.end:
                seen.add(entity.start)
                yield doc[entity.start : entity.end].text
    if base.ent_type_ in ("NORP", "GPE"):
        yield plain(base)
    yield from _fronted(base)


def _fronted(base: Token) -> Iterator[str]:
    """The place that opens the clause of a count ("In Marrow, 19 people have died")."""
    for verb in islice((above for above in base.ancestors if above.pos_ == "VERB"), 2):
        for child in verb.children:
            if child.i < base.i and child.dep_ == "prep" and child.lower_ in ("in", "at"):
                yield from (ent.text for ent in child.doc[child.i : child.right_edge.i + 1].ents if ent.label_ in ("GPE", "LOC"))


def _tied(base: Token) -> Iterator[Token]:
    """The tokens tied to a noun by prepositions, possessives and modifiers, breadth first, at most 30."""
    queue = [base]
    for token in queue:
        if len(queue) > 30:
            return
        children = [child for child in token.children if child.dep_ in _TIES and child.lower_ not in _APART]
        queue.extend(children)
        yield from children


def _part(first: Token, last: Token) -> bool:
    """Whether a word says that the number is part of another ("including 10", "another 20", "two of the dead")."""
    doc = first.doc
    before = doc[max(sentence_of(first).start, first.i - 4) : first.i].text.lower()
    after = doc[last.i + 1 : min(sentence_of(first).end, last.i + 4)].text.lower()
    return any(f" {word} " in f" {before} " for word in _partial()) or f"{after} ".startswith(_OF_WHOLE)
