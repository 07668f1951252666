"""Feeds in XML."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from told import ATOM, MARKUP, RDF, RSS, TITLE, URL

from dateline.newsitems import decode_item
from dateline.read import read_pages
from dateline.read.feed import READER
from dateline.settings import Settings
from dateline.types import NewsItem, Page, Rejected


def entries(path: Path, body: bytes) -> tuple[list[NewsItem], dict[str, str]]:
    path.write_bytes(body)
    results = list(read_pages([path], Settings()))
    items = [decode_item(page.body) for page in results if isinstance(page, Page)]
    return [item for item in items if item], {one.id: one.reason for one in results if isinstance(one, Rejected)}


def test_an_entry_with_its_content_and_one_with_a_summary(tmp_path: Path) -> None:
    (full, short), rejected = entries(tmp_path / "news.xml", RSS.encode())
    assert (full.url, full.title, full.byline, full.outlet) == (URL, TITLE, ("Mara Lindqvist",), "Skelby Post » World")
    assert full.published == "Mon, 03 Nov 2025 00:15:00 +0900"
    assert (full.html or "").startswith(MARKUP)
    assert (full.summary, full.abridged, full.language) == ("Aground near Skelby.", False, None)
    assert (short.byline, short.outlet, short.published) == (("Bo Li",), "The Islander", "2025-11-03T08:15:00Z")
    assert (short.html, short.abridged) == ("A ferry ran aground, <b>the coast guard</b> said &amp; more.", True)
    assert rejected == {
        "news.xml/3": f"the record has no text: only the address {URL}/3; save that page and read it instead",
    }


def test_rss_1_in_latin_1_with_the_time_of_dublin_core(tmp_path: Path) -> None:
    (item,), _ = entries(tmp_path / "news.rdf", RDF.encode("latin-1"))
    assert (item.published, item.byline, item.outlet) == ("2025-11-03T00:15:00+09:00", ("Mara Lindqvist",), "Skelby Post")
    assert (item.text or "").startswith("The crêpe stand")


def test_atom_entries_take_from_the_feed_what_they_do_not_say(tmp_path: Path) -> None:
    (full, short), _ = entries(tmp_path / "news.atom", ATOM.encode())
    assert (full.byline, full.outlet, full.published) == (("Mara Lindqvist",), "Skelby Post", "2025-11-03T00:15:00+09:00")
    assert (full.abridged, full.summary) == (False, None)
    assert (short.byline, short.outlet, short.url) == (("Bo Li",), "The Islander", f"{URL}/2")
    assert (short.published, short.updated) == ("2025-11-02T08:00:00Z", "2025-11-04T08:00:00Z")
    assert (short.text, short.abridged) == ("A ferry ran aground, the coast guard said.", True)


def test_a_feed_is_known_by_its_first_element(tmp_path: Path) -> None:
    assert len(entries(tmp_path / "feed.php", b"<!-- <html> -->\n" + RSS.encode())[0]) == 2
    page = f"<!doctype html><html><body><pre>{RSS[:200]}</pre></body></html>"
    (tmp_path / "page.xml").write_text(page)
    (found,) = read_pages([tmp_path / "page.xml"], Settings())
    assert isinstance(found, Page)
    assert found.media_type == "text/html"
    assert not READER.recognises("note.txt", b"What <feed> means")


@pytest.mark.parametrize("end", [200, 700, 1100, 1400])
def test_a_feed_that_breaks_off_gives_what_there_is_of_it(tmp_path: Path, end: int) -> None:
    items, rejected = entries(tmp_path / "news.xml", RSS.encode()[:end])
    assert items or rejected


def test_a_feed_without_entries_says_so(tmp_path: Path) -> None:
    assert "no entries" in entries(tmp_path / "news.rss", b"this is no feed")[1]["news.rss"]


@given(st.lists(st.sampled_from([*RSS.split("\n"), *ATOM.split("\n"), *RDF.split("\n"), "&", "<![CDATA[", "\ufffe", "\x0b"])))
def test_any_lines_of_feeds_are_read_or_rejected(tmp_path_factory: pytest.TempPathFactory, rows: list[str]) -> None:
    path = tmp_path_factory.getbasetemp() / "any.rss"
    path.write_text("\n".join(rows), encoding="utf-8")
    assert all(isinstance(found, Page) or found.reason for found in read_pages([path], Settings()))
