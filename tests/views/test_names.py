"""Which entity the words that name a speaker speak of."""

import pytest

from dateline.types import Entity, Span
from dateline.views.names import index_names

TEXT = "police in Varn; Varn police; Olga Brandt, mayor of Varn; Varn; the Dock Board (DB)"


def spoken(words: str) -> str | None:
    def spans(name: str) -> tuple[Span, ...]:
        return tuple(Span("a", start, start + len(name)) for start in range(len(TEXT)) if TEXT.startswith(name, start))

    names = index_names(
        [
            Entity("e1", "Varn", "place", (), (), spans("Varn")),
            Entity("e2", "Olga Brandt", "person", (), (), spans("Olga Brandt")),
            Entity("e3", "Dock Board", "body", (), (), spans("Dock Board")),
        ]
    )
    start = TEXT.rindex(words)
    entity = names.speaking(Span("a", start, start + len(words)), words)
    return None if entity is None else entity.name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("police in Varn", None),
        ("Varn police", None),
        ("Olga Brandt, mayor of Varn", "Olga Brandt"),
        ("Varn", "Varn"),
        ("the Dock Board (DB)", "Dock Board"),
    ],
)
def test_a_speaker_is_the_entity_that_its_words_name_as_a_whole(words: str, name: str | None) -> None:
    assert spoken(words) == name
