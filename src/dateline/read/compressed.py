"""The reader of single files that are compressed: gzip, bzip2 and xz."""

import zlib
from bz2 import BZ2Decompressor
from collections.abc import Callable, Iterator
from lzma import FORMAT_XZ, LZMADecompressor
from pathlib import PurePosixPath
from typing import BinaryIO, Protocol, cast

from dateline.read.budget import metered
from dateline.read.sources import Source
from dateline.settings import Settings

SUFFIXES = (".gz", ".bz2", ".xz")
CONTAINERS = (".tar", ".warc")  # what is in these is named by the whole: archive.tar.gz/page.html
XZ_MEMORY = 128_000_000  # bytes: `xz -9` needs 65 million to unpack, and the format allows four thousand million
CHUNK = 65_536


class CompressedReader:
    """Reads what is in a compressed file, which may be a page or an archive."""

    def recognises(self, name: str, head: bytes) -> bool:
        """Whether the first bytes are those of gzip, bzip2 or xz."""
        return head.startswith(tuple(DECODERS))

    def read(self, source: Source, settings: Settings) -> Iterator[Source]:
        """The one source in the file (`page.html.gz/page.html`)."""
        yield Source(_inner_name(source.name), lambda: metered(lambda: cast(BinaryIO, Inflated(source.open())), source.budget))


def _inner_name(name: str) -> str:
    path = PurePosixPath(name)
    inner = path.stem if path.suffix.lower() in SUFFIXES else path.name
    return name if inner == path.name or inner.lower().endswith(CONTAINERS) else f"{name}/{inner}"


class Decoder(Protocol):
    """What bz2 and lzma give to unpack one stream with."""

    @property
    def eof(self) -> bool:
        """Whether the stream has ended."""
        ...

    @property
    def needs_input(self) -> bool:
        """Whether there is nothing more to come out of the bytes given so far."""
        ...

    @property
    def unused_data(self) -> bytes:
        """The bytes behind the end of the stream."""
        ...

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        """The next bytes, no more than `max_length`."""
        ...


class _Gzip:
    """zlib in the manner of the others."""

    def __init__(self) -> None:
        self._decoder = zlib.decompressobj(wbits=31)

    @property
    def eof(self) -> bool:
        return self._decoder.eof

    @property
    def needs_input(self) -> bool:
        return not self._decoder.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        return self._decoder.unused_data

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        return self._decoder.decompress(self._decoder.unconsumed_tail + data, max(0, max_length))


DECODERS: dict[bytes, Callable[[], Decoder]] = {
    b"\x1f\x8b": _Gzip,
    b"BZh": BZ2Decompressor,
    b"\xfd7zXZ\x00": lambda: LZMADecompressor(FORMAT_XZ, XZ_MEMORY),
}


class Inflated:
    """The bytes in a compressed stream, of which there may be several one behind another, as in a WARC."""

    def __init__(self, stream: BinaryIO) -> None:
        """`stream` is closed with this."""
        self._stream = stream
        self._rest = stream.read(CHUNK)
        self._new = next(decoder for mark, decoder in DECODERS.items() if self._rest.startswith(mark))
        self._decoder = self._new()

    def read(self, size: int) -> bytes:
        """The next bytes, at most `size`; none at the end. `EOFError` when the stream is cut off."""
        while not self._decoder.eof or self._next_stream():
            data, self._rest = self._rest, b""
            if not data and self._decoder.needs_input:
                data = self._stream.read(CHUNK)
            if found := self._decoder.decompress(data, size):
                return found
            if not data and not self._decoder.eof and self._decoder.needs_input:
                raise EOFError
        return b""

    def _next_stream(self) -> bool:
        """Whether another stream follows; zeros between them fill up a block."""
        self._rest = self._decoder.unused_data.lstrip(b"\0")
        while not self._rest and (chunk := self._stream.read(CHUNK)):
            self._rest = chunk.lstrip(b"\0")
        if self._rest:
            self._decoder = self._new()
        return bool(self._rest)

    def close(self) -> None:
        """Closes the stream it reads from."""
        self._stream.close()


READER = CompressedReader()
