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


def test_a_short_page_keeps_its_paragraphs_apart_from_what_stands_above_them(marked_up: Make) -> None:
    above = (
        "<div class='player'><p>Video player is loading. This is a modal window.</p></div><h1>Divers look at the hull</h1>"
        "<p class='byline'>By Mara Lindqvist, Shipping Correspondent</p><p>9 November 2025, 21:40</p>"
    )
    short = [
        "Divers have filmed the hull of the Astrid, which sank on Sunday.",
        "The film was shown on Tuesday in Skelby.",
    ]
    article = marked_up(f"<html><body><main><article>{above}{paragraphs(short)}</article></main></body></html>")
    assert article.text.split("\n\n") == ["Divers look at the hull", *short]
    assert (article.byline, article.published.earliest) == (("Mara Lindqvist",), "2025-11-09")


def test_a_page_without_spaces_between_words_keeps_its_paragraphs(marked_up: Make) -> None:
    lines = [
        "乗客61人を乗せたフェリーが9日、ターン岬の沖で座礁したと沿岸警備隊が発表した。",
        "乗客は3時間以内に全員が漁船で岸に運ばれた。",
        "船会社によると、フェリーは霧のため30分遅れて出港していた。",
    ]
    head = "<h1>フェリー座礁、乗客は無事　ターン岬の沖</h1><p class='byline'>田中 花子</p><p>2025年11月10日 10時30分</p>"
    article = marked_up(
        f"<html lang='ja'><head><meta charset='utf-8'></head><body><article>{head}{paragraphs(lines)}</article></body>"
    )
    assert article.text.split("\n\n")[1:] == lines
    assert article.published.earliest == "2025-11-10"
