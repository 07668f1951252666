"""Writers and days that a page gives in its markup, behind labels and below the article."""

import pytest

from dateline.extract.signed import signed_by
from dateline.extract.tree import parse_page

from .conftest import Make
from .test_markup import PARAGRAPHS, TITLE, page

URL = "https://coast.example/news/ferry"


def signed(body: str) -> tuple[str, ...]:
    tree = parse_page(f"<html><body>{body}</body></html>")
    assert not isinstance(tree, str)
    return signed_by(tree, URL)


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("<p><a href='/authors/mara-l'>Mara Lindqvist</a> and <a href='/authors/b'>Bo Li</a></p>", ("Mara Lindqvist", "Bo Li")),
        ("<p><a href='https://coast.example/staff/mara'>By Mara Lindqvist</a></p>", ("Mara Lindqvist",)),
        ("<p><a rel='author' href='/x'>Mara</a></p>", ("Mara",)),
        ("<span class='post__author-name'>Mara Lindqvist</span><span>Founder</span>", ("Mara Lindqvist",)),
        ("<p><span itemprop='author'>Mara Lindqvist</span></p><p><a href='/author/bo-li'>Bo Li</a></p>", ("Mara Lindqvist",)),
        ("<a href='/author/mara'>Read more</a><a href='/team/all'>Newsroom</a>", ()),
        ("<a href='https://other.example/author/mara'>Mara Lindqvist</a><a href='http://['>Bo Li</a>", ()),
    ],
)  # fmt: skip
def test_marked_writers(body: str, names: tuple[str, ...]) -> None:
    assert signed(f"<a href='/author/tove-hall'>Tove Hall</a><h1>{TITLE}</h1>{body}") == names


def test_the_head_of_the_page_goes_before_links(marked_up: Make) -> None:
    link = "<p><a href='/author/bo-li'>Bo Li</a></p>"
    assert marked_up(page(above=link), URL).byline == ("Bo Li",)
    assert marked_up(page(above=link, head="<meta name='author' content='Mara Lindqvist'>"), URL).byline == ("Mara Lindqvist",)


@pytest.mark.parametrize(
    ("above", "below", "byline"),
    [
        ("<div>Written by</div><div>Mara Lindqvist</div>", "", ("Mara Lindqvist",)),
        ("<div>By</div><div>The Coast Team</div>", "", ("The Coast Team",)),
        ("", "<h3>Author</h3><p>Mara Lindqvist</p>", ("Mara Lindqvist",)),
        ("", "<p>Written by Mara Lindqvist</p>", ("Mara Lindqvist",)),
        ("<p>By Md Aynal Rahim</p>", "", ("Md Aynal Rahim",)),
        ("<p>By Dr Mara Lindqvist</p>", "", ("Dr Mara Lindqvist",)),
        ("<p>By Mara Lindqvist on behalf of the Harbour Board</p>", "", ("Mara Lindqvist",)),
        ("<p>Posted by: Mara Lindqvist · In: Ships, Fog</p>", "", ("Mara Lindqvist",)),
        ("<div>By</div><div>three people who saw it</div>", "", ()),
    ],
)
def test_labelled_writers(marked_up: Make, above: str, below: str, byline: tuple[str, ...]) -> None:
    assert marked_up(page(below, above=above)).byline == byline


def test_the_role_of_a_known_writer_is_nobody(marked_up: Make) -> None:
    head = "<meta name='author' content='Mara Lindqvist'>"
    line = "<p>By Mara Lindqvist Chief Reporter and Master Mariner</p>"
    assert marked_up(page(head=head, above=line)).byline == ("Mara Lindqvist",)
    assert marked_up(page(head=head, above="<p>By Mara Lindqvist and Bo Li</p>")).byline == ("Mara Lindqvist", "Bo Li")


@pytest.mark.parametrize("name", ["undefined", "Admin", "26258821"])
def test_what_a_template_leaves_is_nobody(marked_up: Make, name: str) -> None:
    assert marked_up(page(head=f"<meta name='author' content='{name}'>")).byline == ()


@pytest.mark.parametrize(
    ("above", "below", "day"),
    [
        ("", "<section><p>Veröffentlicht am 16.08.2025</p></section><p>24. August 2025 um 03:36 Uhr</p>", "2025-08-16"),
        ("", "<p>This entry was posted on Saturday, August 16th, 2025 at 9:30 am and is filed under Ships.</p>", "2025-08-16"),
        ("<p class='small__caption'>16. August 2025 | Ships, Fog</p>", "", "2025-08-16"),
        ("<p>FogAUGUST 16, 2025Updated: SEPTEMBER 02, 2025</p>", "", "2025-08-16"),
    ],
)
def test_days_elsewhere(marked_up: Make, above: str, below: str, day: str) -> None:
    found = marked_up(page(below, above=above)).published
    assert (found.earliest, found.basis) == (day, "stated")


def test_several_days_of_publication_are_none(marked_up: Make) -> None:
    lines = "".join(f"<li><p>Published: {day} May 2024</p></li>" for day in (3, 4))
    text = f"<html><body><h1>{TITLE}</h1><p>{'</p><p>'.join(PARAGRAPHS)}</p><h4>Elsewhere</h4><ul>{lines}</ul></body></html>"
    assert not any(
        note.part == "matter" and note.field == "published" and note.value == "2024-05-04" for note in marked_up(text).notes
    )
