"""Events as PLOVER rows and as a table in GDELT's columns."""

import json
import re
from dataclasses import replace
from pathlib import Path

import jsonschema
from invented import small_material
from pytest import fixture

from dateline.exports import gdelt, plover
from dateline.views import Record, assemble
from dateline.views.document import RecordEvent, RecordReport

SCHEMA = Path(__file__).parents[2] / "docs" / "plover.schema.json"


@fixture
def record() -> Record:
    """A record with a raid that is told to have happened, and one that is only possible."""
    record = assemble(*small_material())
    story = record.stories[0]
    told = story.claims[0].statements[0]
    row = RecordReport(
        told.id, told.article, told.evidence, "COERCE", "seize", "legal", "171", "happened", record.entities[0].id,
        None, None, "2031-04-07", None, None, "first", (),
    )  # fmt: skip
    raid = RecordEvent(
        "x1", "COERCE", "seize", "legal", "171", record.entities[0].id, None, None, "2031-04-07",
        (told.evidence,), (told.id,), (), "happened", (row,),
    )  # fmt: skip
    events = (raid, replace(raid, id="x2", modality="possible"))
    return replace(record, stories=(replace(story, events=events), *record.stories[1:]))


def test_the_published_schema_is_the_one_of_the_export() -> None:
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == plover.schema()


def test_plover_rows_validate_and_cite_their_words(record: Record) -> None:
    rows = json.loads(plover.export(record))
    jsonschema.validate(rows, plover.schema(), jsonschema.Draft202012Validator)
    assert [(row["id"], row["event"], row["quad"], row["modality"]) for row in rows] == [
        ("x1", "COERCE", 4, "happened"),
        ("x2", "COERCE", 4, "possible"),
    ]
    (report,) = rows[0]["reports"]
    texts = {article.file: article.text for article in record.articles}
    assert texts[report["file"]][report["start"] : report["end"]] == report["text"]
    assert rows[0]["source"] == [record.entities[0].name]


def test_a_broken_row_does_not_validate(record: Record) -> None:
    rows = json.loads(plover.export(record))
    rows[0]["quad"] = 5
    assert not jsonschema.Draft202012Validator(plover.schema()).is_valid(rows)


def test_every_cell_of_the_table_is_as_its_column_says(record: Record) -> None:
    head, *lines = gdelt.export(record).decode().splitlines()
    assert head.split("\t") == list(gdelt.COLUMNS)
    (cells,) = [line.split("\t") for line in lines]  # what is only possible is left out
    assert all(re.fullmatch(shape, cell) for cell, shape in zip(cells, gdelt.COLUMNS.values(), strict=True))
    row = dict(zip(gdelt.COLUMNS, cells, strict=True))
    assert (row["SQLDATE"], row["EventCode"], row["EventRootCode"], row["QuadClass"]) == ("20310407", "171", "17", "4")


def test_a_name_with_a_tab_breaks_no_line(record: Record) -> None:
    odd = replace(record.entities[0], name="Olga\tBrandt\n")
    head, line = gdelt.export(replace(record, entities=(odd, *record.entities[1:]))).decode().splitlines()
    assert len(line.split("\t")) == len(head.split("\t"))
