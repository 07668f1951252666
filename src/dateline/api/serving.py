"""A server that listens: on this machine alone unless told otherwise, and then it asks for a token."""

import secrets
import socket
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

import uvicorn

from dateline.api.app import make_app
from dateline.api.guard import Guard, Rules
from dateline.api.reading import LIMITS
from dateline.api.room import Room
from dateline.errors import BadInput

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
LEAST_TOKEN = 16  # characters
LEAVE = 3  # seconds that requests under way have when the server ends


@dataclass(frozen=True, slots=True)
class Door:
    """Where a server listens, its token, if it asks for one, and what else it may be called."""

    host: str
    port: int
    token: str | None
    names: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """The address of the page; with the token, where there is one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        told = f"?token={self.token}" if self.token else ""
        return f"http://{host}:{self.port}/{told}"

    @property
    def rules(self) -> Rules:
        """What is let in by this door."""
        open_to_others = not is_loopback(self.host)
        own = {self.host.lower(), socket.gethostname().lower()} if open_to_others else set()
        names = LOOPBACK | own | {name.lower() for name in self.names}
        return Rules(names, open_to_others, self.token, self.port, LIMITS)


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach that host."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def read_token(file: Path | None, told: str | None, host: str) -> str | None:
    """The token in the file, else the one told, else, where others can reach the host, a new one; `BadInput` for a weak one."""
    if file is not None:
        try:
            told = file.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise BadInput(f"The token cannot be read from {file}: {error}.") from error
    if told is not None and (len(told) < LEAST_TOKEN or not told.isascii() or not told.isprintable() or " " in told):
        raise BadInput(f"A token has at least {LEAST_TOKEN} ASCII characters and no spaces.")
    return told or (None if is_loopback(host) else secrets.token_urlsafe(24))


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there; `BadInput` where that cannot be."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        raise BadInput(f"Cannot listen at {host}, port {port}: {error}. Choose another with --port.") from error


def serve(room: Room, door: Door, listening: socket.socket) -> None:
    """Serves the room until the program is stopped."""
    config = uvicorn.Config(
        Guard(make_app(room), door.rules),
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        lifespan="on",
        timeout_graceful_shutdown=LEAVE,
    )
    uvicorn.Server(config).run(sockets=[listening])
