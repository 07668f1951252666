"""Entities that a user knows: a TOML file with their names and, where there are such, their Wikidata ids."""

import hashlib
import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import msgspec

from dateline.errors import BadInput
from dateline.types import KnownEntity, MentionKind

WIKIDATA = r"^Q[1-9][0-9]*$"
Name = Annotated[str, msgspec.Meta(pattern=r"\w")]


class _Row(msgspec.Struct, forbid_unknown_fields=True):
    name: Name
    kind: MentionKind
    aliases: tuple[Name, ...] = ()
    wikidata: Annotated[str, msgspec.Meta(pattern=WIKIDATA)] | None = None


class _File(msgspec.Struct, forbid_unknown_fields=True):
    entity: tuple[_Row, ...] = ()


def read_known(path: Path) -> tuple[KnownEntity, ...]:
    """The entities of a file, sorted; `BadInput` says what is wrong with one that cannot be used."""
    try:
        rows = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8-sig")), _File).entity
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise BadInput(f"{path} is not UTF-8 text.") from error
    except tomllib.TOMLDecodeError as error:
        raise BadInput(f"{path} is not TOML: {error}.") from error
    except msgspec.ValidationError as error:
        raise BadInput(
            f"{path}: {_told(str(error))}. An [[entity]] has a name and a kind, and may have aliases and wikidata."
        ) from error
    known = [KnownEntity(row.name, row.kind, tuple(sorted(set(row.aliases) - {row.name})), row.wikidata) for row in rows]
    _refuse_twice(path, known)
    return tuple(sorted(known, key=lambda one: (one.name, one.kind, one.aliases, one.wikidata or "")))


def _told(error: str) -> str:
    """A message of the validator with the entity by its number and the field by its name in the place of a path."""
    message, _, path = error.partition(" - at `$.")
    entry, field = re.search(r"entity\[(\d+)\]", path), re.search(r"\.(\w+)", path)
    return "".join((f"entity {int(entry[1]) + 1}: " if entry else "", message, f" ({field[1]})" if field else ""))


def _refuse_twice(path: Path, known: Sequence[KnownEntity]) -> None:
    names = Counter((name.casefold(), one.kind) for one in known for name in {one.name, *one.aliases})
    twice = sorted(name for (name, _), count in names.items() if count > 1)
    if twice:
        raise BadInput(f"{path}: two entities of one kind are called {twice[0]!r}. Nobody could tell them apart.")


def digest_of(known: Sequence[KnownEntity]) -> str:
    """A digest of known entities, the same for the same ones; empty for none."""
    return hashlib.sha256(encode_known(known).encode()).hexdigest()[:16] if known else ""


def encode_known(known: Sequence[KnownEntity]) -> str:
    """Known entities as JSON, as a store keeps them."""
    return msgspec.json.encode(known, order="sorted").decode()


def decode_known(content: str | None) -> tuple[KnownEntity, ...]:
    """The known entities that a store keeps; none where it keeps none."""
    return msgspec.json.decode(content, type=tuple[KnownEntity, ...]) if content else ()
