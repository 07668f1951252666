"""Long files piece by piece, so that memory does not grow with the file: lines, and the elements of a JSON array."""

import re
from collections.abc import Iterator
from typing import BinaryIO

CHUNK = 1 << 16
PLAIN = re.compile(rb'["\[\]{},]')
QUOTED = re.compile(rb'["\\]')


def lines_of(handle: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """The lines of a file in order; None in the place of one that has more than `limit` bytes."""
    while line := handle.readline(limit + 1):
        if len(line.rstrip(b"\r\n")) <= limit:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = handle.readline(CHUNK)
        yield None


def elements_of(handle: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """The elements of the first JSON array in a file; None in the place of one that has more than `limit` bytes.

    What an element holds is not looked at, so that a broken one does not spoil the others. A file that ends within an
    element gives what there is of it.
    """
    kept = _Kept(limit)
    depth, quoted, escaped = 0, False, False
    while chunk := handle.read(CHUNK):
        begin, at = 0, 1 if escaped else 0
        escaped = False
        while found := (QUOTED if quoted else PLAIN).search(chunk, at):
            mark, at = found[0], found.end()
            if mark == b'"':
                quoted = not quoted
            elif mark == b"\\":
                at += 1
                escaped = at > len(chunk)
            elif mark in b"[{":
                depth += 1
                begin = at if depth == 1 else begin
            elif mark in b"]}":
                depth -= 1
                if depth == 0:
                    kept.add(chunk[begin : found.start()])
                    yield from kept.taken()
                    return
            elif depth == 1:
                kept.add(chunk[begin : found.start()])
                yield from kept.taken()
                begin = at
        if depth:
            kept.add(chunk[begin:])
    yield from kept.taken()


class _Kept:
    """The bytes of one element while it is read, as long as they are no more than the limit."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._bytes = bytearray()
        self._over = False

    def add(self, piece: bytes) -> None:
        self._over = self._over or len(self._bytes) + len(piece) > self._limit
        if not self._over:
            self._bytes += piece

    def taken(self) -> Iterator[bytes | None]:
        """What was kept, None where it was too long; nothing where it was blank."""
        if self._over:
            yield None
        elif self._bytes.strip():
            yield bytes(self._bytes)
        self._bytes, self._over = bytearray(), False
