"""A site, a clock that nobody waits for, and three ways to fetch an address from the one by the other."""

from collections.abc import Callable, Iterator

from pytest import fixture
from websites import Site, Time, serve

from dateline.read.sources import Source
from dateline.read.web.visit import visit
from dateline.settings import Settings
from dateline.types import Page, Rejected

Fetch = Callable[..., Source | Rejected]


@fixture
def site() -> Iterator[Site]:
    with serve() as site:
        yield site


@fixture
def passing() -> Time:
    return Time()


@fixture
def fetch(passing: Time) -> Fetch:
    """Fetches one address: the source or the reason."""

    def _fetch(address: str, known: Page | None = None, **settings: object) -> Source | Rejected:
        chosen = Settings(**({"allow_hosts": ("127.0.0.1",), "host_delay": 0.0} | settings))  # type: ignore[arg-type]
        (found,) = visit([address], [], chosen, lambda name: known, passing.clock)
        return found

    return _fetch


@fixture
def reason(fetch: Fetch) -> Callable[..., str]:
    """Fetches an address that cannot be fetched: the reason."""

    def _reason(address: str, **settings: object) -> str:
        found = fetch(address, **settings)
        assert isinstance(found, Rejected), found
        assert found.step == "read"
        return found.reason

    return _reason


@fixture
def body(fetch: Fetch) -> Callable[..., bytes]:
    """Fetches an address: the bytes."""

    def _body(address: str, **settings: object) -> bytes:
        found = fetch(address, **settings)
        assert isinstance(found, Source), found
        with found.open() as handle:
            return handle.read()

    return _body
