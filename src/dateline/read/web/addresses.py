"""Addresses: read, put into one form, and followed from one to the next."""

import httpx2

from dateline.read.web.failures import Failure

SCHEMES = ("http", "https")
PORTS = range(1, 65536)


def parse(address: str, base: httpx2.URL | None = None) -> httpx2.URL:
    """The address in one form, without its fragment; `Failure` if it cannot be fetched or holds a password.

    With `base`, an address that is relative to it.
    """
    try:
        url = base.join(address.strip()) if base else httpx2.URL(address.strip())
        host = url.host  # decoded now, which fails for a name that only looks encoded ("xn--")
    except (httpx2.InvalidURL, ValueError) as error:
        raise Failure("this is no address that can be fetched") from error
    if url.scheme not in SCHEMES:
        raise Failure(f"it leads to a {url.scheme or 'nameless'} address; only http and https are fetched")
    if not host or (url.port is not None and url.port not in PORTS):
        raise Failure("this is no address that can be fetched")
    if url.userinfo:
        raise Failure("it holds a name or a password, which is not kept; save the page and name the file")
    return url.copy_with(fragment=None, raw_path=url.raw_path or b"/")


def shown(address: str) -> str:
    """The address as it may stand in a record: without name and password, and what is no character replaced."""
    scheme, mark, rest = address.strip().encode("utf-8", "replace").decode().partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}{mark}{host.rpartition('@')[2]}{slash}{path}"


def robots_of(url: httpx2.URL) -> httpx2.URL:
    """Where the rules for programs stand that hold for an address."""
    return url.copy_with(raw_path=b"/robots.txt")


def one_form(address: str) -> str:
    """The address in the one form that it is known by; as it is where it has none."""
    try:
        return str(parse(address))
    except Failure:
        return address.strip()
