"""What stands between the paragraphs of an article and is not of it, in HTML and in pasted text."""

import pytest

from .conftest import Make, noted
from .test_walls import BODY, TITLE, page, paragraphs

SAID = "We heard the keel scrape for a minute and then it was silent on the bridge"
LINES = [*BODY[:3], f"“{SAID},” said the mate, Jon Aker, and added that nobody on deck had noticed anything."]
BESIDE = [
    "READ MORE Fog returns to the coast for a third week",
    "WATCH ABOVE: Divers go down to the hull of the Astrid",
    "Watch the full interview in the player above.",
    "You can watch the rescue in the video below.",
    "Listen to the full episode of The Coast Podcast here.",
    "Sign up for our morning newsletter, The Tide, and get the news of the coast every day.",
    "By signing up, you agree to our Terms of Use and Privacy Policy.",
    "Follow The Coast Paper on Facebook and X.",
    "Download our app to get the news of the coast first.",
    "What do you think? Tell us in the comments below.",
    f"“{SAID}”",
]
OWN = [
    "Watch officers on the Astrid saw the buoy too late, the coast guard said in a first report on Monday.",
    "Listen to the fishermen of Skelby and the fog is to blame, though the harbour master said that it had lifted.",
    "Follow the coast north and you see the hull on the rocks, with its bow in the air and its name half under water.",
    "See above all the second page of the report, the minister told journalists who had asked about the radar.",
]


@pytest.mark.parametrize("line", BESIDE)
@pytest.mark.parametrize("at", [2, 4])
def test_what_is_not_of_the_article_stays_out(marked_up: Make, pasted: Make, line: str, at: int) -> None:
    lines = [*LINES[:at], line, *LINES[at:]]
    for article in (marked_up(page(TITLE, paragraphs(lines))), pasted("\n\n".join([TITLE, *lines]))):
        assert article.text.split("\n\n") == [TITLE, *LINES]


@pytest.mark.parametrize("line", OWN)
def test_sentences_that_begin_alike_stay(marked_up: Make, pasted: Make, line: str) -> None:
    lines = [*LINES[:2], line, *LINES[2:]]
    for article in (marked_up(page(TITLE, paragraphs(lines))), pasted("\n\n".join([TITLE, *lines]))):
        assert article.text.split("\n\n") == [TITLE, *lines]


def test_a_pull_quote_is_set_off_and_repeats_a_quotation(marked_up: Make) -> None:
    block = f"<blockquote><p>{SAID}</p></blockquote><p>Jon Aker, mate</p>"
    article = marked_up(page(TITLE, paragraphs(LINES[:2]) + block + paragraphs(LINES[2:])))
    assert article.text.split("\n\n") == [TITLE, *LINES]
    assert noted(article, "pull quote") == [SAID, "Jon Aker, mate"]
    other = "The sea takes what it wants and gives back what it must"
    assert other in marked_up(page(TITLE, paragraphs(LINES[:2]) + f"<blockquote><p>{other}</p></blockquote>" + LINES[2])).text
    again = [*LINES[:2], f"{SAID}.", *LINES[2:]]  # not set off: somebody says again what he is quoted with
    assert f"{SAID}." in marked_up(page(TITLE, paragraphs(again))).text


def test_where_it_was_printed_first_is_kept_apart(marked_up: Make, pasted: Make) -> None:
    line = "This story first appeared in The Harbour Review."
    for article in (marked_up(page(TITLE, paragraphs([*LINES, line]))), pasted("\n\n".join([TITLE, *LINES, line]))):
        assert article.text.split("\n\n") == [TITLE, *LINES]
        assert line in article.matter.split("\n")


def test_the_writers_note_at_the_end_is_kept_apart(marked_up: Make) -> None:
    note = "Mara Lindqvist covers shipping for The Coast Paper and is based in Skelby, where she was born."
    head = "<meta name='author' content='Mara Lindqvist'>"
    article = marked_up(page(TITLE, paragraphs([*LINES, note]), head))
    assert article.text.split("\n\n") == [TITLE, *LINES]
    assert noted(article, "author note") == [note]
