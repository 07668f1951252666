"""The reader of HTML files."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.read.files import HEAD, body_of, page_of
from dateline.read.sources import Source
from dateline.settings import Settings
from dateline.types import Page, Rejected

SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")
OPENING = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
# The comment that browsers, and extensions that save a page as one file, put at the top of it.
SAVED = re.compile(
    rb"<!--\s{0,20}(?:saved from url=\(\d{4}\)|page saved with [\w .-]{1,40}?\s{1,20}url:\s{0,20})(https?://[^\s<>\"']{4,2000})",
    re.IGNORECASE,
)


class HtmlReader:
    """Reads a file that is called HTML, or begins like it, as one page."""

    def recognises(self, name: str, head: bytes) -> bool:
        """Whether the name ends like HTML or the first bytes open a document."""
        return name.lower().endswith(SUFFIXES) or OPENING.search(head) is not None

    def read(self, source: Source, settings: Settings) -> Iterator[Page | Rejected]:
        """The page in the file, with the address from which its first comment says that it was saved."""
        body = body_of(source, settings)
        if isinstance(body, Rejected):
            yield body
            return
        saved = SAVED.search(body[:HEAD]) if source.url is None else None
        yield page_of(replace(source, url=saved[1].decode("utf-8", "replace")) if saved else source, "text/html", body)


READER = HtmlReader()
