"""A text that tells an agency's report again without saying so adds no origin."""

from dataclasses import replace

import pytest
from articles import article

from dateline.ids import content_id
from dateline.origins import trace_origins
from dateline.types import Article, Attribution, Claim, Note, Sourcing, Span, Statement, Via

SENTENCES = (
    "The bridge over the Lenne collapsed on Monday.",
    "Two vans fell into the river.",
    "The road is closed.",
    "The bridge was built in 1931.",
)


def told_in(page: Article, sentence: str, source: str | None) -> Statement:
    start = page.text.index(sentence)
    span = Span(page.id, start, start + len(sentence))
    attribution = None
    if source is not None:
        where = page.text.index(source, start)
        attribution = Attribution(Span(page.id, where, where + len(source)), source, None, None, (span,), "indirect", "said")
    return Statement(
        id=content_id(page.id, sentence),
        article=page.id,
        span=span,
        subject=None,
        predicate="collapse",
        arguments=(),
        lemmas=(sentence,),
        entities=(),
        time=None,
        figures=(),
        polarity="affirmed",
        modality="happened",
        attribution=attribution,
    )


def trace(agency: Article, other: Article, sentences=SENTENCES, sources=(None, None, None, None)) -> tuple[int, Sourcing]:
    """How many origins the first of the claims has that both articles tell, and the other's sourcing of it.

    The other one cites `sources` for the claims, in order.
    """
    claims, told = [], []
    for sentence, source in zip(sentences, sources, strict=False):
        pair = told_in(agency, sentence, None), told_in(other, sentence, source)
        told += pair
        claims.append(Claim(sentence, tuple(one.id for one in pair), pair[0].id))
    _, sourcings, standings = trace_origins(told, claims, [agency, other], (), (), ())
    return standings[0].origins, sourcings[1]


def origins_of_first(*told, **cited) -> int:
    return trace(*told, **cited)[0]


WIRE = article(" ".join(SENTENCES), name="wire", credits=("HPA",))


def test_a_text_with_three_claims_of_a_report_and_no_source_of_its_own_may_be_made_from_it():
    origins, sourcing = trace(WIRE, article(" ".join(SENTENCES), name="paper", outlet="Harbour Post"))
    assert origins == 1
    assert [(link.kind, link.name, link.carried) for link in sourcing.chain] == [
        ("outlet", "Harbour Post", False),
        ("agency", "HPA", True),
    ]
    assert sourcing.chain[1].span == Span(WIRE.id, 0, len(SENTENCES[0]))


@pytest.mark.parametrize(
    "other",
    [
        article(" ".join(SENTENCES), name="before", outlet="Harbour Post", day="2025-03-03"),
        article(" ".join(SENTENCES), name="another", outlet="Harbour Post", credits=("LNA",)),
        replace(article(" ".join(SENTENCES), name="signed", outlet="Harbour Post"), byline=("Ida Holm",)),
    ],
    ids=["a text that was out before", "a text of another agency", "a reporter's text"],
)
def test_a_text_that_has_it_from_elsewhere_is_an_origin(other: Article):
    assert origins_of_first(WIRE, other) == 2


def test_two_claims_are_too_few():
    assert origins_of_first(WIRE, article(" ".join(SENTENCES), name="paper", outlet="Harbour Post"), SENTENCES[:2]) == 2


def test_a_report_that_no_agency_wrote_is_not_told_again():
    own = article(" ".join(SENTENCES), name="own")
    assert origins_of_first(own, article(" ".join(SENTENCES), name="paper", outlet="Harbour Post")) == 2


def test_one_source_of_its_own_is_not_enough_and_two_are():
    paper = article(" ".join(SENTENCES) + " the harbour master and a ferryman said", name="paper", outlet="Harbour Post")
    assert origins_of_first(WIRE, paper, sources=(None, None, None, "harbour master")) == 1
    assert origins_of_first(WIRE, paper, sources=(None, None, "ferryman", "harbour master")) == 2


def test_what_a_text_states_beside_the_word_of_the_issuer_of_a_release_may_be_from_there():
    release = article(" ".join(SENTENCES), name="release", outlet="Harbour Office of Tamber")
    citing = article(" ".join(SENTENCES) + " the Harbour Office said", name="paper", outlet="Harbour Post")
    others = article(" ".join(SENTENCES) + " the fire brigade said", name="paper", outlet="Harbour Post")
    origins, sourcing = trace(release, citing, sources=(None, None, None, "Harbour Office"))
    assert origins == 1
    assert (sourcing.chain[-1].kind, sourcing.chain[-1].name) == ("source", "Harbour Office of Tamber")
    assert origins_of_first(release, others, sources=(None, None, None, "fire brigade")) == 2


def test_what_is_stated_beside_the_claims_of_a_report_may_have_come_through_the_agency_too():
    report = article(" ".join(SENTENCES[:3]) + " It was old.", name="wire", credits=("HPA",))
    paper = article(" ".join(SENTENCES[:3]) + " Nobody was hurt. So the ferryman said.", name="paper", outlet="Harbour Post")
    pairs = [(told_in(report, sentence, None), told_in(paper, sentence, None)) for sentence in SENTENCES[:3]]
    alone, sourced = told_in(paper, "Nobody was hurt.", None), told_in(paper, "So the ferryman said.", "ferryman")
    claims = [Claim(pair[0].id, tuple(one.id for one in pair), pair[0].id) for pair in pairs]
    claims += [Claim(one.id, (one.id,), one.id) for one in (alone, sourced)]
    told = [*(one for pair in pairs for one in pair), alone, sourced]
    _, sourcings, _ = trace_origins(told, claims, [report, paper], (), (), ())
    plain, cited = sourcings[-2:]
    assert [(link.kind, link.carried) for link in plain.chain] == [("outlet", False), ("agency", True)]
    assert len(plain.origins) == 2
    assert [link.kind for link in cited.chain] == ["outlet", "source"]


def test_an_agency_stands_once_in_a_chain_by_whichever_name():
    page = article("Nobody was hurt, Ida Holm told HPA.", name="wire", credits=("Harbour Press Agency",))
    told = told_in(page, "Nobody was hurt, Ida Holm told HPA.", "Ida Holm")
    assert told.attribution is not None
    at = page.text.index("HPA")
    via = Via("agency", "HPA", Span(page.id, at, at + 3))
    told = replace(told, attribution=replace(told.attribution, via=(via,)))
    _, (sourcing,), _ = trace_origins([told], [Claim(told.id, (told.id,), told.id)], [page], (), (), ())
    assert [link.kind for link in sourcing.chain] == ["outlet", "agency", "source"]


def stamped(name: str, outlet: str, credits: tuple[str, ...], *times: tuple[str, str]) -> Article:
    page = article(" ".join(SENTENCES), name=name, outlet=outlet, credits=credits)
    matter, notes = page.matter, list(page.notes)
    for field, time in times:
        notes.append(Note(field, time[:10], len(matter), len(matter) + len(time)))
        matter += time + "\n"
    return replace(page, matter=matter, notes=tuple(notes))


def test_a_text_of_the_morning_is_not_made_from_a_report_of_the_afternoon_unless_it_was_changed_since():
    wire = stamped("wire", "Tamber Courier", ("HPA",), ("published", "2025-03-04T15:00:00+01:00"))
    at_nine, at_six = ("published", "2025-03-04T09:00:00+01:00"), ("updated", "2025-03-04T18:00:00+01:00")
    assert origins_of_first(wire, stamped("paper", "Harbour Post", (), at_nine)) == 2
    assert origins_of_first(wire, stamped("paper", "Harbour Post", (), at_nine, at_six)) == 1
    assert origins_of_first(wire, stamped("paper", "Harbour Post", (), ("published", "2025-03-04T09:00:00-07:00"))) == 1
