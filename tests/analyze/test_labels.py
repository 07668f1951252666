"""Names that open a line before a colon."""

import time

from spacy.language import Language

from dateline.analyze.cast import Cast
from dateline.analyze.labels import find_labels
from dateline.quotation_marks import find_quotations


def test_thousands_of_quotations_take_time_in_proportion(nlp: Language) -> None:
    text = "“The lock stays shut,” she said. " * 6_000
    doc = nlp.make_doc(text)
    cast = Cast(doc, text, "a", (), find_quotations(text))
    start = time.perf_counter()
    assert find_labels(cast) == []
    assert time.perf_counter() - start < 5
