"""Which machines may be asked: those of the public internet, and those that were allowed by name."""

import socket
from collections.abc import Collection
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from dateline.read.web.failures import Failure

# IPv4 addresses behind a translator (RFC 6052), which are as public as the address they stand for.
TRANSLATED = IPv6Network("64:ff9b::/96")


def endpoints(host: str, port: int, allowed: Collection[str]) -> tuple[str, ...]:
    """The IP addresses of a host that may be connected to, in the order the system prefers; `Failure` if there are none."""
    found = _resolve(host, port)
    kept = found if host.lower() in allowed else tuple(one for one in found if is_public(one))
    if not kept:
        raise Failure(f"{host} is not on the public internet ({found[0]}); if you trust it, allow it with --allow-host {host}")
    return kept


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet: not private, loopback, link-local, multicast or reserved."""
    return all(_is_public(one) for one in _meant(ip_address(address)))


def _resolve(host: str, port: int) -> tuple[str, ...]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:  # UnicodeError: a part of the name is too long or empty
        raise Failure(f"the host {host} is not found; check the address and whether there is a network") from error
    return tuple(dict.fromkeys(str(target[0]) for *_, target in found))


def _meant(address: IPv4Address | IPv6Address) -> tuple[IPv4Address | IPv6Address, ...]:
    """The address and, where it carries IPv4 addresses, those that it leads to."""
    if isinstance(address, IPv4Address):
        return (address,)
    if address.ipv4_mapped:
        return (address.ipv4_mapped,)
    if address in TRANSLATED:
        return (IPv4Address(int(address) & 0xFFFF_FFFF),)
    return (address, *(address.teredo or ()), *((address.sixtofour,) if address.sixtofour else ()))


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    inner = isinstance(address, IPv6Address) and address.is_site_local
    return address.is_global and not (address.is_multicast or address.is_reserved or inner)
