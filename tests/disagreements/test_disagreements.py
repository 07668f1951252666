"""Disagreements: what cannot both hold is found, and what only looks so is left alone."""

from pytest import mark
from spacy.language import Language
from storyline import Told, tell


def relations(told: Told) -> list[tuple[str, str]]:
    return sorted((one.about, one.relation) for one in told.disagreements)


@mark.parametrize(
    ("left", "right", "about"),
    [
        (
            "The tunnel under the Tarne is 4.2 kilometres long.",
            "The tunnel under the Tarne is 5.6 kilometres long.",
            "number",
        ),
        ("Rescuers found nine bodies in the mine on Tuesday.", "Rescuers found six bodies in the mine on Tuesday.", "number"),
        (
            "Police arrested 20 people at the march on Saturday.",
            "Police arrested 35 people at the march on Saturday.",
            "number",
        ),
        ("The council closed the bridge on Monday.", "The council closed the bridge on Tuesday.", "date"),
        ("The strike at the port began on 3 March.", "The strike at the port began on 5 March.", "date"),
        ("A bomb exploded in Lagos on Monday.", "A bomb exploded in Nairobi on Monday.", "place"),
        ("Olga Brandt commands the fire brigade.", "Tomas Weil commands the fire brigade.", "name"),
        ("The council closed the bridge in March.", "The council did not close the bridge in March.", "negation"),
    ],
)
def test_two_outlets_that_cannot_both_be_right(nlp: Language, left: str, right: str, about: str) -> None:
    told = tell(nlp, left, right)
    assert (about, "contradiction") in relations(told)
    assert {one.about for one in told.open} == {about}
    for one in told.disagreements:
        assert len(one.values) == 2 and one.reason
        assert one.values[0].normalized != one.values[1].normalized or one.about == "negation"
        assert not set(one.values[0].statements) & set(one.values[1].statements)


@mark.parametrize(
    ("left", "right"),
    [
        (
            "The dam was inspected in November, the ministry said.",
            "The company denied that the dam was inspected in November.",
        ),
        (
            "The siren sounded before the dam burst, the company said.",
            "The siren did not sound before the dam burst, residents said.",
        ),
        ("The dam is safe, the ministry said.", "The dam is not safe, engineers said."),
        (
            "Residents said that the company had hidden the crack in the dam. The ministry denied this.",
            "A choir sang in Oslo.",
        ),
        ("Tomas Weil said the company had hidden the crack. “That is untrue,” said Petra Hollis.", "A choir sang in Oslo."),
        ("The ministry plans to close the hospital, the union said.", "The ministry denied plans to close the hospital."),
        (
            "The ministry plans to close the hospital, the union said.",
            "There are no plans to close the hospital, a minister said.",
        ),
        ("The ministry plans to close the hospital, the union said.", "The ministry denied planning to close the hospital."),
        ("The company will cut 400 jobs in Halden, the union said.", "The company denied plans to cut 400 jobs in Halden."),
        ("The rebels said that 40 soldiers had died in the attack.", "The army denied that 40 had died in the attack."),
        (
            "The rebels said that 40 soldiers had died in the attack.",
            "It is not true that 40 soldiers died in it, the army said.",
        ),
    ],
)
def test_one_source_asserts_and_another_denies(nlp: Language, left: str, right: str) -> None:
    assert relations(tell(nlp, left, right)) == [("negation", "denial")]


def sides(told: Told) -> list[list[str]]:
    return [[value.value for value in one.values] for one in told.disagreements]


def test_a_denial_is_of_what_the_quotation_before_it_goes_on_about(nlp: Language) -> None:
    accused = "Mara Quill said that the company had hidden the crack in the dam. “He told me to keep quiet,” Mara Quill said."
    (pair,) = sides(tell(nlp, f"{accused} The company denied this.", "A choir sang in Oslo."))
    assert sorted(pair) == ["The company denied this", "the company had hidden the crack in the dam"]


def test_a_denial_in_words_is_told_by_them(nlp: Language) -> None:
    denial = "The company denied this. “Nobody hid a crack from the council,” its lawyer, Petra Soll, said."
    (pair,) = sides(tell(nlp, f"Residents said that the company had hidden a crack. {denial}", "A choir sang in Oslo."))
    assert sorted(pair) == ["Nobody hid a crack from the council", "the company had hidden a crack"]


def test_who_is_quoted_beside_another_denies_what_he_says(nlp: Language) -> None:
    told = tell(
        nlp,
        "The Coast Party said the union had paid for buses. “We have not paid for a single bus,” Mara Quill said.",
        "A choir sang.",
    )
    assert relations(told) == [("negation", "denial")]


@mark.parametrize(
    "text",
    [
        "Corvin Foods launched a bid for Wennick Mills on Monday. Wennick's board rejected it.",
        "“They knew that the drains were blocked,” the prosecutor said. Their lawyer rejected that.",
        "The sheep graze on the slope. In the shade of the wall, they lie down.",
    ],
)
def test_what_is_turned_down_or_taken_for_granted_is_not_denied(nlp: Language, text: str) -> None:
    assert tell(nlp, text, "A choir sang in Oslo.").open == []


def test_a_denial_told_twice_in_one_article_is_one(nlp: Language) -> None:
    denial = "The minister denied it. “There is no crack in the dam,” she said."
    told = tell(nlp, f"Petra Soll said that there is a crack in the dam at Orlo. {denial}", "A choir sang in Oslo.")
    assert len([one for one in told.disagreements if one.about == "negation"]) == 1


@mark.parametrize(
    ("left", "right"),
    [
        ("The ministry plans to close the hospital in Halden.", "The ministry did not announce plans to close the hospital."),
        ("The ministry plans to close the hospital in Halden.", "The ministry denied planning to close the hospital in Halden."),
        ("The company will cut 400 jobs in Halden.", "The company denied plans to cut 400 jobs in Halden."),
        ("Some 40 soldiers died in the attack.", "It was untrue that 40 soldiers had died in the attack, the army said."),
    ],
)
def test_a_denial_is_not_one_claim_with_what_it_denies(nlp: Language, left: str, right: str) -> None:
    told = tell(nlp, left, right)
    article_of = {one.id: one.article for one in told.statements}
    assert all(len({article_of[one] for one in claim.statements}) == 1 for claim in told.claims)


def test_who_dismisses_somebody_denies_nothing(nlp: Language) -> None:
    told = tell(
        nlp, "Prosecutors said that Olga Brandt took 200,000 crowns. The minister dismissed her.", "A choir sang in Oslo."
    )
    assert relations(told) == []


@mark.parametrize(
    ("left", "right", "about"),
    [
        ("The flood killed nine people in Halden.", "The flood killed 14 people in Halden.", "number"),
        ("At least nine people are missing in Halden.", "At least 14 people are missing in Halden.", "number"),
        ("The council will open the bridge to lorries.", "The council opened the bridge to lorries.", "date"),
    ],
)
def test_a_later_report_that_moves_on_is_an_update(nlp: Language, left: str, right: str, about: str) -> None:
    told = tell(nlp, (left, "2031-03-11"), (right, "2031-03-13"))
    assert relations(told) == [(about, "update")]


@mark.parametrize(
    ("left", "right"),
    [
        ("Nearly 28,500 soldiers are stationed in Halden.", "The army has 28,500 soldiers stationed in Halden."),
        ("At least 20 people were killed by the flood.", "The flood killed 23 people."),
        ("The plant in Halden employs 300 people.", "The company employs 2,400 people in six countries."),
        ("Twelve of the 40 sailors were rescued.", "All 40 sailors were rescued."),
        ("Turnout rose to 52 percent, up from 49.7 percent.", "Turnout rose to 52 percent."),
        ("The town has 6,260 voters more than in 2027.", "The town has 9,000 voters."),
        ("The fire killed 12 people.", "The fire injured 30 people."),
        ("The fire killed 12 people, three of them children.", "The fire killed 12 people."),
        ("The flood killed 14 people in Halden.", "The flood killed 40 people in the region."),
        ("The council closed the bridge in March.", "The council closed the bridge on 3 March."),
        ("The bridge was closed on Monday.", "The bridge was closed on 10 March."),
        ("Olga Brandt visited the harbour.", "Tomas Weil visited the harbour."),
        ("The dam may burst.", "The dam has not burst."),
        ("The mayor said the bridge was safe.", "The mayor said the harbour was not safe."),
        ("Our guns fell silent at 6.15 a.m., the army said.", "The first shells fell at 5.40 a.m."),
        ("The central bank raised its key rate on Tuesday.", "Big banks raised their mortgage rates on Monday."),
        ("Lead was found in a bottle from the cellar in Bergen.", "Lead was found in the urine of a rider from Oslo."),
        ("Three people were killed by a storm in Bremen.", "Five people were killed by a storm in London."),
    ],
)
def test_what_only_tempts_is_no_contradiction(nlp: Language, left: str, right: str) -> None:
    assert tell(nlp, left, right).open == []
    assert tell(nlp, right, left).open == []


def test_an_article_does_not_contradict_itself_in_its_own_words(nlp: Language) -> None:
    told = tell(nlp, "The fire killed nine people in Halden on Tuesday. Later the fire killed 14 people in Halden on Tuesday.")
    assert told.open == []


def test_the_words_of_a_side_are_those_of_its_statements(nlp: Language) -> None:
    told = tell(nlp, "The tunnel under the Tarne is 4.2 kilometres long.", "The tunnel under the Tarne is 5.6 kilometres long.")
    by_id = {one.id: one for one in told.statements}
    for one in told.disagreements:
        assert sorted(side.normalized for side in one.values) == ["4.2 km", "5.6 km"]
        for side in one.values:
            assert any(side.value in told.words(by_id[identity].span) for identity in side.statements)


def test_a_side_holds_every_outlet_that_tells_it(nlp: Language) -> None:
    long, short = "The tunnel under the Tarne is 5.6 kilometres long.", "The tunnel under the Tarne is 4.2 kilometres long."
    told = tell(nlp, short, long, short, short)
    assert sorted(len(side.statements) for one in told.disagreements for side in one.values) == [1, 3]
    assert len({one.id for one in told.disagreements}) == len(told.disagreements) == 1


def test_nobody_disagrees_with_nobody(nlp: Language) -> None:
    assert tell(nlp, beside=()).disagreements == ()
    assert tell(nlp, "The council closed the bridge on Monday.", beside=()).disagreements == ()
