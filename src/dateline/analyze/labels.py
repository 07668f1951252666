"""Names that open a line before a colon, as in transcripts and headlines: what follows is what they say."""

from collections import Counter
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from dateline.analyze.cast import Cast, Speaker, fullest_name
from dateline.analyze.cues import Cue
from dateline.analyze.quoted import Draft
from dateline.data import lines

_LONGEST = 5
"""Words of a name with its title; longer phrases before a colon are clauses. By judgement."""
_QUESTIONS = frozenset({"Q", "Question"})
_ANSWERS = frozenset({"A", "Answer"})
_STOPS = frozenset({".", "!", "?", "…", "...", '"', "”", "’"})
_PARAGRAPHS = 4
"""Paragraphs without a label that an answer may run into before the next one. By judgement."""
_FEWEST = 4
"""Words that must follow: shorter rests are captions and scores. By judgement: 2 to 6 give the same F."""


def find_labels(cast: Cast) -> list[Draft]:
    """A draft for every line that a person's name and a colon open, unless what follows is a quotation (which has its own)."""
    doc = cast.doc
    cast.labels.update(_short_labels(cast))
    often = Counter(token.text for token in doc)
    opened = {one.start for one in cast.quotations if cast.text[one.start] not in "'‘"}
    found: list[Draft] = []
    turn: Draft | None = None
    running: list[tuple[int, int]] = []
    for start, end in _lines(doc):
        colon = _label_end(cast, start, end, often)
        if colon is None:
            running += _closed(doc, start, end)
            continue
        _go_on(turn, running)
        turn, running = _turn(doc, start, colon, end, opened), []
        found += [] if turn is None else [turn]
    return found


def _label_end(cast: Cast, start: int, end: int, often: Counter[str]) -> Token | None:
    """The colon behind a name or a "Q" that opens a line; None where none does."""
    colon = next((token for token in cast.doc[start : min(end, start + _LONGEST + 1)] if token.text == ":"), None)
    if colon is None or colon.i == start:
        return None
    words = list(cast.doc[start : colon.i])
    return colon if _label(words) in _QUESTIONS or _names(cast, words, often) else None


def _turn(doc: Doc, start: int, colon: Token, end: int, opened: set[int]) -> Draft | None:
    """What a labelled line says; None for a question, for a few words and for a quotation, which has its own attribution."""
    rest = [token for token in doc[colon.i + 1 : end] if not token.is_space]
    if len(rest) < _FEWEST or rest[0].idx in opened or doc[start : colon.i].text in _QUESTIONS:
        return None
    content = (rest[0].idx, rest[-1].idx + len(rest[-1]))
    return Draft(Cue(colon, "colon", colon.i, colon.i + 1, (start, colon.i)), "label", [content])


def _go_on(turn: Draft | None, running: list[tuple[int, int]]) -> None:
    """Give the paragraphs up to the next label to the one who has the turn, unless they are too many for an answer."""
    if turn is not None and len(running) <= _PARAGRAPHS:
        turn.content += running


def _closed(doc: Doc, start: int, end: int) -> list[tuple[int, int]]:
    """The place of a line without a label that is a sentence, not a heading."""
    words = [token for token in doc[start:end] if not token.is_space]
    if not words or words[-1].text not in _STOPS:
        return []
    return [(words[0].idx, words[-1].idx + len(words[-1]))]


def _lines(doc: Doc) -> Iterator[tuple[int, int]]:
    start = 0
    for token in doc:
        if "\n" in token.text:
            if token.i > start:
                yield start, token.i
            start = token.i + 1
    if start < len(doc):
        yield start, len(doc)


def _names(cast: Cast, tokens: list[Token], often: Counter[str]) -> bool:
    """Whether the words before a colon are a person's name, in a headline also a word for who or what speaks."""
    last = tokens[-1]
    if _label(tokens) in cast.labels:
        return True
    if all(token.is_upper or token.is_punct for token in tokens) and len(last) > 2:
        return last.pos_ == "PROPN" or last.lower_ in cast.surnames
    if tokens[0].i == 0 and len(tokens) == 1 and last.lower_ in _speaking():
        return True
    known = last.ent_type_ == "PERSON" or last.lower_ in cast.surnames
    # One word that the text has nowhere else is a heading, whatever it was taken for ("Background: …").
    if len(tokens) == 1 and often[last.text] == 1:
        return False
    return known and all(token.pos_ == "PROPN" or token.is_punct or token.ent_type_ == "PERSON" for token in tokens)


def _label(tokens: list[Token]) -> str:
    return " ".join(token.text for token in tokens)


def _short_labels(cast: Cast) -> dict[str, Speaker]:
    """Who stands behind short labels that come twice or more: initials, and "A" for whom an interview is with."""
    firsts = [list(cast.doc[start : min(end, start + 2)]) for start, end in _lines(cast.doc)]
    short = [pair[0] for pair in firsts if len(pair) == 2 and pair[1].text == ":"]
    count = Counter(token.text for token in short)
    found = {}
    for label in sorted(label for label in count if count[label] > 1):
        if label in _ANSWERS:
            asked = any(question in count for question in _QUESTIONS)
            speaker = _introduced(cast, short[0].idx) if asked else None
        else:
            speaker = _with_initials(cast, label) if label.isupper() and 1 < len(label) < _LONGEST else None
        if speaker is not None:
            found[label] = speaker
    return found


def _introduced(cast: Cast, end: int) -> Speaker | None:
    """The person that an interview is with: the only one named before it, or the one named more often than others."""
    named = Counter(fullest_name(cast, one) for one in cast.mentions if one.kind == "person" and one.span.start < end)
    first = named.most_common(2)
    if not first or (len(first) > 1 and first[0][1] == first[1][1]):
        return None
    return Speaker(first[0][0].name, first[0][0].span, person=True)


def _with_initials(cast: Cast, label: str) -> Speaker | None:
    """The one person of a text whose initials these are."""
    people = {one for one in (fullest_name(cast, one) for one in cast.mentions if one.kind == "person") if " " in one.name}
    fitting = [one for one in people if "".join(word[0] for word in one.name.split()) == label]
    return Speaker(fitting[0].name, fitting[0].span, person=True) if len(fitting) == 1 else None


@cache
def _speaking() -> frozenset[str]:
    """Titles, bodies and documents that a headline names before a colon."""
    nouns = (*lines("titles.txt"), *lines("body_nouns.txt"), *lines("documents.txt"))
    return frozenset(nouns) | {f"{noun}s" for noun in nouns}
