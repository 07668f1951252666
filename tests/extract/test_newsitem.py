"""Articles told as fields: what becomes of each."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from told import ATOM, DUMPS, JSON_FEED, MARKUP, NINJS, PARAGRAPHS, RSS, TEXT, TITLE, URL, lines

from dateline.extract import extract, extract_pages
from dateline.newsitems import MEDIA_TYPE, encode_item
from dateline.read import read_pages
from dateline.settings import Settings
from dateline.types import Article, NewsItem, Page, Rejected

from .conftest import noted, result_of

ITEM = NewsItem(url=URL, title=TITLE, text="\n\n".join(PARAGRAPHS))


def article_of(item: NewsItem) -> Article:
    article = result_of(encode_item(item), kind=MEDIA_TYPE)
    assert isinstance(article, Article), article
    return article


def articles_in(path: Path, text: str) -> list[Article]:
    path.write_text(text, encoding="utf-8")
    settings = Settings()
    return [found for found in extract_pages(read_pages([path], settings), settings) if isinstance(found, Article)]


@pytest.mark.parametrize("name", DUMPS)
def test_every_tools_record_gives_the_same_article(tmp_path: Path, name: str) -> None:
    (article,) = articles_in(tmp_path / "dump.jsonl", lines(DUMPS[name]))
    assert article.text == TEXT
    assert (article.url, article.title, article.byline) == (URL, TITLE, ("Mara Lindqvist", "Bo Li"))
    assert (article.published.earliest, article.published.latest, article.published.basis) == (
        "2025-11-03",
        "2025-11-03",
        "metadata",
    )
    assert article.outlet == ("skelbypost.example" if name == "news-please" else "Skelby Post")
    assert (article.place, article.credits, article.language) == ("Skelby", ("HPA",), "en")


@pytest.mark.parametrize("version", NINJS)
def test_ninjs_gives_the_same_article(tmp_path: Path, version: str) -> None:
    (article,) = articles_in(tmp_path / "item.json", lines(NINJS[version]))
    assert (article.text, article.byline, article.place) == (TEXT, ("Mara Lindqvist",), "Skelby")
    assert (article.outlet, article.published.earliest) == ("Harbour Press Agency", "2025-11-03")
    assert article.credits == (("HPA", "AFP") if version == "2" else ("HPA",))


@pytest.mark.parametrize("feed", [RSS, ATOM, lines(JSON_FEED)])
def test_feeds_give_the_same_article(tmp_path: Path, feed: str) -> None:
    article = articles_in(tmp_path / "feed", feed)[0]
    assert (article.text, article.byline, article.outlet) == (TEXT, ("Mara Lindqvist",), "Skelby Post")
    assert article.published.earliest == "2025-11-03"  # in the time zone it was told in


def test_records_in_any_order_give_the_same_articles(tmp_path: Path) -> None:
    records = [*DUMPS.values(), *NINJS.values()]
    one, other = (articles_in(tmp_path / "dump.jsonl", lines(*some)) for some in (records, records[::-1]))
    assert sorted(map(repr, one)) == sorted(map(repr, other))
    assert len({article.id for article in one}) == len(records)


def test_every_value_stands_in_the_matter_as_told() -> None:
    item = replace(
        ITEM, byline=("Mara Lindqvist, Chief Reporter",), published="Mon, 3 Nov 2025 00:15:00 +0900", updated="2025-11-04T01:00Z",
        outlet="Skelby Post", place="Tarn Point", credits=("Reuters",), language="en-GB", summary="Aground near Skelby.",
    )  # fmt: skip
    article = article_of(item)
    told = (item.url, item.published, item.updated, item.outlet, item.place, item.credits[0], item.language, item.summary)
    assert set(article.matter.split("\n")) == {*told, item.byline[0]}
    assert noted(article, "byline") == ["Mara Lindqvist"]
    assert [note.value for note in article.notes if note.field == "updated"] == ["2025-11-04"]
    assert (article.place, article.byline, article.credits) == ("Tarn Point", ("Mara Lindqvist",), ("HPA", "Reuters"))


def test_what_is_told_counts_before_what_the_markup_says() -> None:
    page = f"""<!doctype html><html><head><title>Other title - Other Post</title><meta name="author" content="Ida Holm">
    <meta property="og:site_name" content="Other Post"><meta property="article:published_time" content="2025-11-09"></head>
    <body><h1>Other title altogether</h1><p>By Ida Holm</p>{MARKUP}<p>Additional reporting by AFP</p></body></html>"""
    article = article_of(
        NewsItem(url=URL, title=TITLE, byline=("Mara Lindqvist",), published="2025-11-03", outlet="Skelby Post", html=page)
    )
    assert (article.title, article.byline, article.outlet) == (TITLE, ("Mara Lindqvist",), "Skelby Post")
    assert article.published.earliest == "2025-11-03"
    assert article.credits == ("HPA", "AFP")
    assert all(paragraph in article.text for paragraph in PARAGRAPHS)
    found = article_of(NewsItem(url=URL, html=page))
    assert (found.byline, found.outlet, found.published.earliest) == (("Ida Holm",), "Other Post", "2025-11-09")


def test_a_fragment_keeps_short_paragraphs_and_sets_its_captions_apart() -> None:
    fragment = f"<figure><img src='a'><figcaption>The ferry. Photo: Ada Brunn/HPA</figcaption></figure><p>“No.”</p>{MARKUP}"
    article = article_of(NewsItem(title=TITLE, html=fragment))
    assert "“No.”" in article.text
    assert noted(article, "caption") == ["The ferry. Photo: Ada Brunn/HPA"]


def test_credits_below_the_text_are_set_apart_and_nothing_else() -> None:
    last = "Additional reporting by AFP"
    article = article_of(replace(ITEM, text=f"Share\n\n{ITEM.text}\n\n{last}"))
    assert article.credits == ("HPA", "AFP")
    assert last not in article.text
    assert "\n\nShare\n\n" in article.text


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("One stood here today.\nTwo stood there.", ["One stood here today.", "Two stood there."]),
        ("One stood\nhere today.\n\nTwo stood there.", ["One stood here today.", "Two stood there."]),
        (f"{'One stood here. ' * 9}\nTwo.\n\nThree.", [("One stood here. " * 9).strip(), "Two.", "Three."]),
    ],
)
def test_paragraphs_are_those_given(text: str, paragraphs: list[str]) -> None:
    assert article_of(NewsItem(text=text)).text.split("\n\n") == paragraphs


def test_a_summary_that_stands_for_the_text_is_noted_as_one() -> None:
    article = article_of(NewsItem(title=TITLE, text=PARAGRAPHS[2], abridged=True))
    assert noted(article, "summary") == [PARAGRAPHS[2]]


@pytest.mark.parametrize(
    ("told", "outlet"),
    [
        ("Skelby Post » World", "Skelby Post"),
        ("World News - Skelby Post", "Skelby Post"),
        ("www.skelbypost.example", "skelbypost.example"),
        ("Deutsche Welle", "DW"),
        ("dw.com", "DW"),
        ("Letters from Tarn Point", "Letters from Tarn Point"),
    ],
)
def test_the_outlet_goes_by_the_table(told: str, outlet: str) -> None:
    assert article_of(replace(ITEM, outlet=told)).outlet == outlet
    assert article_of(replace(ITEM, outlet=told, url="https://www.dw.com/en/ferry/a-1")).outlet == "DW"


def test_a_title_of_any_length_is_taken_as_it_is() -> None:
    title = " | ".join(["Skelby Post"] * 5000)
    assert article_of(replace(ITEM, title=title)).title == title
    assert article_of(replace(ITEM, title=f"{TITLE} - Skelby Post", outlet="Skelby Post")).title == TITLE


def test_a_body_that_is_none_is_rejected() -> None:
    assert isinstance(result_of(b"{", kind=MEDIA_TYPE), Rejected)
    assert isinstance(result_of(encode_item(NewsItem(title=TITLE)), kind=MEDIA_TYPE), Rejected)


TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=60) | st.sampled_from(
    [TITLE, URL, *PARAGRAPHS, "AFP", "By Bo Li"]
)
ITEMS = st.builds(
    NewsItem,
    **dict.fromkeys(
        ("url", "title", "published", "updated", "outlet", "place", "language", "summary", "text"), st.none() | TEXTS
    ),
    byline=st.lists(TEXTS, max_size=3).map(tuple),
    credits=st.lists(TEXTS, max_size=3).map(tuple),
    html=st.none() | TEXTS.map(lambda text: f"<p>{text}</p>{MARKUP}"),
    abridged=st.booleans(),
)


@given(ITEMS)
def test_any_item_gives_an_article_whose_notes_bear_it_out_or_a_reason(item: NewsItem) -> None:
    body = encode_item(item)
    page = Page("dump.jsonl/0", item.url, None, MEDIA_TYPE, "", (), body)
    result = extract(page, Settings())
    assert result == extract(page, Settings())
    if isinstance(result, Rejected):
        assert result.reason
        return
    for note in result.notes:
        part = result.text if note.part == "text" else result.matter
        assert 0 <= note.start < note.end <= len(part)
    noted = {(note.field, note.value) for note in result.notes}
    assert {("byline", name) for name in result.byline} | {("credits", name) for name in result.credits} <= noted
