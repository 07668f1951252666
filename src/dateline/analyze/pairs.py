"""What a sentence tells of two actors whose places are given."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from dateline.analyze.acts import Known, Reading, read
from dateline.analyze.actsyntax import VERBS


def read_pair(doc: Doc, source: Sequence[Token], target: Sequence[Token]) -> Reading | None:
    """The act of the predicate that is nearest to both and tells one; None where the text has no word for any."""
    known: Known = {}
    return next((found for token in _order(doc, source, target) for found in [read(token, known)] if found is not None), None)


def _order(doc: Doc, source: Sequence[Token], target: Sequence[Token]) -> list[Token]:
    """The predicates of a text: those above the source, nearest first, then those above the target, then all by distance."""
    own = [token.head for token in _climb(source)][:1] if source and _top(source).dep_ == "poss" else []  # "Norway's offer"
    above = [*own, *(token for token in _climb(source) if token.pos_ in VERBS)]
    toward = [token for token in _climb(target) if token.pos_ in VERBS or token.pos_ == "NOUN"]
    here = _top(source).i if source else 0
    rest = sorted((token for token in doc if token.pos_ in ("VERB", "NOUN")), key=lambda token: (abs(token.i - here), token.i))
    under = [token for top in above[:1] for token in top.subtree if token.pos_ in VERBS]
    return list(dict.fromkeys([*above, *under, *(toward if source else reversed(toward)), *rest]))


def _top(tokens: Sequence[Token]) -> Token:
    """The word of an actor that the others hang from."""
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in inside or token.head.i == token.i), tokens[0])


def _climb(tokens: Sequence[Token]) -> Iterator[Token]:
    """The head of an actor and all words above it, nearest first."""
    if not tokens:
        return
    token = _top(tokens)
    yield token
    while token.head.i != token.i:
        token = token.head
        yield token
