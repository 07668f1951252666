"""What a cue makes of its content, the side taken on it, who says nothing, and who tells of itself."""

from pytest import mark
from spacy.language import Language

from dateline.analyze.attributions import find_attributions
from dateline.analyze.cast import cast_of
from dateline.analyze.mentions import find_mentions
from dateline.types import Attribution

OPENING = "Mayor Olga Brandt met engineers in Varnholt on Monday. "


def found(nlp: Language, sentence: str) -> Attribution:
    doc = nlp(OPENING + sentence)
    told = find_attributions(doc, cast_of(doc, "a", find_mentions(doc, "a")))
    return next(one for one in told if one.content[0].start >= len(OPENING))


@mark.parametrize(
    ("sentence", "stance", "side"),
    [
        ("Brandt said that the bridge was closed.", "said", "for"),
        ("Brandt said that the bridge was not closed.", "said", "against"),
        ("Brandt said that nobody had closed the bridge.", "said", "against"),
        ("Brandt denied that the city had closed the bridge.", "denied", "against"),
        ("Brandt denied that the city had not closed the bridge.", "denied", "for"),
        ("Brandt dismissed reports that the bridge was closed.", "denied", "against"),
        ("Brandt rejected the idea that the bridge was closed.", "denied", "against"),
        ("Brandt rejected an offer to close the bridge.", "refused", "against"),
        ("Brandt ruled out closing the bridge.", "denied", "against"),
        ("Brandt no longer believes that the bridge is safe.", "thought", "against"),
        ("Brandt said that the bridge would no longer be closed.", "said", "against"),
        ("Brandt said that it was too early to close the bridge.", "said", "other"),
        ("Brandt urged drivers not to cross the bridge.", "asked", "against"),
        ("Brandt has yet to respond to questions.", "refused", "no comment"),
        ("Brandt refused to close the bridge.", "refused", "against"),
        ("Brandt declined to say whether the bridge was closed.", "refused", "no comment"),
        ("Brandt refused to confirm that the bridge was closed.", "refused", "no comment"),
        ("Brandt did not say whether the bridge was closed.", "refused", "no comment"),
        ("Brandt would neither confirm nor deny that the bridge was closed.", "refused", "no comment"),
        ("Brandt did not deny that the bridge was closed.", "refused", "no comment"),
        ("Brandt admitted that the bridge was closed.", "confirmed", "for"),
        ("Brandt wondered whether the bridge was closed.", "asked", "other"),
        ("Brandt criticised the closure of the bridge.", "said", "against"),
        ("Brandt welcomed the closure of the bridge.", "said", "for"),
        ("Brandt doubts that the bridge will hold.", "thought", "against"),
    ],
)
def test_the_stance_and_side_of_a_cue(nlp: Language, sentence: str, stance: str, side: str) -> None:
    one = found(nlp, sentence)
    assert (one.polarity, one.side) == (stance, side)


@mark.parametrize(
    ("sentence", "words"),
    [
        ("Brandt has yet to comment.", "has yet to comment"),
        ("Brandt could not be reached for comment.", "could not be reached for comment"),
        ("Brandt did not return calls.", "did not return calls"),
        ("Brandt has remained silent.", "has remained silent"),
        ("There was no immediate comment from the ministry.", "no immediate comment"),
    ],
)
def test_a_silence_is_its_own_content(nlp: Language, sentence: str, words: str) -> None:
    one = found(nlp, sentence)
    told = (OPENING + sentence)[one.content[0].start : one.content[0].end]
    assert (told, one.polarity, one.side) == (words, "refused", "no comment")
    assert one.source is not None


@mark.parametrize(
    ("sentence", "own"),
    [
        ("Brandt denied that she had closed the bridge.", True),
        ("Brandt promised to reopen the bridge.", True),
        ("“We closed the bridge,” Brandt said.", True),
        ("Brandt said that the city would pay for the bridge.", True),
        ("Brandt said that the bridge was built in 1964.", False),
        ("Brandt urged drivers to take the ferry.", False),
        ("Brandt admitted that the bridge was old.", True),
        ("Brandt could not be reached for comment.", False),
    ],
)
def test_who_tells_of_itself(nlp: Language, sentence: str, own: bool) -> None:
    assert found(nlp, sentence).own is own
