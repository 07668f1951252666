"""Data that rules read: tables, not code. Every file opens with a comment that says where its content comes from."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a data file without comments (`#`) and blank lines."""
    text = (files(__name__) / name).read_text(encoding="utf-8")
    kept = (line.split("#", 1)[0].strip() for line in text.splitlines())
    return tuple(line for line in kept if line)


@cache
def table(name: str) -> dict[str, Any]:
    """A TOML data file; callers must not change what they get."""
    return tomllib.loads((files(__name__) / name).read_text(encoding="utf-8"))
