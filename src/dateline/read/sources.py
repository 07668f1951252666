"""Sources: what a reader reads, a file or a part of one, by its name and a way to its bytes."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from dateline.read.budget import Budget

# What a server says that it sends, as the end of a file's name. Not here: types that servers give to anything they do not know.
SUFFIXES = {
    "application/atom+xml": ".atom",
    "application/feed+json": ".json",
    "application/json": ".json",
    "application/ld+json": ".json",
    "application/pdf": ".pdf",
    "application/rss+xml": ".rss",
    "application/xhtml+xml": ".xhtml",
    "application/xml": ".xml",
    "text/html": ".html",
    "text/markdown": ".md",
    "text/xml": ".xml",
}


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


def file_names_of(source: Source) -> tuple[str, ...]:
    """The names that a source may have as a file, the likeliest first, by which readers know what it is.

    What stands at an address ends as its type says, for its path may end in anything (`/2025/11/03/a.php`, `/v1.2`).
    """
    if source.url is None:
        return (source.name,)
    _, _, rest = re.split(r"[?#]", source.url, maxsplit=1)[0].partition("://")
    path = PurePosixPath(rest.partition("/")[2])
    suffix = SUFFIXES.get(source.media_type or "")
    if suffix is not None:
        return (f"{path.stem or 'index'}{suffix}",)
    # Servers call plain text what they do not know, so here the path has the first word.
    return (path.name, f"{path.stem}.txt") if source.media_type == "text/plain" else (path.name,)


def file_source(path: Path, name: str) -> Source:
    """The source that a regular file is."""
    size = path.stat().st_size
    return Source(name, lambda: path.open("rb"), size, budget=Budget(size))


def bytes_source(body: bytes, name: str, *, depth: int = 0) -> Source:
    """The source that bytes in memory are."""
    return Source(name, lambda: BytesIO(body), len(body), depth=depth)
