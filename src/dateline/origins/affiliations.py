"""For whom a person speaks: the body that a spokesman, or whoever heads it, is introduced with."""

import re
from collections.abc import Mapping, Sequence

from dateline.data import lines
from dateline.types import Entity, Span

ROLE = r"(?:spokes\w+|heads?|chairs?|chairman|chairwoman|leads?|director|chief|commander|secretary|secretary-general|leader)"
BODY = r"(?P<body>(?:[\w’'&-]+ ){0,5}?[\w’'&-]+)"
# "Karel Dunn, a spokesman for the Ministry of Mines," · "Abel Quint, who chairs the electoral commission,"
AFTER = re.compile(
    rf",? (?:who |the |a |an |its )?(?:[\w-]+ ){{0,2}}?{ROLE}(?: (?:of|for))? (?:the |its )?{BODY}(?=[,.;:)]| said| told|$)"
)
# "Derek Maule, the union's regional secretary,"
OWNED = re.compile(rf",? (?:the |a )?{BODY}['’]s (?:[\w-]+ ){{0,2}}?{ROLE}(?=[,.;:)]| said| told|$)")
# "police spokesman Raul Medran" · "the union's leader, Derek Maule"
BEFORE = re.compile(rf"(?:^|[\s(])(?:the |a )?{BODY}(?:['’]s)? (?:[\w-]+ )?{ROLE},? (?:[A-Z][\w.]+ ){{0,2}}$")
# "Owen Hale, a geologist at the University of Tarne,"
POST = re.compile(rf",? (?:who is )?an? (?:[\w-]+ ){{1,3}}(?:at|with) (?:the )?{BODY}(?=[,.;:)]|$)")
NOUN = re.compile(r" ([a-z]{4,20})\b")
BODIES = frozenset(lines("body_nouns.txt"))
REACH = 90  # code points around a name in which its introduction stands


def find_affiliations(entities: Sequence[Entity], texts: Mapping[str, str]) -> dict[str, str]:
    """The body that each person is introduced as speaking for, by entity id; the first introduction in order of place counts."""
    known, nouns = _known_bodies(entities), _nouns_behind(entities, texts)
    found = {}
    for entity in entities:
        if entity.kind != "person":
            continue
        for mention in entity.mentions:
            body = _introduced(mention, texts.get(mention.article, ""))
            if body is None:
                continue
            told = known.get(body.lower()) or nouns.get((mention.article, body)) or (body if body in BODIES else None)
            if told is not None:
                found[entity.id] = told
                break
    return found


def _nouns_behind(entities: Sequence[Entity], texts: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """The one body of an article that a noun stands behind, by article and noun: "the Civil Aid service" is "the service"."""
    told: dict[tuple[str, str], set[str]] = {}
    for entity in (entity for entity in entities if entity.kind == "body"):
        for mention in entity.mentions:
            noun = NOUN.match(texts.get(mention.article, ""), mention.end)
            if noun is not None:
                told.setdefault((mention.article, noun[1]), set()).add(entity.name)
    return {key: next(iter(names)) for key, names in told.items() if len(names) == 1}


def find_posts(entities: Sequence[Entity], texts: Mapping[str, str]) -> dict[str, str]:
    """The body at which each person is said to work, by entity id: not who they speak for, but whose their group's word is."""
    known = _known_bodies(entities)
    found = {}
    for entity in (entity for entity in entities if entity.kind == "person"):
        for mention in entity.mentions:
            told = POST.match(texts.get(mention.article, ""), mention.end, mention.end + REACH)
            body = None if told is None else _plain(told["body"])
            if body is not None and body.lower() in known:
                found[entity.id] = known[body.lower()]
                break
    return found


def _known_bodies(entities: Sequence[Entity]) -> dict[str, str]:
    """The usual name of each body by its names, and by the common noun it ends in ("the commission") where only one does."""
    bodies = [entity for entity in entities if entity.kind != "person"]
    known = {name.lower(): entity.name for entity in bodies for name in (entity.name, *entity.variants)}
    ends: dict[str, set[str]] = {}
    for name in sorted(known.values()):
        if " " in name:
            ends.setdefault(name.split()[-1].lower(), set()).add(name)
    return {word: next(iter(names)) for word, names in ends.items() if len(names) == 1} | known


def _introduced(mention: Span, text: str) -> str | None:
    window = mention.end, mention.end + REACH
    after = AFTER.match(text, *window) or OWNED.match(text, *window)
    if after is not None:
        return _plain(after["body"])
    sentence = text[max(0, mention.start - REACH) : mention.start].rsplit(". ", 1)[-1].rsplit("\n", 1)[-1]
    before = BEFORE.search(sentence)
    return None if before is None else _plain(before["body"])


def _plain(body: str) -> str | None:
    """The body without a lower-case verb or a possessive pronoun before it; None where nothing names one."""
    words = body.split()
    named = [at for at, word in enumerate(words) if word[0].isupper()]
    kept = words[named[0] :] if named else words[-1:]
    text = " ".join(kept).removesuffix("'s").removesuffix("’s")
    return text or None
