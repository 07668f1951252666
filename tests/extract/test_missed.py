"""Parts of an article that trafilatura passes over, or finds twice."""

from dateline.extract.body import once
from dateline.extract.missed import share_held, with_missed
from dateline.extract.tree import Block, blocks_of, parse_page

from .conftest import Make
from .test_markup import PARAGRAPHS, TITLE, page

ITEM = "Lifeboats from Skelby and two fishing boats took the passengers off within three hours."


def blocks(body: str) -> list[Block]:
    tree = parse_page(f"<html><body>{body}</body></html>")
    assert not isinstance(tree, str)
    return blocks_of(tree)


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def test_a_list_and_a_heading_between_paragraphs_are_the_articles() -> None:
    first, *rest = PARAGRAPHS
    found = blocks(f"<div>{paragraphs([first])}<h2>The rescue</h2><ul><li>{ITEM}</li></ul>{paragraphs(rest)}</div>")
    assert with_missed(PARAGRAPHS, found) == [first, "The rescue", ITEM, *rest]


def test_a_second_column_with_the_same_classes_is_the_articles() -> None:
    column = "<div class='grid'><div class='column body'>{}</div></div>"
    found = blocks(column.format(paragraphs(PARAGRAPHS[:3])) + column.format(paragraphs(PARAGRAPHS[3:])))
    assert with_missed(PARAGRAPHS[:3], found) == PARAGRAPHS


def test_what_stands_elsewhere_stays_out() -> None:
    text = f"<div>{paragraphs(PARAGRAPHS)}</div>"
    others = (
        f"<div class='bio'><p>{ITEM}</p></div>",
        f"<div><p><a href='/x'>{ITEM}</a></p></div>",
        "<h2>More news</h2>",
        f"<pre>{ITEM}</pre>",
    )
    for other in others:
        assert with_missed(PARAGRAPHS, blocks(text + other)) == PARAGRAPHS
    assert with_missed(PARAGRAPHS, blocks(f"<div><p>{ITEM}</p><h1>{TITLE}</h1>{paragraphs(PARAGRAPHS)}</div>")) == PARAGRAPHS
    assert with_missed([], blocks(text)) == []


def test_the_share_of_the_paragraphs_that_was_kept() -> None:
    found = blocks(paragraphs(PARAGRAPHS) + f"<p><a href='/x'>{ITEM}</a></p>")
    assert share_held(PARAGRAPHS, found) == 1
    assert 0.4 < share_held(PARAGRAPHS[:2], found) < 0.6
    assert share_held([], []) == 0


def test_a_second_copy_of_the_article_is_left_out() -> None:
    wide = ["The ferry at noon.", *PARAGRAPHS]
    assert once([*wide, *PARAGRAPHS, "Write to us."]) == [*wide, "Write to us."]
    refrain = [PARAGRAPHS[0], ITEM, PARAGRAPHS[1], ITEM, PARAGRAPHS[2]]
    assert once(refrain) == refrain


def test_a_page_is_read_behind_its_closing_tags(marked_up: Make) -> None:
    text = page().replace("</nav>", "</nav></body></html>", 1)
    assert marked_up(text).text.split("\n\n") == [TITLE, *PARAGRAPHS]
