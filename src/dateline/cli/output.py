"""Where the answers go: standard output, or a file that is there whole or not at all."""

import os
import sys
import tempfile
from pathlib import Path

import click

from dateline.errors import BadInput

PIPE_CLOSED = 141  # what a shell reports for a program that a closed pipe ended


def write(data: bytes, path: Path | None) -> None:
    """Writes to the file at `path`, or to standard output when it is None or `-`."""
    if path is None or str(path) == "-":
        write_out(data)
    else:
        write_file(data, path)


def write_out(data: bytes) -> None:
    """Writes to standard output, UTF-8 whatever the locale; ends the program quietly when nobody reads on."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # Python would complain when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise click.exceptions.Exit(PIPE_CLOSED) from None


def write_file(data: bytes, path: Path) -> None:
    """Puts `data` into the file in one move; on any failure the file is what it was, and `BadInput` says why."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise BadInput(f"{path} cannot be written: {error.strerror}.") from error
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(_mode(path))
        beside.replace(path)
    except OSError as error:
        raise BadInput(f"{path} cannot be written: {error.strerror}.") from error
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
