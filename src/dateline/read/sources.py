"""Sources: what a reader reads, a file or a part of one, by its name and a way to its bytes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from dateline.read.budget import Budget


@dataclass(frozen=True, slots=True)
class Source:
    """Something to read. `open` gives its bytes from the start and may raise `OSError`; `size` is None where nobody knows it.

    `media_type`, `url`, `fetched` (ISO time) and `headers` are what is told of it beside its bytes; `depth` counts the archives
    that it lies in, and `budget` is what may still come out of the outermost of them.
    """

    name: str
    open: Callable[[], BinaryIO]
    size: int | None = None
    media_type: str | None = None
    url: str | None = None
    fetched: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    depth: int = 0
    budget: Budget = field(default_factory=Budget, compare=False, repr=False)


def file_source(path: Path, name: str) -> Source:
    """The source that a regular file is."""
    size = path.stat().st_size
    return Source(name, lambda: path.open("rb"), size, budget=Budget(size))


def bytes_source(body: bytes, name: str, *, depth: int = 0) -> Source:
    """The source that bytes in memory are."""
    return Source(name, lambda: BytesIO(body), len(body), depth=depth)
