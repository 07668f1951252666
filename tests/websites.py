"""A web site on this machine, and a clock that nobody waits for."""

import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from dateline.read.web.clock import Clock

HTML = b"<!doctype html><html><body><p>The ferry sank off Casmera.</p></body></html>"
Reply = Callable[[BaseHTTPRequestHandler], None]


def reply(body: bytes = HTML, status: int = 200, **headers: str) -> Reply:
    """A reply with these headers: `content_type` is Content-Type."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in ({"content_type": "text/html", "content_length": str(len(body))} | headers).items():
            if value:
                handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return send


def redirect(target: str, status: int = 302) -> Reply:
    return reply(b"", status, location=target)


class Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that go away are what is tested here."""


@dataclass
class Site:
    """What a site has, by path: replies, of which the last is repeated; and what it was asked for, with which headers."""

    address: str
    replies: dict[str, list[Reply]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def __call__(self, path: str) -> str:
        return self.address + path

    def has(self, path: str, *replies: Reply) -> str:
        self.replies[path] = list(replies)
        return self(path)

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@contextmanager
def serve(context: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A site that answers while it is open, encrypted with a `context`."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            here.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            waiting = here.replies.get(self.path, [reply(b"", 404)])
            (waiting.pop(0) if len(waiting) > 1 else waiting[0])(self)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing."""

    with Server(("127.0.0.1", 0), Handler) as server:
        if context:
            server.socket = context.wrap_socket(server.socket, server_side=True)
        here = Site(f"http{'s' if context else ''}://127.0.0.1:{server.server_port}")
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        try:
            yield here
        finally:
            server.shutdown()


@dataclass
class Time:
    """A clock whose waits take no time but are counted."""

    waits: list[float] = field(default_factory=list)

    @property
    def clock(self) -> Clock:
        start = datetime(2025, 11, 3, 10, tzinfo=UTC)
        return Clock(
            now=lambda: start + timedelta(seconds=sum(self.waits)),
            elapsed=lambda: time.monotonic() + sum(self.waits),
            sleep=self.waits.append,
        )
