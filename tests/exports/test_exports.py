"""A record in other forms: nothing lost, nothing broken by what a text holds."""

import csv
import io
import json
import re
import zlib
from base64 import b64decode
from dataclasses import replace
from importlib.metadata import entry_points

from invented import small_material
from jsonschema import Draft202012Validator
from pytest import MonkeyPatch, fixture, raises

from dateline.cli.text import quote_line
from dateline.errors import BadInput
from dateline.exports import export_names, html, load_export
from dateline.exports.plugins import BUILT_IN, GROUP
from dateline.views import Record, assemble

PAGE = b'<!doctype html><body><script type="text/plain" id="record"></script><script>run()</script></body>'


# RFC 7946, as far as points go.
POINT = {
    "type": ["object", "null"],
    "required": ["type", "coordinates"],
    "additionalProperties": False,
    "properties": {
        "type": {"const": "Point"},
        "coordinates": {
            "prefixItems": [
                {"type": "number", "minimum": -180, "maximum": 180},
                {"type": "number", "minimum": -90, "maximum": 90},
            ],
            "minItems": 2,
            "maxItems": 2,
        },
    },
}
FEATURE = {
    "type": "object",
    "required": ["type", "geometry", "properties"],
    "additionalProperties": False,
    "properties": {"type": {"const": "Feature"}, "geometry": POINT, "properties": {"type": "object"}},
}
GEOJSON = {
    "type": "object",
    "required": ["type", "features"],
    "additionalProperties": False,
    "properties": {"type": {"const": "FeatureCollection"}, "features": {"type": "array", "items": FEATURE}},
}


@fixture
def record() -> Record:
    return assemble(*small_material())


def with_title(record: Record, title: str) -> Record:
    return replace(record, stories=tuple(replace(story, title=title) for story in record.stories))


def test_the_built_in_exports_are_registered_as_plug_ins() -> None:
    registered = {point.name: point.value for point in entry_points(group=GROUP)}
    assert {name: value for name, value in registered.items() if name in BUILT_IN} in (BUILT_IN, {})
    assert set(export_names()) >= set(BUILT_IN)
    with raises(BadInput, match="csv, gdelt, geojson, html, json, markdown, plover, timelinejs"):
        load_export("docx")


def test_json_has_sorted_keys_and_one_line(record: Record) -> None:
    data = load_export("json")(record)
    told = json.loads(data)
    assert data.endswith(b"}\n") and data.count(b"\n") == 1
    assert list(told) == sorted(told)
    assert list(told["articles"][0]) == sorted(told["articles"][0])


def test_csv_has_a_line_for_each_statement_and_no_formula(record: Record) -> None:
    rows = list(csv.DictReader(io.StringIO(load_export("csv")(with_title(record, "=cmd()")).decode())))
    assert sorted((row["file"], row["label"], row["rests_on"]) for row in rows) == [
        ("a.txt", "single outlet", "AP"),
        ("b.txt", "single outlet", ""),
    ]
    assert {row["story_title"] for row in rows} == {"'=cmd()"}
    texts = {article.id: article.text for article in record.articles}
    assert all(texts[row["article"]][int(row["start"]) : int(row["end"])] == row["words"] for row in rows)


def test_markdown_shows_each_line_with_its_place_and_escapes_marks(record: Record) -> None:
    text = load_export("markdown")(with_title(record, "A *bold* <b>claim</b> [x](y)\nnext")).decode()
    assert r"## A \*bold\* \<b\>claim\</b\> \[x\](y) next" in text
    assert "“The bridge was shut on Monday” [The Varnholt Courier `" in text
    assert "**contradiction** on people fallen" in text
    assert text.endswith("\n") and not text.endswith("\n\n")


def test_geojson_is_what_the_standard_asks_for(record: Record) -> None:
    (story, *others) = record.stories
    (place,) = story.places
    (event,) = story.events
    there = replace(story, places=(replace(place, entity="e7"),), events=(replace(event, place="e7"),))
    told = json.loads(load_export("geojson")(replace(record, stories=(there, *others))))
    Draft202012Validator(GEOJSON).validate(told)
    (named, happened) = told["features"]
    assert named["geometry"] == happened["geometry"] == {"type": "Point", "coordinates": [2.0, 1.0]}
    properties = named["properties"]
    assert (properties["what"], properties["name"], properties["words"], properties["sure"]) == (
        "place",
        "Varnholt",
        "Varnholt",
        True,
    )
    texts = {article.id: article.text for article in record.articles}
    assert texts[properties["article"]][properties["start"] : properties["end"]] == "Varnholt"
    assert (happened["properties"]["what"], happened["properties"]["event"]) == ("event", event.id)


def test_geojson_keeps_a_place_without_coordinates(record: Record) -> None:
    (story, *others) = record.stories
    nowhere = tuple(replace(place, lat=None, lon=None) for place in story.places)
    told = json.loads(load_export("geojson")(replace(record, stories=(replace(story, places=nowhere), *others))))
    Draft202012Validator(GEOJSON).validate(told)
    assert [feature["geometry"] for feature in told["features"]] == [None] * len(told["features"])


def test_a_denial_is_told_as_one_with_all_its_words(record: Record) -> None:
    (story, *others) = record.stories
    (quote, *_) = story.quotes
    denied = replace(quote, kind="direct", polarity="denied", rest=(replace(quote.evidence, exact="never"),))
    told = replace(record, stories=(replace(story, quotes=(denied,)), *others))
    articles = {article.id: article for article in record.articles}
    assert f"denied): “{quote.evidence.exact} … never” [" in load_export("markdown")(told).decode()
    assert f"(direct, denied): “{quote.evidence.exact} … never” [" in quote_line(denied, articles)


def test_html_holds_the_record_and_nothing_ends_the_script_early(record: Record) -> None:
    hard = with_title(record, "</script><!--<script>alert(1)\u2028\u2029\U0001f309")
    page = html.fill(PAGE, load_export("json")(hard))
    scripts = re.findall(rb"<script[^>]*>(.*?)</script>", page, re.DOTALL)
    assert len(scripts) == 2
    assert json.loads(zlib.decompress(b64decode(scripts[0])))["stories"][0]["title"] == hard.stories[0].title
    assert b"<!--" not in page and "\u2028".encode() not in page


def test_a_page_that_is_not_built_is_said_to_be(record: Record, monkeypatch: MonkeyPatch) -> None:
    def nowhere(package: str) -> object:
        from pathlib import Path

        return Path("/nonexistent")

    monkeypatch.setattr(html, "files", nowhere)
    with raises(BadInput, match="make page"):
        html.export(record)
    with raises(BadInput, match="no place"):
        html.fill(b"<html></html>", b"{}")
