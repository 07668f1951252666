"""Extraction within limits: HTML and PDF pages go to a worker process, which is replaced when a page takes too much or kills it.

Neither a signal nor a thread can interrupt the C code in which a page hangs; only ending its process does, and a crash of that
code would take this process along. The worker runs with a fixed hash seed, so that no library's use of sets can show in the
result.
"""

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from threading import Timer
from types import TracebackType
from typing import BinaryIO, cast

import msgspec

from dateline.errors import DatelineError
from dateline.extract.articles import extract, may_hang
from dateline.extract.worker import FULL, READY, decode, read_frame, write_frame
from dateline.settings import Settings
from dateline.types import Article, Page, Rejected

COMMAND = "from dateline.extract.worker import main; main()"
START_SECONDS = 120.0  # loading takes two seconds; a machine that needs more than this is not going to finish


def extract_pages(pages: Iterable[Page | Rejected], settings: Settings) -> Iterator[Article | Rejected]:
    """The articles in the pages, in their order; a page without one is `Rejected`, and what was rejected before is handed on.

    A page takes at most `settings.page_seconds`, and the worker at most `settings.extract_bytes` of memory. The worker starts
    with the first page that needs it and ends with this iterator.
    """
    with Worker(settings) as worker:
        for page in pages:
            if isinstance(page, Rejected):
                yield page
            elif may_hang(page):
                yield worker.extract(page)
            else:
                yield extract(page, settings)


class Worker:
    """One worker process and its replacements; it lives inside a `with` block and never outlives it."""

    def __init__(self, settings: Settings, command: str = COMMAND) -> None:
        """Nothing is started yet; `command` is the Python the worker runs."""
        self._settings = settings
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "Worker":
        """The worker itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Ends the process, whatever it is doing."""
        self._end()

    def extract(self, page: Page) -> Article | Rejected:
        """The article in a page, or why there is none."""
        process = self._process or self._start()
        body = msgspec.msgpack.encode((page, self._settings))
        answer, late = _ask(process, body, self._settings.page_seconds)
        if answer is not None:
            return decode(answer)
        status = process.wait()
        self._end()
        return Rejected(page.name, "extract", f"the page could not be taken apart: {self._reason(status, late=late)}")

    def _reason(self, status: int, *, late: bool) -> str:
        """What a page did to the process that ended with this status."""
        if late:
            return f"it took more than {self._settings.page_seconds:g} seconds"
        if status == FULL:
            return f"it took more than {self._settings.extract_bytes // 1_000_000:,} MB of memory"
        return "it crashed the process that read it"

    def _start(self) -> subprocess.Popen[bytes]:
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path), "PYTHONHASHSEED": "0"}
        environment["OPENBLAS_NUM_THREADS"] = "1"  # else NumPy reserves memory for each core, which the limit would count
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", self._command, str(self._settings.extract_bytes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        ready, _ = _ask(self._process, None, START_SECONDS)
        if ready != READY:
            self._end()
            raise DatelineError("The process that extracts articles from HTML could not be started; is Dateline fully installed?")
        return self._process

    def _end(self) -> None:
        """Kills the process and waits for it, so that none is left behind."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for stream in (process.stdin, process.stdout):
            _close(cast(BinaryIO, stream))
        process.wait()


def _ask(process: subprocess.Popen[bytes], body: bytes | None, seconds: float) -> tuple[bytes | None, bool]:
    """The worker's next answer, None if it died, and whether it was killed for taking longer than `seconds`."""
    late: list[bool] = []

    def end() -> None:
        late.append(True)
        process.kill()

    timer = Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        if body is not None:
            write_frame(cast(BinaryIO, process.stdin), body)
        answer = read_frame(cast(BinaryIO, process.stdout))
    except BrokenPipeError:
        answer = None
    finally:
        timer.cancel()
    return answer, answer is None and bool(late)  # a kill that is not the timer's is the system's, for want of memory


def _close(stream: BinaryIO) -> None:
    try:
        stream.close()
    except BrokenPipeError:  # the page that killed the worker was still in the pipe
        return
