"""Connections in bounded time, each to the very IP address that was checked, so that a name cannot lead elsewhere in between."""

import ssl
from collections.abc import Collection, Iterable
from typing import Any

import httpcore2
import httpx2

from dateline.read.web.clock import Clock
from dateline.read.web.hosts import endpoints

CONNECT_SECONDS = 10.0


class Deadline:
    """The end of the time for one request; every wait on the network is cut to what is left of it."""

    def __init__(self, seconds: float, clock: Clock) -> None:
        self._clock = clock
        self._end = clock.elapsed() + seconds

    def left(self, wanted: float | None = None) -> float:
        """The seconds left, at most those `wanted`; `httpcore2.ReadTimeout` when there are none."""
        left = self._end - self._clock.elapsed()
        if left <= 0:
            raise httpcore2.ReadTimeout
        return left if wanted is None else min(left, wanted)


class Stream(httpcore2.NetworkStream):
    """A connection that ends with the deadline, though a byte may come now and then."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """The next bytes."""
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Sends bytes."""
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        """Closes the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        """The same connection, encrypted; the certificate must be for the name in the address."""
        return Stream(self._stream.start_tls(ssl_context, server_hostname, self._deadline.left(timeout)), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """What the connection knows of itself."""
        return self._stream.get_extra_info(info)


class Network(httpcore2.NetworkBackend):
    """Connects to hosts that may be asked, and to nothing else."""

    def __init__(self, allowed: Collection[str], deadline: Deadline) -> None:
        self._allowed = allowed
        self._deadline = deadline
        self._sockets = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """A connection to the first IP address of the host that takes one."""
        failed: httpcore2.ConnectError | httpcore2.ConnectTimeout | None = None
        for address in endpoints(host, port, self._allowed):
            try:
                stream = self._sockets.connect_tcp(address, port, self._deadline.left(timeout), local_address, socket_options)
                return Stream(stream, self._deadline)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failed = failed or error
        raise failed or httpcore2.ConnectError(host)


class Transport(httpx2.BaseTransport):
    """How `httpx2` reaches the network: one connection a request and no proxy, which would decide where it goes."""

    def __init__(self, context: ssl.SSLContext, network: Network) -> None:
        self._pool = httpcore2.ConnectionPool(ssl_context=context, max_keepalive_connections=0, network_backend=network)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """The answer, whose body is still to come."""
        url = httpcore2.URL(
            scheme=request.url.raw_scheme, host=request.url.raw_host, port=request.url.port, target=request.url.raw_path
        )
        asked = httpcore2.Request(request.method, url, headers=request.headers.raw, extensions=request.extensions)
        answer = self._pool.handle_request(asked)
        return httpx2.Response(answer.status, headers=answer.headers, stream=Body(answer), extensions=answer.extensions)

    def close(self) -> None:
        """Closes what is open."""
        self._pool.close()


class Body(httpx2.SyncByteStream):
    """The body of an answer, as it comes."""

    def __init__(self, answer: httpcore2.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Any:
        return self._answer.iter_stream()

    def close(self) -> None:
        """Ends the connection."""
        self._answer.close()
