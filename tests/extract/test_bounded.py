"""The worker process: its limits, its end, and that it changes nothing."""

import subprocess
import sys

import pytest

from dateline.errors import DatelineError
from dateline.extract import extract, extract_pages
from dateline.extract.bounded import Worker
from dateline.settings import Settings
from dateline.types import Page, Rejected

from .conftest import page_of

SENTENCE = "<p>A ferry with 61 people on board ran aground off Tarn Point on Sunday, the coast guard said in a statement.</p>"
PAGE = page_of(f"<html><body><h1>Ferry runs aground off Tarn Point</h1>{SENTENCE * 4}</body></html>")

# A worker that answers nothing, and one that dies of every page, in place of the real one.
LOOP = "\nfrom dateline.extract.worker import *\nwrite_frame(sys.stdout.buffer, READY)\nread_frame(sys.stdin.buffer)\n"
HANGS = f"import sys, time{LOOP}time.sleep(60)"
CRASHES = f"import sys, os{LOOP}os.abort()"
# The real one, but every page takes a thousand million bytes.
GREEDY = "from dateline.extract import articles, worker\narticles.extract = lambda *_: bytes(10**9)\nworker.main()"


def test_the_worker_gives_what_this_process_gives_in_order() -> None:
    text = page_of("A ferry with 61 people on board ran aground on Sunday.", kind="text/plain", name="note.txt")
    refused = Rejected("x.bin", "read", "this is binary data, not text")
    pages: list[Page | Rejected] = [refused, PAGE, text, PAGE]
    expected = [refused, extract(PAGE, Settings()), extract(text, Settings()), extract(PAGE, Settings())]
    assert list(extract_pages(pages, Settings())) == expected


@pytest.mark.parametrize(("command", "reason"), [(HANGS, "more than 0.3 seconds"), (CRASHES, "crashed")])
def test_a_page_that_hangs_or_kills_the_worker_is_rejected_and_the_next_gets_a_new_one(command: str, reason: str) -> None:
    with Worker(Settings(page_seconds=0.3), command) as worker:
        for _ in range(2):
            result = worker.extract(PAGE)
            assert isinstance(result, Rejected)
            assert reason in result.reason


def test_no_process_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen

    def start(*args: object, **more: object) -> subprocess.Popen[bytes]:
        started.append(popen(*args, **more))  # type: ignore[call-overload]
        return started[-1]

    monkeypatch.setattr(subprocess, "Popen", start)
    articles = extract_pages([PAGE, PAGE], Settings())
    next(articles)
    articles.close()
    assert len(started) == 1
    assert started[0].returncode is not None


def test_a_worker_that_cannot_start_is_one_clear_error() -> None:
    with Worker(Settings(), "raise SystemExit(1)") as worker, pytest.raises(DatelineError, match="could not be started"):
        worker.extract(PAGE)


@pytest.mark.skipif(sys.platform != "linux", reason="only there the limit is sure to hold")
def test_a_page_that_takes_too_much_memory_is_rejected_and_the_next_gets_a_new_worker() -> None:
    with Worker(Settings(extract_bytes=700_000_000), GREEDY) as worker:
        for _ in range(2):
            result = worker.extract(PAGE)
            assert isinstance(result, Rejected)
            assert result.reason == "the page could not be taken apart: it took more than 700 MB of memory"
