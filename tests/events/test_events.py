"""Events: acts that happened between those who are named, under their PLOVER type."""

from pytest import mark
from spacy.language import Language
from storyline import Told, tell


def coded(told: Told) -> list[tuple[str, str | None, str | None, str | None]]:
    names = {entity.id: entity.name for entity in told.entities}
    return [(one.type, one.cameo, names.get(one.source or ""), names.get(one.target or "")) for one in told.events]


@mark.parametrize(
    ("text", "event"),
    [
        ("Norway attacked Sweden on Monday.", ("ASSAULT", "18", "Norway", "Sweden")),
        ("Norway threatened Sweden.", ("THREATEN", "13", "Norway", "Sweden")),
        ("Sweden condemned Norway on Monday.", ("ACCUSE", "11", "Sweden", "Norway")),
        ("President Olga Brandt visited Norway on Monday.", ("CONSULT", "04", "Olga Brandt", "Norway")),
        ("Norway signed a treaty with Sweden in Oslo.", ("AGREE", "03", "Norway", "Sweden")),
    ],
)
def test_an_act_has_its_type_and_those_who_took_part(nlp: Language, text: str, event: tuple[str, str, str, str]) -> None:
    assert coded(tell(nlp, text)) == [event]


@mark.parametrize(
    "text",
    [
        "President Olga Brandt did not visit Norway.",
        "President Olga Brandt will visit Norway on Monday.",
        "Norway may attack Sweden.",
        "Norway is to attack Sweden on Friday.",
        "Sweden denied that Norway had attacked Denmark.",
        "Norway lies west of Sweden.",
        "Somebody attacked the mill.",
        "Has Norway attacked Sweden?",
    ],
)
def test_what_did_not_happen_or_names_nobody_is_no_event(nlp: Language, text: str) -> None:
    assert coded(tell(nlp, text)) == []


def test_an_event_has_its_day_its_mode_and_all_its_reports(nlp: Language) -> None:
    said = "President Olga Brandt visited Norway on Monday."
    told = tell(nlp, said, "On Monday, President Olga Brandt visited Norway.")
    (event,) = told.events
    assert (event.mode, event.date, event.context) == ("visit", "2031-03-10", None)
    assert len(event.statements) == 2
    assert {told.words(span).rstrip(".") for span in event.evidence} == {
        said.rstrip("."),
        "On Monday, President Olga Brandt visited Norway",
    }


def test_events_stand_in_order_of_id_and_each_is_of_one_claim(nlp: Language) -> None:
    told = tell(nlp, "Norway attacked Sweden on Monday. Sweden condemned Norway on Tuesday. Olga Brandt visited Denmark.")
    assert [one.id for one in told.events] == sorted({one.id for one in told.events})
    claims = {claim.statements for claim in told.claims}
    assert all(one.statements in claims for one in told.events)
