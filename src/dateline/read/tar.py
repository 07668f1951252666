"""The reader of tar archives; what compresses them has been taken off before."""

import tarfile
from collections.abc import Iterator
from typing import BinaryIO, cast

from dateline.read.budget import Guarded
from dateline.read.files import reject
from dateline.read.members import Names
from dateline.read.sources import Source
from dateline.read.spool import Spool
from dateline.settings import Settings
from dateline.types import Rejected

MAGIC, MAGIC_AT = b"ustar", 257
SUFFIXES = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
MAX_HEADER = 32_768  # bytes: names take a few hundred, and Python before 3.11.10 reads headers in the square of their length


class TarReader:
    """Reads the files in a tar archive from its beginning to its end, one at a time."""

    def recognises(self, name: str, head: bytes) -> bool:
        """Whether the first block says so, or the name does."""
        return head[MAGIC_AT:].startswith(MAGIC) or name.lower().endswith(SUFFIXES)

    def read(self, source: Source, settings: Settings) -> Iterator[Rejected | Source]:
        """The files in the archive, in its order, each with a name of its own."""
        try:
            with source.open() as file:
                guarded = Guarded(file, MAX_HEADER)
                with tarfile.open(fileobj=cast(BinaryIO, guarded), mode="r:") as archive:
                    yield from _members(source, archive)
                if guarded.last.strip(b"\0") and not source.budget.spent:  # tarfile takes whatever is not a header for the end
                    yield reject(source.name, "the archive is damaged or cut off; the rest of it is not read")
        except (tarfile.TarError, EOFError):
            yield reject(source.name, "the archive cannot be read: it is damaged or cut off")
        except OSError as error:
            yield reject(source.name, f"the archive cannot be read: {error.strerror or error}")
        except Exception:  # noqa: BLE001 - whatever tarfile makes of broken bytes
            yield reject(source.name, "the archive cannot be read: it is damaged")


def _members(source: Source, archive: tarfile.TarFile) -> Iterator[Rejected | Source]:
    names = Names(source.name)
    empty = True
    while (info := archive.next()) is not None:
        archive.members = []  # type: ignore[attr-defined] # or it would keep all of them
        empty = False
        if not info.isfile() or info.issparse():  # a sparse file of a few bytes may hold zeros without end
            continue
        source.budget.member()
        if not source.budget.spent and (name := names.of(info.name)):
            yield from _member(archive, info, name)
        if source.budget.spent:
            yield reject(source.name, source.budget.spent)
            return
    if empty:
        yield reject(source.name, "the archive has no files in it")


def _member(archive: tarfile.TarFile, info: tarfile.TarInfo, name: str) -> Iterator[Source]:
    file = archive.extractfile(info)
    if file is not None:
        with Spool(lambda: cast(BinaryIO, file)) as spool:
            yield Source(name, spool.open, spool.size)


READER = TarReader()
