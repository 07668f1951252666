"""Readers are plug-ins: whatever is registered under the entry point group `dateline.readers`, the built-ins included."""

from collections.abc import Iterator
from importlib.metadata import EntryPoint, entry_points
from typing import Protocol

from dateline.read.sources import Source
from dateline.settings import Settings
from dateline.types import Page, Rejected

GROUP = "dateline.readers"

# The same lines stand in pyproject.toml; they are repeated here so that an uninstalled checkout reads pages too. The first that
# recognises a source reads it: those that know their files by a mark stand first, an archive of HTML has HTML in it.
BUILT_IN = {
    "compressed": "dateline.read.compressed:READER",
    "zip": "dateline.read.zip:READER",
    "tar": "dateline.read.tar:READER",
    "pdf": "dateline.read.pdf:READER",
    "warc": "dateline.read.warc:READER",
    "mhtml": "dateline.read.mhtml:READER",
    "mail": "dateline.read.mail:READER",
    "articles": "dateline.read.articles:READER",
    "feed": "dateline.read.feed:READER",
    "html": "dateline.read.html:READER",
    "text": "dateline.read.text:READER",
}


class Reader(Protocol):
    """Turns one source into pages. `recognises` sees the file's name and its first bytes and must not depend on anything else."""

    def recognises(self, name: str, head: bytes) -> bool:
        """Whether this reader can read a file with that name and those first bytes."""
        ...

    def read(self, source: Source, settings: Settings) -> Iterator[Page | Rejected | Source]:
        """The pages in the source, and the sources in it, which are read in turn; what is broken comes as `Rejected`.

        Names begin with the source's own (`archive.zip/folder/page.html`); nothing is raised.
        """
        ...


def load_readers() -> tuple[Reader, ...]:
    """The readers, those of others first (in order of their names), so that they may take over from the built-in ones."""
    found = {name: EntryPoint(name, value, GROUP) for name, value in BUILT_IN.items()}
    found |= {point.name: point for point in entry_points(group=GROUP)}
    order = {name: place for place, name in enumerate(BUILT_IN)}
    ordered = sorted(found.values(), key=lambda point: (order.get(point.name, -1), point.name))
    return tuple(point.load() for point in ordered)
