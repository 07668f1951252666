"""Names that open a line before a colon, as in transcripts and headlines: what follows is what they say."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dateline.analyze.cues import Cue
from dateline.analyze.quoted import Draft
from dateline.quotation_marks import Quotation

_LONGEST = 5
"""Words of a name with its title; longer phrases before a colon are clauses. By judgement."""
_FEWEST = 4
"""Words that must follow: shorter rests are captions and scores. By judgement: 2 to 6 give the same F."""


def find_labels(doc: Doc, quotations: tuple[Quotation, ...]) -> list[Draft]:
    """A draft for every line that a person's name and a colon open, unless what follows is a quotation (which has its own)."""
    opened = {one.start for one in quotations}
    found = []
    for start, end in _lines(doc):
        colon = next((token for token in doc[start : min(end, start + _LONGEST + 1)] if token.text == ":"), None)
        if colon is None or colon.i == start or not _is_name(list(doc[start : colon.i])):
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


def _is_name(tokens: list[Token]) -> bool:
    last = tokens[-1]
    person = last.ent_type_ == "PERSON" or (last.is_upper and len(last) > 2)
    return person and all(token.pos_ == "PROPN" or token.is_punct for token in tokens)
