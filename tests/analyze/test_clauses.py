"""Clauses: who did what, whether it is so, and whether it has happened."""

from time import perf_counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest import mark
from spacy.language import Language
from spacy.tokens import Doc

from dateline.analyze.cast import cast_of
from dateline.analyze.clauses import find_clauses
from dateline.analyze.mentions import find_mentions
from dateline.types import Clause, Span

SENTENCES = (
    "The council closed the Tarne bridge on Monday.",
    "Nobody was hurt when the 12 lorries slid off the icy road.",
    "“We acted within an hour,” said Mayor Olga Brandt – and left.",
    "The café’s owner, Zoë Weil, sold 12 tables to the school.",
    "The presence of nearly 28,500 troops worries the village.",
    "Rumours that the dam is cracking are untrue, police said.",
    "Was the mill insured?",
    "The ferry (built in 1964) is to sail at noon, according to its owner.",
    "No.",
    "10:45 GMT",
    "🙂 🙂",
)


def clauses(doc: Doc) -> tuple[Clause, ...]:
    return find_clauses(doc, cast_of(doc, "a", find_mentions(doc, "a")))


def clause(nlp: Language, text: str, predicate: str) -> Clause:
    """The one clause of a text with that predicate."""
    (found,) = (one for one in clauses(nlp(text)) if one.predicate == predicate)
    return found


def words(text: str, span: Span | None) -> str:
    return "" if span is None else text[span.start : span.end]


def test_a_clause_tells_who_did_what_and_when(nlp: Language) -> None:
    text = "The council closed the Tarne bridge on Monday."
    one = clause(nlp, text, "close")
    assert words(text, one.span) == text.rstrip(".")
    assert words(text, one.subject) == "The council"
    assert [words(text, argument) for argument in one.arguments] == ["the Tarne bridge", "on Monday"]
    assert (one.negated, one.modality, one.passive, one.nominal, one.aside) == (False, "happened", False, False, False)
    assert {"close", "council", "bridge"} <= set(one.lemmas) and "monday" not in one.lemmas


def test_the_subject_of_a_passive_is_what_something_is_done_to(nlp: Language) -> None:
    text = "The bridge was closed by the council."
    one = clause(nlp, text, "close")
    assert one.passive
    assert words(text, one.subject) == "The bridge"
    assert [words(text, argument) for argument in one.arguments] == ["by the council"]


def test_verbs_that_are_joined_share_their_subject(nlp: Language) -> None:
    text = "Mara Quill leads the union and edits its paper."
    assert [words(text, clause(nlp, text, verb).subject) for verb in ("lead", "edit")] == ["Mara Quill"] * 2


@mark.parametrize(
    ("text", "predicate"),
    [
        ("Nobody was hurt in the fire.", "hurt"),
        ("No houses were damaged.", "damage"),
        ("Hardly anyone believes the mayor.", "believe"),
        ("Few people came to the meeting.", "come"),
        ("The company has yet to be paid.", "pay"),
        ("The council never approved the plan.", "approve"),
        ("The dam didn’t burst.", "burst"),
        ("The dam is not safe.", "safe"),
        ("The dam is no longer watched.", "watch"),
        ("There were no survivors.", "survivor"),
        ("Police do not believe that the mill burned twice.", "burn"),
        ("The ministry has no plans to close the school.", "close"),
        ("There are no plans to close the school.", "close"),
    ],
)
def test_what_is_not_so_is_negated(nlp: Language, text: str, predicate: str) -> None:
    assert clause(nlp, text, predicate).negated


@mark.parametrize(
    ("text", "predicate"),
    [
        ("Somebody was hurt in the fire.", "hurt"),
        ("Many people came to the meeting.", "come"),
        ("The company has paid.", "pay"),
        ("The dam is safe.", "safe"),
        ("Nobody noticed that the dam had burst.", "burst"),
    ],
)
def test_what_is_so_is_not_negated(nlp: Language, text: str, predicate: str) -> None:
    assert not clause(nlp, text, predicate).negated


@mark.parametrize(
    ("text", "predicate", "modality"),
    [
        ("The road opened on Friday.", "open", "happened"),
        ("The road will open on Friday.", "open", "planned"),
        ("The mayor said the school would reopen in May.", "reopen", "planned"),
        ("The minister is to visit the town on Friday.", "visit", "planned"),
        ("The ferry is due to sail at noon.", "sail", "planned"),
        ("The union plans to strike in June.", "strike", "planned"),
        ("The union wants to strike in June.", "strike", "planned"),
        ("The dam may burst.", "burst", "possible"),
        ("The mayor has not ruled out a strike.", "rule", "possible"),
        ("The mayor asked whether the dam was safe.", "safe", "possible"),
        ("Rumours that the dam is cracking are untrue.", "crack", "denied"),
        ("It is not true that the dam is cracking.", "crack", "denied"),
        ("The owner denied hiding the crack.", "hide", "denied"),
        ("The owner denied planning to sell the mill.", "sell", "denied"),
    ],
)
def test_plans_and_possibilities_are_not_what_happened(nlp: Language, text: str, predicate: str, modality: str) -> None:
    assert clause(nlp, text, predicate).modality == modality


def test_an_aside_is_marked_and_is_no_part_of_the_clause_around_it(nlp: Language) -> None:
    text = "The plant, which employs 300 people, will close."
    aside, around = clause(nlp, text, "employ"), clause(nlp, text, "close")
    assert aside.aside and not around.aside
    assert "300" in aside.lemmas and "300" not in around.lemmas


def test_what_happened_while_somebody_spoke_is_an_aside(nlp: Language) -> None:
    text = "The ministry denied that it had been warned, as the number of dead climbed to 21."
    assert clause(nlp, text, "climb").aside and not clause(nlp, text, "warn").aside


@mark.parametrize(
    ("text", "predicate", "meant"),
    [
        ("Norvane Minerals, which owns the mine, was silent.", "own", "Norvane Minerals"),
        ("The dam that broke in March was old.", "break", "The dam"),
        ("Anna Keller led the port for years. She resigned on Monday.", "resign", "Anna Keller"),
        ("The dam was built in 1988. It gave way on Tuesday.", "collapse", "dam"),
        ("The ministry sent a team to Orlo. The dam broke at noon. It was built in 1988.", "build", "dam"),
        ("The coastguard said that a ferry had sunk. It was carrying 300 people.", "carry", "a ferry"),
        ("The mill and the school burned. The roof fell and the wall cracked. It was old.", "old", ""),
        ("It was the mayor who opened the gate.", "mayor", ""),
        ("The dam broke.", "break", ""),
    ],
)
def test_a_pronoun_that_is_the_subject_is_told_by_what_it_stands_for(
    nlp: Language, text: str, predicate: str, meant: str
) -> None:
    assert words(text, clause(nlp, text, predicate).meant) == meant


def test_what_the_speaker_says_was_so_meanwhile_is_no_aside(nlp: Language) -> None:
    text = "The mayor said that the bridge was closed, while the prison had been emptied by the army."
    assert not clause(nlp, text, "empty").aside


def test_who_carries_out_a_plan_is_who_announced_it(nlp: Language) -> None:
    text = "The company announced a plan to close the plant."
    assert words(text, clause(nlp, text, "close").subject) == "The company"
    assert clause(nlp, text, "close").modality == "planned"


@mark.parametrize("verb", ["blocked", "criticised", "refused", "did not announce"])
def test_a_plan_that_somebody_judges_is_no_clause_of_its_own(nlp: Language, verb: str) -> None:
    found = clauses(nlp(f"The ministry {verb} a plan to close the plant."))
    assert [one.predicate for one in found] != ["close"] and all(one.predicate != "close" for one in found)


@mark.parametrize(
    ("text", "predicate"),
    [
        ("The dam gave way above the village.", "collapse"),
        ("The driver gave way to the bus.", "way"),
        ("The minister stepped down on Monday.", "resign"),
        ("The singer stepped down from the stage.", "step"),
        ("The failure occurred at dawn.", "failure"),
    ],
)
def test_a_phrase_is_told_by_the_verb_it_comes_to(nlp: Language, text: str, predicate: str) -> None:
    assert clause(nlp, text, predicate).predicate == predicate


def test_a_counted_noun_phrase_that_no_verb_tells_is_a_clause(nlp: Language) -> None:
    text = "The presence of nearly 28,500 troops worries the village."
    (nominal,) = (one for one in clauses(nlp(text)) if one.nominal)
    assert words(text, nominal.span) == "nearly 28,500 troops"
    assert (nominal.predicate, nominal.subject, nominal.arguments) == ("troop", None, ())


@mark.parametrize(
    "text",
    ["Was the bridge closed on Monday?", "Who closed the bridge?", "The bridge was closed?", "", " \n\n ", "10:45 GMT"],
)
def test_questions_and_what_has_no_verb_tell_nothing(nlp: Language, text: str) -> None:
    assert clauses(nlp(text)) == ()


@mark.parametrize(
    "text",
    [
        "According to the police, the thief stole two boats.",
        "The thief stole two boats, according to police in Halden.",
    ],
)
def test_the_source_of_a_clause_is_no_part_of_it(nlp: Language, text: str) -> None:
    one = clause(nlp, text, "steal")
    assert words(text, one.span).lower() == "the thief stole two boats"
    assert not any("police" in words(text, argument) for argument in one.arguments)
    assert "police" not in one.lemmas


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(SENTENCES), max_size=5), st.sampled_from((" ", "\n\n", "  ")))
def test_clauses_stand_in_their_sentences_and_what_they_name_in_the_text(
    nlp: Language, sentences: list[str], between: str
) -> None:
    text = between.join(sentences)
    doc = nlp(text)
    places = [(sentence.start_char, sentence.end_char) for sentence in doc.sents]
    found = clauses(doc)
    assert list(found) == sorted(found, key=lambda one: (one.span, one.verb))
    for one in found:
        start, end = places[one.sentence]
        assert start <= one.span.start < one.span.end <= end
        assert words(text, one.span) == words(text, one.span).strip()
        assert one.span.start <= one.verb.start < one.verb.end <= one.span.end
        for part in (one.subject, one.meant, *one.arguments):
            assert part is None or words(text, part) == words(text, part).strip() != ""
        assert list(one.lemmas) == sorted(set(one.lemmas))


def test_a_very_long_sentence_is_read_in_time(nlp: Language) -> None:
    text = "The storm hit " + ", ".join(f"mill {n}" for n in range(400)) + " and it broke." + " No" * 400
    assert any(one.predicate == "break" for one in clauses(nlp(text)))
    doc = nlp("The dam said" + ", and it broke the mill because it fell" * 1000)
    began = perf_counter()
    clauses(doc)
    assert perf_counter() - began < 10


@mark.parametrize(
    ("line", "predicate", "subject", "span"),
    [
        ("Bread van left open in harbour lane", "leave", "Bread van", "Bread van left open in harbour lane"),
        ("Tannery at standstill over wages", "tannery", None, "Tannery at standstill over wages"),
    ],
)
def test_words_without_a_finite_verb_make_a_clause(
    nlp: Language, line: str, predicate: str, subject: str | None, span: str
) -> None:
    found = clause(nlp, line, predicate)
    assert said(line, found.span) == span
    assert (None if found.subject is None else said(line, found.subject)) == subject


@mark.parametrize("line", ["By Olga Brandt, Halden", "HALDEN, 4 May (Norse Wire)", "The great flour mill"])
def test_names_and_labels_make_no_clause(nlp: Language, line: str) -> None:
    assert clauses(nlp(line)) == ()


@mark.parametrize(
    ("text", "span", "bearer"),
    [
        ("Olga Brandt, 45, left the council on Monday.", "Olga Brandt, 45", "Olga Brandt"),
        ("Mayor Olga Brandt (45) left the council on Monday.", "Mayor Olga Brandt (45)", "Mayor Olga Brandt"),
        ("The 35-year-old ship was sold on Monday.", "The 35-year-old ship", "The 35-year-old ship"),
    ],
)
def test_an_age_is_told_beside_what_else_is_told(nlp: Language, text: str, span: str, bearer: str) -> None:
    (aged,) = (one for one in clauses(nlp(text)) if one.nominal)
    assert aged.subject is not None
    assert (said(text, aged.span), aged.predicate, said(text, aged.subject)) == (span, "old", bearer)


def said(text: str, span: Span) -> str:
    """The words of a span."""
    return text[span.start : span.end]


@mark.parametrize("times", [80, 400, 3_000])
def test_one_who_said_that_one_said_without_end_is_read_in_time(nlp: Language, times: int) -> None:
    doc = nlp("The minister said " * times)
    began = perf_counter()
    assert len(clauses(doc)) > times / 2
    assert perf_counter() - began < 30
