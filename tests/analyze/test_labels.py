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


def test_a_word_that_stands_nowhere_else_is_a_heading_and_nobodys_name(nlp: Language) -> None:
    def labelled(text: str) -> int:
        return len(find_labels(Cast(nlp(text), text, "a", (), find_quotations(text))))

    head = "Pay talks at the ferry line end\n\nMs Renn spoke for the line on Monday night.\n\n"
    assert labelled(head + "Renn: We have offered what we can and will not offer more.") == 1
    assert labelled(head + "Background: The line serves about 212,000 passengers each year.") == 0
