"""The JSON Schema of the record, made from its types."""

from typing import Any

import msgspec

from dateline.views.document import FORMAT, Record


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) that every JSON record of this version validates against."""
    made: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(msgspec.json.schema(Record)))  # defaults as in JSON
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:dateline:record:{FORMAT}",
        "title": "Dateline record",
        **made,
    }
