"""Statements: what an article asserts, with the figures, times and sources that are its own."""

import os
import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from pytest import mark
from spacy.language import Language
from storyline import Told, analyze, derived, follow, pages, tell

from dateline.types import Statement

SENTENCES = (
    "A storm killed 14 people in Halden on Tuesday, police said.",
    "“We acted at once,” said Olga Brandt, who leads the council.",
    "The company denied that the dam was cracking.",
    "The dam, which was built in 1964, holds 1.2 million cubic metres of water.",
    "Was anybody warned?",
    "Nobody was hurt. Zoë’s café – open since May – lost 12 chairs 🙂.",
    "The road will open on Friday, according to the mayor.",
)


def one(told: Told, words: str) -> Statement:
    """The only statement whose words begin so."""
    (found,) = (statement for statement in told.statements if told.words(statement.span).startswith(words))
    return found


def test_a_statement_has_the_time_figure_and_source_of_its_clause(nlp: Language) -> None:
    told = tell(nlp, "A storm killed 14 people in Halden on Tuesday, police said.", beside=())
    (statement,) = told.statements
    assert told.words(statement.span) == "A storm killed 14 people in Halden on Tuesday"
    assert statement.time is not None and statement.time.earliest == "2031-03-11"
    assert statement.figure is not None and statement.figure.low == 14
    assert statement.attribution is not None and statement.attribution.speaker is not None
    assert statement.attribution.speaker.lower() == "police"


def test_who_said_something_is_no_statement_of_its_own(nlp: Language) -> None:
    told = tell(nlp, "Police said on Tuesday that the mill had burned down.", beside=())
    assert [statement.predicate for statement in told.statements] == ["burn"]


def test_what_is_denied_is_denied_and_what_it_takes_for_granted_is_not(nlp: Language) -> None:
    told = tell(nlp, "The company denied that the valve was broken before the mill burned down.", beside=())
    assert one(told, "the valve was broken").modality == "denied"
    assert one(told, "the mill burned").modality == "happened"


def test_those_who_speak_are_no_figure_of_what_they_say(nlp: Language) -> None:
    told = tell(nlp, "The buyers have asked for talks with the council, two people close to them said.", beside=())
    assert [statement.figure for statement in told.statements] == [None]


def test_a_clause_is_compared_with_what_its_pronoun_stands_for(nlp: Language) -> None:
    told = tell(nlp, "Olga Brandt led the council for years. She resigned from office on Tuesday.", beside=())
    assert "brandt" in one(told, "She resigned").lemmas
    assert one(told, "She resigned").entities == one(told, "Olga Brandt led").entities


def test_the_figure_of_an_aside_is_the_word_of_who_is_said_to_count_it(nlp: Language) -> None:
    told = tell(nlp, "Norvik Steel said that the mill, where 85 people work, would not be closed.", beside=())
    figures = [statement for statement in told.statements if statement.figure is not None]
    assert [one.attribution is not None and one.attribution.speaker for one in figures] == ["Norvik Steel"]


def test_an_aside_in_reported_words_is_the_narrators(nlp: Language) -> None:
    told = tell(nlp, "The union said the plant, which opened in 1968, would close in May.", beside=())
    assert one(told, "which opened in 1968").attribution is None
    assert one(told, "the plant").attribution is not None


@mark.parametrize(
    "text", ["Was the mill burned down?", "Who knew of the crack in the dam?", "", "10:45 GMT", "Storm over Halden"]
)
def test_questions_and_fragments_state_nothing(nlp: Language, text: str) -> None:
    assert tell(nlp, text, beside=()).statements == ()


def test_a_title_states_nothing(nlp: Language) -> None:
    (page,) = pages("Storm kills 14 people in Halden")
    titled = replace(page, title=page.text)
    assert follow([titled], analyze(nlp, [titled])).statements == ()


@settings(max_examples=15, deadline=None)
@given(st.lists(st.lists(st.sampled_from(SENTENCES), max_size=4), max_size=3), st.sampled_from(("2031-03-12", None)))
def test_whatever_is_read_is_cited_and_given_one_id(nlp: Language, texts: list[list[str]], day: str | None) -> None:
    articles = pages(*((" ".join(sentences), day) for sentences in texts))
    told = follow(articles, analyze(nlp, articles))
    assert len({statement.id for statement in told.statements}) == len(told.statements)
    for statement in told.statements:
        assert told.words(statement.span) == told.words(statement.span).strip() != ""
        assert all(statement.article == slot.span.article for slot in statement.slots)
        assert statement.figure is None or statement.figure in statement.figures
    assert sorted(i for claim in told.claims for i in claim.statements) == sorted(one.id for one in told.statements)
    assert sorted(one.claim for one in told.standings) == sorted(claim.id for claim in told.claims)


WITNESS = """
import pickle, sys
from storyline import derived, follow
print(repr(derived(follow(*pickle.loads(sys.stdin.buffer.read())))))
"""


def test_another_hash_seed_finds_the_same(nlp: Language) -> None:
    articles = pages(*(" ".join(SENTENCES[n:] + SENTENCES[:n]) for n in range(4)))
    analyses = analyze(nlp, articles)
    given = pickle.dumps((articles, analyses))
    said = [
        subprocess.run(
            [sys.executable, "-c", WITNESS],
            input=given,
            stdout=subprocess.PIPE,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[1])},
        ).stdout
        for seed in ("1", "2")
    ]
    assert said[0] == said[1] == f"{derived(follow(articles, analyses))!r}\n".encode()


def test_a_figure_that_somebody_gives_is_their_word(nlp: Language) -> None:
    told = tell(nlp, "The union puts the number of homes at 40,000.", beside=())
    speakers = {statement.attribution and statement.attribution.speaker for statement in told.statements}
    assert speakers == {"union"}
