"""Utterances and series: one act of speech, one quantity, however many outlets tell of it."""

from pytest import mark
from spacy.language import Language
from storyline import Told, tell

LONG = "“The alarm worked as designed and it saved many lives,” Petra Hollis told reporters."
SHORT = "“The alarm worked as designed,” said Petra Hollis."
OTHER_WORDS = "“The alarm worked as planned and it saved many lives,” Petra Hollis said."


def told_by(told: Told) -> list[tuple[str, str, int]]:
    return sorted((one.speaker, one.variation, len(one.quotes)) for one in told.utterances)


@mark.parametrize(
    ("other", "variation"),
    [(LONG, "verbatim"), (SHORT, "shortened"), (OTHER_WORDS, "altered")],
)
def test_one_act_of_speech_and_how_its_quotations_differ(nlp: Language, other: str, variation: str) -> None:
    assert told_by(tell(nlp, LONG, other)) == [("Petra Hollis", variation, 2)]
    assert told_by(tell(nlp, other, LONG)) == [("Petra Hollis", variation, 2)]


def test_the_same_words_of_another_speaker_are_another_act(nlp: Language) -> None:
    told = tell(nlp, SHORT, SHORT.replace("Petra Hollis", "Olga Brandt"))
    assert told_by(told) == [("Olga Brandt", "verbatim", 1), ("Petra Hollis", "verbatim", 1)]


def test_other_words_of_one_speaker_are_another_act(nlp: Language) -> None:
    told = tell(nlp, SHORT, "“Nobody warned the town of the flood,” said Petra Hollis.")
    assert told_by(told) == [("Petra Hollis", "verbatim", 1)] * 2


def test_quotations_are_cited_and_indirect_speech_is_none(nlp: Language) -> None:
    told = tell(nlp, LONG, "Petra Hollis said that the alarm had worked as designed.")
    (utterance,) = told.utterances
    assert told.words(utterance.quotes[0]) == "“The alarm worked as designed and it saved many lives,”"


def test_an_utterance_has_the_id_of_its_first_quotation(nlp: Language) -> None:
    first = tell(nlp, (LONG, "2031-03-02"))
    both = tell(nlp, (LONG, "2031-03-02"), (SHORT, "2031-03-01"))
    later = tell(nlp, (LONG, "2031-03-02"), (SHORT, "2031-03-04"))
    assert first.utterances[0].id == later.utterances[0].id != both.utterances[0].id


def test_a_quantity_over_time_is_a_series_in_order_of_days(nlp: Language) -> None:
    told = tell(
        nlp,
        ("The flood killed 14 people in Halden.", "2031-03-12"),
        ("The flood killed nine people in Halden.", "2031-03-11"),
        ("The flood killed 21 people in Halden.", "2031-03-13"),
    )
    (series,) = told.series
    assert [figure.low for figure in series.figures] == [9, 14, 21]
    assert [figure.as_of for figure in series.figures] == ["2031-03-11", "2031-03-12", "2031-03-13"]


def test_what_one_article_alone_counts_or_counts_of_another_thing_is_no_series(nlp: Language) -> None:
    assert tell(nlp, "The flood killed 14 people. By night it had killed 21 people.").series == ()
    assert tell(nlp, "The flood killed 14 people in Halden.", "The flood injured 30 people in Halden.").series == ()
