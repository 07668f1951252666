"""Sources that go by what they are are those whom other articles introduce so."""

import pytest
from articles import article

from dateline.origins.described import find_holders, holder_of, is_description
from dateline.origins.naming import Sources
from dateline.types import Attribution, Span

TEXTS = {
    "one": "The ferry will not sail, the owner, Lars Dahl, said. Its maker, the Felsgrund works, said nothing.",
    "two": "Norvane Minerals, the operator of the mine, closed it. On Friday, the captain said, it sank.",
    "three": "Marit Holm, the captain, had left. The pilot, Ole Berg, stayed. The pilot, Ida Vik, did not.",
}


@pytest.mark.parametrize(
    ("role", "text", "holder"),
    [
        ("owner", "two", "Lars Dahl"),
        ("maker", "two", "Felsgrund"),
        ("operator", "one", "Norvane Minerals"),
        ("captain", "two", "Marit Holm"),
        ("pilot", "three", None),
        ("pilot", "one", None),
        ("cook", "one", None),
    ],
)
def test_a_description_means_the_only_one_introduced_so(role: str, text: str, holder: str | None):
    holders = find_holders(["owner", "maker", "operator", "captain", "pilot", "cook", "Lars Dahl"], TEXTS)
    assert holder_of(role, text, holders) == holder


def test_of_two_texts_with_one_holder_each_a_text_means_its_own():
    holders = find_holders(["owner"], {"one": "the owner, Lars Dahl, left", "two": "the owner, Ida Vik, came"})
    assert [holder_of("owner", text, holders) for text in ("one", "two", "three")] == ["Lars Dahl", "Ida Vik", None]


@pytest.mark.parametrize(
    ("speaker", "words", "known"),
    [
        ("owner", "the owner", True),
        ("owner", "its owner", True),
        ("owner", "an owner", False),
        ("police", "the police", False),
        ("company", "the company", False),
        ("Lars Dahl", "the owner, Lars Dahl", False),
    ],
)
def test_a_body_of_any_text_and_who_is_not_known_yet_are_no_descriptions(speaker: str, words: str, known: bool):
    assert is_description(speaker, words) is known


def test_the_owner_of_one_article_and_the_named_owner_of_another_are_one_origin():
    named = article("The ferry will sail on Friday, the owner, Lars Dahl, said.", name="one")
    bare = article("The ferry will sail on Friday, the owner said.", name="two", outlet="Harbour Post")
    cited = []
    for page, words, speaker in ((named, "the owner, Lars Dahl", "Lars Dahl"), (bare, "the owner", "owner")):
        start = page.text.index(words)
        source = Span(page.id, start, start + len(words))
        cited.append(Attribution(source, speaker, None, None, (Span(page.id, 0, 10),), "indirect", "said"))
    sources = Sources((), [named, bare], ["Lars Dahl", "owner"])
    first, second = (sources.cited(one) for one in cited)
    assert first is not None and second is not None
    assert first.origin.id == second.origin.id
