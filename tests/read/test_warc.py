"""Web archives: which records are pages, and what is told of them."""

import gzip
import zlib
from pathlib import Path

import pytest

from dateline.extract import extract
from dateline.read import read_pages
from dateline.settings import Settings
from dateline.types import Article, Page

from .archives import read, words, zipped
from .test_archives import memory_below

SENTENCE = "A ferry with 61 people on board ran aground off Café Point on Sunday, the coast guard said in a statement."
TITLE = "Ferry runs aground off Tarn"
HTML = f"<!doctype html><html><body><h1>{TITLE}</h1>{f'<p>{SENTENCE}</p>' * 3}</body></html>".encode("latin-1")
TYPE = ("Content-Type", "text/html; charset=ISO-8859-1")
DATE = "2025-03-03T10:00:00Z"


class Crawl:
    """A WARC file in the making."""

    def __init__(self, *, packed: bool = True) -> None:
        self._packed = packed
        self.body = b""

    def response(self, body: bytes, *headers: tuple[str, str], status: str = "200 OK") -> None:
        head = "".join(f"{name}: {value}\r\n" for name, value in headers)
        self.other("response", f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body, "application/http; msgtype=response")

    def other(self, kind: str, body: bytes = b"", media_type: str = "text/html") -> None:
        head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: http://herald.example/a\r\nWARC-Date: {DATE}\r\n"
        head += f"Content-Type: {media_type}\r\nContent-Length: {len(body)}\r\n\r\n"
        record = head.encode() + body + b"\r\n\r\n"
        self.body += gzip.compress(record) if self._packed else record


def crawl(*, packed: bool = True) -> bytes:
    made = Crawl(packed=packed)
    made.other("warcinfo", b"software: x\r\n", "application/warc-fields")
    made.other("request", b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request")
    made.response(HTML, TYPE, ("X-Cache", "hit"))
    made.response(HTML, ("Content-Type", "image/png"))
    made.response(HTML, TYPE, status="404 Not Found")
    made.other("resource", HTML)
    made.other("revisit")
    return made.body


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("x.warc.gz", crawl()),
        ("x.warc", crawl(packed=False)),
        (
            "x.wacz/archive/d.warc.gz",
            zipped({"archive/d.warc.gz": crawl(), "pages/pages.jsonl": b"{}", "datapackage.json": b"{}"}),
        ),
    ],
    ids=words,
)
def test_answered_pages_are_read_and_the_rest_is_one_line(name: str, body: bytes, tmp_path: Path) -> None:
    pages, reasons = read(tmp_path / name.split("/")[0], body)
    assert list(pages) == [f"{name}/3", f"{name}/6"]
    first = pages[f"{name}/3"]
    assert (first.url, first.fetched, first.media_type, first.body) == ("http://herald.example/a", DATE, "text/html", HTML)
    assert first.headers == (("content-type", TYPE[1]), ("x-cache", "hit"))
    assert reasons == {name: "5 records hold no page: 1 image/png, 1 request, 1 revisit, 1 status 404, 1 warcinfo"}
    article = extract(first, Settings())
    assert isinstance(article, Article)
    assert (article.title, article.url) == (TITLE, "http://herald.example/a")
    assert "Café Point" in article.text


def chunked(body: bytes) -> bytes:
    pieces = [body[at : at + 100] for at in range(0, len(body), 100)]
    return b"".join(b"%x;ext\r\n%b\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


@pytest.mark.parametrize(
    ("body", "header"),
    [
        (gzip.compress(HTML), ("Content-Encoding", "gzip")),
        (zlib.compress(HTML), ("Content-Encoding", "deflate")),
        (zlib.compress(HTML)[2:-4], ("Content-Encoding", "deflate")),
        (chunked(HTML), ("Transfer-Encoding", "chunked")),
        (HTML, ("Content-Encoding", "gzip")),
        (HTML, ("Content-Encoding", "br")),
        (HTML, ("Transfer-Encoding", "chunked")),
    ],
    ids=words,
)
def test_bodies_are_decoded_where_they_are_encoded(body: bytes, header: tuple[str, str], tmp_path: Path) -> None:
    made = Crawl()
    made.response(body, TYPE, header)
    pages, reasons = read(tmp_path / "x.warc.gz", made.body)
    assert ([page.body for page in pages.values()], reasons) == ([HTML], {})


def test_a_body_that_cannot_be_decoded_is_rejected_alone(tmp_path: Path) -> None:
    made = Crawl()
    made.response(b"\x1f\x8b no gzip at all", TYPE, ("Content-Encoding", "gzip"))
    made.response(b"no brotli", TYPE, ("Content-Encoding", "br"))
    made.response(b"", TYPE)
    made.response(bytes(range(256)), TYPE)
    made.response(gzip.compress(b" " * 30_000_000), TYPE, ("Content-Encoding", "gzip"))
    made.response(b" " * 20_000_001, TYPE)
    made.response(HTML, TYPE)
    with memory_below(70_000_000):
        pages, reasons = read(tmp_path / "x.warc.gz", made.body)
    assert list(pages) == ["x.warc.gz/7"]
    wanted = ["encoding", "encoding", "empty", "binary", "limit", "limit"]
    assert list(reasons) == [f"x.warc.gz/{number}" for number in range(1, 7)]
    assert all(word in reason for word, reason in zip(wanted, reasons.values(), strict=True)), reasons


def test_a_file_that_is_cut_off_gives_what_it_has_and_says_so(tmp_path: Path) -> None:
    for name, whole in (("x.warc.gz", crawl()), ("x.warc", crawl(packed=False))):
        for end in range(0, len(whole) - 4, 37):
            pages, reasons = read(tmp_path / name, whole[:end])
            assert set(pages) <= {f"{name}/3", f"{name}/6"}
            assert all(page.body == HTML for page in pages.values())
            assert reasons, end


@pytest.mark.parametrize(
    "body",
    [b"no archive", b"WARC/1.0\r\nContent-Length: 99999999999999999\r\n\r\nx", b"WARC/1.0\r\n" + b"X" * 999_999],
    ids=words,
)
def test_what_is_no_web_archive_is_rejected(body: bytes, tmp_path: Path) -> None:
    pages, reasons = read(tmp_path / "x.warc", body)
    assert pages == {}
    assert "not all of the web archive" in reasons["x.warc"]


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    made = Crawl()
    for number in range(300):
        made.response(b"<html>" + str(number).encode() * 100_000, TYPE)
    (tmp_path / "x.warc.gz").write_bytes(made.body)
    with memory_below(4_000_000):
        assert sum(isinstance(page, Page) for page in read_pages([tmp_path / "x.warc.gz"], Settings())) == 300
