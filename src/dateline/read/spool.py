"""A stream put aside, so that it can be read from the start as often as a reader likes: in memory while it is short."""

from collections.abc import Callable
from io import BufferedReader, RawIOBase
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import BinaryIO, cast

IN_MEMORY = 2_000_000  # bytes kept in memory; most pages are shorter
MAX_SPOOLED = 16_000_000_000  # bytes on disk: a CC-NEWS file unpacked, with room
CHUNK = 32_768  # bytes; no more than a tar archive may be asked for at once


class Spool:
    """The bytes of a stream; use it in a `with` block, after which they are gone."""

    def __init__(self, start: Callable[[], BinaryIO]) -> None:
        """Copies the stream that `start` opens; `OSError` when it cannot be read, or is longer than the limit."""
        self._file = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - closed by the `with` block that holds this
        self.size = 0
        try:
            with start() as stream:
                self._fill(stream)
        except BaseException:
            self._file.close()
            raise

    def _fill(self, stream: BinaryIO) -> None:
        while chunk := stream.read(CHUNK):
            self.size += len(chunk)
            if self.size > MAX_SPOOLED:
                raise OSError(f"it has more than {MAX_SPOOLED:,} bytes, which is the limit")
            self._file.write(chunk)

    def open(self) -> BinaryIO:
        """The bytes from the start; several may be open at a time."""
        return cast(BinaryIO, BufferedReader(_View(cast(BinaryIO, self._file))))

    def __enter__(self) -> "Spool":
        """The spool itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Lets go of the bytes."""
        self._file.close()


class _View(RawIOBase):
    """A place of its own in a file that others read too."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._position = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        self._file.seek(self._position)
        data = self._file.read(len(buffer))
        buffer[: len(data)] = data
        self._position += len(data)
        return len(data)

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = 0) -> int:
        if whence == 1:
            offset += self._position
        elif whence == 2:
            offset += self._file.seek(0, 2)
        self._position = max(0, offset)
        return self._position
