"""Who a phrase that names several people or places makes the speaker, and names that are also words."""

import pytest
from spacy.language import Language
from storyline import analyze, follow, pages

from dateline.analyze.attributions import find_attributions
from dateline.analyze.cast import cast_of
from dateline.analyze.mentions import find_mentions
from dateline.views.names import index_names
from dateline.views.quotes import tell_speaker


def speakers(nlp: Language, text: str) -> list[tuple[str | None, str]]:
    doc = nlp(text)
    told = find_attributions(doc, cast_of(doc, "a", find_mentions(doc, "a")))
    return [(one.speaker, " | ".join(text[piece.start : piece.end] for piece in one.content)) for one in told]


def shown(nlp: Language, text: str) -> list[str | None]:
    """The speakers of a record of one article."""
    articles = pages(text)
    told = follow(articles, analyze(nlp, articles))
    names, by_id = index_names(told.entities), {page.id: page for page in told.articles}
    voices = [tell_speaker(one, names, by_id) for one in told.analyses[0].attributions]
    return [None if one is None else one.name for one in voices]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("a clerk of the district court in Marnholt", "a clerk of the district court in Marnholt"),
        ("a nurse at the hospital in Ostrand", "a nurse at the hospital in Ostrand"),
        ("a fisherman from Tarn", "a fisherman from Tarn"),
        ("a friend of Karl Meyer", "a friend of Karl Meyer"),
        ("Karl Meyer, a fisherman from Tarn", "Karl Meyer"),
        ("a spokesman for Halden Steel", "Halden Steel"),
    ],
)
def test_neither_a_place_nor_a_friend_speaks_for_somebody(nlp: Language, source: str, name: str) -> None:
    assert shown(nlp, f'"The bridge is closed," said {source}.') == [name]


def test_a_capital_that_stands_for_a_government_speaks(nlp: Language) -> None:
    assert shown(nlp, "Seoul said it would send ships.") == ["Seoul"]


def test_who_behind_a_town_is_who_lives_there(nlp: Language) -> None:
    text = "A judge in Brenning, who asked for silence, said the trial was off."
    assert {one for one, _ in speakers(nlp, text)} == {"A judge in Brenning, who asked for silence"}


def test_a_word_behind_in_is_a_place_unless_it_is_a_surname(nlp: Language) -> None:
    text = "Nurses in Marnholt met. Marnholt has 3,000 people. Confidence in Keller fell. Robert Keller left. In Robert, all trust."
    kinds = {one.name: one.kind for one in find_mentions(nlp(text), "a")}
    assert kinds["Marnholt"] == "place"
    assert kinds["Keller"] == "person"
