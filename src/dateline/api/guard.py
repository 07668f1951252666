"""Who may ask, and how: keeps other sites out of a server that trusts whoever sits at this machine.

- A host that is not this server's name is refused: a page of another site may have its own name point here (DNS rebinding).
- Reading is for this page and for programs, not for pages of other sites. What writes must also carry a header that no other
  site can send without being asked for leave, which is never given (cross-site request forgery).
- Where there is a token, nothing is told without it.
"""

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from ipaddress import ip_address
from urllib.parse import parse_qs, urlsplit

from fastapi import Response
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.api.problems import problem

MARK = "x-dateline"
SAFE = frozenset({"GET", "HEAD"})
OURS = frozenset({"same-origin", "none"})
# A request with one page as text; files have a limit of their own.
MOST_TEXT = 8_000_000
MOST_DRAINED = 64_000_000
SEALED = "default-src 'none'; frame-ancestors 'none'; sandbox"
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@dataclass(frozen=True, slots=True)
class Rules:
    """What this server is called, and the token it asks for, if any; `addresses` says that any IP address may be its name.

    `limits` are the most bytes that a path takes, where they are not those of a text.
    """

    names: frozenset[str]
    addresses: bool
    token: str | None
    port: int
    limits: Mapping[str, int]

    @property
    def cookie(self) -> str:
        """The name of the cookie: cookies know no ports."""
        return f"dateline-{self.port}"

    @property
    def pass_word(self) -> str:
        """What the cookie holds: not the token itself."""
        return hashlib.sha256(f"dateline cookie {self.token}".encode()).hexdigest()


class Guard:
    """Lets in what the rules allow, and adds to every answer what keeps a browser from making more of it than it is."""

    def __init__(self, app: ASGIApp, rules: Rules) -> None:
        self._app = app
        self._rules = rules

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request, or hands it on."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        guarded = _Guarded(send)
        refusal = self._refusal(scope, Headers(scope=scope))
        if refusal is not None:
            await _drain(receive)
            await refusal(scope, receive, guarded)
            return
        body = _Body(receive, self._rules.limits.get(scope["path"], MOST_TEXT))
        guarded.body = body
        await self._app(scope, body, guarded)
        if body.too_large and not guarded.begun:
            guarded.body = None
            await _drain(receive)
            await _too_large(body.most)(scope, receive, guarded)

    def _refusal(self, scope: Scope, headers: Headers) -> Response | None:
        """Why a request is not handed on, or where it is sent first; None for one that is fine."""
        path, safe = scope["path"], scope["method"] in SAFE
        if not self._is_ours(headers.get("host", "")):
            return problem(421, "This server does not go by that name. Use the address that it told when it was started.")
        if (not safe or path != "/") and not _is_from_here(headers):
            return problem(403, "This server answers its own page and programs, not pages of other sites.")
        if self._rules.token is not None and not self._has_token(headers):
            return self._let_in(scope) or problem(
                401,
                "This server asks for a token. Open the address that it told when it was started, or send the token "
                "in the header 'Authorization: Bearer TOKEN'.",
                {"WWW-Authenticate": "Bearer"},
            )
        if not safe and MARK not in headers:
            return problem(403, "A request that changes something needs the header 'X-Dateline: 1'.")
        told = headers.get("content-length", "0")
        most = self._rules.limits.get(path, MOST_TEXT)
        return _too_large(most) if not told.isdecimal() or int(told) > most else None

    def _is_ours(self, host: str) -> bool:
        try:
            name = (urlsplit(f"//{host}").hostname or "").rstrip(".")
        except ValueError:
            return False
        return name in self._rules.names or (self._rules.addresses and _is_address(name))

    def _has_token(self, headers: Headers) -> bool:
        scheme, _, told = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            return secrets.compare_digest(told.strip().encode(), (self._rules.token or "").encode())
        try:
            found = SimpleCookie(headers.get("cookie", "")).get(self._rules.cookie)
        except CookieError:
            return False
        return found is not None and secrets.compare_digest(found.value.encode(), self._rules.pass_word.encode())

    def _let_in(self, scope: Scope) -> Response | None:
        """The way to the page, with a cookie, for who opens the address that has the token; the token leaves the address bar."""
        told = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        if scope["path"] != "/" or not secrets.compare_digest(told.encode(), (self._rules.token or "").encode()):
            return None
        response = Response(status_code=303, headers={"Location": "/", "Cache-Control": "no-store"})
        response.set_cookie(self._rules.cookie, self._rules.pass_word, httponly=True, samesite="lax")
        return response


class _Guarded:
    """Sends an answer on with the headers that every answer has; whether it has begun is known afterwards."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.begun = False
        self.body: _Body | None = None

    async def __call__(self, message: Message) -> None:
        if not self.begun and self.body is not None and self.body.too_large:
            return  # what the application makes of a request that was cut off
        if message["type"] == "http.response.start":
            self.begun = True
            headers = MutableHeaders(scope=message)
            for name, value in ALWAYS.items():
                headers[name] = value
            headers.setdefault("Content-Security-Policy", SEALED)
        await self._send(message)


class _Body:
    """Receives a request, and ends it where it is larger than it may be."""

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive = receive
        self.most = most
        self._size = 0
        self.too_large = False

    async def __call__(self) -> Message:
        message = await self._receive()
        self._size += len(message.get("body", b""))
        if self._size > self.most:
            self.too_large = True
            return {"type": "http.disconnect"}
        return message


async def _drain(receive: Receive) -> None:
    """Takes what is still to come of a request, within bounds: a browser that is not listened to does not listen either."""
    size = 0
    more = True
    while more and size < MOST_DRAINED:
        message = await receive()
        size += len(message.get("body", b""))
        more = message.get("more_body", False)


def _too_large(most: int) -> Response:
    return problem(413, f"The request may have {most:,} bytes at most. Add less at once.", {"Connection": "close"})


def _is_from_here(headers: Headers) -> bool:
    """Whether a request comes from this server's own page, from the address bar or from a program."""
    origin = headers.get("origin")
    if origin is not None and urlsplit(origin).netloc.lower() != headers.get("host", "").lower():
        return False
    return headers.get("sec-fetch-site", "none") in OURS


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
