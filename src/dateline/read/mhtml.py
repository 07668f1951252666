"""The reader of pages that a browser saved whole (MHTML)."""

from collections.abc import Iterator
from dataclasses import replace
from email.message import Message

from dateline.read.files import reject
from dateline.read.mime import header_of, header_time, message_of, page_in, part_of
from dateline.read.sources import Source
from dateline.settings import Settings
from dateline.types import Page, Rejected

SUFFIXES = (".mhtml", ".mht")
MARKS = (b"\nsnapshot-content-location:", b"<saved by ")
LOCATIONS = ("content-location", "snapshot-content-location")


class MhtmlReader:
    """Reads the page in an MHTML file and leaves out its images, styles and frames."""

    def recognises(self, name: str, head: bytes) -> bool:
        """Whether the name ends like MHTML or the first header lines are a browser's."""
        first, _, _ = head.replace(b"\r", b"").partition(b"\n\n")
        return name.lower().endswith(SUFFIXES) or (b":" in first and any(mark in b"\n" + first.lower() for mark in MARKS))

    def read(self, source: Source, settings: Settings) -> Iterator[Page | Rejected]:
        """The page in the file, with the address it had and the time it was saved."""
        message = message_of(source, settings)
        if isinstance(message, Rejected):
            yield message
            return
        root = _root(message)
        if root is None:
            yield reject(source.name, "there is no HTML page in the file")
            return
        saved = replace(source, url=_address(message, root), fetched=header_time(message))
        yield page_in(root, saved, settings)


def _root(message: Message) -> Message | None:
    """The part that the file is about: the one it names, else its first HTML."""
    parts = list(message.walk())
    start = str(message.get_param("start") or "").strip()
    named = [part for part in parts if start and header_of(part, "content-id") == start]
    return part_of([*named, *parts], "text/html", "application/xhtml+xml")


def _address(message: Message, root: Message) -> str | None:
    """The web address of the page, as its part or the file gives it."""
    found = [header_of(part, name).replace(" ", "") for part in (root, message) for name in LOCATIONS]
    return next((url for url in found if url.lower().startswith(("http://", "https://"))), None)


READER = MhtmlReader()
