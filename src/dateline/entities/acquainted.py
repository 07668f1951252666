"""Entities that the user knows: whoever bears one of their names is taken for them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.entities.named import Key, Named
from dateline.entities.names import body_words, key_words
from dateline.types import KnownEntity, MentionKind, Span

SOUGHT: frozenset[MentionKind] = frozenset({"person", "body"})  # kinds that are looked for where the model passed them over


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """The known entities by kind and by the key of each of their names."""

    by_name: Mapping[tuple[MentionKind, Key], KnownEntity]

    def of(self, group: Sequence[Named]) -> KnownEntity | None:
        """The one known entity whose names are among those of a group; None where there is none or several."""
        found = {
            self.by_name[key]
            for one in group
            for key in ((one.kind, one.key), (one.kind, _key(one.name, one.kind)))
            if key in self.by_name
        }
        return next(iter(found)) if len(found) == 1 else None


def acquaintance(known: Iterable[KnownEntity]) -> Acquaintance:
    """The index of known entities."""
    return Acquaintance({(one.kind, _key(name, one.kind)): one for one in known for name in (one.name, *one.aliases)})


def short_forms(known: Iterable[KnownEntity]) -> dict[str, str]:
    """The single words that known bodies go by, with their names."""
    return {alias: one.name for one in known if one.kind == "body" for alias in one.aliases if " " not in alias}


def sought(known: Iterable[KnownEntity]) -> Iterator[Named]:
    """The names of known persons and bodies, to be looked for in every text."""
    for one in known:
        for name in (one.name, *one.aliases) if one.kind in SOUGHT else ():
            full = one.name if one.kind == "body" else name
            yield Named(Span("", 0, 1), name, full, _key(full, one.kind), one.kind)


def join_known(groups: Sequence[list[Named]], known: Acquaintance) -> list[tuple[list[Named], KnownEntity | None]]:
    """The groups, those of one known entity made one."""
    joined: dict[KnownEntity, list[Named]] = {}
    rest: list[tuple[list[Named], KnownEntity | None]] = []
    for group in groups:
        one = known.of(group) if known.by_name else None
        if one is None:
            rest.append((group, None))
        else:
            joined.setdefault(one, []).extend(group)
    return [*rest, *((group, one) for one, group in joined.items())]


def _key(name: str, kind: MentionKind) -> Key:
    return body_words(name) if kind == "body" else key_words(name)
