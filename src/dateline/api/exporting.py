"""The route that exports: the whole record, or that of one storyline, in any format."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from dateline.api.problems import SORTS
from dateline.api.reading import Here, Now
from dateline.excerpt import excerpt, line_of
from dateline.exports.plugins import load_export
from dateline.record import show

# The media type and the ending of the file of each format; one that a plug-in adds is bytes.
FILES = {
    "csv": ("text/csv; charset=utf-8", "csv"),
    "gdelt": ("text/tab-separated-values; charset=utf-8", "tsv"),
    "geojson": ("application/geo+json", "geojson"),
    "html": ("text/html; charset=utf-8", "html"),
    "json": ("application/json", "json"),
    "markdown": ("text/markdown; charset=utf-8", "md"),
    "plover": ("application/json", "json"),
    "timelinejs": ("application/json", "json"),
}

routes = APIRouter(prefix="/api", tags=["exporting"])
A_FILE = {"description": "The file", "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}
ANSWERS: dict[int | str, dict[str, Any]] = {200: A_FILE, **{code: SORTS[code].described for code in (400, 404, 503)}}


@routes.get("/export/{form}", responses=ANSWERS, response_class=Response)
def export_as(
    room: Here,
    snapshot: Now,
    form: str,
    story: Annotated[str | None, Query(description="Only the storyline of this story.")] = None,
) -> Response:
    """The record as a file in one of the formats of `dateline export`."""
    export = load_export(form)
    record = snapshot.record
    if story is not None:
        with room.store() as store:
            record = excerpt(record, line_of(record, show(record, story, store=store)))
    if form == "html":  # a report shows what was found in its articles
        record = snapshot.with_analyses(record)
    media, ending = FILES.get(form, ("application/octet-stream", "bin"))
    headers = {"Content-Disposition": f'attachment; filename="dateline.{ending}"', "Cache-Control": "no-store"}
    return Response(export(record), media_type=media, headers=headers)
