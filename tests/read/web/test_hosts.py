"""Which machines are asked."""

import socket
from collections.abc import Callable

from pytest import MonkeyPatch, mark, raises
from websites import HTML, Site, redirect, reply

from dateline.read.web.failures import Failure
from dateline.read.web.hosts import endpoints, is_public

Reason = Callable[..., str]
Body = Callable[..., bytes]


@mark.parametrize(
    "address",
    [
        "0.0.0.0", "10.0.0.1", "100.64.0.1", "127.0.0.1", "127.8.8.8", "169.254.169.254", "172.16.0.1", "192.168.1.1",
        "192.0.2.1", "198.18.0.1", "203.0.113.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "64:ff9b:1::1", "100::1",
        "2001:db8::1", "2002:7f00:1::", "2002:a00:1::", "fc00::1", "fd00:ec2::254", "fe80::1", "fe80::1%2", "fec0::1", "ff02::1",
    ],
)  # fmt: skip
def test_addresses_inside_are_not_public(address: str) -> None:
    assert not is_public(address)


@mark.parametrize("address", ["8.8.8.8", "172.32.0.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_addresses_outside_are_public(address: str) -> None:
    assert is_public(address)


@mark.parametrize(
    "host",
    [
        "127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "169.254.169.254", "10.0.0.1", "192.168.0.1", "127.1", "0x7f.1",
        "2130706433", "0", "0.0.0.0", "224.0.0.1",
    ],
)  # fmt: skip
def test_hosts_inside_are_not_asked(reason: Reason, host: str) -> None:
    told = reason(f"http://{host}/", allow_hosts=())
    assert "not on the public internet" in told
    assert "--allow-host" in told


def test_a_redirect_inside_is_not_followed(site: Site, reason: Reason) -> None:
    port = site.address.rpartition(":")[2]
    site.has("/", reply())
    told = reason(site.has("/a", redirect(f"http://localhost:{port}/")))
    assert "allow it with --allow-host localhost" in told
    assert "169.254.169.254" in reason(site.has("/b", redirect("//169.254.169.254/latest/meta-data")))
    assert "/" not in site.paths


@mark.parametrize("name", ["localhost", "LocalHost"])
def test_a_host_inside_may_be_allowed_by_name(site: Site, body: Body, name: str) -> None:
    site.has("/", reply())
    assert body(site.address.replace("127.0.0.1", "localhost") + "/", allow_hosts=(name,)) == HTML


def test_the_address_that_was_checked_is_the_one_connected_to(site: Site, reason: Reason, monkeypatch: MonkeyPatch) -> None:
    """A name that leads outside when it is checked and inside when it is asked again leads nowhere."""
    port = int(site.address.rpartition(":")[2])
    asked: list[str] = []
    connected: list[object] = []

    def resolve(host: str, port: int, *rest: object, **more: object) -> list[tuple[object, ...]]:
        asked.append(host)
        target = "198.51.100.7" if host == "news.example" and asked.count(host) == 1 else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (target, port))]

    def connect(address: object, *rest: object, **more: object) -> socket.socket:
        connected.append(address)
        raise OSError(113, "No route to host")

    monkeypatch.setattr("dateline.read.web.hosts.is_public", lambda address: address == "198.51.100.7")
    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(socket, "create_connection", connect)
    assert "cannot be reached: No route to host" in reason(f"http://news.example:{port}/a")
    assert connected == [("198.51.100.7", port)]
    assert asked.count("news.example") == 1


def test_of_several_addresses_those_inside_are_passed_over(monkeypatch: MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (target, 80)) for target in ("10.0.0.1", "8.8.8.8", "8.8.8.8")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *given, **more: found)
    assert endpoints("news.example", 80, ()) == ("8.8.8.8",)
    assert endpoints("news.example", 80, {"news.example"}) == ("10.0.0.1", "8.8.8.8")
    with raises(Failure):
        found[:] = found[:1]
        endpoints("news.example", 80, ())


def test_proxies_of_the_environment_are_not_asked(site: Site, body: Body, monkeypatch: MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert body(site.has("/a", reply())) == HTML
