"""The reader of PDF files. It only keeps their bytes: taking a PDF apart is for the process that may be ended."""

from collections.abc import Iterator

from dateline.read.files import bytes_of, page_of, reject
from dateline.read.sources import Source
from dateline.settings import Settings
from dateline.types import Page, Rejected

MARK = b"%PDF-"
MARK_WITHIN = 1024  # bytes: what PDF programs look through for the mark


class PdfReader:
    """Reads a PDF file as one page."""

    def recognises(self, name: str, head: bytes) -> bool:
        """Whether the first bytes say so, or the name does."""
        return head.lstrip().startswith(MARK) or name.lower().endswith(".pdf")

    def read(self, source: Source, settings: Settings) -> Iterator[Page | Rejected]:
        """The page in the file, in bytes."""
        body = bytes_of(source, settings)
        if isinstance(body, Rejected):
            yield body
        elif MARK not in body[:MARK_WITHIN]:
            yield reject(source.name, "this is called a PDF file and is none")
        else:
            yield page_of(source, "application/pdf", body)


READER = PdfReader()
