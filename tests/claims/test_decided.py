"""What persons decided of statements holds in claims, origins and disagreements, in whatever order things come."""

from itertools import combinations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from pytest import fixture
from spacy.language import Language
from storyline import Told, tell

from dateline.claims import match_claims
from dateline.decisions import ANOTHER_CLAIM, NO_CONFLICT, SAME_CLAIM, origin_verdict, settle
from dateline.disagreements import find_disagreements
from dateline.judgements import judge, tie
from dateline.origins import trace_origins
from dateline.passages import passage_name, stated_at
from dateline.types import Judgement, Statement, Story

TEXTS = (
    "A storm killed 14 people in Halden on Tuesday. The council closed the Tarne bridge on Monday after engineers found a crack.",
    "A storm killed 19 people in Halden on Tuesday. Engineers found a crack, and the council closed the Tarne bridge on Monday.",
    "The council closed the Tarne bridge on Monday. The mill at the harbour was sold to a firm from Varnholt.",
    "The Tarne bridge was closed by the council on Monday. A firm from Varnholt bought the mill at the harbour.",
)


@fixture(scope="module")
def told(nlp: Language) -> Told:
    return tell(nlp, *TEXTS)


def decision(verdict: str, left: Statement, right: Statement | None, day: int) -> Judgement:
    names = [passage_name(stated_at(one)) for one in (left, right) if one is not None]
    return judge(verdict, names[0], names[1] if right is not None else None, by="Ines", when=f"2031-04-{day:02}T00:00:00.000Z")


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 1 << 32), count=st.integers(1, 14))
def test_what_was_decided_holds_whatever_else_is_alike(told: Told, seed: int, count: int) -> None:
    chance = Random(seed)
    made = [
        decision(chance.choice([SAME_CLAIM, ANOTHER_CLAIM]), *chance.sample(told.statements, 2), day=chance.randint(1, 9))
        for _ in range(count)
    ]
    decided = settle(made, told.statements)
    claims, rivals = match_claims(told.statements, told.articles, told.analyses, decided)
    home = {identity: claim.id for claim in claims for identity in claim.statements}
    assert sorted(home) == sorted(one.id for one in told.statements)
    knots = tie(decided, same=SAME_CLAIM, another=ANOTHER_CLAIM)
    for one, other in combinations(sorted(knots.knot), 2):
        a, b = knots.knot[one], knots.knot[other]
        if a == b:
            assert home[one] == home[other]
        elif b in knots.apart.get(a, ()):
            assert home[one] != home[other]
    mixed = [chance.sample(part, len(part)) for part in (told.statements, told.articles, told.analyses, decided)]
    assert match_claims(*mixed) == (claims, rivals)
    assert settle(chance.sample(made, len(made)), chance.sample(told.statements, len(told.statements))) == decided


def test_decisions_on_others_change_no_claim(told: Told) -> None:
    absent = judge(SAME_CLAIM, "x:1-2", "y:3-4", by="Ines", when="2031-04-07T00:00:00.000Z")
    (stands,) = settle([absent], told.statements)
    assert match_claims(told.statements, told.articles, told.analyses, [stands]) == (told.claims, told.rivals)


def test_the_decided_origin_is_the_origin_and_the_last_counts(told: Told) -> None:
    claim = next(one for one in told.claims if len(one.statements) >= 3)
    by_id = {one.id: one for one in told.statements}
    statements = [by_id[one] for one in claim.statements]
    made = [decision(origin_verdict("Mara Tolland", "person"), statements[0], None, day=3)]
    made += [decision(origin_verdict("Harrow Council", None), one, None, day=5) for one in statements]
    decided = settle(made, told.statements)
    assert {one.id for one in decided} == {one.id for one in made[1:]}
    origins, sourcing, standings = trace_origins(
        told.statements, told.claims, told.articles, (), told.entities, told.analyses, decided
    )
    (council,) = (one for one in origins if one.name == "Harrow Council")
    for one in sourcing:
        if one.statement in claim.statements:
            assert one.origins == (council.id,)
            assert [(link.kind, link.name) for link in one.chain[-2:]] == [("correction", "Ines"), ("source", "Harrow Council")]
    (standing,) = (one for one in standings if one.claim == claim.id)
    assert (standing.origins, standing.label) == (1, "single origin")


def test_a_pair_in_no_conflict_is_not_reported(told: Told) -> None:
    (one,) = (one for one in told.disagreements if one.about == "number")
    by_id = {statement.id: statement for statement in told.statements}
    left, right = (by_id[value.statements[0]] for value in one.values)
    decided = settle([decision(NO_CONFLICT, left, right, day=1)], told.statements)
    story = Story("story", tuple(page.id for page in told.articles), told.articles[0].id, None, None, "line")
    found = find_disagreements(told.statements, told.claims, told.rivals, told.articles, (story,), decided)
    assert [other for other in told.disagreements if other != one] == list(found)
