"""Events: acts under their PLOVER type, each once with all its reports."""

from pytest import mark
from spacy.language import Language
from storyline import Told, tell


def coded(told: Told) -> list[tuple[str, str | None, str | None, str | None]]:
    names = {entity.id: entity.name for entity in told.entities}
    return [(one.type, one.cameo, names.get(one.source or ""), names.get(one.target or "")) for one in told.events]


@mark.parametrize(
    ("text", "event"),
    [
        ("Norway attacked Sweden on Monday.", ("ASSAULT", "190", "Norway", "Sweden")),
        ("Norway threatened Sweden.", ("THREATEN", "130", "Norway", "Sweden")),
        ("Sweden condemned Norway on Monday.", ("ACCUSE", "111", "Sweden", "Norway")),
        ("President Olga Brandt visited Norway on Monday.", ("CONSULT", "042", "Olga Brandt", "Norway")),
        ("Norway signed a treaty with Sweden in Oslo.", ("SUPPORT", "057", "Norway", "Sweden")),
        ("Norway has lifted the sanctions on Sweden.", ("CONCEDE", "081", "Norway", "Sweden")),
        ("Norway suspended aid to Sweden on Monday.", ("SANCTION", "162", "Norway", "Sweden")),
        ("Norway withdrew its troops from Sweden on Monday.", ("RETREAT", "0874", "Norway", "Sweden")),
        ("Norway was accused by Sweden of spying on Monday.", ("ACCUSE", "112", "Sweden", "Norway")),
        ("Police arrested Olga Brandt in Oslo on Monday.", ("COERCE", "173", None, "Olga Brandt")),
    ],
)
def test_an_act_has_its_type_and_those_who_took_part(nlp: Language, text: str, event: tuple[str, str, str, str]) -> None:
    assert coded(tell(nlp, text)) == [event]


@mark.parametrize(
    ("text", "kind", "modality"),
    [
        ("President Olga Brandt visited Norway on Monday.", "CONSULT", "happened"),
        ("President Olga Brandt will visit Norway on Friday.", "AGREE", "planned"),
        ("Norway is to attack Sweden on Friday.", "THREATEN", "planned"),
        ("Norway may attack Sweden.", "ASSAULT", "possible"),
        ("President Olga Brandt did not visit Norway.", "CONSULT", "denied"),
        ("Norway attacked Sweden in 1988.", "ASSAULT", "historical"),
        ("Norway refused to send aid to Sweden on Monday.", "REJECT", "happened"),
    ],
)
def test_an_event_says_whether_it_happened(nlp: Language, text: str, kind: str, modality: str) -> None:
    (event,) = tell(nlp, text).events
    assert (event.type, event.modality) == (kind, modality)


@mark.parametrize(
    "text",
    [
        "Norway lies west of Sweden.",
        "Somebody attacked the mill.",
        "Has Norway attacked Sweden?",
        "The storm hit the coast of Norway on Monday.",
    ],
)
def test_what_tells_no_act_or_names_nobody_is_no_event(nlp: Language, text: str) -> None:
    assert coded(tell(nlp, text)) == []


@mark.parametrize(
    ("text", "kind"),
    [
        ("Norway accused Sweden of hiding the report.", "ACCUSE"),
        ("The flat of a clerk was searched on Monday.", "COERCE"),
        ("The mine was bombed on Monday.", "ASSAULT"),
    ],
)
def test_an_act_needs_no_statement_and_no_name(nlp: Language, text: str, kind: str) -> None:
    assert kind in [one[0] for one in coded(tell(nlp, text))]


@mark.parametrize(
    "text",
    ["Fourteen houses were damaged on Monday.", "The road to Halden was blocked on Monday.", "Six people were killed on Monday."],
)
def test_what_an_accident_does_as_well_is_none(nlp: Language, text: str) -> None:
    assert coded(tell(nlp, text)) == []


def test_harm_told_beside_an_attack_is_of_somebody(nlp: Language) -> None:
    told = tell(nlp, "Norway shelled the port of Sweden on Monday. Six people were killed.")
    assert sorted(one[0] for one in coded(told)) == ["ASSAULT", "ASSAULT"]
    assert len(told.events) == 2


def test_a_report_brings_two_groups_together(nlp: Language) -> None:
    told = tell(
        nlp,
        "Norway and Sweden signed a treaty on fishing on Monday.",
        "President Olga Brandt and Premier Nils Holm signed on Monday.",
        "President Olga Brandt signed the fishing treaty with Sweden on Monday beside Premier Nils Holm.",
    )
    (event,) = [one for one in told.events if one.type == "SUPPORT"]
    assert len({report.statement for report in event.reports}) == 3


def test_an_event_has_its_day_its_mode_and_all_its_reports(nlp: Language) -> None:
    said = "President Olga Brandt visited Norway on Monday."
    told = tell(nlp, said, "On Monday, President Olga Brandt visited Norway.")
    (event,) = told.events
    assert (event.mode, event.date, event.context) == ("visit", "2031-03-10", None)
    assert len(event.statements) == len(event.reports) == 2
    assert [report.reason for report in event.reports] == ["first", "same claim"]
    assert {told.words(span).rstrip(".") for span in event.evidence} == {
        said.rstrip("."),
        "On Monday, President Olga Brandt visited Norway",
    }


def test_acts_of_two_days_and_plans_are_events_of_their_own(nlp: Language) -> None:
    told = tell(
        nlp,
        "Norwegian troops attacked Sweden on Monday.",
        "Norwegian troops attacked Sweden on Tuesday.",
        "Norwegian troops will attack Sweden on Friday.",
    )
    assert [len(event.reports) for event in told.events] == [1, 1, 1]


def test_events_stand_in_order_of_id_and_no_report_is_of_two(nlp: Language) -> None:
    told = tell(nlp, "Norway attacked Sweden on Monday. Sweden condemned Norway on Tuesday. Olga Brandt visited Denmark.")
    assert [one.id for one in told.events] == sorted({one.id for one in told.events})
    reports = [statement for one in told.events for statement in one.statements]
    assert len(reports) == len(set(reports)) == 3
