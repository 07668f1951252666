"""Notes in which an outlet corrects itself: they are set apart, wherever they stand."""

import time

import pytest

from dateline.extract.corrected import corrects
from dateline.extract.lines import kind_of

from .conftest import Make, noted
from .test_markup import PARAGRAPHS, TITLE, page

NOTE = "Correction, 4 November: an earlier version of this article said that 12 people were on board."


@pytest.mark.parametrize(
    "line",
    [
        NOTE,
        "Correction: the ferry carried 14 passengers and not 12, as we first wrote.",
        "CORRECTION (Nov. 4, 2025): The ferry is called Astrid; we had called it Ingrid.",
        "Correction added Nov. 4, 2025: The caption named the wrong harbour master.",
        "* This article was amended on 4 November 2025 to give the right name of the ferry.",
        "Editor’s note, Nov. 4: This story has been updated to correct the number of passengers.",
        "Editor's note: An earlier version of this story misstated the number of passengers on the ferry.",
        "This story originally said that the ferry had sunk. It was aground off Tarn Point.",
        "Because of an editing error, an earlier version of this article gave the wrong harbour.",
    ],
)
def test_notes_of_corrections(line: str) -> None:
    assert kind_of(line) == "correction"


@pytest.mark.parametrize(
    "line",
    [
        "Correction: Ferry aground story",
        "Corrections officers at the prison in Skelby will strike on Monday, their union said.",
        "The report was amended on 4 November after the ministry had complained, the guard said.",
        "An earlier version of the bill was rejected by the council in Skelby last year.",
        "Editor's note: This story was updated at 5:45 p.m. to include details of the rescue.",
        "“This article was corrected twice,” the editor of the Courier told the court on Monday.",
    ],
)
def test_other_lines(line: str) -> None:
    assert kind_of(line) != "correction"


@pytest.mark.parametrize(
    ("paragraphs", "above", "below"),
    [
        ([NOTE, *PARAGRAPHS], "", ""),
        ([*PARAGRAPHS, NOTE], "", ""),
        ([*PARAGRAPHS[:2], NOTE, *PARAGRAPHS[2:]], "", ""),
        (PARAGRAPHS, f"<p class='note'>{NOTE}</p>", ""),
        (PARAGRAPHS, "", f"<div class='article-correction'><h4>Correction</h4><p>{NOTE}</p></div>"),
    ],
)
def test_a_note_is_set_apart_from_the_text(marked_up: Make, paragraphs: list[str], above: str, below: str) -> None:
    article = marked_up(page(paragraphs=[*paragraphs, f"</p>{below}<p>"] if below else paragraphs, above=above))
    assert article.text.split("\n\n") == [TITLE, *PARAGRAPHS]
    assert noted(article, "correction") == [NOTE]


def test_a_box_of_that_name_needs_no_such_words(marked_up: Make) -> None:
    told = "The ferry carried 14 passengers, not 12, as the Courier wrote on Monday."
    invitation = "Have you spotted an error on this page? Write to the editors of the Courier."
    boxes = f"</p><p class='correction'>{told}</p><p class='correction'>{invitation}</p><p>"
    article = marked_up(page(paragraphs=[*PARAGRAPHS, boxes]))
    assert noted(article, "correction") == [told]
    assert told not in article.text


def test_a_note_in_pasted_text(pasted: Make) -> None:
    article = pasted("\n\n".join([TITLE, *PARAGRAPHS, NOTE]))
    assert noted(article, "correction") == [NOTE]
    assert "12 people" not in article.text


def test_long_lines_take_no_time() -> None:
    started = time.process_time()
    for line in ("Correction, " + "1 " * 300, "Editor's note " + "Nov. 4, " * 80, "a" * 700, " " * 700, "Correction (" * 50):
        corrects(line)
    assert time.process_time() - started < 1
