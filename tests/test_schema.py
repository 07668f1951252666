"""The schema describes every record."""

import jsonschema
import msgspec
from invented import small_material

from dateline.record import encode
from dateline.schema import schema
from dateline.views import assemble
from dateline.views.document import Record


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


def test_a_record_with_a_line_of_everything_validates() -> None:
    material, kept = small_material()
    for analysis in (False, True):
        record = msgspec.json.decode(encode(assemble(material, kept, analysis=analysis)))
        jsonschema.validate(record, schema(), jsonschema.Draft202012Validator)
        assert ("analyses" in record) is analysis


def test_a_broken_record_does_not_validate() -> None:
    material, kept = small_material()
    record = msgspec.json.decode(encode(assemble(material, kept)))
    record["stories"][0]["claims"][0]["label"] = "certain"
    assert not jsonschema.Draft202012Validator(schema()).is_valid(record)


def test_json_gives_the_same_typed_record_back() -> None:
    material, kept = small_material()
    record = assemble(material, kept, analysis=True)
    assert msgspec.json.decode(encode(record), type=Record) == record
