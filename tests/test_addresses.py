"""Addresses of articles: their plain form, whether a page's own can be believed, and what makes two the same place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.addresses import host_of, own_address, place_of, plain_address

HOME = "https://www.tarne.example"


@pytest.mark.parametrize(
    ("address", "plain"),
    [
        ("HTTPS://WWW.Tarne.Example:443/News/Bridge?utm_source=mail&id=3&fbclid=9#top", f"{HOME}/News/Bridge?id=3"),
        (f"{HOME}/news?CMP=share_btn&cid=12", f"{HOME}/news?cid=12"),
        (HOME, f"{HOME}/"),
        ("http://tarne.example:80/a", "http://tarne.example/a"),
        ("http://tarne.example:8080/a?b=1&a=2", "http://tarne.example:8080/a?b=1&a=2"),
        (f"https://web.archive.org/web/20310407101530id_/{HOME}/a-b-c", f"{HOME}/a-b-c"),
        ("https://www.google.com/amp/s/www.tarne.example/a-b-c/amp", f"{HOME}/a-b-c/amp"),
        ("https://www-tarne-example.cdn.ampproject.org/c/s/www.tarne.example/a-b-c", f"{HOME}/a-b-c"),
        ("urn:newsml:tarne.example:20310407:1", "urn:newsml:tarne.example:20310407:1"),
        ("http://[", "http://["),
        ("", ""),
    ],
)
def test_the_plain_address(address: str, plain: str) -> None:
    assert plain_address(address) == plain


@pytest.mark.parametrize(
    ("address", "told", "own"),
    [
        (f"{HOME}/a-b-c/amp", f"{HOME}/a-b-c", f"{HOME}/a-b-c"),
        ("https://m.tarne.example/story/123456", f"{HOME}/bridge-is-shut", f"{HOME}/bridge-is-shut"),
        (
            "https://news.tarne.example/bridge",
            "https://tarne.example/bridge-is-shut?utm_medium=x",
            "https://tarne.example/bridge-is-shut",
        ),
        # printed for another site, the front page, every article's address
        (f"{HOME}/a", "https://agency.example/a", f"{HOME}/a"),
        (f"{HOME}/a", f"{HOME}/", f"{HOME}/a"),
        (f"{HOME}/article.php?nr=7", f"{HOME}/article.php", f"{HOME}/article.php?nr=7"),
        (f"{HOME}/bridge-is-shut?page=2", f"{HOME}/bridge-is-shut", f"{HOME}/bridge-is-shut"),
        (None, f"{HOME}/a?utm_id=1", f"{HOME}/a"),
        (f"{HOME}/a", None, f"{HOME}/a"),
        (None, None, None),
        (f"{HOME}/a", "http://[", f"{HOME}/a"),
    ],
)
def test_the_address_a_page_tells_as_its_own(address: str | None, told: str | None, own: str | None) -> None:
    assert own_address(address, told) == own


@pytest.mark.parametrize(
    "address",
    [
        "http://tarne.example/2031/bridge",
        "https://amp.tarne.example/2031/bridge/",
        "https://m.tarne.example/2031/bridge?m=1&utm_source=x",
        "https://www.tarne.example/amp/2031/bridge",
        "https://tarne.example/2031/bridge.amp?outputType=amp",
    ],
)
def test_one_place(address: str) -> None:
    assert place_of(address) == place_of(f"{HOME}/2031/bridge")


def test_other_places() -> None:
    others = [
        f"{HOME}/2031/bridge?id=2",
        f"{HOME}/2031/bridges",
        "https://mail.tarne.example/2031/bridge",
        "https://m.example/2031/bridge",
    ]
    assert len({place_of(one) for one in [*others, f"{HOME}/2031/bridge"]}) == 5


def test_the_host() -> None:
    assert host_of("https://WWW.Tarne.example:8443/a") == "www.tarne.example"
    assert host_of("https://web.archive.org/web/20310407/https://tarne.example/a") == "tarne.example"
    assert host_of("nothing") == host_of(None) == host_of("http://[") == ""


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_has_a_plain_form_and_it_is_its_own(rest: str, told: str) -> None:
    for address in (rest, f"https://a.example/{rest}"):
        plain = plain_address(address)
        assert plain_address(plain) == plain or "//" in rest
        assert place_of(plain) == place_of(address) or "//" in rest
        own_address(address, f"https://a.example/{told}")
