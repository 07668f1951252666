"""Who speaks in the end: whom an outlet cites, whose document it is, and what only carries words."""

import pytest
from spacy.language import Language

from dateline.analyze.attributions import find_attributions
from dateline.analyze.cast import cast_of
from dateline.analyze.media import outlet_name
from dateline.analyze.mentions import find_mentions
from dateline.types import Attribution, Span

OFFICIALS = "two officials"


def found(nlp: Language, text: str) -> tuple[Attribution, ...]:
    doc = nlp(text)
    return find_attributions(doc, cast_of(doc, "a", find_mentions(doc, "a")))


def of(text: str, span: Span | None) -> str | None:
    return None if span is None else text[span.start : span.end]


def one_of(nlp: Language, text: str, content: str) -> Attribution:
    return next(one for one in found(nlp, text) if content in [of(text, piece) for piece in one.content])


@pytest.mark.parametrize(
    ("text", "content", "outlet"),
    [
        (
            "The Dunmere Post reported on Monday that the plant would shut, citing two officials.",
            "that the plant would shut",
            "Dunmere Post",
        ),
        ("Reuters, citing two officials, said the plant would shut.", "the plant would shut", "Reuters"),
        ("Citing two officials, Yonhap said the plant would shut.", "the plant would shut", "Yonhap"),
        ("The plant would shut, Reuters reported, citing two officials.", "The plant would shut", "Reuters"),
    ],
)
def test_whom_an_outlet_cites_speaks_and_each_link_has_its_words(nlp: Language, text: str, content: str, outlet: str) -> None:
    one = one_of(nlp, text, content)
    assert (one.speaker, of(text, one.source)) == (OFFICIALS, OFFICIALS)
    assert [link.name for link in one.via] == [outlet]
    assert [outlet in (of(text, link.span) or "") for link in one.via] == [True]


def test_what_is_cited_as_a_reason_does_not_speak(nlp: Language) -> None:
    text = "Norvik Mining announced that the site would shut, citing falling demand."
    assert one_of(nlp, text, "that the site would shut").speaker == "Norvik Mining"


def test_a_person_who_cites_somebody_speaks_still(nlp: Language) -> None:
    text = "Robert Keller said the plant would shut, citing two officials."
    assert one_of(nlp, text, "the plant would shut").speaker == "Robert Keller"


def test_who_is_named_as_cited_by_an_outlet(nlp: Language) -> None:
    one = one_of(nlp, "Officials cited by Reuters said the plant would shut.", "the plant would shut")
    assert (one.speaker, [link.name for link in one.via]) == ("Officials", ["Reuters"])


def test_whom_a_paper_quotes_speaks_through_it(nlp: Language) -> None:
    one = one_of(nlp, "The Guardian quoted Robert Keller as saying the port would close.", "the port would close")
    assert (one.speaker, [link.name for link in one.via]) == ("Robert Keller", ["The Guardian"])


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("A statement from the harbour board", "harbour board"),
        ("A statement on the ministry's website", "ministry"),
        ("The ministry's statement", "ministry"),
        ("A letter signed by Robert Keller", "Robert Keller"),
        ("A letter from Robert Keller to the board", "Robert Keller"),
        ("The army's post on Telegram", "army"),
    ],
)
def test_a_document_is_the_word_of_whoever_made_it(nlp: Language, source: str, speaker: str) -> None:
    text = f"{source} said the port would close."
    one = one_of(nlp, text, "the port would close")
    assert (one.speaker, of(text, one.source), [of(text, link.span) for link in one.via]) == (speaker, source, [source])


def test_a_document_of_nobody_speaks_itself(nlp: Language) -> None:
    one = one_of(nlp, "Monday's letter said the port would close.", "the port would close")
    assert one.via == ()


def test_a_translation_is_not_the_speaker(nlp: Language) -> None:
    text = "Robert Keller spoke in Oslo. According to an official translation of Keller's remarks, the port will close."
    one = one_of(nlp, text, "the port will close")
    assert (one.speaker, [link.name for link in one.via]) == ("Robert Keller", ["an official translation of Keller's remarks"])


@pytest.mark.parametrize(
    "text",
    [
        "Robert Keller said the port would close, according to a transcript of his remarks.",
        "Robert Keller said the port would close, according to an official translation.",
    ],
)
def test_a_transcript_is_a_link_where_the_speaker_is_told(nlp: Language, text: str) -> None:
    (one,) = found(nlp, text)
    assert (one.speaker, of(text, one.content[0])) == ("Robert Keller", "the port would close")
    assert len(one.via) == 1


def test_who_vouches_for_a_report_vouches_for_all_of_it(nlp: Language) -> None:
    text = "Robert Keller said the port would close, according to Reuters."
    assert one_of(nlp, text, "the port would close").speaker == "Robert Keller"
    assert one_of(nlp, text, "Robert Keller said the port would close").speaker == "Reuters"


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        (
            "A warning by the coastguard that the channel had silted up was ignored.",
            "that the channel had silted up",
            "coastguard",
        ),
        ("Reports from the coastguard that a ferry had sunk could not be confirmed.", "that a ferry had sunk", "coastguard"),
        ("Lindqvist's claim that the cellar had flooded drew criticism.", "that the cellar had flooded", "Lindqvist"),
    ],
)
def test_a_noun_reports_up_to_the_verb_of_its_sentence(nlp: Language, text: str, content: str, speaker: str) -> None:
    assert one_of(nlp, text, content).speaker == speaker


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ('"The port will close," Robert Keller was quoted by Reuters as saying.', '"The port will close,"'),
        ('"The port will close," Robert Keller was quoted as saying.', '"The port will close,"'),
        ("Robert Keller was quoted by Reuters as saying the port would close.", "the port would close"),
    ],
)
def test_who_is_quoted_speaks_and_not_who_quotes(nlp: Language, text: str, content: str) -> None:
    one = one_of(nlp, text, content)
    assert one.speaker == "Robert Keller"
    assert [link.name for link in one.via] == (["Reuters"] if "Reuters" in text else [])


def test_a_filing_before_a_court_is_not_the_court_s_word(nlp: Language) -> None:
    assert one_of(nlp, "A court filing said the port would close.", "the port would close").speaker == "A court filing"


def test_whose_document_an_outlet_cites(nlp: Language) -> None:
    text = "Reuters, citing an official transcript of Robert Keller's remarks, said the port would close."
    one = one_of(nlp, text, "the port would close")
    assert one.speaker == "Robert Keller"
    assert [link.name for link in one.via] == ["Reuters", "an official transcript of Robert Keller's remarks"]


@pytest.mark.parametrize(
    ("text", "speaker", "kind", "link"),
    [
        ("Kurier quoted the minister as saying the dam was safe.", "minister", "cited outlet", "Kurier"),
        ("Sources, quoted by Kurier, said the dam was safe.", "Sources", "cited outlet", "Kurier"),
        ("State media quoted the minister as saying the dam was safe.", "minister", "cited outlet", "State media"),
        ("The minister was quoted by the Tarn Gazette as saying the dam was safe.", "minister", "cited outlet", "Tarn Gazette"),
        ("Sources, quoted by Will Hope, said the dam was safe.", "Sources", "source", "Will Hope"),
    ],
)
def test_who_only_quotes_is_a_link_of_its_kind(nlp: Language, text: str, speaker: str, kind: str, link: str) -> None:
    assert [(one.speaker, [(via.kind, via.name) for via in one.via]) for one in found(nlp, text)] == [(speaker, [(kind, link)])]


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the Marnholt Herald", "Marnholt Herald"),
        ("the newspaper Kurier", "Kurier"),
        ("the Kurier newspaper", "Kurier"),
        ("Radio Tarn", "Radio Tarn"),
        ("Emily Post", None),
        ("the harbour board", None),
        ("the Times of his life", None),
    ],
)
def test_an_outlet_shows_by_its_name(phrase: str, name: str | None) -> None:
    assert outlet_name(phrase) == name
