"""One request: an address to what its server answers, within the limits, or a `Failure` that says why not."""

import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import httpcore2
import httpx2

from dateline import __version__
from dateline.read.web.clock import Clock
from dateline.read.web.connection import CONNECT_SECONDS, Deadline, Network, Transport
from dateline.read.web.failures import Failure
from dateline.settings import Settings

AGENT = "Dateline"
READ_SECONDS = 20.0  # the longest silence of a server; a slow page may still take as long as the settings say
CODINGS = {"", "identity", "gzip", "x-gzip", "deflate"}
HEADERS = {
    "User-Agent": f"{AGENT}/{__version__}",
    "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/plain;q=0.9, */*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
    "Accept-Language": "en, *;q=0.5",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: names of headers are lower-case, `fetched` is UTC, the body of anything but a page is left out."""

    url: httpx2.URL
    status: int
    headers: Mapping[str, str]
    fetched: str
    body: bytes


class Client:
    """Makes single requests: no cookies, no redirects, no proxies, and nothing kept from one to the next."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self._allowed = frozenset(name.lower().strip("[]") for name in settings.allow_hosts)
        self._most = settings.max_bytes
        self._seconds = settings.fetch_seconds
        self._clock = clock
        self._context = httpcore2.default_ssl_context()

    def get(self, url: httpx2.URL, headers: Mapping[str, str] | None = None) -> Answer:
        """What the server answers."""
        network = Network(self._allowed, Deadline(self._seconds, self._clock))
        timeout = httpx2.Timeout(READ_SECONDS, connect=CONNECT_SECONDS)
        asked = HEADERS | dict(headers or {})
        with (
            _told(url.host),
            httpx2.Client(transport=Transport(self._context, network), headers=asked, timeout=timeout, trust_env=False) as client,
            client.stream("GET", url) as response,
        ):
            fetched = self._clock.now().strftime("%Y-%m-%dT%H:%M:%SZ")
            body = self._body(response) if response.status_code == httpx2.codes.OK else b""
            return Answer(url, response.status_code, dict(response.headers), fetched, body)

    def _body(self, response: httpx2.Response) -> bytes:
        """The body, unpacked; it is left as soon as it is larger than allowed, packed or unpacked."""
        coding = response.headers.get("content-encoding", "").strip().lower()
        if coding not in CODINGS:
            raise Failure(f"the site sends it packed as {coding!r}, which was not asked for")
        told = response.headers.get("content-length", "")
        if told.isdecimal() and len(told) < 20 and int(told) > self._most:
            raise Failure(f"it has {int(told):,} bytes; the limit is {self._most:,}")
        body = bytearray()
        for part in response.iter_bytes():
            body += part
            if len(body) > self._most or response.num_bytes_downloaded > self._most:
                raise Failure(f"it has more than {self._most:,} bytes, which is the limit")
        return bytes(body)


@contextmanager
def _told(host: str) -> Iterator[None]:
    """Turns what the libraries raise into a `Failure`."""
    try:
        yield
    except httpcore2.TimeoutException as error:
        raise Failure(f"{host} took too long to answer; try again later", again=True) from error
    except httpcore2.ConnectError as error:
        raise _unconnected(host, error) from error
    except (httpcore2.NetworkError, httpcore2.RemoteProtocolError) as error:
        raise Failure(f"{host} broke off in its answer; try again later", again=True) from error
    except httpx2.DecodingError as error:
        raise Failure("it came damaged: it cannot be unpacked") from error
    except (httpx2.InvalidURL, httpx2.UnsupportedProtocol, httpcore2.UnsupportedProtocol, httpcore2.LocalProtocolError) as error:
        raise Failure("this is no address that can be fetched") from error


def _unconnected(host: str, error: httpcore2.ConnectError) -> Failure:
    cause = error.args[0] if error.args else None  # the pool drops `__cause__`
    if isinstance(cause, ssl.SSLCertVerificationError):
        return Failure(f"the certificate of {host} does not hold ({cause.verify_message}), so it may be somebody else")
    if isinstance(cause, ssl.SSLError):
        return Failure(f"no secure connection to {host} can be made")
    why = cause.strerror if isinstance(cause, OSError) and cause.strerror else "no connection"
    return Failure(f"{host} cannot be reached: {why}")
