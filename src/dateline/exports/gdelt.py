"""The events of a record as a table with the column names of GDELT's event database, for programs that read that."""

from collections.abc import Mapping

from dateline.exports.plover import PloverEvent, plover_events
from dateline.views.document import Record

# Each column of ours with what it must look like: the columns of GDELT 2.0 that a record can fill, in its order.
COLUMNS: Mapping[str, str] = {
    "GLOBALEVENTID": r"[^\t]+",
    "SQLDATE": r"(\d{8})?",
    "MonthYear": r"(\d{6})?",
    "Year": r"(\d{4})?",
    "Actor1Name": r"[^\t]*",
    "Actor2Name": r"[^\t]*",
    "IsRootEvent": r"[01]",
    "EventCode": r"\d{2,4}",
    "EventBaseCode": r"\d{2,3}",
    "EventRootCode": r"\d{2}",
    "QuadClass": r"[1-4]",
    "NumMentions": r"\d+",
    "NumSources": r"\d+",
    "NumArticles": r"\d+",
    "ActionGeo_FullName": r"[^\t]*",
    "ActionGeo_CountryCode": r"([A-Z]{2})?",
    "ActionGeo_Lat": r"(-?\d+(\.\d+)?)?",
    "ActionGeo_Long": r"(-?\d+(\.\d+)?)?",
    "SOURCEURL": r"[^\t]*",
}
# GDELT has no column for what is only possible, or told as not so.
KEPT = frozenset({"happened", "historical", "planned"})


def export(record: Record) -> bytes:
    """A tab-separated file with a head line and one line for each event, in order of day, then id; a cell never holds a tab."""
    events = {event.id: event for event in plover_events(record) if event.modality in KEPT and event.cameo}
    ordered = sorted(events.values(), key=lambda event: (event.date or "9999", event.id))
    lines = ["\t".join(COLUMNS), *("\t".join(_plain(cell) for cell in _cells(event)) for event in ordered)]
    return ("\n".join(lines) + "\n").encode()


def _cells(event: PloverEvent) -> tuple[object, ...]:
    day, code, place = (event.date or "").replace("-", ""), event.cameo or "", event.location
    day = day if len(day) == 8 else ""
    first = event.reports[0] if event.reports else None
    outlets = {report.outlet or report.file for report in event.reports}
    return (
        *(event.id, day, day[:6], day[:4]),
        *(" / ".join(event.source), " / ".join(event.target)),
        *(1, code, code[:3], code[:2], event.quad),
        *(len(event.reports), len(outlets), len({report.file for report in event.reports})),
        *(("", "", "", "") if place is None else (place.name, place.country, place.lat, place.lon)),
        "" if first is None else first.url or first.file,
    )


def _plain(cell: object) -> str:
    return "" if cell is None else " ".join(str(cell).split())
