"""Who a quote is said to be by."""

import pytest
from articles import article

from dateline.types import Attribution, Entity, Span
from dateline.views.names import index_names
from dateline.views.quotes import tell_speaker

TEXT = "Anna Lindqvist and Robert Keller said the border would reopen."


@pytest.mark.parametrize(
    ("words", "joint", "entity"),
    [("Robert Keller", False, "e2"), ("Anna Lindqvist and Robert Keller", True, None)],
)
def test_the_word_of_two_is_that_of_neither(words: str, joint: bool, entity: str | None) -> None:
    page = article(TEXT)

    def span(name: str) -> Span:
        return Span(page.id, TEXT.index(name), TEXT.index(name) + len(name))

    people = [("e1", "Anna Lindqvist"), ("e2", "Robert Keller")]
    names = index_names([Entity(key, name, "person", (), (), (span(name),)) for key, name in people])
    one = Attribution(span(words), words, None, None, (span("the border would reopen"),), "indirect", "said", joint=joint)
    speaker = tell_speaker(one, names, {page.id: page})
    assert speaker is not None and speaker.evidence is not None
    assert (speaker.name, speaker.entity, speaker.evidence.exact) == (words, entity, words)
