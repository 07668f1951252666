"""A real server over a store of invented pages, and a client for it."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest
from invented import write_pages

from dateline.cli.program import run

MODULE = [sys.executable, "-c", "from dateline.cli import main; main()"]
PATIENCE = 120.0  # seconds: the machine may be busy
Serve = Callable[..., "object"]


@contextmanager
def serving(store: Path, *options: object, ready: bool = True) -> Iterator[httpx2.Client]:
    """A client of a server over that store, which has a record unless it need not be `ready`."""
    command = [*MODULE, "serve", "--json", "--port", "0", "--store", str(store), *map(str, options)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            address = json.loads(process.stdout.readline())["address"]
            base, _, token = address.partition("?token=")
            headers = {"X-Dateline": "1"} | ({"Authorization": f"Bearer {token}"} if token else {})
            with httpx2.Client(base_url=base.rstrip("/"), headers=headers, timeout=30) as client:
                if ready:
                    wait_for(lambda: client.get("/api/status").json()["state"] == "ready")
                yield client
        finally:
            process.terminate()
            process.wait()


def wait_for(true: Callable[[], bool]) -> None:
    """Returns when something is so."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.1)


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the invented pages, which no test changes."""
    folder = tmp_path_factory.mktemp("served")
    pages = write_pages(folder / "pages")
    assert run(["add", str(pages), "--store", str(folder / "store.sqlite")]) == 0
    return folder / "store.sqlite"


@pytest.fixture(scope="session")
def client(filled: Path) -> Iterator[httpx2.Client]:
    with serving(filled) as served:
        yield served


@pytest.fixture
def copied(filled: Path, tmp_path: Path) -> Path:
    """A store of the invented pages that a test may change."""
    path = tmp_path / "store.sqlite"
    path.write_bytes(filled.read_bytes())
    return path
