"""The timeline for TimelineJS: its format, as its documentation describes it, and no mark of a page taken for HTML."""

import json
from dataclasses import replace
from typing import Any

from invented import small_material
from jsonschema import Draft202012Validator
from pytest import fixture, mark

from dateline.exports import load_export
from dateline.types import Granularity
from dateline.views import Record, assemble
from dateline.views.document import Date, Moment

DAY = {
    "type": "object",
    "required": ["year"],
    "properties": {
        "year": {"type": "integer"},
        "month": {"type": "integer", "minimum": 1, "maximum": 12},
        "day": {"type": "integer", "minimum": 1, "maximum": 31},
    },
    "dependentRequired": {"day": ["month"]},
    "additionalProperties": False,
}
TEXT = {
    "type": "object",
    "properties": {"headline": {"type": "string", "minLength": 1}, "text": {"type": "string"}},
    "additionalProperties": False,
}
SLIDE = {
    "type": "object",
    "required": ["start_date", "text"],
    "properties": {
        "start_date": DAY,
        "end_date": DAY,
        "text": TEXT,
        "group": {"type": "string"},
        "unique_id": {"type": "string"},
        "autolink": {"type": "boolean"},
    },
    "additionalProperties": False,
}
FORMAT = {
    "type": "object",
    "required": ["events"],
    "properties": {
        "events": {"type": "array", "items": SLIDE},
        "title": {"type": "object", "properties": {"text": TEXT}, "additionalProperties": False},
        "scale": {"enum": ["human", "cosmological"]},
    },
    "additionalProperties": False,
}


@fixture
def record() -> Record:
    return assemble(*small_material())


def exported(record: Record) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(load_export("timelinejs")(record))
    Draft202012Validator(FORMAT).validate(told)
    return told


def with_moments(record: Record, *moments: Moment) -> Record:
    (story,) = record.stories
    return replace(record, stories=(replace(story, timeline=moments),))


def test_each_event_is_a_slide_with_its_sentence_and_where_it_stands(record: Record) -> None:
    (slide,) = exported(record)["events"]
    assert slide["start_date"] == {"year": 2031, "month": 4, "day": 7}
    assert slide["text"]["headline"].startswith("The bridge was shut on Monday")
    assert "The Varnholt Courier" in slide["text"]["text"]


@mark.parametrize(
    ("granularity", "first", "last", "start", "end"),
    [
        ("year", "1998-01-01", "1998-12-31", {"year": 1998}, None),
        ("month", "2031-02-01", "2031-02-28", {"year": 2031, "month": 2}, None),
        ("week", "2031-04-07", "2031-04-13", {"year": 2031, "month": 4, "day": 7}, {"year": 2031, "month": 4, "day": 13}),
        ("minute", "2031-04-07", "2031-04-07", {"year": 2031, "month": 4, "day": 7}, None),
    ],
)
def test_days_are_as_fine_as_is_told(
    record: Record, granularity: Granularity, first: str, last: str, start: dict[str, int], end: dict[str, int] | None
) -> None:
    (moment,) = record.stories[0].timeline
    (slide,) = exported(with_moments(record, replace(moment, date=Date(first, last, granularity))))["events"]
    assert (slide["start_date"], slide.get("end_date")) == (start, end)


def test_what_a_page_says_is_never_taken_for_html(record: Record) -> None:
    (moment,) = record.stories[0].timeline
    shown = replace(moment.statement.evidence, exact='<script>alert("x")</script> & ' + "word " * 40)
    hard = with_moments(record, replace(moment, statement=replace(moment.statement, evidence=shown)))
    hard = replace(hard, articles=tuple(replace(one, url="javascript:alert(1)", outlet="<b>") for one in hard.articles))
    text = json.dumps(exported(hard))
    assert "<script" not in text and "<b>" not in text and "javascript:" not in text
    assert exported(hard)["events"][0]["text"]["headline"].endswith(" …")


def test_an_address_is_a_link(record: Record) -> None:
    linked = replace(record, articles=tuple(replace(one, url="https://varnholt.example/a?b=1&c=2") for one in record.articles))
    assert '<a href="https://varnholt.example/a?b=1&amp;c=2">' in exported(linked)["events"][0]["text"]["text"]
