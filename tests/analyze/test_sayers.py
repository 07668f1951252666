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


def test_a_capital_that_speaks_is_its_government(nlp: Language) -> None:
    assert shown(nlp, "Seoul said it would send ships.") == ["South Korea"]


def test_who_behind_a_town_is_who_lives_there(nlp: Language) -> None:
    text = "A judge in Brenning, who asked for silence, said the trial was off."
    assert {one for one, _ in speakers(nlp, text)} == {"A judge in Brenning, who asked for silence"}


def test_a_word_behind_in_is_a_place_unless_it_is_a_surname(nlp: Language) -> None:
    text = (
        "Nurses in Marnholt met. Marnholt has 3,000 people. Confidence in Keller fell. Robert Keller left. In Robert, all trust."
    )
    kinds = {one.name: one.kind for one in find_mentions(nlp(text), "a")}
    assert kinds["Marnholt"] == "place"
    assert kinds["Keller"] == "person"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('"We shall rebuild," said May Sunday, a teacher.', ("May Sunday", '"We shall rebuild,"')),
        ('"Yes," April Stone said.', ("April Stone", '"Yes,"')),
        ("Will said the school would close.", ("Will", "the school would close")),
        ('"We lost everything," Will said.', ("Will", '"We lost everything,"')),
        ("The spokesman, May Sunday, left. Sunday said on Sunday that it was over.", ("May Sunday", "that it was over")),
    ],
)
def test_names_that_are_words(nlp: Language, text: str, told: tuple[str, str]) -> None:
    assert told in speakers(nlp, text)


def test_a_source_ends_before_what_it_adds_and_who_is_the_one_named(nlp: Language) -> None:
    text = '"It is over," said Ms Sunday, a teacher, who added: "We are tired."'
    doc = nlp(text)
    found = find_attributions(doc, cast_of(doc, "a", find_mentions(doc, "a")))
    assert [one.speaker for one in found] == ["Sunday", "Sunday"]
    source = found[0].source
    assert source is not None and text[source.start : source.end] == "Ms Sunday, a teacher"


@pytest.mark.parametrize(
    "text",
    [
        "The price agreed with Stahl was too low.",
        "The vote that will decide who leads the party is on Monday.",
        "The terms agreed with the union expire in May.",
    ],
)
def test_what_is_agreed_or_decides_does_not_speak(nlp: Language, text: str) -> None:
    assert speakers(nlp, text) == []


def test_a_board_that_decides_speaks(nlp: Language) -> None:
    assert speakers(nlp, "The board decided that the dam would stay.") == [("board", "that the dam would stay")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Meyer said no.", [("Meyer", "no")]),
        ("Meyer said no decision had been taken.", [("Meyer", "no decision had been taken")]),
        ('The post read: "We are closed."', [("post", '"We are closed."')]),
        (
            'The mayor, who calls the dam "a disgrace to the valley", will resign.',
            [("mayor", 'the dam | "a disgrace to the valley"')],
        ),
        ("– We shall see, said Meyer. – On Friday, replied Reyes.", [("Meyer", "We shall see"), ("Reyes", "On Friday")]),
        (
            "'We will not go', one villager said, 'and nobody can make us.'",
            [("one villager", "'We will not go' | 'and nobody can make us.'")],
        ),
        (
            "Meyer said: “The dam is old. It has stood for years.\n\nIt must go before the winter,” and he left.",
            [("Meyer", "“The dam is old. It has stood for years. | It must go before the winter,”")],
        ),
    ],
)
def test_what_belongs_to_what_is_said(nlp: Language, text: str, told: list[tuple[str, str]]) -> None:
    assert speakers(nlp, text) == told


def test_an_answer_goes_on_until_the_next_label(nlp: Language) -> None:
    text = (
        "Anna Keller is mayor of Tarn.\n\nQ: Why was the dam built in 1960?\n\nA: It was built for the mill in the valley.\n\n"
        "The mill closed in 1980.\n\nQ: Will it be closed?\n\nA: We shall see about that in spring.\n\nThe council met."
    )
    told = [one for one in speakers(nlp, text) if one[0] == "Anna Keller"]
    assert told == [
        ("Anna Keller", "It was built for the mill in the valley. | The mill closed in 1980."),
        ("Anna Keller", "We shall see about that in spring."),
    ]


def test_things_that_a_parser_lists_with_somebody_do_not_speak_with_him(nlp: Language) -> None:
    text = (
        "Forty people were still missing a day after the dam gave way above the village of Tarn, sending a wave of mud through "
        "homes, a mill and the school, Col. Leo Brandt, who heads the service, told reporters."
    )
    assert [one for one, _ in speakers(nlp, text)] == ["Leo Brandt"]
