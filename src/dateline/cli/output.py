"""Where the answers go: standard output, or a file that is there whole or not at all."""

import os
import stat
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from dateline.errors import BadInput, DatelineError

PIPE_CLOSED = 141  # what a shell reports for a program that a closed pipe ended


def write(data: bytes, path: Path | None) -> None:
    """Writes to the file at `path`, or to standard output when it is None or `-`."""
    if path is None or str(path) == "-":
        write_out(data)
    else:
        write_file(data, path)


def write_out(data: bytes) -> None:
    """Writes to standard output, UTF-8 whatever the locale; ends the program quietly when nobody reads on."""
    if sys.stdout is None:  # what Python makes of a standard output that was closed before it began
        raise DatelineError("Standard output is closed.")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _abandon_out()
        raise click.exceptions.Exit(PIPE_CLOSED) from None
    except OSError as error:
        _abandon_out()
        raise DatelineError(f"Standard output cannot be written: {error.strerror}.") from error


def _abandon_out() -> None:
    """Lets go of what was not written, or Python would complain when it flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def refuse(path: Path | None, kept: Iterable[Path]) -> None:
    """Nothing, unless writing to `path` would replace one of the files that are `kept`, or are in such a folder: `BadInput`."""
    if path is None or str(path) == "-" or not path.exists():
        return
    if any(one.exists() and path.samefile(one) for place in kept for one in _files(place)):
        raise BadInput(f"{path} is one of the files that are read; name another file with -o.")


def _files(place: Path) -> Iterator[Path]:
    if not place.is_dir():
        yield place
    for folder, _, names in os.walk(place):
        yield from (Path(folder) / name for name in names)


def write_file(data: bytes, path: Path) -> None:
    """Puts `data` into the file in one move; on any failure the file is what it was, and `BadInput` says why.

    A link stays, and the file it leads to is replaced; a pipe or a device is written to.
    """
    try:
        mode = _type_of(path)
        if stat.S_ISFIFO(mode) or stat.S_ISCHR(mode):
            _write_into(data, path)
            return
        if not stat.S_ISREG(mode):
            raise BadInput(f"{path} cannot be written: it is {'a folder' if stat.S_ISDIR(mode) else 'not a file'}.")
        _replace(data, Path(os.path.realpath(path)))
    except BrokenPipeError:
        raise click.exceptions.Exit(PIPE_CLOSED) from None
    except OSError as error:
        raise BadInput(f"{path} cannot be written: {error.strerror}.") from error


def _type_of(path: Path) -> int:
    """The type of what a path leads to; that of a regular file where there is nothing yet."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return stat.S_IFREG


def _write_into(data: bytes, path: Path) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY), "wb") as file:
        file.write(data)


def _replace(data: bytes, path: Path) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(_mode(path))
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, else those a new file would have."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def lines(found: list[str]) -> None:
    """Writes lines to standard output."""
    write_out("".join(f"{line}\n" for line in found).encode("utf-8", "replace"))


def note(message: str) -> None:
    """A line for the user on standard error."""
    click.echo(message, err=True)
