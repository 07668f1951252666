"""Addresses in one form, and what servers write in headers."""

from datetime import UTC, datetime

from hypothesis import example, given
from hypothesis import strategies as st
from pytest import mark

from dateline.read.inputs import is_address, sort_out
from dateline.read.web.addresses import one_form, parse, shown
from dateline.read.web.failures import Failure
from dateline.read.web.pace import wait_before

PARTS = st.text(alphabet="ab.:/?#@[]%\\ -_é中\x00\u202e0189", max_size=20)
NOW = datetime(2025, 11, 3, 10, tzinfo=UTC)


@mark.parametrize(
    ("address", "form"),
    [
        ("HTTPS://Example.ORG", "https://example.org/"),
        ("https://example.org:443/a#b", "https://example.org/a"),
        ("http://example.org:8080/a?b=1", "http://example.org:8080/a?b=1"),
        ("http://example.org?b=1", "http://example.org/?b=1"),
        ("https://bücher.example/ä b", "https://xn--bcher-kva.example/%C3%A4%20b"),
        ("https://example.org/a/../b", "https://example.org/b"),
        (" https://example.org/a\n", "https://example.org/a"),
    ],
)
def test_an_address_has_one_form(address: str, form: str) -> None:
    assert one_form(address) == one_form(form) == form


@given(PARTS, PARTS)
@example("[", "")
@example("xn---/", "")
@example("a", "//[")
def test_whatever_is_written_is_an_address_or_a_failure(text: str, target: str) -> None:
    try:
        url = parse(f"https://{text}")
        assert url.scheme == "https" and url.host and not url.userinfo and not url.fragment
        assert parse(str(url)) == url
        assert parse(target, url).scheme in ("http", "https")
    except Failure as failure:
        assert failure.reason


@given(PARTS)
def test_a_password_is_not_shown(text: str) -> None:
    assert "secret" not in shown(f"https://ana:secret@{text}")


def test_addresses_are_told_from_files() -> None:
    named = sort_out(["https://a.example/x", "a/b.html", "HTTP://a.example", "c:/d.html", "feeds.opml"])
    assert named.addresses == ("https://a.example/x", "HTTP://a.example")
    assert [path.as_posix() for path in named.files] == ["a/b.html", "c:/d.html", "feeds.opml"]
    assert not is_address("a/http://b")


@given(st.one_of(st.text(max_size=30), st.from_regex(r"[A-Z][a-z]{2}, \d{1,3} Nov \d{1,6} \d\d:\d\d:\d\d [+-]\d{1,8}")))
@example("Mon, 03 Nov 2025 10:00:00 +99999999")
@example("Mon, 31 Dec 9999 23:59:59 -2359")
def test_any_retry_after_gives_a_wait(value: str) -> None:
    assert wait_before(1, {"retry-after": value}, NOW) >= 1.0
