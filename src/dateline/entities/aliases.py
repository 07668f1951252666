"""Other names that a text says somebody has: "Tariq Haddad, better known as Abu Salim"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from dateline.entities.named import Key, Named
from dateline.types import Span

# What stands between two names of one person or body.
KNOWN = (
    r"(?:(?:better|also|best|widely|popularly|locally|otherwise|commonly|formerly) )?"
    r"known(?: (?:to|by|in|among) [a-z ]{1,30})?(?: simply)? as"
)
ALIAS = re.compile(
    rf"(?:(?:, | \(|,? – |, who (?:is|was) )(?:{KNOWN}|(?:also )?called|nicknamed|dubbed|n[ée]e|born)"
    rf"|,?(?: \(| )(?:{KNOWN}|alias|a\.?k\.?a\.?)) [“\"‘']?"
)


def aliases(named: Sequence[Named], texts: Mapping[str, str]) -> Iterator[tuple[Named, Named]]:
    """Pairs of mentions, next to one another, that a text says are one."""
    for one, other in pairwise(named):
        if one.kind in ("person", "body") and one.span.article == other.span.article:
            between = texts[one.span.article][one.span.end : other.span.start]
            if ALIAS.fullmatch(between):
                yield one, other


def alike(named: Sequence[Named], texts: Mapping[str, str]) -> tuple[list[Named], list[tuple[Span, Span]]]:
    """The mentions with every other name of the kind of who bears it, and the places of the names that are one."""
    pairs = list(aliases(named, texts))
    kinds: dict[Key, Named] = {other.key: one for one, other in pairs}
    told = [replace(one, kind=kinds[one.key].kind) if one.key in kinds else one for one in named]
    return told, [(one.span, other.span) for one, other in pairs]


def joined(groups: Sequence[list[Named]], pairs: Sequence[tuple[Span, Span]]) -> list[list[Named]]:
    """The groups of mentions, two that have a pair of places made one."""
    if not pairs:
        return list(groups)
    home = {one.span: at for at, group in enumerate(groups) for one in group}
    root = list(range(len(groups)))
    for left, right in pairs:
        first, second = sorted((_root(home[left], root), _root(home[right], root)))
        root[second] = first
    merged: dict[int, list[Named]] = {}
    for at, group in enumerate(groups):
        merged.setdefault(_root(at, root), []).extend(group)
    return list(merged.values())


def _root(at: int, root: Sequence[int]) -> int:
    while root[at] != at:
        at = root[at]
    return at
