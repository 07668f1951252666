"""Acts: what a predicate tells, by itself, by what it is done to, and by what is said of it."""

from pathlib import Path

from pytest import mark
from spacy.language import Language

from dateline.analyze.nominals import noun_acts
from dateline.analyze.pairs import read_pair
from dateline.analyze.roles import acts_in
from dateline.types import Span


def told(nlp: Language, text: str) -> list[tuple[str, str | None, str, str]]:
    doc = nlp(text)

    def words(span: Span | None) -> str:
        return "" if span is None else doc.text[span.start : span.end]

    return [(act.type, act.about, words(act.source), words(act.target)) for act in acts_in(doc, "a")]


@mark.parametrize(
    ("text", "kind"),
    [
        ("Norway attacked Sweden.", "ASSAULT"),
        ("Norway accused Sweden of spying.", "ACCUSE"),
        ("Norway held talks with Sweden.", "CONSULT"),
        ("Norway sent food to Sweden.", "AID"),
        ("Norway called Sweden a liar.", "ACCUSE"),
        ("Norway called off the strike.", "CONCEDE"),
    ],
)
def test_a_verb_tells_an_act_alone_or_with_what_it_is_done_to(nlp: Language, text: str, kind: str) -> None:
    assert [row[0] for row in told(nlp, text)] == [kind]


@mark.parametrize(
    ("text", "kind", "about"),
    [
        ("Norway refused to send aid to Sweden.", "REJECT", "AID"),
        ("Norway agreed to hold talks with Sweden.", "AGREE", "CONSULT"),
        ("Norway threatened to attack Sweden.", "THREATEN", "ASSAULT"),
        ("Norway suspended talks with Sweden.", "SANCTION", "CONSULT"),
        ("Norway lifted its ban on Sweden.", "CONCEDE", "COERCE"),
        ("Norway will release the prisoners.", "AGREE", "RETREAT"),
        ("Norway will arrest the prisoners.", "THREATEN", "COERCE"),
        ("Norway will not release the prisoners.", "REJECT", "RETREAT"),
        ("Norway refused to lift its ban on Sweden.", "REJECT", "CONCEDE"),
        ("Norway will withdraw its troops unless Sweden pays.", "THREATEN", "RETREAT"),
        ("Norway demanded the release of the prisoners.", "REQUEST", "RETREAT"),
    ],
)
def test_an_operator_makes_another_act_of_the_one_below_it(nlp: Language, text: str, kind: str, about: str) -> None:
    assert told(nlp, text)[0][:2] == (kind, about)


def test_what_somebody_must_do_is_a_request_of_who_says_so(nlp: Language) -> None:
    assert ("REQUEST", "Norway") in [(row[0], row[2]) for row in told(nlp, "Norway said that Sweden must withdraw its troops.")]


@mark.parametrize(
    ("text", "source", "target"),
    [
        ("Sweden was attacked by Norway.", "Norway", "Sweden"),
        ("Norway imposed a curfew on Sweden.", "Norway", "Sweden"),
        ("Norway, which had attacked Sweden, lies to the west.", "Norway", "Sweden"),
        ("Thousands of students protested against Norway.", "students", "Norway"),
        ("Sweden received aid from Norway.", "Norway", "Sweden"),
        ("Brandt told reporters that Sweden must withdraw its troops.", "Brandt", "Sweden"),
        ("Norway was expected to meet Sweden on Monday.", "Norway", "Sweden"),
        ("Norway and Sweden signed a treaty on fishing in Oslo.", "Norway", "Sweden"),
        ("The mayor, Olga Brandt, condemned Sweden.", "Olga Brandt", "Sweden"),
        ("Sweden came under fire from Norway.", "Norway", "Sweden"),
        ("Norwegian police arrested students in Halden.", "Norwegian police", "students"),
        ("It was Norway that attacked Sweden.", "Norway", "Sweden"),
        ("Three herders were killed when Norway shelled the village.", "Norway", "herders"),
        ("Police opened fire to disperse Norwegian farmers.", "Police", "Norwegian farmers"),
    ],
)
def test_who_acts_and_who_is_acted_on(nlp: Language, text: str, source: str, target: str) -> None:
    assert told(nlp, text)[0][2:] == (source, target)


def test_who_is_accused_of_a_deed_is_told_to_have_done_it(nlp: Language) -> None:
    rows = told(nlp, "Norway accused Sweden of attacking Denmark.")
    assert [(row[0], *row[2:]) for row in rows] == [("ACCUSE", "Norway", "Sweden"), ("ASSAULT", "Sweden", "Denmark")]


def test_a_mere_wish_is_no_request(nlp: Language) -> None:
    assert told(nlp, "The villagers want a boat.") == []
    assert [row[0] for row in told(nlp, "Norway wants Sweden to release the prisoners.")] == ["REQUEST"]


@mark.parametrize(
    ("text", "kind", "source", "target"),
    [
        ("Ships left after the expulsion of three Swedish envoys.", "SANCTION", "", "Swedish envoys"),
        ("The attack on Sweden by Norway angered many.", "ASSAULT", "Norway", "Sweden"),
        ("Prices rose during two hours of talks between Norway and Sweden.", "CONSULT", "Norway", "Sweden"),
    ],
)
def test_a_noun_tells_an_act_beside_the_verb(nlp: Language, text: str, kind: str, source: str, target: str) -> None:
    (act,) = noun_acts(list(nlp(text)), None, {}, "a")
    words = ["" if span is None else text[span.start : span.end] for span in (act.source, act.target)]
    assert [act.type, *words] == [kind, source, target]


@mark.parametrize("text", ["Norway planned talks.", "The demand for fish fell.", "Norway offered its support to Sweden."])
def test_a_noun_for_what_is_planned_or_stands_tells_none(nlp: Language, text: str) -> None:
    assert list(noun_acts(list(nlp(text)), None, {}, "a")) == []


@mark.parametrize("text", ["The company released a statement.", "Norway lies west of Sweden.", "The price hit a record."])
def test_other_senses_tell_no_act(nlp: Language, text: str) -> None:
    assert told(nlp, text) == []


def test_the_invented_sentences_have_their_types(nlp: Language) -> None:
    rows = [line.split("\t") for line in (Path(__file__).parent / "acts.tsv").read_text(encoding="utf-8").splitlines()]
    right = 0
    for doc, (kind, source, target, _) in zip(nlp.pipe(row[3] for row in rows), rows, strict=True):
        actors = [doc.text.find(name) for name in (source, target)]
        spans = [
            doc.char_span(at, at + len(name)) if at >= 0 else None for at, name in zip(actors, (source, target), strict=True)
        ]
        found = read_pair(doc, *(list(span or ()) for span in spans))
        told = "none" if found is None else found.kind.type
        right += kind == ("YIELD" if told in ("CONCEDE", "RETREAT") else told)
    assert right >= 0.94 * len(rows)


def test_of_two_actors_the_nearest_predicate_tells(nlp: Language) -> None:
    doc = nlp("As Finland met Denmark, Norway attacked Sweden.")
    found = read_pair(doc, [doc[5]], [doc[7]])
    assert found is not None and found.kind.type == "ASSAULT"
