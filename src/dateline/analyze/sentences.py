"""The sentence of a token, looked up: the model's own `Token.sent` walks over the whole text each time it is asked."""

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

_KEY = "dateline_sentences"


def sentence_of(token: Token) -> Tokens:
    """The sentence that a token stands in."""
    starts, numbers = _index(token.doc)
    at = numbers[token.i]
    return token.doc[starts[at] : starts[at + 1]]


def sentence_number(token: Token) -> int:
    """The number of the sentence that a token stands in, from 0."""
    return _index(token.doc)[1][token.i]


def _index(doc: Doc) -> tuple[list[int], list[int]]:
    """Where each sentence starts, with the end of the text, and the number of the sentence of each token; found once a text."""
    found = doc.user_data.get(_KEY)
    if found is None:
        starts, numbers = [], []
        for number, sentence in enumerate(doc.sents):
            starts.append(sentence.start)
            numbers += [number] * len(sentence)
        found = doc.user_data[_KEY] = ([*starts, len(doc)], numbers)
    return found
