"""From addresses and lists of addresses to pages."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec
from invented import html_page
from pytest import CaptureFixture, mark
from websites import HTML, Site, Time, redirect, reply

from dateline.cli.program import run
from dateline.intake import add_pages, count_inputs
from dateline.read import read_pages
from dateline.read.opml import addresses_in
from dateline.read.web import visit as module
from dateline.read.web.visit import visit
from dateline.settings import Settings
from dateline.stores import SqliteStore
from dateline.types import Page, Rejected

SETTINGS = Settings(allow_hosts=("127.0.0.1",), host_delay=0.0)


def read(*named: str | Path) -> dict[str, str]:
    """What becomes of what is named: media types and reasons by name."""
    pages = list(read_pages(named, SETTINGS))
    return {one.name: one.media_type for one in pages if isinstance(one, Page)} | {
        one.id: one.reason for one in pages if isinstance(one, Rejected)
    }


def opml(*addresses: str) -> bytes:
    lines = "".join(f'<outline text="a"><outline type="rss" xmlUrl="{one}"/></outline>' for one in addresses)
    return f'<?xml version="1.0"?><opml version="2.0"><body>{lines}</body></opml>'.encode()


def test_addresses_are_read_by_the_same_readers_as_files(site: Site, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ferry sank.")
    html = site.has("/story.php?id=1", reply(b"<p>The ferry sank.</p>", content_type="text/html; charset=utf-8"))
    plain = site.has("/note", reply(b"The ferry sank.", content_type="text/plain"))
    odd = site.has("/v1.2", reply(b"The ferry sank.", content_type="text/plain"))
    marks = site.has("/note.md", reply(b"# Ferry sinks", content_type="text/plain"))
    untold = site.has("/", reply(HTML, content_type=""))
    empty = site.has("/empty", reply(b""))
    image = site.has("/a.png", reply(b"\x89PNG\r\n\x1a\n", content_type="image/png"))
    style = site.has("/style", reply(b"<opm", content_type="application/xml"))
    assert read(html, plain, odd, marks, untold, empty, image, style, tmp_path / "a.txt") == {
        "a.txt": "text/plain",
        html: "text/html",
        plain: "text/plain",
        odd: "text/plain",
        marks: "text/markdown",
        untold: "text/html",
        empty: "the file is empty",
        image: "this is an image, not text",
        style: "no reader knows .xml files",
    }


def test_addresses_are_asked_in_order_and_once(site: Site) -> None:
    named = [site.has(path, reply()) for path in ("/c", "/a", "/b")]
    assert list(read(*named, *named, site("/a#part"))) == [site("/a"), site("/b"), site("/c")]
    assert site.paths == ["/robots.txt", "/a", "/b", "/c"]
    assert count_inputs(["a.html", *named]) == 4


@mark.parametrize("charset", ["nonsense", "", "base64"])
def test_a_wrong_charset_does_no_harm(site: Site, charset: str) -> None:
    from dateline.extract.decode import decode

    body = '<!doctype html><meta charset="iso-8859-2"><p>Łódź'.encode("iso-8859-2")
    there = site.has("/a", reply(body, content_type=f"text/html; charset={charset}"))
    (page,) = read_pages([there], SETTINGS)
    assert isinstance(page, Page)
    assert decode(page).endswith("Łódź")


def test_the_charset_of_the_answer_comes_before_that_of_the_page(site: Site) -> None:
    from dateline.extract.decode import decode

    body = '<!doctype html><meta charset="iso-8859-1"><p>Łódź'.encode("iso-8859-2")
    (page,) = read_pages([site.has("/a", reply(body, content_type="text/html; charset=ISO-8859-2"))], SETTINGS)
    assert isinstance(page, Page)
    assert decode(page).endswith("Łódź")


# Lists


def test_the_addresses_in_a_list_that_is_named_are_fetched(site: Site, tmp_path: Path) -> None:
    for path in ("/a", "/b", "/c"):
        site.has(path, reply())
    list_file = tmp_path / "feeds.opml"
    list_file.write_bytes(opml(site("/b"), site("/a"), site("/b"), "feed://x/y"))
    found = read(list_file, site("/c"), site("/a"))
    assert list(found) == [site("/a"), site("/c"), site("/b"), "feed://x/y"]
    assert count_inputs([list_file, site("/c")]) == 2


def test_a_list_in_a_folder_makes_nothing_be_fetched(site: Site, tmp_path: Path) -> None:
    (tmp_path / "feeds.opml").write_bytes(opml(site("/a")))
    ((_, reason),) = read(tmp_path).items()
    assert "name the list itself" in reason
    assert site.asked == []


def test_a_list_at_an_address_is_followed_and_a_list_in_it_is_not(site: Site, tmp_path: Path) -> None:
    site.has("/a", reply())
    outer = site.has("/outer", reply(opml(site("/inner"), site("/a")), content_type="text/x-opml"))
    site.has("/inner", reply(opml(site("/b")), content_type="text/xml"))
    found = read(outer)
    assert found[site("/a")] == "text/html"
    assert "a list in a list" in found[site("/inner")]
    assert "/b" not in site.paths
    assert "private" not in str(found)


def test_lists_are_bounded_and_harmless(site: Site, tmp_path: Path) -> None:
    many = tmp_path / "many.opml"
    many.write_bytes(opml(*(f"http://127.0.0.1:9/{number}" for number in range(module.MOST_LISTED + 1))))
    (tmp_path / "none.opml").write_bytes(opml())
    (tmp_path / "broken.opml").write_bytes(b"<opml><outline xmlUrl='http://a.example/'>")
    assert addresses_in(b"<opml><outline xmlUrl='http://a.example/'>") == ("http://a.example/",)
    assert addresses_in(b"no list") == addresses_in(b"") == ()
    entity = (
        b'<!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/hosts">]><opml><outline xmlUrl="http://a.example/">&x;</outline></opml>'
    )
    assert addresses_in(entity) == ("http://a.example/",)
    laughs = b'<!DOCTYPE o [<!ENTITY a "xxxxxxxxxx">' + b"".join(
        b'<!ENTITY %c "%s">' % (98 + number, b"&%c;" % (97 + number) * 10) for number in range(9)
    )
    assert sum(map(len, addresses_in(laughs + b']><opml><outline xmlUrl="&j;"/></opml>'))) < 1000
    assert "no address in this list" in read(tmp_path / "none.opml")["none.opml"]
    found = list(read_pages([many], SETTINGS))
    assert len(found) == module.MOST_LISTED + 1
    assert any("1,001 addresses; the first 1,000" in one.reason for one in found if isinstance(one, Rejected))


def test_a_list_is_no_way_into_the_house(site: Site, tmp_path: Path, passing: Time) -> None:
    site.has("/a", reply())
    (tmp_path / "feeds.opml").write_bytes(opml(site("/a")))
    found = list(read_pages([tmp_path / "feeds.opml"], Settings()))
    assert "not on the public internet" in found[0].reason  # type: ignore[union-attr]
    assert site.asked == []


# Into a store


def test_a_store_asks_only_for_what_changed(site: Site, tmp_path: Path) -> None:
    old, new = (reply(html_page("bridge-1.html", author=author).encode(), etag=f'"{author}"') for author in ("Ana", "Bo"))
    there = site.has("/a", old, reply(b"", 304), new, reply(b"", 304))
    store = SqliteStore(tmp_path / "a.sqlite")
    added = [add_pages(store, [there], SETTINGS) for _ in range(4)]
    assert [(one.new, one.known, one.rejected) for one in added] == [(1, 0, ()), (0, 1, ()), (1, 0, ()), (0, 1, ())]
    asked = [headers.get("if-none-match") for path, headers in site.asked if path == "/a"]
    assert asked == [None, '"Ana"', '"Ana"', '"Bo"']
    kept = store.last_page(there)
    assert kept is not None
    assert dict(kept.headers)["etag"] == '"Bo"'
    store.close()


def test_an_address_on_the_command_line(site: Site, capfdbinary: CaptureFixture[bytes]) -> None:
    site.has("/old", redirect("/story"))
    site.has("/story", reply(html_page("bridge-1.html").encode()))
    assert run(["report", site("/old"), site("/none"), "--json", "--allow-host", "127.0.0.1"]) == 0
    out, err = capfdbinary.readouterr()
    record = msgspec.json.decode(out)
    assert [(one["file"], one["url"]) for one in record["articles"]] == [(site("/old"), site("/story"))]
    assert f"not used: {site('/none')}: there is nothing at this address (404)" in err.decode()
    assert run(["report", site("/old"), "--json"]) == 3
    assert b"--allow-host 127.0.0.1" in capfdbinary.readouterr().err


def test_an_interrupt_ends_a_slow_fetch(site: Site, tmp_path: Path) -> None:
    site.has("/robots.txt", lambda handler: time.sleep(30))
    program = [sys.executable, "-c", "from dateline.cli import main; main()"]
    named = ["add", site("/a"), "--allow-host", "127.0.0.1", "--store", str(tmp_path / "a.sqlite")]
    # A shell that runs the tests in the background has them ignore the signal, and a child would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    running = subprocess.Popen([*program, *named], stderr=subprocess.PIPE)
    while not site.asked and running.poll() is None:
        time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=20)
    assert (running.returncode, err.strip()) == (130, b"dateline: stopped")


def test_a_visit_without_a_clock_takes_the_real_one(site: Site) -> None:
    (found,) = visit([site.has("/a", reply())], [], SETTINGS, lambda name: None)
    assert found.fetched is not None and found.fetched.startswith("20")  # type: ignore[union-attr]
