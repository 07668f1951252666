"""Articles told as JSON: by tools, agencies, interfaces and feeds."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from told import DUMPS, JSON_FEED, MARKUP, NINJS, NINJS_2, PARAGRAPHS, PLAIN, TITLE, URL, lines

from dateline.newsitems import MEDIA_TYPE, decode_item, encode_item
from dateline.read import read_pages
from dateline.read.dumps import item_of
from dateline.read.ninjs import is_ninjs, item_of_ninjs
from dateline.read.values import time_in
from dateline.settings import Settings
from dateline.types import NewsItem, Page, Rejected


def told(path: Path, text: str, settings: Settings | None = None) -> tuple[list[NewsItem], dict[str, str]]:
    """The items in a file that holds the text, and the reasons for what was rejected."""
    path.write_text(text, encoding="utf-8")
    results = list(read_pages([path], settings or Settings()))
    pages = [page for page in results if isinstance(page, Page)]
    assert all(page.media_type == MEDIA_TYPE and page.name.startswith(f"{path.name}/") for page in pages)
    items = [item for page in pages if (item := decode_item(page.body))]
    assert len(items) == len(pages)
    return items, {one.id: one.reason for one in results if isinstance(one, Rejected)}


@pytest.mark.parametrize("name", DUMPS)
def test_every_tools_record_tells_the_same_article(tmp_path: Path, name: str) -> None:
    (item,), rejected = told(tmp_path / "dump.jsonl", lines(DUMPS[name]))
    assert not rejected
    assert (item.url, item.title) == (URL, TITLE)
    assert item.text is not None
    assert item.text.replace("\n\n", "\n") == "\n".join(PARAGRAPHS)
    assert item.published == (DUMPS[name].get("date_publish") or item.published)
    assert item.outlet == ("www.skelbypost.example" if name == "news-please" else "Skelby Post")


@pytest.mark.parametrize("version", NINJS)
def test_ninjs_of_every_version(version: str) -> None:
    assert is_ninjs(NINJS[version])
    item = item_of_ninjs(NINJS[version])
    assert isinstance(item, NewsItem)
    assert (item.title, item.place, item.outlet) == (TITLE, "Skelby", "Harbour Press Agency")
    assert (item.published or "").startswith("2025-11-03T08:15:00")
    assert (item.html == MARKUP) if version == "2" else (item.text == "\n".join(PARAGRAPHS))
    assert (item.updated is None) == (version == "1")


def test_what_an_agency_takes_back_or_only_shows_is_rejected() -> None:
    assert item_of_ninjs({**NINJS_2, "pubstatus": "canceled"}) == "its publisher marks it as canceled"
    assert item_of_ninjs({**NINJS_2, "type": "picture"}) == "it describes a picture, not a text"


def test_one_object_an_array_and_an_answer_are_known_by_what_they_hold(tmp_path: Path) -> None:
    one = told(tmp_path / "a.json", json.dumps(PLAIN, indent=2))
    assert one == told(tmp_path / "b.dat", json.dumps([PLAIN], indent=2)) == told(tmp_path / "c", json.dumps([PLAIN]))
    assert one == told(tmp_path / "d.json", json.dumps({"status": "ok", "title": "All", "articles": [PLAIN]}))
    assert one == told(tmp_path / "e.txt", f"\ufeff{lines(PLAIN)}")


def test_a_json_feed_tells_its_entries(tmp_path: Path) -> None:
    items, rejected = told(tmp_path / "feed.json", json.dumps(JSON_FEED, indent=1))
    assert [(item.byline, item.outlet, item.html) for item in items] == [(("Mara Lindqvist",), "Skelby Post - World", MARKUP)]
    assert list(rejected) == ["feed.json/2"]
    assert f"only the address {URL}/2" in rejected["feed.json/2"]


def test_a_bad_line_is_rejected_and_the_rest_goes_on(tmp_path: Path) -> None:
    deep = "[" * 100_000
    bad = ('{"url": ', "", "17", '{"link": "https://skelbypost.example/x"}', '{"a": 1}', deep, '{"text": "' + "x" * 2000 + '"}')
    items, rejected = told(tmp_path / "dump.jsonl", lines(PLAIN) + "\n".join(bad), Settings(max_bytes=1500))
    assert len(items) == 1
    assert {name.removeprefix("dump.jsonl/"): reason.split(":")[0] for name, reason in rejected.items()} == {
        "2": "this is not JSON",
        "4": "it is not an object with fields",
        "5": "the record has no text",
        "6": "none of its fields is one in which articles are told, such as url, title, date and text",
        "7": "the record has more than 1,500 bytes, which is the limit",
        "8": "the record has more than 1,500 bytes, which is the limit",
    }
    nested = told(tmp_path / "deep.jsonl", f"{lines(PLAIN)}{deep}")
    assert (len(nested[0]), list(nested[1])) == (1, ["deep.jsonl/2"])


def test_a_file_without_records_says_so(tmp_path: Path) -> None:
    assert told(tmp_path / "empty.json", "[]") == ([], {"empty.json": "the file holds no record"})
    assert "not JSON" in told(tmp_path / "pretty.json", '{\n "text": "a",\n}')[1]["pretty.json"]
    assert told(tmp_path / "package.json", '{\n "version": "1"\n}')[1].keys() == {"package.json"}


def test_the_same_record_is_the_same_page_wherever_it_stands(tmp_path: Path) -> None:
    records = [*DUMPS.values(), *NINJS.values()]
    forward, backward = (
        sorted(map(repr, told(tmp_path / "dump.jsonl", lines(*some, *some))[0])) for some in (records, records[::-1])
    )
    assert forward == backward
    assert len(forward) == len(records)


def test_a_summary_is_marked_and_a_repeated_headline_is_none() -> None:
    item = item_of({"url": URL, "title": TITLE, "description": "<p>A ferry ran aground.</p>"})
    assert isinstance(item, NewsItem)
    assert (item.html, item.abridged, item.summary) == ("<p>A ferry ran aground.</p>", True, None)
    assert isinstance(
        item_of({"url": URL, "title": TITLE, "source": "The Islander", "description": f"{TITLE} – The Islander"}), str
    )
    cut = item_of({"title": TITLE, "content": "A ferry ran aground… [+917 chars]"})
    assert isinstance(cut, NewsItem)
    assert (cut.text, cut.abridged) == ("A ferry ran aground", True)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("2025-11-03T00:15:00+09:00", "2025-11-03T00:15:00+09:00"),
        ("20251103T081500Z", "2025-11-03T08:15:00Z"),
        ("20251103", "2025-11-03"),
        (1762157700, "2025-11-03T08:15:00Z"),
        ({"$date": 1762157700000}, "2025-11-03T08:15:00Z"),
        ("None", None),
        (float("inf"), None),
        (True, None),
    ],
)
def test_times_as_told(value: object, told: str | None) -> None:
    assert time_in(value) == told


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text() | st.sampled_from([URL, TITLE, *PARAGRAPHS, MARKUP]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(sorted(PLAIN)) | st.text(), inner, max_size=4),
)
NAMES = sorted({name for record in (*DUMPS.values(), *NINJS.values(), JSON_FEED) for name in record})


@given(st.dictionaries(st.sampled_from(NAMES), JSON))
def test_any_record_is_an_item_or_a_reason(record: dict[str, object]) -> None:
    for read in (item_of, item_of_ninjs):
        item = read(record)
        assert item if isinstance(item, str) else decode_item(encode_item(item)) == item


@given(st.one_of(st.binary(max_size=200), st.builds(lambda value: json.dumps(value).encode(), JSON)))
def test_any_file_is_read_or_rejected(tmp_path_factory: pytest.TempPathFactory, body: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.json"
    path.write_bytes(body)
    assert all(isinstance(found, Page) or found.reason for found in read_pages([path], Settings()))
