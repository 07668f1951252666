"""Whose turn it is to speak: short replies, quotations without a word on who speaks, interviews."""

import pytest
from spacy.language import Language

from dateline.analyze.attributions import find_attributions
from dateline.analyze.cast import cast_of
from dateline.analyze.mentions import find_mentions

OPENING = "The mayor, Anna Lindqvist, met Robert Keller in Oslo. "


def speakers(nlp: Language, text: str) -> list[tuple[str | None, str]]:
    doc = nlp(text)
    told = find_attributions(doc, cast_of(doc, "a", find_mentions(doc, "a")))
    return [(one.speaker, " | ".join(text[piece.start : piece.end] for piece in one.content)) for one in told]


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("It would, said Lindqvist.", "It would", "Lindqvist"),
        ("It would not, said the mayor, Anna Lindqvist.", "It would not", "Anna Lindqvist"),
        ("Perhaps, said Lindqvist.", "Perhaps", "Lindqvist"),
        ('"Yes," said Lindqvist.', '"Yes,"', "Lindqvist"),
        ('Asked whether the dam would hold, Lindqvist replied: "Yes."', '"Yes."', "Lindqvist"),
    ],
)
def test_short_replies(nlp: Language, text: str, content: str, speaker: str) -> None:
    assert (speaker, content) in speakers(nlp, text)


def test_titles_behind_a_colon_are_no_speech(nlp: Language) -> None:
    assert speakers(nlp, 'Two plays followed: "Stone", "Water".') == []


def test_who_acts_before_a_quotation_speaks_rather_than_who_spoke_last(nlp: Language) -> None:
    told = speakers(nlp, OPENING + '"We will never sell," Lindqvist said. Keller disagreed. "We will sell by May."')
    assert ("Robert Keller", '"We will sell by May."') in told
    assert ("Anna Lindqvist", '"We will never sell,"') in told


def test_who_acts_before_a_first_quotation_speaks(nlp: Language) -> None:
    text = OPENING + 'Lindqvist shook her head. "We will never sell the mill to them."'
    assert ("Anna Lindqvist", '"We will never sell the mill to them."') in speakers(nlp, text)


def test_a_thing_that_happens_before_a_title_does_not_speak(nlp: Language) -> None:
    assert speakers(nlp, 'The film opened on Monday. "The Long Way Home" was shown twice.') == []


def test_a_quotation_of_several_paragraphs_whose_first_is_short(nlp: Language) -> None:
    text = (
        '"We were warned for years," said Anna Lindqvist, the mayor. "Nobody listened.\n\n"The engineers wrote to us in May.\n\n'
        '"We put the letters in a drawer."\n\nRain fell on the town.'
    )
    ((speaker, content),) = speakers(nlp, text)
    assert speaker == "Anna Lindqvist"
    assert all(words in content for words in ("Nobody listened", "The engineers wrote", "in a drawer"))
    assert "Rain fell" not in content


def test_what_is_quoted_within_a_quotation_is_told_by_the_outer_speaker(nlp: Language) -> None:
    told = speakers(nlp, OPENING + "\"He told me: 'Go home and wait,'\" Lindqvist said.")
    assert told == [("Anna Lindqvist", "\"He told me: 'Go home and wait,'\"")]


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "miracle cure" was withdrawn on Monday.',
        'The mill, known as "the old lady of the river", burned down on Monday.',
        'Under the "three strikes and you are out" rule he was banned.',
    ],
)
def test_words_in_marks_that_nobody_says(nlp: Language, text: str) -> None:
    assert speakers(nlp, text) == []


INTRODUCTION = "An interview with Anna Lindqvist\n\nThe minister, Anna Lindqvist, spoke in Oslo on Monday.\n\n"


def test_the_answers_of_an_interview_are_those_of_whom_it_is_with(nlp: Language) -> None:
    text = (
        INTRODUCTION + "Q: Will the dam hold?\n\nA: It will hold through this winter.\n\n"
        "Q: And the village?\n\nA: We have moved every family out."
    )
    assert [speaker for speaker, _ in speakers(nlp, text)] == ["Anna Lindqvist", "Anna Lindqvist"]


def test_answers_of_one_of_two_people_are_nobodys(nlp: Language) -> None:
    text = (
        "Anna Lindqvist and Robert Keller spoke in Oslo.\n\nQ: Will it hold?\n\nA: It will hold through this winter.\n\n"
        "Q: And the village?\n\nA: It lies far above the river."
    )
    assert not [speaker for speaker, _ in speakers(nlp, text) if speaker]


def test_initials_and_capitals_are_who_has_that_name(nlp: Language) -> None:
    text = (
        INTRODUCTION + "AL: It will hold through this winter.\n\nAL: We have moved every family out.\n\n"
        "LINDQVIST: There is no danger at all.\n\nAL: There never was any danger."
    )
    assert {speaker for speaker, _ in speakers(nlp, text)} == {"Anna Lindqvist"}
