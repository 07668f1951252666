"""What may come out of one file that a user names, so that a small archive cannot fill memory, disk or the day."""

from collections.abc import Callable
from io import BufferedReader, RawIOBase
from typing import BinaryIO

# Deflate cannot do better than 1,032 to 1. Pages of one site, packed together with xz, come to about 40 to 1; a crawl to 5 to 1.
RATIO = 100
FLOOR = 256_000_000  # bytes that any file may inflate to: half a minute of xz, the slowest of them
MOST = 200_000_000_000  # bytes: forty CC-NEWS files
MAX_MEMBERS = 100_000  # files in one file, those in archives within it included; larger collections are kept as WARC
MAX_AT_ONCE = 16_000_000  # bytes of an archive's own tables: the directory of a zip of a hundred thousand long names
CHUNK = 65_536  # bytes inflated at a time: what goes beyond the budget


class Budget:
    """How many bytes may still be inflated and how many members read, of one file and all that lies in it."""

    def __init__(self, size: int | None = None) -> None:
        """`size` is that of the file, in bytes."""
        self._bytes = min(MOST, max(FLOOR, RATIO * (size or 0)))
        self._members = MAX_MEMBERS
        self.spent: str | None = None

    def inflate(self, count: int) -> None:
        """Takes bytes off; `OSError` when there are not so many left."""
        self._bytes -= count
        if self._bytes < 0:
            self.spent = f"it inflates to more than {RATIO} times its size, as no collection of pages does; the rest is not read"
            raise OSError(self.spent)

    def member(self) -> None:
        """Takes a member off; `spent` says why when there was none left."""
        self._members -= 1
        if self._members < 0:
            self.spent = f"it has more than {MAX_MEMBERS:,} files in it; the rest is not read"


class Metered(RawIOBase):
    """What is inflated from a stream, taken off a budget; whatever is wrong with it is an `OSError` in words for the user."""

    def __init__(self, inner: BinaryIO, budget: Budget) -> None:
        """`inner` is closed with this."""
        self._inner = inner
        self._budget = budget

    def readable(self) -> bool:
        """Always; it cannot seek."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """The number of bytes put into the buffer."""
        try:
            data = self._inner.read(min(len(buffer), CHUNK))
        except EOFError as error:
            raise OSError("it is cut off before its end") from error
        except MemoryError as error:
            raise OSError("it needs more memory to unpack than an honest file does") from error
        except Exception as error:  # whatever the unpacking libraries make of broken bytes
            raise OSError("it is damaged") from error
        self._budget.inflate(len(data))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Closes the stream it reads from too."""
        self._inner.close()
        super().close()


def metered(start: Callable[[], BinaryIO], budget: Budget) -> BinaryIO:
    """The bytes of the stream that `start` opens, read through the budget; `OSError` when it cannot even be opened."""
    try:
        inner = start()
    except OSError:
        raise
    except Exception as error:
        raise OSError("it is damaged") from error
    return BufferedReader(Metered(inner, budget))


class Guarded:
    """A file for a library that believes what it reads: `OSError` when it asks for very much at once."""

    def __init__(self, inner: BinaryIO, most: int = MAX_AT_ONCE) -> None:
        """A file that cannot seek is read forwards: `seek` then passes over bytes. `last` is what was read last."""
        self._inner = inner
        self._most = most
        self._seekable = inner.seekable()
        self._position = 0
        self.last = b""

    def read(self, size: int = -1) -> bytes:
        """The next bytes, as many as are asked for; a negative size asks for all."""
        self.last = data = self._inner.read(size if 0 <= size <= self._most else self._most + 1)
        if len(data) > self._most:
            raise OSError("its tables are larger than an honest archive's")
        self._position += len(data)
        return data

    def seekable(self) -> bool:
        """Whether it can go back."""
        return self._seekable

    def tell(self) -> int:
        """The position in the file."""
        return self._inner.tell() if self._seekable else self._position

    def seek(self, offset: int, whence: int = 0) -> int:
        """The new position."""
        if self._seekable:
            return self._inner.seek(offset, whence)
        if whence or offset < self._position:
            raise OSError("it cannot be read backwards")
        while offset > self._position and self.read(min(offset - self._position, 65_536)):
            pass
        return self._position
