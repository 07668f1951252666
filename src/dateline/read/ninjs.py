"""News in JSON (ninjs) of the IPTC, versions 1 to 3, whose names differ in strokes, capitals and number."""

from collections.abc import Mapping

from dateline.read.dumps import fields_of, with_body
from dateline.read.values import address_in, line_in, names_in, text_in, time_in
from dateline.types import NewsItem

MARKS = (
    "versioncreated",
    "firstcreated",
    "pubstatus",
    "representationtype",
    "headlines",
    "bodies",
    "bodyhtml",
    "bodyxhtml",
    "bodytext",
)
WITHHELD = ("withheld", "canceled", "cancelled")
TEXTS = ("text", "composite", "component")


def is_ninjs(record: Mapping[str, object]) -> bool:
    """Whether a record names its standard, or has an identifier and one of the fields that ninjs alone has."""
    fields = fields_of(record)
    standard = fields.get("standard")
    named = isinstance(standard, dict) and "ninjs" in str(standard.get("name")).lower()
    return named or (("uri" in fields or "guid" in fields) and any(mark in fields for mark in MARKS))


def item_of_ninjs(record: Mapping[str, object]) -> NewsItem | str:
    """The item that a ninjs object tells, or why it tells none."""
    fields = fields_of(record)
    status, kind = line_in(fields.get("pubstatus")), line_in(fields.get("type"))
    if status in WITHHELD:
        return f"its publisher marks it as {status}"
    if kind and kind not in TEXTS:
        return f"it describes a {kind}, not a text"
    created = [time for name in ("firstcreated", "contentcreated", "versioncreated") if (time := time_in(fields.get(name)))]
    version = time_in(fields.get("versioncreated"))
    item = NewsItem(
        url=address_in(fields.get("url")) or address_in(fields.get("uri")),
        title=_of_role(fields.get("headlines"), "main") or line_in(fields.get("headline")) or line_in(fields.get("title")),
        byline=names_in(fields.get("by")) or names_in(fields.get("byline")),
        published=created[0] if created else None,
        updated=version if created and version != created[0] else None,
        outlet=line_in(fields.get("copyrightholder")) or line_in(fields.get("source")),
        place=line_in(fields.get("located")),
        credits=names_in(fields.get("infosources")) or names_in(fields.get("infosource")),
        language=line_in(fields.get("language")),
    )
    html, text = _bodies(fields)
    return with_body(item, html, text, _of_role(fields.get("descriptions"), "text") or _described(fields))


def _bodies(fields: Mapping[str, object]) -> tuple[str | None, str | None]:
    """The first body in HTML and the first in plain text, as a list (versions 2 and 3) or as fields of their own (version 1)."""
    html = text_in(fields.get("bodyhtml")) or text_in(fields.get("bodyxhtml")) or text_in(fields.get("bodyhtml5"))
    text = text_in(fields.get("bodytext"))
    bodies = fields.get("bodies")
    for body in bodies if isinstance(bodies, list) else ():
        if not isinstance(body, dict):
            continue
        inner = fields_of(body)
        kind = (line_in(inner.get("contenttype")) or line_in(inner.get("role")) or "text").lower()
        value = text_in(inner.get("value"))
        if "html" in kind:
            html = html or value
        elif "xml" not in kind:
            text = text or value
    return html, text


def _of_role(values: object, role: str) -> str | None:
    """The value of a list that has the role, else its first."""
    if not isinstance(values, list):
        return None
    kept = [value for value in values if isinstance(value, dict)]
    chosen = next((value for value in kept if value.get("role") == role), kept[0] if kept else None)
    return line_in(chosen.get("value")) if chosen else None


def _described(fields: Mapping[str, object]) -> str | None:
    return text_in(fields.get("descriptiontext")) or text_in(fields.get("descriptionhtml"))
