"""HTML pages: body, head and the lines around the body."""

import json

import pytest

from dateline.extract.tree import LONGEST_HINT, MAX_TAGS, parse_page
from dateline.types import Article, Rejected

from .conftest import Make, noted, result_of

TITLE = "Ferry runs aground off Tarn Point"
PARAGRAPHS = [
    "A ferry with 61 people on board ran aground off Tarn Point on Sunday, the coast guard said in a statement.",
    "All passengers were brought ashore by fishing boats within three hours, said Ola Brandt, the harbour master.",
    "The ferry, the Astrid, had left Skelby at noon and was half an hour late because of fog, the shipping company said.",
    "Divers will look at its hull on Tuesday, and the coast guard has opened an inquiry into what happened on the bridge.",
]
HARBOUR = "Harbour Press Agency"
ABOUT = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "Person", "@id": "#mara", "name": "Mara Lindqvist"},
        {
            "@type": "NewsArticle",
            "headline": TITLE,
            "datePublished": "2025-11-09T21:30:00+01:00",
            "dateModified": "2025-11-10T08:00:00+01:00",
            "author": [{"@id": "#mara"}, {"@type": "Organization", "name": "AFP"}],
            "publisher": {"@type": "Organization", "name": "The Coast Paper"},
        },
    ],
}


def page(body: str = "", head: str = "", *, paragraphs: list[str] = PARAGRAPHS, above: str = "") -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    nav = "<nav><a href='/'>Home</a> <a href='/world'>World</a></nav>"
    return (
        f"<html><head><meta charset='utf-8'>{head}</head><body>{nav}<main><article><h1>{TITLE}</h1>{above}{text}</article>"
        f"{body}</main><footer>© 2025 The Coast Paper. All rights reserved.</footer></body></html>"
    )


def linked(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def test_the_head_gives_title_byline_outlet_and_day(marked_up: Make) -> None:
    article = marked_up(page(head=linked(ABOUT)))
    assert (article.title, article.outlet, article.byline) == (TITLE, "The Coast Paper", ("Mara Lindqvist",))
    assert article.credits == ("AFP",)
    assert (article.published.earliest, article.published.basis) == ("2025-11-09", "metadata")
    assert noted(article, "updated") == ["2025-11-10T08:00:00+01:00"]
    assert article.text.split("\n\n") == [TITLE, *PARAGRAPHS]


def test_captions_related_links_and_newsletters_are_apart(marked_up: Make) -> None:
    figure = "<figure><img src='a.jpg'><figcaption>The Astrid at dawn. <span>Photo: Jon Aker/AFP</span></figcaption></figure>"
    related = "<aside class='related'><h4>Read more</h4><ul><li><a href='/x'>Fog returns to the coast</a></li></ul></aside>"
    letter = "<section class='newsletter'><p>Five stories, one coffee.</p></section>"
    article = marked_up(page(above=figure + related + letter))
    assert noted(article, "caption") == ["The Astrid at dawn. Photo: Jon Aker/AFP"]
    assert noted(article, "image credit") == ["Jon Aker/AFP"]
    assert "Fog returns to the coast" in noted(article, "related")
    assert article.credits == ()
    assert article.text.split("\n\n") == [TITLE, *PARAGRAPHS]


@pytest.mark.parametrize(
    ("above", "byline", "credits", "day"),
    [
        ("<p class='by'>By Mara Lindqvist and HPA</p><p>9 November 2025</p>", ("Mara Lindqvist",), ("HPA",), "2025-11-09"),
        ("<div>MARA LINDQVIST, in Skelby <time>Sunday, November 9, 2025</time></div>", ("Mara Lindqvist",), (), "2025-11-09"),
        ("<p>9 November 2025, 09:02 · Source: Tarn Glass</p>", (), ("Tarn Glass",), "2025-11-09"),
        ("<p>Published: 9 Nov 2025 | Updated: 12 Nov 2025</p><p>Harbour Press Agency</p>", (), (HARBOUR,), "2025-11-09"),
    ],
)
def test_lines_above_the_body(marked_up: Make, above: str, byline: tuple[str, ...], credits: tuple[str, ...], day: str) -> None:
    article = marked_up(page(above=above))
    assert (article.byline, article.credits, article.published.earliest) == (byline, credits, day)
    assert article.published.basis == "stated"
    assert article.text.split("\n\n")[1] == PARAGRAPHS[0]


def test_the_address_tells_outlet_and_day(marked_up: Make) -> None:
    article = marked_up(page(), "https://www.theguardian.com/world/2025/11/09/ferry")
    assert (article.outlet, article.published.earliest) == ("The Guardian", "2025-11-09")
    other = marked_up(page("<p>The Islander - news since 1974</p>"), "https://theislander.example/ferry")
    assert other.outlet == "The Islander"


def test_the_local_day_of_the_address_goes_before_the_universal_one(marked_up: Make) -> None:
    head = "<meta property='article:published_time' content='2025-11-10T03:05:00Z'>"
    assert marked_up(page(head=head), "https://x.example/2025/11/09/ferry").published.earliest == "2025-11-09"


def test_a_canonical_address_is_the_articles(marked_up: Make) -> None:
    article = marked_up(page(head="<link rel='canonical' href='https://coast.example/a/ferry'>"))
    assert article.url == "https://coast.example/a/ferry"


def test_the_outlets_name_is_not_part_of_the_title(marked_up: Make) -> None:
    text = page(head=f"<title>{TITLE} | The Coast Paper</title><meta property='og:site_name' content='The Coast Paper'>")
    assert marked_up(text.replace(f"<h1>{TITLE}</h1>", "")).title == TITLE


def test_tables_keep_their_rows(marked_up: Make) -> None:
    rows = "".join(f"<tr><td>Ward {n}</td><td>{n * 100} votes</td><td>{n} per cent</td></tr>" for n in range(1, 6))
    assert "Ward 3 | 300 votes | 3 per cent" in marked_up(page(paragraphs=[*PARAGRAPHS, f"</p><table>{rows}</table><p>"])).text


@pytest.mark.parametrize(
    "text",
    [
        "<html></html>",
        "<",
        "",
        "<html><body>" + "<b>" * 300_000,
        "<html><body>" + "<div>" * 50_000 + "<p>Deep down.</p>",
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><html><body><p>&b;</p></body></html>',
        "<html><body><p>" + "\ufffd\ufffd word " * 50 + ".</p></body></html>",
        "<script type='application/ld+json'>" + "[" * 100_000 + "</script>",
    ],
)
def test_pages_without_an_article_are_rejected(text: str) -> None:
    result = result_of(text)
    assert isinstance(result, Rejected)
    assert result.step == "extract"


def test_a_page_says_the_same_twice_and_whatever_came_before(marked_up: Make) -> None:
    first = marked_up(page(head=linked(ABOUT)))
    marked_up(page(paragraphs=PARAGRAPHS[::-1]))
    assert marked_up(page(head=linked(ABOUT))) == first


@pytest.mark.parametrize(
    ("above", "told", "published"),
    [
        ("", "on Monday, 3 March 2025, ", (None, "unknown")),
        ("<p>Skelby, 3.3.25</p>", "", ("2025-03-03", "stated")),
        ("<div>Monday 3 March 2025</div>", "", ("2025-03-03", "stated")),
        ("<div data-posted='2025-03-03'></div>", "on Monday, 3 March 2025, ", None),
    ],
)
def test_a_day_in_the_text_is_not_the_day_of_publication(
    marked_up: Make, above: str, told: str, published: tuple[str | None, str] | None
) -> None:
    lines = [PARAGRAPHS[0].replace("on Sunday", f"{told}at noon"), *PARAGRAPHS[1:]]
    found = marked_up(page(above=above, paragraphs=lines)).published
    assert (found.earliest, found.basis) in ([published] if published else [("2025-03-03", "metadata"), (None, "unknown")])


@pytest.mark.parametrize(
    "charset", ["base64", "rot13", "hex", "zlib", "punycode", "idna", "undefined", "unicode_escape", "none such"]
)
def test_a_charset_that_is_none_is_passed_over(charset: str) -> None:
    head = f"<html><head><meta charset='{charset}'></head><body><h1>{TITLE}</h1>"
    body = "".join(f"<p>{paragraph}</p>" for paragraph in [*PARAGRAPHS, "They sat in a café at Tarn Point, the master said."])
    article = result_of((head + body).encode("cp1252"))
    assert isinstance(article, Article)
    assert "café" in article.text


def test_the_number_of_tags_is_limited() -> None:
    found = result_of(page("<i></i>" * (MAX_TAGS // 2)))
    assert isinstance(found, Rejected) and "25,000 tags" in found.reason


def test_a_table_that_lays_out_the_page_is_no_data(marked_up: Make) -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    data = "<table><tr><td>Year</td><td>Ships</td></tr><tr><td>2024</td><td>12</td></tr></table>"
    article = marked_up(
        "<html><head><meta property='og:site_name' content='Coast Post'></head><body><table><tr><td>Front page<br>Villages</td>"
        f"<td><h1>{TITLE}</h1><p>Coast Post / TNA</p>{text}{data}</td><td>Pharmacy on duty<br>Prices</td></tr></table></body>"
    )
    paragraphs = article.text.split("\n\n")
    assert paragraphs[:5] == [TITLE, *PARAGRAPHS]
    assert "Villages" not in article.text and "Pharmacy" not in article.text
    assert article.credits == ("TNA",)


def test_a_line_break_in_the_source_ends_no_paragraph(marked_up: Make) -> None:
    lines = [paragraph.replace(", ", ",\n") for paragraph in PARAGRAPHS]
    text = "".join(f"<p>{line}</p>" for line in lines)
    article = marked_up(f"<html><body><h1>{TITLE}</h1><fieldset>9 November 2025<div>{text}</div></fieldset></body></html>")
    assert article.text.split("\n\n") == [TITLE, *PARAGRAPHS]
    assert article.published.earliest == "2025-11-09"


def test_what_stands_above_the_title_is_not_the_body(marked_up: Make) -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    article = marked_up(
        f"<html><body><header><h2>Coast Post</h2><p>In English</p></header><section><h1>{TITLE}</h1>{text}</section></body>"
    )
    assert article.text.split("\n\n") == [TITLE, *PARAGRAPHS]


def test_a_known_author_with_a_place_is_a_byline(marked_up: Make) -> None:
    article = marked_up(page(head=f"<meta name='author' content='{HARBOUR}'>", above=f"<p class='x'>{HARBOUR}, Skelby</p>"))
    assert article.text.split("\n\n") == [TITLE, *PARAGRAPHS]
    assert f"{HARBOUR}, Skelby" in article.matter.split("\n")


def test_a_day_out_of_the_address_alone_says_so(marked_up: Make) -> None:
    article = marked_up(page(head="<link rel='canonical' href='https://coast.example/2025/11/09/ferry-runs-aground'>"))
    assert (article.published.earliest, article.published.basis) == ("2025-11-09", "url")


@pytest.mark.parametrize(
    ("tail", "credits"),
    [
        ("PTI", ("PTI",)),
        ("(ats/nxp)", ("Keystone-SDA",)),
        ("– Additional reporting from Reuters", ("Reuters",)),
        ("— With inputs from AFP", ("AFP",)),
        ("NATO", ()),
        ("– Additional reporting from the harbour", ()),
    ],
)
def test_a_credit_behind_the_last_sentence(marked_up: Make, tail: str, credits: tuple[str, ...]) -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS[:-1])
    article = marked_up(f"<html><body><article><h1>{TITLE}</h1>{text}<p>{PARAGRAPHS[-1]} {tail}</p></article></body></html>")
    assert article.credits == credits
    notes = [note for note in article.notes if note.field == "credits"]
    assert all(article.text[note.start : note.end] in tail for note in notes)


@pytest.mark.parametrize(
    "above", ["<p>TECH</p>", "<span>© 2012 APA/AP</span>", "<p>© REUTERS / Pool</p>", "<p>Source: News agencies</p>"]
)
def test_what_credits_no_agency(marked_up: Make, above: str) -> None:
    assert marked_up(page(above=above)).credits == ()


def test_the_outlets_own_desk_is_no_credit(marked_up: Make) -> None:
    article = marked_up(page(head=linked(ABOUT), above="<p>Source: The Coast Paper News</p>"))
    assert article.credits == ("AFP",)  # and not the paper itself


def test_megabytes_of_classes_are_cut_and_other_attributes_are_not() -> None:
    long = "a " * 5_000
    tree = parse_page(f'<html><body><div class="{long}" title="{long}"><p class="b">Text.</p></div></body></html>')
    assert not isinstance(tree, str)
    (box,) = tree.iter("div")
    assert (box.get("class"), box.get("title")) == (long[:LONGEST_HINT], long)
