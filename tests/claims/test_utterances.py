"""Utterances and series: one act of speech, one quantity, however many outlets tell of it."""

from dataclasses import replace
from itertools import pairwise

from pytest import mark
from spacy.language import Language
from storyline import BESIDE, Told, analyze, follow, pages, tell

from dateline.claims.occasions import day_of
from dateline.types import Span

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


def test_quotations_are_cited_and_reported_speech_joins_the_words_it_tells(nlp: Language) -> None:
    told = tell(nlp, LONG, "Petra Hollis said that the alarm had worked as designed.")
    (utterance,) = told.utterances
    assert sorted(map(told.words, utterance.quotes)) == [
        "that the alarm had worked as designed",
        "“The alarm worked as designed and it saved many lives,”",
    ]
    assert told.words(utterance.reference).startswith("“The alarm worked")


def test_reported_speech_alone_is_no_act_of_speech(nlp: Language) -> None:
    assert tell(nlp, "Petra Hollis said that the alarm had worked as designed.").utterances == ()


@mark.parametrize(
    ("one", "other", "fact"),
    [
        ("We counted 14 empty barrels.", "We counted 40 empty barrels.", "number"),
        ("We counted fourteen empty barrels.", "We counted forty empty barrels.", "number"),
        ("We shall sell the old mill in June.", "We shall sell the old mill in July.", "number"),
        ("We sold the old mill to Varga Timber.", "We sold the old mill to Vega Timber.", "name"),
        ("We will not sell the old mill to anybody.", "We will sell the old mill to anybody.", "negation"),
        ("We won't sell the old mill without a vote.", "We won't sell the old mill with a vote.", "negation"),
        ("We lost one of the barrels in the flood.", "We lost 3 of the barrels in the flood.", "number"),
        ("We lost hundreds of barrels in the flood.", "We lost dozens of barrels in the flood.", "number"),
        ("This is the second great flood of the old mill.", "This is the third great flood of the old mill.", "number"),
        ("We hardly sold anything at the old mill.", "We sold anything at the old mill.", "negation"),
        ("It is likely that the old mill will close.", "It is unlikely that the old mill will close.", "negation"),
        ("It was legal to sell the old mill to them.", "It was illegal to sell the old mill to them.", "negation"),
    ],
)
def test_an_alteration_of_a_fact_is_marked(nlp: Language, one: str, other: str, fact: str) -> None:
    told = tell(nlp, *(f"“{words[:-1]},” said Petra Hollis." for words in (one, other)))
    (utterance,) = told.utterances
    assert utterance.variation == "altered"
    assert {difference.mark for difference in utterance.differences} == {fact}


@mark.parametrize(
    ("one", "other"),
    [
        ("We've counted fourteen empty barrels", "We have counted 14 empty barrels"),
        ("We will co-operate with the harbour board", "We will cooperate with the harbor board"),
        ("It's up by nine per cent this year", "It is up by 9% this year"),
        ("We have lost one barrel of the new oil", "We have lost 1 barrel of the new oil"),
        ("It cost £2m to mend the programmes", "It cost two million pounds to mend the programs"),
    ],
)
def test_spelling_short_forms_and_notation_are_no_difference(nlp: Language, one: str, other: str) -> None:
    told = tell(nlp, *(f"“{words},” said Petra Hollis." for words in (one, other)))
    assert told_by(told) == [("Petra Hollis", "verbatim", 2)]


def test_differences_are_told_word_by_word_with_their_places(nlp: Language) -> None:
    told = tell(nlp, LONG, OTHER_WORDS)
    (utterance,) = told.utterances
    (difference,) = utterance.differences
    assert (difference.kind, difference.mark) == ("changed", None)
    assert difference.here is not None
    assert difference.there is not None
    assert {told.words(difference.here), told.words(difference.there)} == {"designed", "planned"}


def test_what_was_said_again_on_another_day_is_another_act(nlp: Language) -> None:
    again = SHORT.replace("said Petra Hollis", "Petra Hollis said on Friday")
    told = tell(nlp, (SHORT, "2031-03-11"), (again, "2031-03-14"))
    assert told_by(told) == [("Petra Hollis", "verbatim", 1)] * 2


def test_a_later_article_that_looks_back_tells_the_act_of_then(nlp: Language) -> None:
    back = "“The alarm worked as designed,” Petra Hollis said on Tuesday."
    told = tell(nlp, (LONG, "2031-03-11"), (back, "2031-03-15"))
    assert told_by(told) == [("Petra Hollis", "shortened", 2)]


def test_a_role_is_the_person_who_is_introduced_with_it(nlp: Language) -> None:
    named = "“The alarm worked as designed and it saved many lives,” said the harbour master, Petra Hollis."
    told = tell(nlp, named, "“The alarm worked as designed,” the harbour master said.")
    assert told_by(told) == [("Petra Hollis", "shortened", 2)]


def test_quoted_words_without_a_speaker_are_told_apart_by_their_words(nlp: Language) -> None:
    told = tell(nlp, f"{LONG}\n\nA banner hung from the bridge of Halden on Wednesday. It bore the words “it saved many lives”.")
    (utterance,) = told.utterances
    assert sorted(map(told.words, utterance.quotes))[1] == "“it saved many lives”"
    assert (utterance.speaker, utterance.variation) == ("Petra Hollis", "shortened")


def test_foreign_words_in_different_english_are_translations(nlp: Language) -> None:
    told = tell(
        nlp,
        "“The river comes back for everything that we stole from it,” Petra Hollis said in Italian.",
        "“Everything that we stole, the river will come back for,” Petra Hollis said, speaking in Italian.",
    )
    assert told_by(told) == [("Petra Hollis", "translated", 2)]


def test_what_somebody_has_said_was_said_on_a_day_before(nlp: Language) -> None:
    said = "“I have written to every owner of a boat myself,” Petra Hollis said."
    later = "Petra Hollis {} she wrote to every owner of a boat herself."
    told = tell(nlp, (said, "2031-03-11"), (later.format("has said"), "2031-03-14"))
    assert told_by(told) == [("Petra Hollis", "altered", 2)]
    assert told_by(tell(nlp, (said, "2031-03-11"), (later.format("said"), "2031-03-14"))) == [("Petra Hollis", "verbatim", 1)]


def test_articles_of_two_days_whose_leads_tell_one_day_are_of_one_occasion(nlp: Language) -> None:
    lead = "The two candidates met in the town hall of Halden on {}. "
    one = "“She told you that the port works for those who own it. She owns three boats,” Petra Hollis said."
    other = "“She told you this port works for those who own it. She owns four boats,” said Petra Hollis."
    told = tell(nlp, (lead.format("Tuesday") + one, "2031-03-11"), (lead.format("Tuesday night") + other, "2031-03-12"))
    assert told_by(told) == [("Petra Hollis", "altered", 2)]


def test_reported_speech_is_that_of_the_first_person_that_it_retells(nlp: Language) -> None:
    told = tell(
        nlp,
        "“We shut the lock at four. I will do the same again,” Petra Hollis said.",
        "Petra Hollis said she would do the same again.",
    )
    assert told_by(told) == [("Petra Hollis", "altered", 2)]


def test_reported_speech_with_one_quoted_word_joins_the_words_it_tells(nlp: Language) -> None:
    named = "The economist Sunday Okoro, of Halden University, said the forecast of growth of 2 per cent was “heroic”."
    told = tell(nlp, named, "“The forecast of growth is heroic,” Okoro told the paper.")
    (utterance,) = told.utterances
    assert utterance.speaker == "Sunday Okoro"
    assert len(utterance.quotes) == 2


def test_a_headline_tells_words_of_its_own_article(nlp: Language) -> None:
    line = "Hollis: ‘I was calling to the gulls’"
    text = "“It was the gulls I was calling to, and no gull has complained,” said Petra Hollis, who runs the ferry."
    (page, *others) = pages(f"{line}\n\n{text}", *BESIDE)
    titled = (replace(page, title=line), *others)
    assert len(follow(titled, analyze(nlp, titled)).utterances) == 1
    assert len(tell(nlp, f"{line}\n\n{text}").utterances) > 1  # the same without a headline


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


@mark.parametrize(
    "told",
    [
        "According to the news agency Yonhap, Petra Hollis said, “The alarm worked as designed.”",
        "“The alarm worked as designed,” Petra Hollis said, according to Yonhap.",
        "The harbour board reported that Petra Hollis had said “the alarm worked as designed”.",
    ],
)
def test_words_that_came_through_somebody_are_an_act_of_the_speaker_alone(nlp: Language, told: str) -> None:
    assert told_by(tell(nlp, told, SHORT)) == [("Petra Hollis", "verbatim", 2)]


def test_clauses_that_changed_places_are_an_alteration(nlp: Language) -> None:
    told = tell(
        nlp,
        "“If the buyer pays, we shall all be happy, but until the money comes nobody goes home,” said Petra Hollis.",
        "“Until the money comes nobody goes home, but if the buyer pays, we shall all be happy,” said Petra Hollis.",
    )
    assert told_by(told) == [("Petra Hollis", "altered", 2)]


def test_a_crosshead_adds_nothing_to_the_words_it_repeats(nlp: Language) -> None:
    crosshead = f"{LONG}\n\n“It saved many lives”\n\nNobody was hurt at the harbour of Halden, the board wrote."
    assert told_by(tell(nlp, crosshead, LONG)) == [("Petra Hollis", "verbatim", 2)]


def test_a_dateline_is_no_sentence_of_the_lead(nlp: Language) -> None:
    text = "LORNE (AP) — Two candidates for mayor of Lorne held rallies on Tuesday."
    (page,) = pages((text, "2031-03-11"))
    (analysis,) = analyze(nlp, (page,))
    start = page.text.index("LORNE")
    ends = [start, *(page.text.index(mark, start) for mark in ("(", "—", "Two")), len(page.text)]
    pieces = tuple(Span(page.id, one, other) for one, other in pairwise(ends))
    assert day_of(page, replace(analysis, sentences=pieces)).first == "2031-03-11"


def test_who_is_spoken_to_is_not_the_speaker(nlp: Language) -> None:
    told = tell(
        nlp,
        "“We shall win this and nobody can stop us,” Petra Hollis, 52, told the crowd. “No!” the crowd shouted. "
        "Hollis said her rival was “no friend of the port”.",
    )
    assert sorted(one.speaker for one in told.utterances if len(one.quotes) == 1)[-1] == "crowd"
