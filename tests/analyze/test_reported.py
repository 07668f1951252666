"""Who says what in the constructions news is written in: invented examples of each."""

import pytest
from spacy.language import Language

from dateline.analyze.attributions import find_attributions
from dateline.analyze.cast import cast_of
from dateline.analyze.mentions import find_mentions
from dateline.types import Attribution

OPENING = "Interior Minister Anna Lindqvist met Robert Keller in Geneva on Monday. "
KELLER = "Robert Keller"
OPEN = "the harbour would open in May"


def found(nlp: Language, text: str) -> tuple[Attribution, ...]:
    doc = nlp(text)
    return find_attributions(doc, cast_of(doc, "a", find_mentions(doc, "a")))


def told(text: str, one: Attribution) -> str:
    return " | ".join(text[piece.start : piece.end] for piece in one.content)


def one_of(nlp: Language, text: str, content: str) -> Attribution:
    all_found = found(nlp, text)
    return next(one for one in all_found if told(text, one) == content)


@pytest.mark.parametrize(
    ("sentence", "content", "speaker"),
    [
        ("Keller told reporters that the harbour would open in May.", f"that {OPEN}", KELLER),
        ("In a statement, Keller said the harbour would open in May.", OPEN, KELLER),
        ("Keller said in a statement that the harbour would open in May.", f"that {OPEN}", KELLER),
        ('"The harbour will open in May," Keller wrote on X.', '"The harbour will open in May,"', KELLER),
        ('The communiqué reads: "The harbour will open in May."', '"The harbour will open in May."', "communiqué"),
        ('"The harbour will open in May," the communiqué reads.', '"The harbour will open in May,"', "communiqué"),
        ("The bill says ships must pay a fee.", "ships must pay a fee", "bill"),
        ("A poll found that most residents wanted it closed.", "that most residents wanted it closed", "A poll"),
        ("The harbour, Keller said, would open in May.", "The harbour | would open in May", KELLER),
        ("The harbour would open in May, said Keller, who runs the port.", "The harbour would open in May", KELLER),
        ("Keller said the harbour was safe. It would open in May, he added.", "It would open in May", KELLER),
        ("Her South Korean counterpart said the talks had failed.", "the talks had failed", "Her South Korean counterpart"),
        ("The Port Authority closed the harbour. It said the pumps had failed.", "the pumps had failed", "Port Authority"),
        ("Residents said the harbour smelled of oil.", "the harbour smelled of oil", "Residents"),
        ("„The harbour will open in May,“ said Keller.", "„The harbour will open in May,“", KELLER),
        ("«The harbour will open in May», said Keller.", "«The harbour will open in May»", KELLER),
        ('"Never!" she said, and Keller left.', '"Never!"', "Anna Lindqvist"),
        ("Keller voiced fears that the harbour would flood.", "that the harbour would flood", KELLER),
        ("Keller used his speech to criticise the plan.", "the plan", KELLER),
        ("Keller likened the plan to a leaking raft.", "the plan to a leaking raft", KELLER),
        ("Keller mentioned Lindqvist, who lost the vote in May.", "Lindqvist", KELLER),
        ("Keller said it was safe, while the union said it had flooded.", "it was safe", KELLER),
        ("It is not known whether the harbour is safe.", "whether the harbour is safe", None),
    ],
)
def test_what_is_reported_and_whose_word_it_is(nlp: Language, sentence: str, content: str, speaker: str | None) -> None:
    assert one_of(nlp, OPENING + sentence, content).speaker == speaker


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("CNN reported that the harbour would open in May, citing two officials.", f"that {OPEN}"),
        ("CNN reported, citing two officials, that the harbour would open in May.", f"that {OPEN}"),
    ],
)
def test_whom_a_medium_cites_speaks_through_it(nlp: Language, sentence: str, content: str) -> None:
    one = one_of(nlp, OPENING + sentence, content)
    assert (one.speaker, [link.name for link in one.via]) == ("two officials", ["CNN"])


def test_not_the_harbour_quotes_the_ministry(nlp: Language) -> None:
    text = "State media said the harbour would open in May, quoting the ministry."
    assert "the harbour" not in [text[one.source.start : one.source.end] for one in found(nlp, text) if one.source]


def test_who_is_asked_does_not_ask(nlp: Language) -> None:
    text = OPENING + "Asked whether the harbour was safe, Keller said he hoped so."
    assert one_of(nlp, text, "whether the harbour was safe").speaker is None
    assert one_of(nlp, text, "he hoped so").speaker == KELLER


def test_a_union_beside_is_not_told_through_the_one_before(nlp: Language) -> None:
    text = OPENING + "Keller said it was safe, while the union said it had flooded."
    assert one_of(nlp, text, "it had flooded").via == ()


def test_what_is_told_of_a_named_source_belongs_to_it_and_of_an_unnamed_one_does_not(nlp: Language) -> None:
    text = OPENING + "The harbour would open in May, said Keller, who runs the port."
    source = one_of(nlp, text, "The harbour would open in May").source
    assert source is not None and text[source.start : source.end] == "Keller, who runs the port"
    text = OPENING + "A resident, who voted for Governor Leo Brandt, said the harbour was safe."
    one = one_of(nlp, text, "the harbour was safe")
    assert one.speaker == "A resident"
    assert one.source is not None and text[one.source.start : one.source.end] == "A resident"


@pytest.mark.parametrize(
    ("headline", "content", "speaker"),
    [
        ("Talks off, says minister", "Talks off", "minister"),
        ("Harbour to open in May, Keller says", "Harbour to open in May", KELLER),
        ("Keller: no talks before May", "no talks before May", "Keller"),
        ("Police: the harbour fire was set on purpose", "the harbour fire was set on purpose", "Police"),
    ],
)
def test_headlines_that_name_who_speaks(nlp: Language, headline: str, content: str, speaker: str) -> None:
    text = f"{headline}\n\nRobert Keller closed the harbour on Monday."
    assert one_of(nlp, text, content).speaker in (speaker, KELLER)


def test_a_headline_that_names_a_matter_is_nobodys_word(nlp: Language) -> None:
    text = "Harbour: what is known so far of the fire\n\nRobert Keller closed the harbour on Monday."
    assert not any(one.kind == "indirect" and text[one.cue.start] == ":" for one in found(nlp, text) if one.cue)


def test_a_pronoun_that_only_stands_for_the_quoted_words_is_no_content(nlp: Language) -> None:
    text = OPENING + "Lindqvist spoke of what she called a “real and present danger” to the harbour."
    assert [told(text, one) for one in found(nlp, text) if "danger" in told(text, one)][-1].startswith(
        "a “real and present danger”"
    )


@pytest.mark.parametrize(
    ("text", "content", "speaker", "via"),
    [
        ("According to Reuters, citing two officials, " + OPEN + ".", OPEN, "two officials", ["Reuters"]),
        ("According to Reuters, citing falling demand, " + OPEN + ".", OPEN, "Reuters", []),
        (
            "State media reported, citing the defence ministry, that " + OPEN + ".",
            "that " + OPEN,
            "defence ministry",
            ["State media"],
        ),
        ("In a statement carried by AFP, Lindqvist said " + OPEN + ".", OPEN, "Anna Lindqvist", ["AFP"]),
        (
            "“The harbour will open in May,” Keller was quoted as saying by state television.",
            "“The harbour will open in May,”",
            KELLER,
            ["state television"],
        ),
    ],
)
def test_whom_a_source_cites_in_an_aside_and_who_carried_the_words(
    nlp: Language, text: str, content: str, speaker: str, via: list[str]
) -> None:
    one = one_of(nlp, OPENING + text, content)
    assert one.speaker == speaker
    assert [link.name for link in one.via] == via
    assert all("citing" not in told(OPENING + text, other) for other in found(nlp, OPENING + text))
