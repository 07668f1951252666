"""The exports by name, the built-in ones among them."""

from importlib.metadata import EntryPoint, entry_points
from typing import Protocol

from dateline.errors import BadInput
from dateline.views.document import Record

GROUP = "dateline.exports"

# The same lines stand in pyproject.toml; they are repeated here so that an uninstalled checkout exports too.
BUILT_IN = {
    name: f"dateline.exports.{name}:export"
    for name in ("csv", "gdelt", "geojson", "html", "json", "markdown", "plover", "timelinejs")
}


class Export(Protocol):
    """Writes a record in one format: the same bytes for the same record."""

    def __call__(self, record: Record) -> bytes:
        """The file, whole."""
        ...


def export_names() -> tuple[str, ...]:
    """The names of all formats, in order."""
    return tuple(sorted(_points()))


def load_export(name: str) -> Export:
    """The export of that name; `BadInput` when there is none."""
    point = _points().get(name)
    if point is None:
        raise BadInput(f"There is no format {name!r}. There are: {', '.join(export_names())}.")
    export: Export = point.load()
    return export


def _points() -> dict[str, EntryPoint]:
    found = {name: EntryPoint(name, value, GROUP) for name, value in BUILT_IN.items()}
    return found | {point.name: point for point in entry_points(group=GROUP)}
