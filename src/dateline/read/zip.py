"""The reader of zip archives, and of web archives in them (WACZ)."""

import stat
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO, cast
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from dateline.read.budget import Guarded, metered
from dateline.read.files import reject
from dateline.read.members import Names
from dateline.read.sources import Source
from dateline.read.spool import Spool
from dateline.settings import Settings
from dateline.types import Rejected

ENCRYPTED = 1  # a bit of the flags
METHODS = (ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2)
WACZ_PAGES = "archive/"  # where the WARC files are in a WACZ; the rest of it are indexes and lists of them


class ZipReader:
    """Reads the files in a zip archive."""

    def recognises(self, name: str, head: bytes) -> bool:
        """Whether the first bytes are those of a zip archive."""
        return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))

    def read(self, source: Source, settings: Settings) -> Iterator[Rejected | Source]:
        """The files in the archive, in its order, each with a name of its own."""
        try:
            yield from _spooled(source)
        except OSError as error:
            yield reject(source.name, f"the archive cannot be read: {error.strerror or error}")
        except Exception:  # noqa: BLE001 - whatever zipfile makes of broken bytes
            yield reject(source.name, "the archive cannot be read: it is damaged")


def _spooled(source: Source) -> Iterator[Rejected | Source]:
    with source.open() as file:
        if file.seekable():
            yield from _members(source, file)
            return
    with Spool(source.open) as spool, spool.open() as file:
        yield from _members(source, file)


def _members(source: Source, file: BinaryIO) -> Iterator[Rejected | Source]:
    with ZipFile(cast(BinaryIO, Guarded(file))) as archive:
        if problem := _problem(archive):
            yield reject(source.name, problem)
            return
        names = Names(source.name)
        only = WACZ_PAGES if source.name.lower().endswith(".wacz") else ""
        for info in archive.infolist():
            if info.is_dir() or _is_link(info) or not info.filename.startswith(only):
                continue
            source.budget.member()
            if not source.budget.spent and (name := names.of(info.filename)):
                yield _member(source, archive, info, name)
            if source.budget.spent:
                yield reject(source.name, source.budget.spent)
                return


def _problem(archive: ZipFile) -> str | None:
    """Why there is nothing to read in an archive."""
    names = archive.namelist()
    if not names:
        return "the archive has no files in it"
    if "[Content_Types].xml" in names or names[0] == "mimetype":
        return "this is an office document or an e-book; save it as PDF or text"
    return None


def _member(source: Source, archive: ZipFile, info: ZipInfo, name: str) -> Rejected | Source:
    if info.flag_bits & ENCRYPTED:
        return reject(name, "it is encrypted; unpack the archive and read the folder")
    if info.compress_type not in METHODS:
        return reject(name, f"it is packed in a way that is not read (method {info.compress_type}); unpack the archive")
    start = partial(archive.open, info)
    return Source(name, lambda: metered(lambda: cast(BinaryIO, start()), source.budget), info.file_size)


def _is_link(info: ZipInfo) -> bool:
    """Whether a member made on Unix is a link, or a device."""
    mode = info.external_attr >> 16
    return bool(stat.S_IFMT(mode)) and not stat.S_ISREG(mode)


READER = ZipReader()
