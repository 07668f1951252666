"""Answers as JSON, in the same bytes as the command line's; unchanged ones are not sent twice."""

from collections.abc import Callable
from typing import Any

import msgspec
from fastapi import Request, Response

from dateline.api.problems import SORTS
from dateline.api.snapshot import Snapshot
from dateline.record import encode

JSON = "application/json"
REFERENCE = "#/components/schemas/{name}"
# The types that routes give, as the description of the server needs them.
KINDS: list[Any] = []
# Browsers may keep an answer, but ask each time whether it still holds.
KEPT = {"Cache-Control": "private, no-cache"}


def gives(kind: Any, *problems: int, status: int = 200) -> dict[str, Any]:
    """What the description of a route says of its answers: JSON of that type, or one of these problems."""
    KINDS.append(kind)
    (schema,), _ = msgspec.json.schema_components([kind], ref_template=REFERENCE)
    told = {"description": "What was asked for", "content": {JSON: {"schema": schema}}}
    return {"responses": {status: told, **{code: SORTS[code].described for code in problems}}}


def answer(value: object, *, status: int = 200) -> Response:
    """An answer that is not to be kept."""
    return Response(encode(value), status, media_type=JSON, headers={"Cache-Control": "no-store"})


def answer_of(snapshot: Snapshot, request: Request, make: Callable[[], object]) -> Response:
    """An answer out of an edition, with its tag; empty where the asker has the one of this edition already.

    What is made is encoded, unless it is bytes, which are JSON already.
    """
    headers = {**KEPT, "ETag": snapshot.tag}
    asked = {tag.strip() for tag in request.headers.get("if-none-match", "").split(",")}
    if snapshot.tag in asked or "*" in asked:
        return Response(status_code=304, headers=headers)
    made = make()
    return Response(made if isinstance(made, bytes) else encode(made), media_type=JSON, headers=headers)
