"""The encodings of HTTP taken off a body, as far as it is encoded: crawlers keep the headers of bodies they have decoded."""

import zlib
from collections.abc import Mapping
from io import BytesIO

from fastwarc.stream_io import BrotliReader

from dateline.read.budget import Budget

GZIP = b"\x1f\x8b"


def decoded(body: bytes, headers: Mapping[str, str], limit: int, budget: Budget) -> bytes | str:
    """The body without chunks and content encodings; the reason in words when it is too long or cannot be decoded.

    `headers` have lower-case names. What is encoded otherwise than they say is left as it is.
    """
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _unchunked(body)
    for name in reversed(headers.get("content-encoding", "").lower().replace(" ", "").split(",")):
        try:
            body = _unpacked(body, name, limit)
        except (zlib.error, OSError, EOFError):
            return f"the page is not in the encoding that its header says ({name[:20]})"
        if len(body) > limit:
            return f"the page has more than {limit:,} bytes when it is unpacked, which is the limit"
        budget.inflate(len(body) if name else 0)
    return body


def _unpacked(body: bytes, name: str, limit: int) -> bytes:
    if name in ("gzip", "x-gzip"):
        return zlib.decompressobj(wbits=31).decompress(body, limit + 1) if body.startswith(GZIP) else body
    if name == "deflate":
        try:
            return zlib.decompressobj().decompress(body, limit + 1)
        except zlib.error:  # some servers leave out what stands around the data
            return body if _plain(body) else zlib.decompressobj(wbits=-15).decompress(body, limit + 1)
    if name == "br":
        return body if _plain(body) else BrotliReader(BytesIO(body)).read(limit + 1)
    return body


def _plain(body: bytes) -> bool:
    """Whether a body is a page as it stands."""
    return body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def _unchunked(body: bytes) -> bytes:
    """The chunks put together; the body as it is where it does not begin with a chunk, or has no whole one."""
    found: list[bytes] = []
    at = 0
    while (end := body.find(b"\r\n", at, at + 40)) >= 0:
        try:
            size = int(body[at:end].partition(b";")[0], 16)
        except ValueError:
            break
        if size <= 0:
            return b"".join(found)
        found.append(body[end + 2 : end + 2 + size])
        at = end + 2 + size + 2
    return b"".join(found) if at >= len(body) and found else body
