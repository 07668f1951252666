"""Fetching addresses, from a real server on this machine."""

import gzip
import ssl
import subprocess
import time
import zlib
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from shutil import which

from pytest import MonkeyPatch, mark, raises
from websites import HTML, Reply, Site, Time, redirect, reply, serve

from dateline import __version__
from dateline.read.sources import Source
from dateline.read.web.visit import visit
from dateline.settings import Settings
from dateline.types import Page, Rejected

Fetch = Callable[..., Source | Rejected]
Reason = Callable[..., str]
Body = Callable[..., bytes]


def page_of(source: Source | Rejected) -> Page:
    """The page that a store would have kept."""
    assert isinstance(source, Source), source
    with source.open() as handle:
        return Page(source.name, source.url, source.fetched, "text/html", "0" * 64, source.headers, handle.read())


def test_a_page_has_its_address_its_time_and_its_headers(site: Site, fetch: Fetch) -> None:
    there = site.has("/story", reply(etag='"a1"', last_modified="Mon, 03 Nov 2025 08:00:00 GMT", x_server="secret"))
    found = fetch(there)
    assert isinstance(found, Source)
    assert (found.name, found.url, found.fetched, found.media_type) == (there, there, "2025-11-03T10:00:00Z", "text/html")
    kept = dict(found.headers)
    assert kept.pop("date")
    assert kept == {"content-type": "text/html", "etag": '"a1"', "last-modified": "Mon, 03 Nov 2025 08:00:00 GMT"}


def test_it_says_who_asks_and_keeps_no_cookies(site: Site, fetch: Fetch) -> None:
    site.has("/a", reply(b"", 302, location="/b", set_cookie="id=1; Path=/"))
    site.has("/b", reply(set_cookie="id=2; Path=/"))
    fetch(site("/a"))
    fetch(site("/b"))
    assert site.paths == ["/robots.txt", "/a", "/b", "/robots.txt", "/b"]
    assert all(headers["user-agent"] == f"Dateline/{__version__}" for _, headers in site.asked)
    assert not any("cookie" in headers for _, headers in site.asked)


def test_an_address_has_one_form(site: Site, fetch: Fetch) -> None:
    site.has("/", reply())
    found = fetch(site.address.replace("http:", "HTTP:") + "#part")
    assert (found.name, site.paths[-1]) == (site("/"), "/")  # type: ignore[union-attr]


@mark.parametrize(
    ("address", "told"),
    [
        ("ftp://example.org/a", "only http and https"),
        ("file:///etc/hosts", "only http and https"),
        ("http:///a", "no address"),
        ("http://example.org:99999/", "no address"),
        ("http://exa\x00mple.org/", "no address"),
        ("https://ana:secret@example.org/a", "a name or a password"),
        (f"http://{'a' * 70}.example/", "is not found"),
        ("http://nowhere.invalid/", "is not found"),
    ],
)
def test_what_is_no_address_is_told(reason: Reason, address: str, told: str) -> None:
    assert told in reason(address)


def test_a_password_does_not_reach_the_record(fetch: Fetch) -> None:
    assert fetch("https://ana:secret@example.org/a").id == "https://example.org/a"  # type: ignore[union-attr]


def test_bytes_that_are_no_text_are_told_in_text(fetch: Fetch) -> None:
    assert fetch("https://example.org/\udcff").id == "https://example.org/?"  # type: ignore[union-attr]


# Redirects


@mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed_and_the_page_has_its_last_address(site: Site, fetch: Fetch, status: int) -> None:
    site.has("/old", redirect("new?a=1#part", status))
    site.has("/new?a=1", reply())
    found = fetch(site("/old"))
    assert isinstance(found, Source)
    assert (found.name, found.url) == (site("/old"), site("/new?a=1"))


def test_a_redirect_may_be_written_carelessly(site: Site, body: Body) -> None:
    site.has("/%C5%81%C3%B3d%C5%BA?a%20b", reply())
    assert body(site.has("/a", redirect("  /Łódź?a b ".encode().decode("latin-1")))) == HTML


def test_redirects_end(site: Site, reason: Reason) -> None:
    site.has("/round", redirect("/about"))
    site.has("/about", redirect("/round"))
    for number in range(12):
        site.has(f"/{number}", redirect(f"/{number + 1}"))
    assert "in a circle" in reason(site("/round"))
    assert "more than 10 times" in reason(site("/0"))
    assert "only http and https" in reason(site.has("/file", redirect("file:///etc/hosts")))
    assert "no address" in reason(site.has("/none", redirect("http://x:99999/")))


# Sites that do not answer as hoped


@mark.parametrize("status", [401, 403, 404, 410, 418, 451])
def test_an_answer_that_is_no_page_is_told_once(site: Site, reason: Reason, status: int) -> None:
    there = site.has("/a", reply(b"sorry", status))
    assert f"{status})" in reason(there)
    assert site.paths.count("/a") == 1


def test_a_failure_that_passes_is_waited_for(site: Site, body: Body, passing: Time) -> None:
    later = reply(b"", 429, retry_after="7")
    dated = reply(b"", 503, retry_after="Mon, 03 Nov 2025 10:00:40 GMT")
    assert body(site.has("/a", later, dated, reply(b"", 500), reply())) == HTML
    assert passing.waits == [7.0, 33.0, 4.0]


def test_a_failure_that_stays_is_told(site: Site, reason: Reason, passing: Time) -> None:
    assert "(503); try again later" in reason(site.has("/a", reply(b"", 503)))
    assert passing.waits == [1.0, 2.0, 4.0]
    assert site.paths.count("/a") == 4


@mark.parametrize("value", ["3600", "99999999999999999999", "Tue, 04 Nov 2025 10:00:00 GMT"])
def test_a_site_that_wants_to_be_left_alone_is(site: Site, reason: Reason, passing: Time, value: str) -> None:
    assert "fewer requests" in reason(site.has("/a", reply(b"", 429, retry_after=value)))
    assert (passing.waits, site.paths.count("/a")) == ([], 1)


def test_a_connection_that_breaks_is_tried_again(site: Site, body: Body, reason: Reason, passing: Time) -> None:
    def broken(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nThe fer")

    assert body(site.has("/a", broken, reply())) == HTML
    assert "broke off" in reason(site.has("/b", broken))
    assert "broke off" in reason(site.has("/c", lambda handler: handler.wfile.write(b"220 mail\r\n\r\n")))


def test_a_server_that_is_not_there_is_told(site: Site, reason: Reason) -> None:
    assert "cannot be reached: Connection refused" in reason("http://127.0.0.1:9/")


@mark.skipif(which("openssl") is None, reason="it makes the certificate")
def test_a_certificate_must_hold_for_the_name(
    site: Site, reason: Reason, body: Body, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    made = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=x -addext subjectAltName=DNS:localhost"
    subprocess.run(f"{made} -keyout key.pem -out cert.pem".split(), cwd=tmp_path, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    with serve(context) as safe:
        there = safe.has("/a", reply())
        named = there.replace("127.0.0.1", "localhost")
        assert "certificate of localhost does not hold" in reason(named, allow_hosts=("localhost",))
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "cert.pem"))
        assert "certificate of 127.0.0.1 does not hold" in reason(there)
        assert safe.asked == []
        assert body(named, allow_hosts=("localhost",)) == HTML
    assert "no secure connection" in reason(site.address.replace("http:", "https:"))


# Limits


def dripping(start: bytes) -> Reply:
    """A reply that sends `start` and then a byte now and then, for ever."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(start)
        while True:
            handler.wfile.write(b"x")
            time.sleep(0.02)

    return send


@mark.parametrize("start", [b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nX: "])
def test_a_slow_server_is_given_up(site: Site, reason: Reason, start: bytes) -> None:
    began = time.monotonic()
    site.has("/robots.txt", reply(b"", 404))
    assert "too long" in reason(site.has("/a", dripping(start)), fetch_seconds=0.15)
    assert time.monotonic() - began < 3


def test_an_endless_page_is_left(site: Site, reason: Reason) -> None:
    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            handler.wfile.write(b"x" * 65536)

    assert "more than 200,000 bytes" in reason(site.has("/a", endless), max_bytes=200_000)
    assert "it has 300,000 bytes" in reason(site.has("/b", reply(content_length="300000")), max_bytes=200_000)


def test_packed_pages_are_unpacked_and_bombs_left(site: Site, body: Body, reason: Reason) -> None:
    bomb = gzip.compress(gzip.compress(bytes(50_000_000)))
    assert body(site.has("/a", reply(gzip.compress(HTML), content_encoding="gzip"))) == HTML
    assert body(site.has("/b", reply(zlib.compress(HTML), content_encoding="deflate"))) == HTML
    assert "more than" in reason(site.has("/c", reply(gzip.compress(bytes(50_000_000)), content_encoding="gzip")))
    assert "'gzip, gzip'" in reason(site.has("/d", reply(bomb, content_encoding="gzip, gzip")))
    assert "'br'" in reason(site.has("/e", reply(b"\x0b\x02\x80", content_encoding="br")))
    assert "damaged" in reason(site.has("/f", reply(b"no gzip", content_encoding="gzip")))


# What is known already


def test_a_page_is_asked_for_only_if_it_changed(site: Site, fetch: Fetch) -> None:
    there = site.has("/a", reply(etag='"a1"', last_modified="Mon, 03 Nov 2025 08:00:00 GMT"), reply(b"", 304))
    first = page_of(fetch(there))
    again = page_of(fetch(there, first))
    asked = site.asked[-1][1]
    assert (asked["if-none-match"], asked["if-modified-since"]) == ('"a1"', "Mon, 03 Nov 2025 08:00:00 GMT")
    assert again == first


def test_a_condition_is_put_to_the_address_it_came_from_only(site: Site, fetch: Fetch) -> None:
    site.has("/a", redirect("/b"))
    site.has("/b", reply(etag='"b1"'), reply(b"", 304))
    first = page_of(fetch(site("/a")))
    assert page_of(fetch(site("/a"), first)) == first
    assert [(path, headers.get("if-none-match")) for path, headers in site.asked[-2:]] == [("/a", None), ("/b", '"b1"')]


def test_not_modified_without_a_condition_is_no_page(site: Site, reason: Reason) -> None:
    assert "304" in reason(site.has("/a", reply(b"", 304)))
    known = Page(site("/a"), site("/b"), None, "text/html", "0" * 64, (("etag", '"b1"'),), HTML)
    assert "304" in reason(site("/a"), known=known)


# Pace


def test_a_host_is_asked_at_a_pace(site: Site, passing: Time) -> None:
    addresses = [site.has(path, reply()) for path in ("/a", "/b")]
    settings = Settings(allow_hosts=("127.0.0.1",), host_delay=5.0)
    list(visit(addresses, [], settings, lambda name: None, passing.clock))
    assert [round(wait) for wait in passing.waits] == [5, 5]


def test_an_interrupt_is_not_swallowed(site: Site, passing: Time) -> None:
    def interrupted(name: str) -> None:
        raise KeyboardInterrupt

    with raises(KeyboardInterrupt):
        list(visit([site("/a")], [], Settings(), interrupted, passing.clock))


def test_meanings_have_their_numbers() -> None:
    from dateline.read.web.failures import MEANINGS

    assert all(f"({status})" in text for status, text in MEANINGS.items())
