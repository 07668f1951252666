"""What a user names: addresses to fetch, and files and folders, whose names are to say nothing about the machine."""

import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.read.opml import SUFFIX

STDIN = "-"
PACKED = (".zip", ".tar", ".tgz", ".tbz2", ".txz", ".gz", ".bz2", ".xz", ".warc", ".wacz")
ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """What a user named: addresses, lists of addresses (OPML files), and the rest, files and folders."""

    addresses: tuple[str, ...]
    lists: tuple[Path, ...]
    files: tuple[Path, ...]


def sort_out(named: Sequence[str | Path]) -> Named:
    """Addresses, lists and files told apart. A list in a folder is none: only who names it wants the network to be used."""
    addresses = tuple(one for one in named if isinstance(one, str) and is_address(one))
    paths = [Path(one) for one in named if one not in addresses]
    lists = tuple(path for path in paths if path.suffix.lower() == SUFFIX and path.is_file())
    return Named(addresses, lists, tuple(path for path in paths if path not in lists))


def is_address(text: str) -> bool:
    """Whether something that is named is an address and no file: it begins with a scheme, as `https://`."""
    return ADDRESS.match(text) is not None


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read: `name` is its path relative to the input that was named; `shared` if another input has the same name.

    `path` is None for standard input. `problem` says why it cannot be read, where that is known before it is opened.
    """

    name: str
    path: Path | None
    shared: bool = False
    problem: str | None = None

    @property
    def packed(self) -> bool:
        """Whether it may hold any number of pages, as far as its name tells."""
        return self.path is None or self.name.lower().endswith(PACKED)


def find_inputs(paths: Sequence[str | Path]) -> list[Input]:
    """The files under `paths`, folders entered recursively, sorted by name, each file once whatever it was called.

    The path `-` is standard input. Names inside a folder that begin with a dot and links to folders are passed over. A file named
    twice keeps the name with the most folders in it, so that the result does not depend on the order of `paths`.
    """
    best: dict[str, Input] = {}
    for path in paths:
        for found in _under(Path(path)):
            key = os.path.realpath(found.path) if found.path else STDIN
            if key not in best or _rank(found) < _rank(best[key]):
                best[key] = found
    names = Counter(found.name for found in best.values())
    ordered = sorted(best.items(), key=lambda item: (item[1].name, item[0]))
    return [Input(found.name, found.path, names[found.name] > 1, found.problem) for _, found in ordered]


def _rank(found: Input) -> tuple[int, str]:
    return -found.name.count("/"), found.name


def _under(path: Path) -> Iterator[Input]:
    if str(path) == STDIN:
        yield Input("stdin", None)
        return
    if not os.path.isdir(path):  # noqa: PTH112 - unlike Path.is_dir it does not raise where the folder above is shut
        yield Input(_printable(path), path)
        return
    name = Path(_printable(Path(os.path.realpath(path))))
    failed: list[OSError] = []
    for folder, folders, files in os.walk(path, onerror=failed.append):
        folders[:] = sorted(kept for kept in folders if not kept.startswith("."))
        inside = Path(folder).relative_to(path)
        for file in sorted(kept for kept in files if not kept.startswith(".")):
            yield Input((name / _printable(inside / file, whole=True)).as_posix(), Path(folder) / file)
    for error in failed:
        shut = Path(os.fsdecode(error.filename))
        shown = (name / _printable(shut.relative_to(path), whole=True)).as_posix()
        yield Input(shown, shut, problem=f"the folder cannot be opened: {error.strerror}")


def _printable(path: Path, *, whole: bool = False) -> str:
    """The name of a path, or all of it, with bytes that are not UTF-8 replaced: a name goes into ids and JSON."""
    text = path.as_posix() if whole else path.name or "input"
    return os.fsencode(text).decode("utf-8", "replace")
