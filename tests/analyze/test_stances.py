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
        ("Brandt did not rule out closing the bridge.", "said", "other"),
        ("Brandt said that a closure could not be excluded.", "said", "other"),
        ("Brandt said the city was considering a closure of the bridge.", "said", "other"),
        ("Brandt said the council had not decided on the closure.", "said", "other"),
        ("Brandt said no decision had been taken on the bridge.", "said", "other"),
        ("“Why close the bridge?” Brandt said.", "said", "other"),
        ("Brandt called the plan absurd.", "said", "against"),
        ("Brandt described the plan as reckless.", "said", "against"),
        ("Brandt described the plan as sound.", "said", "for"),
        ("Brandt said the closure was a mistake.", "said", "against"),
        ("Brandt said the bridge was unlikely to close.", "said", "against"),
        ("Brandt said the closure had been called off.", "said", "against"),
        ("Brandt said the city would not scrap the closure.", "said", "for"),
        ("Brandt said the drains of the bridge were blocked.", "said", "for"),
        ("Brandt said the bridge would not only be closed but torn down.", "said", "for"),
        ("Brandt said there was little chance of a closure.", "said", "against"),
        ("Brandt said the bridge has yet to be closed.", "said", "against"),
        ("Brandt said a part of the loan has still to be repaid.", "said", "against"),
        ("Brandt said she was against the closure.", "said", "against"),
        ("Brandt said the closure was out of the question.", "said", "against"),
        ("Brandt warned against closing the bridge.", "warned", "against"),
        ("Brandt said she would not comment on the closure.", "refused", "no comment"),
        ("Brandt denied saying that the bridge would close.", "denied", "other"),
        ("Brandt stopped short of closing the bridge.", "refused", "against"),
        ("Brandt fell short of endorsing the closure.", "refused", "against"),
        ("“Jon Ilves knows it, and we will not close the bridge,” Brandt said.", "said", "against"),
        ("“I have never seen a better offer, and I would sign it,” Brandt said.", "said", "for"),
        ("Brandt said the doors of the bridge house were open.", "said", "for"),
        ("Brandt said the question of the closure was open.", "said", "other"),
        ("Brandt said a decision would fall within days.", "said", "other"),
        ("“The figures leave us no choice,” Brandt said.", "said", "for"),
        ("“We will fight the closure,” Brandt said.", "said", "against"),
        ("“A bridge you close, you close once,” Brandt said.", "said", "other"),
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
        ("Brandt denied the allegation.", True),
        ("Brandt said that no order had been given.", True),
        ("Brandt said that Jon Ilves would not pay.", False),
        ("Brandt declined to say whether the city would pay.", True),
        ("“That is our red line,” Brandt said.", True),
        ("“He sat at my desk,” Brandt said.", False),
        ("Brandt said there were people on the bridge.", False),
        ("Brandt promised that the bridge would be repaired.", True),
        ("Brandt denied that the bridge had been sold.", True),
        ("The ferry board said no agreement had been reached.", True),
    ],
)
def test_who_tells_of_itself(nlp: Language, sentence: str, own: bool) -> None:
    assert found(nlp, sentence).own is own
