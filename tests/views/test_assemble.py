"""The document that is assembled from what the steps gave."""

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from invented import small_material

from dateline.record import encode
from dateline.types import Judgement, Place, Rejected, Span
from dateline.views import Kept, Material, Record, assemble
from dateline.views.document import RecordJoined


def record() -> Record:
    return assemble(*small_material())


def test_a_claim_shows_its_counts_its_words_and_its_sources() -> None:
    (claim,) = record().stories[0].claims
    assert (claim.outlets, claim.texts, claim.origins, claim.unsourced) == (1, 1, 1, 1)
    assert claim.statement.evidence.exact == "The bridge was shut on Monday"
    assert claim.disputed
    sourced = next(told for told in claim.statements if told.id == "s0")
    assert [(link.kind, link.name) for link in sourced.sourcing] == [("outlet", "The Varnholt Courier"), ("agency", "AP")]
    assert sourced.sourcing[0].evidence is None
    assert sourced.origins == ("o1",)


def test_a_statement_says_why_it_is_in_its_claim() -> None:
    (claim,) = record().stories[0].claims
    why = {told.id: told.joined for told in claim.statements}
    assert why == {"s0": None, "s1": RecordJoined("s0", 0.93, ("the same figure: 14",))}


def test_a_disagreement_says_what_it_is_about_and_who_tells_what() -> None:
    (one,) = record().stories[0].disagreements
    assert (one.about, one.kind, one.relation) == ("people fallen", "number", "contradiction")
    assert [side.statements[0].as_of for side in one.values] == ["2031-04-07", "2031-04-07"]


def test_an_update_leaves_a_claim_undisputed() -> None:
    material, kept = small_material()
    (findings,) = material.findings
    update = tuple(replace(one, relation="update") for one in findings.disagreements)
    shown = assemble(replace(material, findings=(replace(findings, disagreements=update),)), kept)
    assert not shown.stories[0].claims[0].disputed
    assert shown.stories[0].disagreements[0].relation == "update"


def test_a_quotation_names_its_speaker_its_way_and_its_utterance() -> None:
    (quote,) = record().stories[0].quotes
    assert quote.speaker is not None
    assert (quote.speaker.entity, quote.speaker.name) == ("e1", "Olga Brandt")
    assert quote.speaker.evidence is not None and quote.speaker.evidence.exact == "Olga Brandt"
    assert [link.name for link in quote.via] == ["AP"]
    assert quote.cue is not None and quote.cue.exact == "said"
    (utterance,) = record().stories[0].utterances
    assert (quote.utterance, utterance.quotes) == (utterance.id, (quote.id,))


def test_the_timeline_says_that_a_thing_is_only_reported() -> None:
    (moment,) = record().stories[0].timeline
    assert (moment.date.earliest, moment.status, moment.background) == ("2031-04-07", "happened", False)
    material, kept = small_material()
    (findings,) = material.findings
    only = replace(
        findings, statements=findings.statements[:1], claims=(replace(findings.claims[0], statements=("s0",)),), disagreements=()
    )
    (moment,) = assemble(replace(material, findings=(only,)), kept).stories[0].timeline
    assert moment.status == "reported"


def test_figures_places_and_actors_point_to_series_and_entities() -> None:
    (story,) = record().stories
    assert [(figure.low, figure.series) for figure in story.figures] == [(20.0, "n1"), (30.0, "n1")] or len(story.figures) == 2
    assert [(place.name, place.country, place.sure) for place in story.places] == [("Varnholt", "XX", True)]
    assert [(actor.entity, actor.mentions, actor.roles) for actor in story.actors] == [("e1", 1, ("mayor",))]
    assert story.events[0].origins == ("o1",)


def test_a_place_in_no_table_is_told_once_and_has_no_point() -> None:
    material, kept = small_material()

    def told(*points: float | None) -> list[tuple[str, float | None, int]]:
        analyses = tuple(
            replace(one, places=(Place(Span(one.article, 0, 3), name, lat, lat, None, False),))
            for one, name, lat in zip(material.analyses, ("Osk", "OSK"), points, strict=True)
        )
        (story,) = assemble(replace(material, analyses=analyses), kept).stories
        return [(place.name.lower(), place.lat, place.mentions) for place in story.places]

    assert told(1.0, None) == told(1.0, 1.0) == told(1.0, 2.0) == [("osk", None, 2)]


def test_judgements_and_rejected_pages_stand_in_the_record_in_order() -> None:
    material, kept = small_material()
    kept = replace(
        kept,
        judgements=(Judgement("j2", "a", "b", "same", "rule", ""), Judgement("j1", "a", None, "wrong", "rule", "")),
        rejected=(Rejected("z.html", "read", "empty"), Rejected("a.html", "read", "empty")),
    )
    shown = assemble(material, kept)
    assert [one.id for one in shown.judgements] == ["j1", "j2"]
    assert [one.id for one in shown.rejected] == ["a.html", "z.html"]


def test_no_articles_make_an_empty_record() -> None:
    shown = assemble(Material((), (), (), (), (), (), (), ()), Kept(small_material()[1].pipeline))
    assert shown.stories == shown.articles == ()


@given(seed=st.integers(0, 1000))
def test_the_order_in_which_things_come_does_not_matter(seed: int) -> None:
    material, kept = small_material()
    shuffle = Random(seed)
    mixed = replace(
        material,
        articles=tuple(shuffle.sample(material.articles, 2)),
        analyses=tuple(shuffle.sample(material.analyses, 2)),
    )
    assert encode(assemble(mixed, kept, analysis=True)) == encode(assemble(material, kept, analysis=True))
