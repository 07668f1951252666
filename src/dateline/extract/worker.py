"""The process that takes HTML and PDF pages apart: pages come in on its input, articles go out on its output, until that ends.

Its one argument is the most memory that it may take, in bytes; a page that needs more ends it with the status `FULL`. A frame is
eight bytes of length, most significant first, and a MessagePack body. The worker says `READY` once it has loaded.
"""

import os
import sys
from importlib import import_module
from typing import BinaryIO

import msgspec

from dateline.settings import Settings
from dateline.types import Article, Page, Rejected

READY = b"ready"
FULL = 77  # no status of Python's, nor a signal's
LENGTH = 8


def write_frame(stream: BinaryIO, body: bytes) -> None:
    """Writes one frame and flushes it."""
    stream.write(len(body).to_bytes(LENGTH, "big") + body)
    stream.flush()


def read_frame(stream: BinaryIO) -> bytes | None:
    """The body of the next frame; None when the stream ends before it is whole."""
    head = stream.read(LENGTH)
    if len(head) < LENGTH:
        return None
    length = int.from_bytes(head, "big")
    body = stream.read(length)
    return body if len(body) == length else None


def encode(result: Article | Rejected) -> bytes:
    """A result as the body of a frame; the first byte tells which of the two it is."""
    return (b"A" if isinstance(result, Article) else b"R") + msgspec.msgpack.encode(result)


def decode(body: bytes) -> Article | Rejected:
    """The result in the body of a frame."""
    if body[:1] == b"A":
        return msgspec.msgpack.decode(body[1:], type=Article)
    return msgspec.msgpack.decode(body[1:], type=Rejected)


def limit_memory(most: int) -> None:
    """Makes what takes this process beyond that many bytes of address space a `MemoryError`; does nothing on Windows."""
    try:
        resource = import_module("resource")
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        limit = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    except (ImportError, OSError, ValueError):  # macOS has the call and may refuse it
        return


def main() -> None:
    """Answers each page with its article, or with why there is none; what a library prints goes nowhere."""
    from dateline.extract.articles import extract, warm_up

    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    warm_up()
    limit_memory(int(sys.argv[1]))
    write_frame(answers, READY)
    while (body := read_frame(sys.stdin.buffer)) is not None:
        page, settings = msgspec.msgpack.decode(body, type=tuple[Page, Settings])
        try:
            result = extract(page, settings)
        except MemoryError:  # what is left of the page, in caches and in pieces, would be taken from the next
            os._exit(FULL)
        except (Exception, RecursionError) as error:  # noqa: BLE001 - whatever a page does to a library, the run goes on
            result = Rejected(page.name, "extract", f"the page could not be taken apart: {type(error).__name__}")
        write_frame(answers, encode(result))
