"""Why a statement is in its claim: a link to another one of it, and reasons whose values stand in both."""

from pytest import fixture
from spacy.language import Language
from storyline import Told, tell

from dateline.claims import match_claims
from dateline.claims.features import NAMES
from dateline.claims.reasons import FINDERS
from dateline.data import table
from dateline.decisions import SAME_CLAIM, settle
from dateline.judgements import judge
from dateline.passages import passage_name, stated_at
from dateline.types import Claim, Joined
from dateline.views.reasons import say, tell_joined

TEXTS = (
    "A flood damaged 118 houses in Kolmen on Monday, mayor Ivar Tessen said. The council closed the Tarne bridge on Tuesday.",
    "The flood in Kolmen on Monday damaged 118 houses. Mayor Ivar Tessen closed the Tarne bridge on Tuesday after a crack.",
    "The council closed the Tarne bridge on Tuesday. Pupils planted trees behind the mill, and a choir sang until midnight.",
    "Nearly 120 houses were damaged by the flood in Kolmen. Divers searched the harbour for the anchor of a coaster in vain.",
)
ROWS = {kind: row for rows in table("claim_reasons.toml").values() for kind, row in rows.items()}


@fixture(scope="module")
def told(nlp: Language) -> Told:
    return tell(nlp, *TEXTS)


def links(told: Told) -> list[tuple[Claim, Joined]]:
    return [(claim, one) for claim in told.claims for one in claim.joined]


def test_every_other_statement_is_joined_to_the_one_that_stands_for_its_claim(told: Told) -> None:
    assert len(links(told)) >= 4
    for claim in told.claims:
        reached = {claim.canonical}
        waiting = {one.statement: one.to for one in claim.joined}
        assert sorted([claim.canonical, *waiting]) == sorted(claim.statements)
        while waiting:
            met = {one for one, to in waiting.items() if to in reached}
            assert met, "the links do not lead to the statement that stands for the claim"
            reached |= met
            waiting = {one: to for one, to in waiting.items() if one not in met}


def test_a_value_of_a_reason_stands_in_both_texts(told: Told) -> None:
    by_id = {one.id: one for one in told.statements}
    texts = {page.id: page.text.lower() for page in told.articles}
    seen = set()
    for _, one in links(told):
        for reason in one.reasons:
            seen.add(reason.kind)
            if reason.kind in ("names", "words", "words_around", "same_figure", "source"):
                pages = [texts[by_id[identity].article] for identity in (one.statement, one.to)]
                words = [word for value in reason.values for word in value.lower().strip("“”").split()]
                assert words and all(word in page for word in words for page in pages)
            if reason.kind == "same_day":
                days = {by_id[identity].time.earliest[:10] for identity in (one.statement, one.to)}
                assert set(reason.values) == days
    assert {"same_figure", "names", "same_day"} <= seen


def test_reasons_are_templates_with_the_weightiest_first_and_what_speaks_against_last(told: Told) -> None:
    for _, one in links(told):
        against = ["though" in ROWS[reason.kind]["says"] for reason in one.reasons]
        assert against == sorted(against) and 1 <= len(one.reasons) <= 4
        for reason, said in zip(one.reasons, tell_joined(one).why, strict=True):
            begins, _, ends = ROWS[reason.kind]["says"].partition("{}")
            assert said == begins + ", ".join(reason.values) + ends and "{}" not in said


def test_the_same_figure_is_told_in_one_sentence(told: Told) -> None:
    said = {sentence for _, one in links(told) for sentence in map(say, one.reasons)}
    assert "the same figure: 118" in said
    assert {"figures that agree: Nearly 120, 118", "figures that agree: 118, Nearly 120"} & said


def test_copies_have_the_same_words(nlp: Language) -> None:
    told = tell(nlp, TEXTS[2], TEXTS[2])
    reasons = {one.reasons for _, one in links(told)}
    assert [[say(reason) for reason in found] for found in reasons] == [["the same words"]]


def test_a_person_who_decided_is_the_first_reason(told: Told) -> None:
    flood, bridge = (next(one for one in told.statements if words in told.words(one.span)) for words in ("trees", "anchor"))
    names = [passage_name(stated_at(one)) for one in (flood, bridge)]
    made = judge(SAME_CLAIM, *names, by="Ines", when="2031-04-01T00:00:00.000Z")
    claims, _ = match_claims(told.statements, told.articles, told.analyses, settle([made], told.statements))
    (claim,) = (one for one in claims if flood.id in one.statements)
    assert bridge.id in claim.statements
    assert [say(one.reasons[0]) for one in claim.joined] == ["a person decided so"]


def test_every_reason_has_its_features_and_its_words() -> None:
    for side in ("for", "against"):
        for row in table("claim_reasons.toml")[side].values():
            assert set(row["features"].split()) <= set(NAMES)
    with_values = {kind for kind, row in ROWS.items() if "{}" in row["says"]}
    assert with_values == FINDERS.keys() - {"same_words"}
