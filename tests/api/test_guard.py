"""Who is let in, and what every answer says to a browser."""

import http.client
import socket
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import httpx2
from api.conftest import serving
from pytest import mark, raises

from dateline.api.page import live_page
from dateline.api.serving import Door, listen, read_token
from dateline.errors import BadInput

TOKEN = "a token that is long".replace(" ", "-")


@mark.parametrize(
    "host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil.example", "10.0.0.1", "", "[::"]
)
def test_a_name_that_is_not_its_own_is_refused(client: httpx2.Client, host: str) -> None:
    for path in ("/", "/api/status", "/openapi.json"):
        told = client.get(path, headers={"Host": host})
        assert told.status_code in (400, 421)


@mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1", "[::1]:80"])
def test_its_own_names_are_answered(client: httpx2.Client, host: str) -> None:
    assert client.get("/api/status", headers={"Host": host}).status_code == 200


@mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_pages_of_other_sites_get_nothing(client: httpx2.Client, headers: dict[str, str]) -> None:
    assert client.get("/api/stories", headers=headers).status_code == 403
    assert client.post("/api/pages/text", json={"text": "Words"}, headers=headers).status_code == 403
    assert client.delete("/api/corrections/x", headers=headers).status_code == 403
    assert client.get("/api/jobs").json() == []


def test_what_writes_needs_its_header_and_no_other_site_is_given_leave(client: httpx2.Client) -> None:
    plain = {name: value for name, value in client.headers.items() if name.lower() != "x-dateline"}
    with httpx2.Client(base_url=client.base_url, headers=plain) as other:
        assert (
            other.post("/api/pages/text", content='{"text": "Words"}', headers={"Content-Type": "text/plain"}).status_code == 403
        )
        assert other.post("/api/pages/files", files={"files": ("a.html", b"x")}).status_code == 403
        asked = {"Origin": "https://evil.example", "Access-Control-Request-Headers": "x-dateline"}
        leave = other.options("/api/pages/text", headers=asked)
        assert leave.status_code == 403 and not any(name.startswith("access-control") for name in leave.headers)


def test_every_answer_is_sealed(client: httpx2.Client) -> None:
    for path in ("/", "/api/status", "/api/stories", "/api/nothing", "/openapi.json", "/api/export/html"):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "no-referrer"
        assert headers["x-frame-options"] == "DENY" and headers["cross-origin-resource-policy"] == "same-origin"
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy and "unsafe" not in policy
        assert "server" not in headers


def test_the_page_may_run_its_own_script_and_ask_this_server_alone(client: httpx2.Client) -> None:
    told = client.get("/")
    policy = dict(part.strip().split(" ", 1) for part in told.headers["content-security-policy"].split(";"))
    assert policy["script-src"].startswith("'sha256-") and policy["connect-src"] == "'self'"
    assert "http-equiv" not in told.text and told.text.encode() == live_page()[0]


def test_what_is_too_large_is_refused_before_it_is_read(client: httpx2.Client) -> None:
    told = client.post("/api/pages/text", json={"text": "x" * 9_000_000})
    assert told.status_code == 413 and "8,000,000" in told.json()["detail"]
    assert client.post("/api/pages/text", json={"text": "x" * 2_000_000}).status_code == 422
    asked = {"addresses": [f"https://courier.example/{n}" for n in range(201)]}
    assert client.post("/api/pages/addresses", json=asked).status_code == 422

    def _endless() -> object:
        for _ in range(20):
            yield b"x" * 500_000

    told = client.post("/api/pages/text", content=_endless(), headers={"Content-Type": "application/json"})
    assert told.status_code == 413


def test_what_is_no_http_leaves_the_server_as_it_was(client: httpx2.Client) -> None:
    port = urlsplit(str(client.base_url)).port
    for nonsense in (b"\0\1\2\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"GET " + b"/" * 70_000 + b" HTTP/1.1\r\n\r\n"):
        with socket.create_connection(("127.0.0.1", port or 0)) as line:
            line.sendall(nonsense)
            line.settimeout(5)
            assert not line.recv(100).startswith(b"HTTP/1.1 200")
    with closing(http.client.HTTPConnection("127.0.0.1", port or 0)) as raw:
        raw.request("GET", "/api/../../../../etc/passwd", headers={"Host": "localhost"})
        assert raw.getresponse().status == 404
    assert client.get("/api/status").status_code == 200


def test_where_others_reach_it_a_token_is_asked_for(filled: Path, tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text(TOKEN + "\n")
    with serving(filled, "--host", "0.0.0.0", "--token-file", str(file), "--name", "room.example", ready=False) as client:
        plain = {"Host": "room.example"}
        with httpx2.Client(base_url=str(client.base_url).replace("0.0.0.0", "127.0.0.1"), headers=plain) as other:
            for path in ("/", "/api/status", "/openapi.json", "/?token=wrong"):
                told = other.get(path)
                assert told.status_code == 401 and "token" in told.json()["detail"]
            assert other.get("/api/status", headers={"Authorization": "Bearer wrong"}).status_code == 401
            assert other.get("/api/status", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200
            assert other.get("/", headers={"Host": "evil.example"}).status_code == 421
            entered = other.get("/", params={"token": TOKEN})
            assert (entered.status_code, entered.headers["location"]) == (303, "/")
            cookie = entered.headers["set-cookie"]
            assert "HttpOnly" in cookie and "SameSite=lax" in cookie and TOKEN not in cookie
            told = other.get("/api/status", headers={"Cookie": cookie.split(";")[0]})
            assert told.status_code == 200


def test_a_token_is_made_where_none_is_given_and_a_weak_one_refused(tmp_path: Path) -> None:
    assert read_token(None, None, "127.0.0.1") is None and read_token(None, None, "::1") is None
    assert len(read_token(None, None, "0.0.0.0") or "") > 30
    assert read_token(None, TOKEN, "127.0.0.1") == TOKEN
    for weak in ("short", "has a space in it, so it is none", "é" * 20):
        with raises(BadInput):
            read_token(None, weak, "0.0.0.0")
    with raises(BadInput):
        read_token(tmp_path / "missing", None, "0.0.0.0")


def test_a_port_in_use_is_told() -> None:
    with listen("127.0.0.1", 0) as taken, raises(BadInput, match="--port"):
        listen("127.0.0.1", taken.getsockname()[1])
    assert Door("::1", 80, None).address == "http://[::1]:80/"
