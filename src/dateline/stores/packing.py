"""How records and bytes lie in a store, and what becomes of them when they are damaged."""

import zlib
from typing import TypeVar

import msgspec

from dateline.errors import CitationBroken

Kind = TypeVar("Kind")
pack = msgspec.msgpack.encode


def unpack(data: bytes, kind: type[Kind]) -> Kind:
    """A stored record; `CitationBroken` when it is no longer one."""
    try:
        return msgspec.msgpack.decode(data, type=kind)
    except msgspec.DecodeError as error:
        raise CitationBroken(f"The store is damaged: an entry is no longer what was written ({error}).") from error


def inflate(packed: bytes) -> bytes | None:
    """The bytes that were compressed, None if they can no longer be had."""
    try:
        return zlib.decompress(packed)
    except zlib.error:
        return None
