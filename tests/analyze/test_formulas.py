"""Whose word a sentence is where no verb of the table says it."""

import pytest
from articles import article
from spacy.language import Language

from dateline.analyze.articles import analyze_doc
from dateline.types import Attribution


def told(nlp: Language, text: str) -> list[tuple[str | None, str]]:
    """The speakers of a text with what they say, its pieces joined by a bar."""
    analysis = analyze_doc(nlp(text), article(text))
    return [(one.speaker, _words(one, text)) for one in analysis.attributions]


def _words(one: Attribution, text: str) -> str:
    return "|".join(text[piece.start : piece.end] for piece in one.content)


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("That would cost 220 jobs, by the union's reckoning.", "union", "That would cost 220 jobs"),
        ("By its own count, the union has 1,900 members.", "union", "the union has 1,900 members"),
        ("In the ministry's view the dam was safe.", "ministry", "the dam was safe"),
        ("Only one in twenty turned up, if the union is to be believed.", "union", "Only one in twenty turned up"),
        ("The damage comes to 31 crowns, if one follows the ministry.", "ministry", "The damage comes to 31 crowns"),
        ("The strike costs five crowns a day, wails the Tarn Chamber.", "Tarn Chamber", "The strike costs five crowns a day"),
        ("The operator, Tarn Grid, puts the number of homes at 40,000.", "Tarn Grid", "the number of homes at 40,000"),
        ("The ministry has it that the dam was safe.", "ministry", "that the dam was safe"),
        ("A box stood open for an hour. So says Jory Blay, an observer.", "Jory Blay", "A box stood open for an hour"),
        ("A box stood open for an hour. This is what the police say.", "police", "A box stood open for an hour"),
        ("The ferry will not sail on Friday, the ministry has since announced.", "ministry", "The ferry will not sail on Friday"),
        ("Letters had been lost, the election office states.", "election office", "Letters had been lost"),
        ("The union counts 140 fitters.", "union", "140 fitters"),
        ("No severance will be paid, the firm says; her annual income had been 2.", "firm", "No severance will be paid"),
    ],
)  # fmt: skip
def test_the_construction_tells_whose_word_it_is(nlp: Language, text: str, speaker: str, content: str):
    assert (speaker, content) in told(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "The crowd is larger, by our count.",
        "The money lies in the company's account.",
        "The clerk put the book at the door at nine.",
        "The ministry has it.",
        "If the union is strong, it will win.",
        "The ferry sank, killing the captain.",
        "So what?",
        "Rescuers gave up hope of survivors.",
        "The pupil counts on her.",
        "He was born in the year of the comet, the year of estates.",
    ],
)
def test_what_only_looks_so_is_nobodys_word(nlp: Language, text: str):
    assert told(nlp, text) == []


def test_a_medium_before_a_colon_only_passes_on_what_another_has_said(nlp: Language):
    text = "Yonhap: Hegel said the troops would stay. Yonhap: Hegel says troops will stay"
    analysis = analyze_doc(nlp(text), article(text))
    assert {one.speaker for one in analysis.attributions} == {"Hegel"}
