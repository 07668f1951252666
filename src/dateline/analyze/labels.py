"""Names that open a line before a colon, as in transcripts and headlines: what follows is what they say."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from dateline.analyze.cast import Cast
from dateline.analyze.cues import Cue
from dateline.analyze.quoted import Draft
from dateline.data import lines

_LONGEST = 5
"""Words of a name with its title; longer phrases before a colon are clauses. By judgement."""
_FEWEST = 4
"""Words that must follow: shorter rests are captions and scores. By judgement: 2 to 6 give the same F."""


def find_labels(cast: Cast) -> list[Draft]:
    """A draft for every line that a person's name and a colon open, unless what follows is a quotation (which has its own)."""
    doc = cast.doc
    opened = {one.start for one in cast.quotations if cast.text[one.start] not in "'‘"}
    found = []
    for start, end in _lines(doc):
        colon = next((token for token in doc[start : min(end, start + _LONGEST + 1)] if token.text == ":"), None)
        if colon is None or colon.i == start or not _names(cast, list(doc[start : colon.i])):
            continue
        rest = [token for token in doc[colon.i + 1 : end] if not token.is_space]
        if len(rest) >= _FEWEST and rest[0].idx not in opened:
            last = rest[-1]
            draft = Draft(Cue(colon, "colon", colon.i, colon.i + 1, (start, colon.i)), "label")
            draft.content.append((rest[0].idx, last.idx + len(last)))
            found.append(draft)
    return found


def _lines(doc: Doc) -> Iterator[tuple[int, int]]:
    start = 0
    for token in doc:
        if "\n" in token.text:
            if token.i > start:
                yield start, token.i
            start = token.i + 1
    if start < len(doc):
        yield start, len(doc)


def _names(cast: Cast, tokens: list[Token]) -> bool:
    """Whether the words before a colon are a person's name, in a headline also a word for who or what speaks."""
    last = tokens[-1]
    if all(token.is_upper or token.is_punct for token in tokens) and len(last) > 2:
        return last.pos_ == "PROPN" or last.lower_ in cast.surnames
    if tokens[0].i == 0 and len(tokens) == 1 and last.lower_ in _speaking():
        return True
    known = last.ent_type_ == "PERSON" or last.lower_ in cast.surnames
    return known and all(token.pos_ == "PROPN" or token.is_punct or token.ent_type_ == "PERSON" for token in tokens)


@cache
def _speaking() -> frozenset[str]:
    """Titles, bodies and documents that a headline names before a colon."""
    nouns = (*lines("titles.txt"), *lines("body_nouns.txt"), *lines("documents.txt"))
    return frozenset(nouns) | {f"{noun}s" for noun in nouns}
