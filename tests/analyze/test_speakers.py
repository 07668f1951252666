import pytest
from spacy.language import Language

from dateline.analyze.attributions import find_attributions
from dateline.analyze.cast import cast_of
from dateline.analyze.mentions import find_mentions
from dateline.types import Attribution


def found(nlp: Language, text: str) -> tuple[Attribution, ...]:
    doc = nlp(text)
    return find_attributions(doc, cast_of(doc, "a", find_mentions(doc, "a")))


def speaker(nlp: Language, text: str, words: str) -> str | None:
    at = text.index(words)
    return next(one.speaker for one in found(nlp, text) if any(piece.start <= at + 1 < piece.end for piece in one.content))


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            'The harbour was shut, said Piotr Wall, who runs the ferry. "We had no choice," the harbour master, '
            "Captain Leo Brandt, told reporters. He denied that the pier had cracked.",
            "that the pier had cracked",
            "Leo Brandt",
        ),
        (
            '"We heard nothing," said Mara Quill, who lives nearby.\n\nThe mayor of Ostend, Clara Voss, rejected the account. '
            '"The bell did not ring at all," she said.',
            "The bell did not ring",
            "Clara Voss",
        ),
        (
            '"They knew about the pipe," Nora Delling said.\n\n'
            "The transport minister, Eva Marland, told parliament that she would stay. "
            '"I will not leave over a rumour," she said.',
            "I will not leave",
            "Eva Marland",
        ),
        (
            'The verdict changes little for Anna Keller. Her son Paul was buried on Saturday.\n\n"It is far '
            'too late for us," she told the paper.',
            "It is far",
            "Anna Keller",
        ),
    ],
)
def test_he_and_she_are_the_subject_of_the_right_gender(nlp: Language, text: str, words: str, name: str) -> None:
    assert speaker(nlp, text, words) == name


def test_she_who_reports_is_the_bare_surname_that_spoke_before(nlp: Language) -> None:
    text = (
        '"Nobody shall sleep on a roof," Prime Minister Clara Voss promised.\n\n'
        '"The gates were opened at three, on my order," Torma told reporters. She would do the same again, she added.'
    )
    assert speaker(nlp, text, "She would do the same") == "Torma"


def test_it_is_a_body_rather_than_a_thing_or_a_noun_in_the_quotation(nlp: Language) -> None:
    text = 'Brightwater Group denied the report. "The choice was made by the local managers," it said in a statement.'
    assert speaker(nlp, text, "The choice was made") == "Brightwater Group"


def test_a_pronoun_before_a_body_is_resolved_to_its_owner(nlp: Language) -> None:
    text = "Ms Clara Voss won the vote. Her rival rang at midnight, her campaign said."
    assert speaker(nlp, text, "Her rival rang") == "Clara Voss's campaign"


def test_the_source_before_a_closing_verb_is_not_the_name_before_the_comma(nlp: Language) -> None:
    text = "Among the injured was the guard, Tom Rell, 47, who had run back to wake others in the hall, the sailors' union said."
    assert speaker(nlp, text, "Among the injured") == "sailors' union"


def test_a_name_behind_a_title_is_a_person_and_a_union_keeps_its_whole_name(nlp: Language) -> None:
    names = {one.name: one.kind for one in find_mentions(nlp("Rita Pell spoke first. Later Ms Pell left."), "a")}
    assert names == {"Rita Pell": "person", "Pell": "person"}
    union = find_mentions(nlp("The Furnace and Allied Workers' Union (FAWU) said the plant would close."), "a")
    assert union[0].name == "Furnace and Allied Workers' Union"


@pytest.mark.parametrize(
    "text",
    [
        "Freedonia and Sylvania signed a treaty on Monday.",
        "Clara Voss voted on Sunday morning.",
        "The mayor had not shown himself.",
    ],
)
def test_deeds_are_no_speech(nlp: Language, text: str) -> None:
    assert not found(nlp, text)


def test_the_company_is_the_body_told_of_before(nlp: Language) -> None:
    text = "Norvik Steel said on Friday that it would cut jobs. The company had said that the mill in Halden was safe."
    assert speaker(nlp, text, "the mill in Halden was safe") == "Norvik Steel"


def test_a_source_does_not_begin_with_what_it_is_compared_with(nlp: Language) -> None:
    text = "Ten people are dead, three more than the police have counted, the head of the hospital said on Monday as snow fell."
    assert speaker(nlp, text, "Ten people are dead") == "head of the hospital"


def test_the_bank_is_no_authority_told_of_before(nlp: Language) -> None:
    text = "The Financial Authority fined a bank on Friday. The bank said that it would appeal."
    assert speaker(nlp, text, "it would appeal") == "bank"


def test_a_dateline_is_no_part_of_who_speaks(nlp: Language) -> None:
    text = "ORLO, Oct 7 (HPA) - Norvik Steel said that the mill in Halden was safe."
    assert speaker(nlp, text, "the mill in Halden was safe") == "Norvik Steel"


def test_a_crosshead_is_the_speech_of_whoever_said_it(nlp: Language) -> None:
    text = (
        "“No letter reached us. The story is false,” Karla Dunn told reporters.\n\n"
        "The engineer, Emil Strand, stood by it. “I wrote it myself and sent it by post,” he said.\n\n"
        "“The story is false”\n\nThe council meets on Monday."
    )
    assert speaker(nlp, text, "“The story is false”") == "Karla Dunn"


def test_who_reports_an_announcement_is_not_what_was_announced(nlp: Language) -> None:
    text = (
        "Anna Keller of the Harbour Party won 51 percent in the second round, the Electoral Board announced on Monday, "
        "the agency Coast Press (CP) reports."
    )
    told = [(one.speaker, [via.name for via in one.via]) for one in found(nlp, text)]
    assert ("Electoral Board", ["Coast Press"]) in told


PAIR = "Anna Lindqvist met Robert Keller in Oslo. "
SEOUL = "Seoul's defence ministry said the missile had fallen into the sea. "


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (PAIR + "The former said the talks had gone well.", "the talks had gone well", "Anna Lindqvist"),
        (PAIR + "The latter said the talks had failed.", "the talks had failed", "Robert Keller"),
        ("The club sacked Mia Tarn. The 43-year-old said it was a mistake.", "it was a mistake", "Mia Tarn"),
        (SEOUL + "The ministry said a ship was on its way.", "a ship was on its way", "Seoul's defence ministry"),
        ("A judge in Oslo, Leo Brandt, left. The judge said the trial was over.", "the trial was over", "Leo Brandt"),
        ("A statement came from Norvik Mining. The company said the pit was safe.", "the pit was safe", "Norvik Mining"),
    ],
)
def test_nouns_that_stand_for_somebody_named_before(nlp: Language, text: str, words: str, name: str) -> None:
    assert speaker(nlp, text, words) == name


def test_of_three_people_nobody_is_the_latter(nlp: Language) -> None:
    text = "Anna Lindqvist, Robert Keller and Mia Tarn met in Oslo. The latter said the talks had failed."
    assert speaker(nlp, text, "the talks had failed") == "latter"


def test_nobody_is_his_own_counterpart(nlp: Language) -> None:
    text = "Robert Keller met his counterpart, Park Jin, in Seoul. Park's counterpart said the talks went well."
    assert speaker(nlp, text, "the talks went well") == "Park's counterpart"


def test_a_company_is_not_one_of_two_named_before(nlp: Language) -> None:
    text = "Statements came from Norvik Mining and from Halden Steel. The company said the pit was safe."
    assert speaker(nlp, text, "the pit was safe") == "company"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Lindqvist and his South Korean counterpart", "Lindqvist and his South Korean counterpart"),
        ("Both Anna Lindqvist and Robert Keller", "Anna Lindqvist and Robert Keller"),
        ("Lindqvist and two other ministers", "Lindqvist and two other ministers"),
    ],
)
def test_what_several_say_is_the_word_of_all(nlp: Language, source: str, name: str) -> None:
    (one,) = (one for one in found(nlp, f"{source} said the border would reopen.") if one.source)
    assert (one.speaker, one.joint, one.resolved) == (name, True, None)


def test_the_pair_are_the_two_told_of_before(nlp: Language) -> None:
    text = "Anna Lindqvist and Robert Keller live in Oslo. The pair said the talks had gone well."
    (one,) = found(nlp, text)
    assert (one.speaker, one.joint) == ("Anna Lindqvist and Robert Keller", True)


def test_one_person_with_two_posts_is_not_several(nlp: Language) -> None:
    text = "The president and chief executive, Anna Keller, said the border would reopen."
    (one,) = found(nlp, text)
    assert not one.joint


def test_who_adds_something_is_who_spoke_last_even_without_a_name(nlp: Language) -> None:
    text = (
        "The ferry sank, Captain Leo Brandt said.\n\nA breath test found no alcohol, a police spokesman said. "
        "The mate was at the helm, he added."
    )
    assert speaker(nlp, text, "The mate was at the helm") == "a police spokesman"


def test_a_name_behind_the_noun_that_says_what_it_is_speaks(nlp: Language) -> None:
    text = "Norvane Minerals lost its licence. Power failed in the valley at noon, the operator Pellgrond said."
    assert speaker(nlp, text, "Power failed") == "Pellgrond"


def test_a_semicolon_parts_what_two_speakers_say(nlp: Language) -> None:
    text = "The board threw him out, a director told the paper; he left on his own, the bank insists."
    told = {one.speaker: [text[piece.start : piece.end] for piece in one.content] for one in found(nlp, text)}
    assert told["bank"] == ["he left on his own"]
    assert told["a director"] == ["The board threw him out"]
