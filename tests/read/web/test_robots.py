"""What sites allow."""

from collections.abc import Callable

from pytest import mark
from websites import HTML, Site, Time, redirect, reply

from dateline.read.web.visit import visit
from dateline.settings import Settings
from dateline.types import Rejected

Reason = Callable[..., str]
Body = Callable[..., bytes]


def says(site: Site, text: str, status: int = 200, **headers: str) -> None:
    site.has("/robots.txt", reply(text.encode(), status, content_type="text/plain", **headers))


def test_what_a_site_forbids_is_not_fetched(site: Site, reason: Reason, body: Body) -> None:
    says(site, "User-agent: *\nDisallow: /\n\nUser-agent: Dateline\nDisallow: /*/print$\nDisallow: /news\nAllow: /news/open\n")
    for path in ("/news/open/1", "/a/print", "/news/1"):
        site.has(path, reply())
    assert body(site("/news/open/1")) == HTML  # the longest rule holds
    assert "robots.txt" in reason(site("/news/1"))
    assert "robots.txt" in reason(site("/a/print"))
    assert {"/a/print", "/news/1"}.isdisjoint(site.paths)


def test_it_holds_after_a_redirect_too(site: Site, reason: Reason) -> None:
    says(site, "User-agent: *\nDisallow: /inside\n")
    site.has("/inside", reply())
    assert "robots.txt" in reason(site.has("/a", redirect("/inside")))


@mark.parametrize("status", [401, 403, 404])
def test_a_site_without_rules_forbids_nothing(site: Site, body: Body, status: int) -> None:
    says(site, "User-agent: *\nDisallow: /\n", status)
    assert body(site.has("/a", reply())) == HTML


@mark.parametrize("status", [429, 500, 503])
def test_a_site_whose_rules_cannot_be_had_forbids_all(site: Site, reason: Reason, status: int) -> None:
    says(site, "", status)
    assert f"robots.txt: {status}" in reason(site.has("/a", reply()))
    assert "/a" not in site.paths


def test_rules_are_asked_for_once_and_followed_where_they_went(site: Site, passing: Time) -> None:
    site.has("/robots.txt", redirect("/rules"))
    site.has("/rules", reply(b"\xef\xbb\xbfUser-agent: *\nDisallow: /a\n"))
    settings = Settings(allow_hosts=("127.0.0.1",), host_delay=0.0)
    found = list(visit([site("/a"), site("/a/b")], [], settings, lambda name: None, passing.clock))
    assert all(isinstance(one, Rejected) for one in found)
    assert site.paths == ["/robots.txt", "/rules"]


@mark.parametrize(("asked", "waited"), [("0.5", 2), ("7", 7), ("86400", 30), ("-1", 2), ("soon", 2)])
def test_the_delay_a_site_asks_for_is_kept_within_bounds(site: Site, passing: Time, asked: str, waited: int) -> None:
    says(site, f"User-agent: *\nCrawl-delay: {asked}\n")
    site.has("/a", reply())
    settings = Settings(allow_hosts=("127.0.0.1",), host_delay=2.0)
    list(visit([site("/a")], [], settings, lambda name: None, passing.clock))
    assert [round(wait) for wait in passing.waits] == [waited]
