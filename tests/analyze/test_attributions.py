from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from dateline.analyze.attributions import find_attributions
from dateline.analyze.cast import cast_of
from dateline.analyze.mentions import find_mentions
from dateline.types import Attribution

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
PIECES = ('"', "“", "”", "'", "\n\n", "said", "Keller", "the plan", ",", ".", ":", "he", "according to")
OPENING = "Interior Minister Anna Lindqvist met Robert Keller in Geneva on Monday. "


def found(nlp: Language, text: str) -> tuple[Attribution, ...]:
    doc = nlp(text)
    return find_attributions(doc, cast_of(doc, "a", find_mentions(doc, "a")))


def told(text: str, one: Attribution) -> str:
    return " | ".join(text[piece.start : piece.end] for piece in one.content)


def by_content(nlp: Language, text: str, words: str) -> Attribution:
    return next(one for one in found(nlp, text) if words in told(text, one))


@pytest.mark.parametrize(
    "said",
    [
        '"The bridge will stay closed until spring," Lindqvist said.',
        '"The bridge will stay closed until spring," said Lindqvist.',
        'Lindqvist said: "The bridge will stay closed until spring."',
        "“The bridge will stay closed until spring,” Lindqvist said.",
        "'The bridge will stay closed until spring,' Lindqvist said.",
    ],
)
def test_direct_speech_and_the_full_name_behind_a_surname(nlp: Language, said: str) -> None:
    text = OPENING + said
    one = by_content(nlp, text, "The bridge will stay closed until spring")
    assert one.kind == "direct"
    assert one.speaker == "Anna Lindqvist"
    assert one.resolved is not None and text[one.resolved.start : one.resolved.end] == "Anna Lindqvist"


def test_indirect_speech_with_and_without_that(nlp: Language) -> None:
    for link in ("that ", ""):
        text = OPENING + f"Keller said {link}the harbour would open in May."
        one = by_content(nlp, text, "the harbour would open in May")
        assert (one.kind, one.speaker) == ("indirect", "Robert Keller")


def test_a_split_quotation_is_one_attribution(nlp: Language) -> None:
    text = OPENING + '"We were warned," Keller said. "Nobody listened to the engineers."'
    one = by_content(nlp, text, "We were warned")
    assert "Nobody listened" in told(text, one)


def test_a_quotation_carried_over_to_the_next_paragraph(nlp: Language) -> None:
    text = OPENING + '"We were warned," Keller said.\n\n"Nobody listened to the engineers who wrote the report."\n\nRain fell.'
    assert by_content(nlp, text, "Nobody listened").speaker == "Robert Keller"


def test_pronouns_and_roles(nlp: Language) -> None:
    text = OPENING + "The minister said the talks were long. She added that the deal was near."
    assert by_content(nlp, text, "the talks were long").speaker == "Anna Lindqvist"
    assert by_content(nlp, text, "the deal was near").speaker == "Anna Lindqvist"


def test_an_unnamed_source_keeps_its_words(nlp: Language) -> None:
    text = "Two senior officials said the dam had cracked."
    one = by_content(nlp, text, "the dam had cracked")
    assert (one.speaker, one.resolved) == ("Two senior officials", None)


def test_the_agency_told_is_a_link(nlp: Language) -> None:
    text = OPENING + "Keller told Reuters that the harbour would open in May."
    one = by_content(nlp, text, "the harbour would open in May")
    assert one.speaker == "Robert Keller"
    assert [(link.kind, link.name) for link in one.via] == [("agency", "Reuters")]


def test_told_reporters_is_no_link(nlp: Language) -> None:
    text = OPENING + "Keller told reporters that the harbour would open in May."
    assert by_content(nlp, text, "the harbour would open in May").via == ()


def test_an_agency_before_the_speaker_is_a_link_and_alone_it_is_the_source(nlp: Language) -> None:
    text = OPENING + "According to Yonhap News Agency, Keller said the harbour would open in May."
    inner = next(one for one in found(nlp, text) if one.speaker == "Robert Keller")
    assert [(link.kind, link.name) for link in inner.via] == [("agency", "Yonhap")]
    alone = "According to Yonhap News Agency, the harbour will open in May."
    assert by_content(nlp, alone, "the harbour will open").speaker == "Yonhap News Agency"


def test_two_agencies_are_two_links(nlp: Language) -> None:
    text = OPENING + '"The harbour opens in May and it will stay open," Keller said, according to both Yonhap and IANS.'
    inner = next(one for one in found(nlp, text) if one.speaker == "Robert Keller")
    assert [link.name for link in inner.via] == ["Yonhap", "IANS"]


def test_a_medium_that_quotes_somebody_is_the_link(nlp: Language) -> None:
    text = "State media said the port was safe, quoting Robert Keller."
    one = by_content(nlp, text, "the port was safe")
    assert one.speaker == "Robert Keller"
    assert [link.kind for link in one.via] == ["cited outlet"]


def test_a_term_in_quotation_marks_is_not_speech(nlp: Language) -> None:
    text = 'The "green corridor" along the river opened in May. Cyclists were glad.'
    assert not any(one.kind != "indirect" for one in found(nlp, text))


def test_a_short_quotation_under_a_cue_is_speech(nlp: Language) -> None:
    text = OPENING + 'Keller called the plan "reckless."'
    one = by_content(nlp, text, "reckless")
    assert (one.kind, one.speaker) == ("mixed", "Robert Keller")


@pytest.mark.parametrize(
    ("verb", "polarity"),
    [
        ("said", "said"),
        ("claimed", "claimed"),
        ("denied", "denied"),
        ("confirmed", "confirmed"),
        ("warned", "warned"),
        ("promised", "promised"),
        ("believed", "thought"),
        ("did not say", "refused"),
        ("did not deny", "refused"),
    ],
)
def test_polarity(nlp: Language, verb: str, polarity: str) -> None:
    text = OPENING + f"Keller {verb} that the harbour had flooded."
    assert by_content(nlp, text, "the harbour had flooded").polarity == polarity


def test_what_a_speaker_says_of_others_speech_is_not_told_by_the_article(nlp: Language) -> None:
    text = OPENING + '"I think they said that the harbour would flood," Keller said.'
    assert [one.speaker for one in found(nlp, text)] == ["Robert Keller"]


def test_a_name_and_a_colon_open_a_line(nlp: Language) -> None:
    text = "Robert Keller: The harbour will stay open this winter\n\nRain fell in Geneva."
    one = by_content(nlp, text, "The harbour will stay open this winter")
    assert one.speaker == "Robert Keller"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_every_span_lies_in_the_text(nlp: Language, words: list[str]) -> None:
    text = " ".join(words)
    for one in found(nlp, text):
        for span in (one.source, one.cue, one.resolved, *one.content, *(link.span for link in one.via)):
            assert span is None or 0 <= span.start < span.end <= len(text)


@pytest.mark.seeds
@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed pages do not lie beside the checkout")
def test_speakers_and_links_of_the_seed_pages(nlp: Language) -> None:
    def seed(number: str) -> str:
        return next(SEEDS.glob(f"{number}_*.txt")).read_text(encoding="utf-8")

    first, second, third = seed("000"), seed("001"), seed("004")
    chairmen = next(one for one in found(nlp, first) if one.via and "complex and unstable" in told(first, one))
    assert chairmen.speaker is not None and "chairmen" in chairmen.speaker
    assert "Defense Ministry" in chairmen.via[0].name
    ministers = next(one for one in found(nlp, second) if one.via and "strong combined defense posture" in told(second, one))
    assert ministers.speaker is not None and "ministers" in ministers.speaker
    assert "defense ministry" in ministers.via[0].name
    spoken = [one for one in found(nlp, third) if one.speaker == "Pete Hegseth"]
    links = {told(third, one)[:22]: [link.name for link in one.via] for one in spoken if one.kind == "direct"}
    assert links["“I think it’s great. T"] == ["Yonhap"]
    assert links["“I think South Korea i"] == ["Yonhap", "IANS"]
    assert links["“A shift away would be"] == []
    assert not any(told(third, one).strip("“”") == "pacing threat" for one in found(nlp, third))
