"""Mentions with the name they are known by in full, and without words that are no part of it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dateline.entities.bodies import body_endings, full_name, is_public, owned_bodies, owner_before, owner_behind
from dateline.entities.countries import countries, country_name, is_city
from dateline.entities.given import is_given
from dateline.entities.names import body_words, key_words, particles
from dateline.entities.roles import called_words, offices
from dateline.types import Analysis, Mention, MentionKind, Span

Key = tuple[str, ...]
COMPASS = {"n": "north", "s": "south"}  # N. Korea, S. Sudan
POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)
# Words in lower case that the model took into a name at either end: "national Harbour Trust", "Anna Castro of".
AHEAD = re.compile(r"^(?:[a-z][\w'’-]* )+(?=[A-Z])")
BEHIND = re.compile(r"(?: [a-z][a-z'’]*(?:-[a-z'’]+)*)+$")


PARTICLED = re.compile(
    r"(?:^|[\s“\"(])((?:[A-Z][^\W\d_]*(?:[.-][A-Z]?[^\W\d_]*)? )?"
    r"(?:(?:van|von|der|den|de|da|di|del|della|dela|la|ter|ten|bin|al) )+)$"
)
GIVEN = re.compile(r"(?:^|[\s“\"(])([A-Z][a-z]+ )$")
JOINED = re.compile(r"(?:^|[\s“\"(])((?:[A-Z][^\W\d_]+ &|A?FC|CF|FK|S[CKV]) )$")
ENDING = re.compile(r" ([A-Z][a-z]+)\b(?! [A-Z])")
# The last word of a person's name that the model left out ("João da Silva| Pinto found"), not a line of capitals.
SURNAME = re.compile(r" ([A-Z][^\W\d_A-Z]+(?:-[A-Z][^\W\d_A-Z]+)?)(?=[,.;]? [a-z])")
ANNOUNCED = re.compile(r"\b([a-z]+), ((?:[A-Z][^\W\d_A-Z]+(?:-[A-Z][^\W\d_A-Z]+)? ){1,2}[A-Z][^\W\d_A-Z]+),")
TOWNS = frozenset({"city", "town"})  # the last word of places and of clubs
REACH = 40  # characters before a name in which it may begin


@dataclass(frozen=True, slots=True)
class Named:
    """One mention with the name it is known by in full and the key it is folded under."""

    span: Span
    name: str
    full: str
    key: Key
    kind: MentionKind


def names_in(analysis: Analysis, text: str, long_forms: Mapping[str, str], seats: Mapping[Span, str]) -> Iterator[Named]:
    """Every mention of an article under its full name; bodies that only their owner makes a name are added.

    `seats` are the places that stand for the government of a country, by its code.
    """
    taken = [mention.span for mention in analysis.mentions if mention.kind == "body"]
    spans = [*(one.span for one in analysis.mentions), *(one.span for one in analysis.times)]
    ends = {span.start: span.end for span in spans}
    for mention in (*_parted(analysis.mentions), *_announced(analysis, text)):
        mention = _surnamed(mention, text, ends)
        if mention.name != mention.name.lower():  # a name without a capital is a slip of the model
            yield _name(mention, text, long_forms, seats)
    for start, end, full in owned_bodies(text):
        span = Span(analysis.article, start, end)
        if not any(span.meets(other) for other in taken):
            yield Named(span, text[start:end], full, body_words(full), "body")


def _parted(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions, two bodies that the model took for one parted ("Orven Town and Lunden Athletic")."""
    for mention in mentions:
        left, joint, right = mention.name.partition(" and ")
        whole = mention.span.end - mention.span.start == len(mention.name)
        if mention.kind == "body" and joint and whole and all(" " in part and _ends_body(part) for part in (left, right)):
            middle = mention.span.start + len(left)
            yield Mention(replace(mention.span, end=middle), left, "body")
            yield Mention(replace(mention.span, start=middle + len(joint)), right, "body")
        else:
            yield mention


def _ends_body(name: str) -> bool:
    """Whether a name ends in a word of firms, clubs or authorities."""
    return bool(key_words(name)) and key_words(name)[-1] in body_endings() | TOWNS


def _name(mention: Mention, text: str, long_forms: Mapping[str, str], seats: Mapping[Span, str]) -> Named:
    mention = _proper(_completed(mention, text), text)
    words = key_words(mention.name)
    iso = countries().get((COMPASS.get(words[0], words[0]), *words[1:])) if words else None
    iso = iso or seats.get(mention.span)
    if iso and mention.kind in ("place", "body", "person"):
        return Named(mention.span, mention.name, country_name(iso), key_words(country_name(iso)), "place")
    full = long_forms.get(mention.name, mention.name)
    if mention.kind == "body" or full != mention.name:
        return _body(replace(mention, kind="body"), text, full)
    return Named(mention.span, mention.name, full, key_words(full), mention.kind)


def _completed(mention: Mention, text: str) -> Mention:
    """A body's name with a word that the model left out of it ("Orven| Athletic", "Lund & |Brun")."""
    word = ENDING.match(text, mention.span.end)
    whole = mention.span.end - mention.span.start == len(mention.name)
    joined = JOINED.search(text[max(0, mention.span.start - REACH) : mention.span.start])
    if joined is not None and whole:
        name = joined.group(1) + mention.name
        return Mention(replace(mention.span, start=mention.span.end - len(name)), name, "body")
    if word is None or mention.kind not in ("person", "place", "body") or not whole or _ends_body(mention.name):
        return mention
    name = f"{mention.name} {word.group(1)}"
    if not _ends_body(name) or is_city(key_words(name)) or key_words(mention.name) in countries():
        return mention
    return Mention(replace(mention.span, end=word.end()), name, "body")


def _announced(analysis: Analysis, text: str) -> Iterator[Mention]:
    """Persons whom the model passed over, between commas behind a calling ("its chief executive, Ada Brun,")."""
    taken = [mention.span for mention in analysis.mentions]
    for found in ANNOUNCED.finditer(text):
        span = Span(analysis.article, found.start(2), found.end(2))
        if found.group(1) in offices() and not any(span.meets(other) for other in taken):
            yield Mention(span, found.group(2), "person")


def _surnamed(mention: Mention, text: str, ends: Mapping[int, int]) -> Mention:
    """A person's given names, or a first surname with its particle, with the surname behind them that the model left out."""
    found = SURNAME.match(text, mention.span.end) if mention.kind == "person" else None
    if found is None or mention.span.end - mention.span.start != len(mention.name):
        return mention
    if ends.get(found.start(1), found.end(1)) != found.end(1):
        return mention
    words = key_words(mention.name)
    opened = all(map(is_given, words)) or (not particles().isdisjoint(words))
    if not opened or found.group(1).lower() in offices() or _ends_body(found.group(1)):
        return mention
    return Mention(replace(mention.span, end=found.end(1)), mention.name + found.group(), "person")


def _proper(mention: Mention, text: str) -> Mention:
    """A mention of a person or body without the words that are no part of the name."""
    if mention.kind not in ("person", "body"):
        return mention
    name, start = mention.name, mention.span.start
    if mention.span.end - start != len(name):  # the name was cleaned: its words cannot be counted in the text
        return mention
    begins = _begins(mention, text)
    name, start = text[begins:start] + name, begins
    name = (POSSESSIVE.split(name, maxsplit=1)[0] if mention.kind == "person" else name) or name
    cut = AHEAD.match(name)
    skipped = cut.end() if cut else 0
    skipped += called_words(name[skipped:]) if mention.kind == "person" else 0
    name = name[skipped:]
    tail = BEHIND.search(name) if name[:1].isupper() else None
    name = name[: tail.start()] if tail is not None and name.split()[-1] not in body_endings() else name
    return Mention(
        Span(mention.span.article, start + skipped, start + skipped + len(name), mention.span.part), name, mention.kind
    )


def _begins(mention: Mention, text: str) -> int:
    """Where a name begins that the model took up at its last part: "Saskia ter |Horst"."""
    before = text[max(0, mention.span.start - REACH) : mention.span.start]
    found = PARTICLED.search(before) if mention.kind == "person" else None
    if found is None and mention.kind == "person" and " " not in mention.name:
        given = GIVEN.search(before)
        found = given if given is not None and is_given(given.group(1).strip().casefold()) else None
    return mention.span.start if found is None else mention.span.start - len(before) + found.start(1)


def _body(mention: Mention, text: str, full: str) -> Named:
    """A body under its long form; a public body takes the name of the country that owns it."""
    inner = _own_part(full)
    if is_public(inner):
        owner = owner_before(text, mention.span.end - len(inner) if inner != full else mention.span.start)
        if owner:
            full = full_name(owner[0], body_words(inner))
            start = min(owner[1], mention.span.start)
            span = Span(mention.span.article, start, mention.span.end)
            return Named(span, text[start : mention.span.end], full, body_words(full), "body")
        seat = owner_behind(text, mention.span.end)
        if seat:
            full = full_name(seat[0], body_words(inner))
            span = replace(mention.span, end=seat[1])
            return Named(span, text[span.start : span.end], full, body_words(full), "body")
    return Named(mention.span, mention.name, full, body_words(full), "body")


def _own_part(full: str) -> str:
    """The name behind the longest beginning that leaves a public body ("South Korea's |Defense Ministry")."""
    words = full.split(" ")
    tails = (" ".join(words[at:]) for at in range(len(words)))
    return next((tail for tail in tails if is_public(tail)), full)
