"""The record as JSON."""

from dateline.record import encode
from dateline.views.document import Record


def export(record: Record) -> bytes:
    """The whole record as one JSON object, in the format that `dateline schema` describes."""
    return encode(record)
