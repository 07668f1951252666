"""Entities that a user knows: a TOML file with their names and, where there are such, their Wikidata ids."""

import hashlib
import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import msgspec

from dateline.errors import BadInput
from dateline.types import KnownEntity, MentionKind

WIKIDATA = r"^Q[1-9][0-9]*$"
HEAD = re.compile(r"\s*\[\[\s*entity\s*\]\]")
FORM = (
    'An [[entity]] has a name and a kind ("person", "body", "place", "group", "event", "work" or "other"), '
    "and may have aliases and wikidata."
)
Name = Annotated[str, msgspec.Meta(pattern=r"\w")]


class _Row(msgspec.Struct, forbid_unknown_fields=True):
    name: Name
    kind: MentionKind
    aliases: tuple[Name, ...] = ()
    wikidata: Annotated[str, msgspec.Meta(pattern=WIKIDATA)] | None = None


class _File(msgspec.Struct, forbid_unknown_fields=True):
    entity: tuple[_Row, ...] = ()


def read_known(path: Path) -> tuple[KnownEntity, ...]:
    """The entities of a file, sorted; `BadInput` says what is wrong with one that cannot be used, where, and what to do."""
    content = _text(path)
    try:
        rows = msgspec.convert(tomllib.loads(content), _File).entity
    except tomllib.TOMLDecodeError as error:
        raise BadInput(f"{path} is not TOML: {error}. {FORM}") from error
    except msgspec.ValidationError as error:
        raise BadInput(f"{path}{_told(str(error), content)}. {FORM}") from error
    known = [KnownEntity(row.name, row.kind, tuple(sorted(set(row.aliases) - {row.name})), row.wikidata) for row in rows]
    _refuse_twice(path, known, content)
    return tuple(sorted(known, key=lambda one: (one.name, one.kind, one.aliases, one.wikidata or "")))


def _text(path: Path) -> str:
    try:
        body = path.read_bytes()
        return body.decode("utf-8-sig")
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror}. Name a TOML file of known entities.") from error
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        raise BadInput(f"{path}, line {line}, is not UTF-8 text. Save the file as UTF-8.") from error


def _told(error: str, content: str) -> str:
    """A message of the validator with the line, the entity by its number and the field by its name in the place of a path."""
    message, _, path = error.partition(" - at `$.")
    entry, field = re.search(r"entity\[(\d+)\]", path), re.search(r"\.(\w+)", path)
    unknown = re.search(r"unknown field `(\w+)`", message)
    named = field[1] if field else unknown[1] if unknown else None
    line = _line(content, int(entry[1]) if entry else None, named)
    where = (f", line {line}" if line else "") + (f", entity {int(entry[1]) + 1}" if entry else "")
    return f"{where}: {message}" + (f" ({field[1]})" if field else "")


def _line(content: str, entry: int | None, field: str | None) -> int | None:
    """The line of a field of an entity, else that on which the entity begins; None where the file is written another way."""
    lines = content.splitlines()
    heads = [at for at, line in enumerate(lines, 1) if HEAD.match(line)]
    if entry is not None and entry >= len(heads):
        return None
    first = heads[entry] if entry is not None else 1
    last = heads[entry + 1] - 1 if entry is not None and entry + 1 < len(heads) else len(lines)
    named = re.compile(rf"\s*(?:\[\[?\s*)?{re.escape(field)}\b") if field else None
    found = [at for at in range(first, last + 1) if named is not None and named.match(lines[at - 1])]
    return found[0] if found else first if entry is not None else None


def _refuse_twice(path: Path, known: Sequence[KnownEntity], content: str) -> None:
    seen: dict[tuple[str, str], int] = {}
    for at, one in enumerate(known):
        for name in sorted({name.casefold() for name in (one.name, *one.aliases)}):
            first = seen.setdefault((name, one.kind), at)
            if first != at:
                line = _line(content, at, None)
                where = f"{path}, line {line}, entity {at + 1}" if line else f"{path}, entity {at + 1}"
                raise BadInput(
                    f"{where}: it and entity {first + 1} are called {name!r}. Nobody could tell them apart: "
                    "take the name from one, or make the two one entity with aliases."
                )


def digest_of(known: Sequence[KnownEntity]) -> str:
    """A digest of known entities, the same for the same ones; empty for none."""
    return hashlib.sha256(encode_known(known).encode()).hexdigest()[:16] if known else ""


def encode_known(known: Sequence[KnownEntity]) -> str:
    """Known entities as JSON, as a store keeps them."""
    return msgspec.json.encode(known, order="sorted").decode()


def decode_known(content: str | None) -> tuple[KnownEntity, ...]:
    """The known entities that a store keeps; none where it keeps none."""
    return msgspec.json.decode(content, type=tuple[KnownEntity, ...]) if content else ()
