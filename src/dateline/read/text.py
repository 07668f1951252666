"""The reader of plain text and Markdown files."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from dateline.read.files import body_of, page_of
from dateline.read.sources import Source
from dateline.settings import Settings
from dateline.types import Page, Rejected

MEDIA_TYPES = {
    "": "text/plain",
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
}


class TextReader:
    """Reads a file that is called text or Markdown, or has no suffix at all, as one page."""

    def recognises(self, name: str, head: bytes) -> bool:
        """Whether the name ends like text; what the bytes hold is checked when they are read."""
        return PurePosixPath(name).suffix.lower() in MEDIA_TYPES

    def read(self, source: Source, settings: Settings) -> Iterator[Page | Rejected]:
        """The page in the file."""
        body = body_of(source, settings)
        media_type = MEDIA_TYPES.get(PurePosixPath(source.name).suffix.lower(), "text/plain")
        yield body if isinstance(body, Rejected) else page_of(source, media_type, body)


READER = TextReader()
