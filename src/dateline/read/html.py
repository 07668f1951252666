"""The reader of HTML files."""

import re
from collections.abc import Iterator

from dateline.read.files import body_of, page_of
from dateline.read.sources import Source
from dateline.settings import Settings
from dateline.types import Page, Rejected

SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")
OPENING = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)


class HtmlReader:
    """Reads a file that is called HTML, or begins like it, as one page."""

    def recognises(self, name: str, head: bytes) -> bool:
        """Whether the name ends like HTML or the first bytes open a document."""
        return name.lower().endswith(SUFFIXES) or OPENING.search(head) is not None

    def read(self, source: Source, settings: Settings) -> Iterator[Page | Rejected]:
        """The page in the file."""
        body = body_of(source, settings)
        yield body if isinstance(body, Rejected) else page_of(source, "text/html", body)


READER = HtmlReader()
