"""Claims: what says the same comes together, and nothing else."""

from random import Random

from articles import article
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest import fixture, mark
from spacy.language import Language
from storyline import BESIDE, Told, analyze, derived, follow, pages, tell

from dateline.claims import find_statements, match_claims
from dateline.claims.vetoes import vetoed
from dateline.ids import content_id

TOWN = (
    "The council closed the Tarne bridge on Monday after engineers found a crack. Nearly 28,500 cars use the bridge every day.",
    "Engineers found a crack in the Tarne bridge, and the council closed it on Monday. “We acted at once,” said Olga Brandt.",
    "About 28,500 cars cross the Tarne bridge every day. The bridge was built in 1964. A storm killed 14 people in 1999.",
    "The Tarne bridge was closed by the council on Monday. Mayor Olga Brandt denied that the crack was known for months.",
    "A ferry will replace the Tarne bridge. “We acted at once and nobody was in danger,” Brandt said on Tuesday.",
)


@fixture(scope="module")
def town(nlp: Language) -> Told:
    articles = (*pages(*TOWN), article(TOWN[0] + " Tolls are waived.", name="undated", outlet=None, day=None))
    return follow(articles, analyze(nlp, articles))


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 1 << 32))
def test_the_order_of_what_comes_in_changes_nothing(town: Told, seed: int) -> None:
    def mixed(records):
        return Random(seed).sample(records, len(records))

    assert derived(follow(mixed(town.articles), mixed(town.analyses))) == derived(town)
    assert match_claims(mixed(town.statements), mixed(town.articles), mixed(town.analyses)) == (town.claims, town.rivals)


def test_every_statement_is_in_one_claim(town: Told) -> None:
    told = [identity for claim in town.claims for identity in claim.statements]
    assert sorted(told) == sorted({one.id for one in town.statements})
    assert [claim.id for claim in town.claims] == sorted({claim.id for claim in town.claims})
    assert all(claim.canonical in claim.statements for claim in town.claims)


def test_rivals_are_of_two_claims_and_say_what_keeps_them_apart(town: Told) -> None:
    claim_of = {identity: claim.id for claim in town.claims for identity in claim.statements}
    assert all(claim_of[rival.left] != claim_of[rival.right] for rival in town.rivals)
    assert all(rival.vetoes and 0 <= rival.likeness <= 1_000_000 for rival in town.rivals)


def test_the_id_of_a_claim_comes_from_its_earliest_statement(nlp: Language) -> None:
    said = "The council closed the Tarne bridge on 3 March."
    later, last = (said, "2031-03-05"), (said, "2031-03-09")
    for texts, first in (((later, last), 0), ((later, (said, None)), 0), ((last, later), 1)):
        told = tell(nlp, *texts)
        (claim,) = (one for one in told.claims if len(one.statements) == 2)
        by_id = {one.id: one for one in told.statements}
        assert by_id[claim.statements[0]].article == told.articles[first].id
        assert claim.id == content_id("claim", claim.statements[0])


def test_a_later_page_changes_no_claim_id(nlp: Language) -> None:
    before, after = tell(nlp, TOWN[0]), tell(nlp, TOWN[0], beside=(*BESIDE, (TOWN[3], "2031-03-20")))
    assert {claim.id for claim in before.claims} <= {claim.id for claim in after.claims}


@mark.parametrize(
    ("left", "right"),
    [
        ("The council closed the Tarne bridge on Monday.", "The council closed the Tarne bridge on Monday."),
        ("The council closed the Tarne bridge on Monday.", "The Tarne bridge was closed by the council on Monday."),
        ("Nearly 28,500 soldiers are stationed in Halden.", "The army has 28,500 soldiers stationed in Halden."),
        ("A storm killed 14 people in Halden on Tuesday.", "Fourteen people were killed by a storm in Halden on Tuesday."),
        ("At least 20 people were killed by the flood in Halden.", "The flood in Halden killed 23 people."),
        ("The Labour Centre in Halden organised a march.", "The Labor Center in Halden organized a march."),
        ("The council did not close the harbour.", "The harbour was not closed by the council."),
        ("The company will reopen the harbour mill.", "The harbour mill would be reopened, the company said."),
        (
            "Norway and Iceland signed the pact on fishing on Monday.",
            "Prime Minister Anna Keller signed the pact on fishing on Monday.",
        ),
    ],
)
def test_the_same_in_other_words_is_one_claim(nlp: Language, left: str, right: str) -> None:
    told = tell(nlp, left, right)
    by_id = {one.id: one.article for one in told.statements}
    pair = {page.id for page in told.articles[:2]}
    assert any({by_id[one] for one in claim.statements} == pair for claim in told.claims)


@mark.parametrize(
    ("left", "right", "veto"),
    [
        ("The council closed the Tarne bridge on Monday.", "The council closed the Tarne bridge on Tuesday.", "times"),
        ("The harbour crane was built in 1988.", "The harbour crane was built in 1994.", "times"),
        (
            "The tunnel under the Tarne is 4.2 kilometres long.",
            "The tunnel under the Tarne is 5.6 kilometres long.",
            "figures",
        ),
        ("A storm killed 14 people in Halden.", "A storm killed nine people in Halden.", "figures"),
        ("The council closed the bridge in March.", "The council did not close the bridge in March.", "polarity"),
        ("The dam was inspected by engineers.", "The company denied that the dam was inspected by engineers.", "polarity"),
        ("The council will open the bridge to lorries.", "The council opened the bridge to lorries.", "tense"),
        ("Olga Brandt ordered the closure of the harbour.", "Tomas Weil ordered the closure of the harbour.", "actors"),
        ("A bomb exploded in Lagos on Monday.", "A bomb exploded in Nairobi on Monday.", "places"),
        ("The crack is in the northern pier of the bridge.", "The crack is in the southern pier of the bridge.", "places"),
        ("Olga Brandt left the company in haste.", "Olga Brandt left the country in haste.", "places"),
        ("Olga Brandt won the election with 51 percent of the vote.", "Tomas Weil got 51 percent of the vote.", "people"),
    ],
)
def test_what_differs_in_one_thing_is_two_claims_that_know_of_one_another(
    nlp: Language, left: str, right: str, veto: str
) -> None:
    told = tell(nlp, left, right)
    by_id = {one.id: one.article for one in told.statements}
    pair = {page.id for page in told.articles[:2]}
    assert not any({by_id[one] for one in claim.statements} >= pair for claim in told.claims)
    assert any({by_id[one.left], by_id[one.right]} == pair and f"{veto}_differ" in one.vetoes[0] for one in told.rivals)


@mark.parametrize(
    ("left", "right"),
    [
        ("Crews found 19 victims in Bremen.", "Crews in Hamburg found 19 victims."),
        ("Olga Brandt was elected with 51 percent of the vote.", "Tomas Weil says he took 51 percent of the vote."),
        ("Olga Brandt won with 51 percent of the vote.", "Tomas Weil said that he had won with 51 percent of the vote."),
    ],
)
def test_one_figure_in_two_places_or_of_two_persons_is_two_claims(nlp: Language, left: str, right: str) -> None:
    assert all(len(claim.statements) == 1 for claim in tell(nlp, left, right).claims)


@mark.parametrize(
    ("left", "right", "veto"),
    [
        ("Olga Brandt sued Tomas Weil over the mill.", "Tomas Weil sued Olga Brandt over the mill.", "actors_differ"),
        ("Olga Brandt met Tomas Weil at the mill.", "Tomas Weil met Olga Brandt at the mill.", None),
        ("The mill declined to comment on the sale.", "The mill was not hit by the strike.", "polarity_differs"),
    ],
)
def test_who_does_it_and_who_says_nothing_are_told_apart(nlp: Language, left: str, right: str, veto: str | None) -> None:
    one, other = tell(nlp, left, right, beside=()).statements
    assert vetoed(one, other) == vetoed(other, one) == (() if veto is None else (veto,))


def test_words_in_common_alone_make_no_claim(nlp: Language) -> None:
    told = tell(nlp, "The company opened a mill in Halden.", "Halden fears that the company has too few drivers.")
    assert all(len(claim.statements) == 1 for claim in told.claims)


@mark.parametrize("count", [1, 2, 5, 8])
def test_outlets_that_print_one_sentence_make_one_claim(nlp: Language, count: int) -> None:
    told = tell(nlp, *["The council closed the Tarne bridge on Monday."] * count, beside=())
    assert [len(claim.statements) for claim in told.claims] == [count]


def test_nothing_makes_nothing() -> None:
    assert match_claims((), (), ()) == ((), ())
    assert find_statements((), (), ()) == ()


def test_what_one_person_did_on_one_day_need_not_be_one_thing(nlp: Language) -> None:
    told = tell(
        nlp,
        "Prime Minister Anna Keller was hit by an egg in Halden on Monday.",
        "Prime Minister Anna Keller resigned on Monday. The Tarne bridge is closed.",
    )
    assert all(len(claim.statements) == 1 for claim in told.claims)


def test_a_toll_of_a_fire_is_not_the_fire(nlp: Language) -> None:
    told = tell(
        nlp,
        "A fire broke out on Monday in a grain store in Halden harbour, police said. Nobody was hurt.",
        "Two workers were killed in the fire at a grain store in Halden harbour, the brigade said.",
        "Two workers had died in the fire at the grain store in Halden harbour, the brigade said.",
    )
    by_id = {one.id: one for one in told.statements}
    groups = [{by_id[one].predicate for one in claim.statements} for claim in told.claims if len(claim.statements) > 1]
    assert groups and all("break out" not in group and "break" not in group for group in groups)


def test_a_plan_that_is_blocked_is_not_the_deed(nlp: Language) -> None:
    told = tell(
        nlp,
        "The council of Orlo refused on Sunday a request to open the gates of the old dam.",
        "The council of Orlo opened the gates of the old dam on Sunday.",
    )
    assert all(len(claim.statements) == 1 for claim in told.claims)


def test_a_visit_that_is_planned_and_the_visit_are_two_claims(nlp: Language) -> None:
    plan = ("Minister Olga Brandt was due to visit Halden on Thursday.", "2031-03-11")
    told = tell(nlp, plan, ("Minister Olga Brandt came to Halden on Thursday.", "2031-03-14"))
    assert all(len(claim.statements) == 1 for claim in told.claims)
    assert [one.relation for one in told.disagreements] == ["update"]


def test_what_is_told_of_a_place_is_not_what_happened_there(nlp: Language) -> None:
    told = tell(
        nlp, "Anna Keller opened the new Tarne Bridge on Monday. The Tarne Bridge, which is near Halden, is long.", beside=()
    )
    opened = next(one for one in told.statements if one.predicate == "open")
    assert next(claim for claim in told.claims if opened.id in claim.statements).statements == (opened.id,)
