"""What the words around a name tell of its kind: a person's calling, a town's country, whose shares they are."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dateline.data import table
from dateline.entities.named import Named
from dateline.entities.names import key_words
from dateline.entities.roles import ADDRESS, called_words, offices, role_before, word_before
from dateline.types import MentionKind

REACH = 60  # characters behind a name that are looked at
BACK = 36  # characters before it
WORDS = 4  # words of what somebody has, or is, in which the telling one stands ("'s worst defense ministry")
AGED = re.compile(r", (?:aged )?\d{2}(?=[,.;]| and )")
WHO = re.compile(r", who(?:se)? ")
LOCATED = re.compile(
    r"(?:^|[\s“\"(])(?:in|near|outside|around|into|across|throughout) (?:northern |southern |eastern |western |central )?$"
)
BESIDE_BEHIND = re.compile(r", (?:(?:an?|the|its|his|her|their|[\w’'-]+['’]s) )?((?:[\w-]+ ){0,4}[\w-]+)(?=[,.;:)\n])")
MORE = re.compile(r" (?:of|for|at|in|with|from|to|on|who|which|that|since|based) ")
BESIDE_BEFORE = re.compile(r"([\w-]+)(,? )$")
OWNER_BEHIND = re.compile(r"['’]s? ((?:[\w-]+ ?){1,4})")
OWNER_BEFORE = re.compile(r"([\w-]+) of (?:the )?$")
KIN = re.compile(r"\b(?:[Hh]is|[Hh]er|[Tt]heir|['’]s) (?:[a-z]+ )?(\w+),? $")
OPENS = re.compile(r"[ -][A-Z]")


def cues(one: Named, text: str) -> Iterator[MentionKind]:
    """The kinds that the words around a mention speak for, each as often as something does."""
    before, behind = text[max(0, one.span.start - BACK) : one.span.start], text[one.span.end : one.span.end + REACH]
    if called_words(one.name) or AGED.match(behind) or (one.kind != "group" and WHO.match(behind)):
        yield "person"
    if word_before(text, one.span.start) in ADDRESS:
        yield "person"
        yield "person"
    elif _is_calling((role_before(text, one.span.start) or "").split()):
        yield "person"
    if LOCATED.search(before) and not one.name.isupper() and not behind.startswith(("'s ", "’s ")) and not OPENS.match(behind):
        yield "place"
    yield from _beside(before, behind)
    yield from _owning(before, behind)


def _beside(before: str, behind: str) -> Iterator[MentionKind]:
    """What a name is called right before it, or behind it and a comma."""
    found = BESIDE_BEFORE.search(before)
    kin = KIN.search(before)
    if kin is not None and _kinds("owner").get(kin.group(1)) == "person":
        yield "person"
    elif found is not None and (found.group(2) == " " or behind.startswith(",")):
        yield from _of(found.group(1), "beside")
        if found.group(2) != " " and _is_calling([found.group(1)]):
            yield "person"
    told = BESIDE_BEHIND.match(behind)
    if told is not None:
        words = MORE.split(f" {told.group(1)} ", maxsplit=1)[0].split()
        yield from _of(words[-1] if words else "", "beside")
        if _is_calling(words):
            yield "person"


def _is_calling(words: Sequence[str]) -> bool:
    """Whether words end in one that names an office or calling, or two or three that do, and that only persons have."""
    if not words or words[-1].lower() in _either():
        return False
    return any(" ".join(words[-count:]).lower() in offices() for count in (1, 2, 3))


def _owning(before: str, behind: str) -> Iterator[MentionKind]:
    """What is told to be of who bears the name."""
    found = OWNER_BEFORE.search(before)
    if found is not None:
        yield from _of(found.group(1), "owner")
    told = OWNER_BEHIND.match(behind)
    if told is not None:
        yield from next(([kind] for word in told.group(1).split()[:WORDS] for kind in _of(word, "owner")), [])


def _of(word: str, section: str) -> Iterator[MentionKind]:
    kind = _kinds(section).get("".join(key_words(word)))
    if kind is not None:
        yield kind


@cache
def _either() -> frozenset[str]:
    return frozenset(table("kind_words.toml")["beside"]["either"].split())


@cache
def _kinds(section: str) -> dict[str, MentionKind]:
    rows = table("kind_words.toml")[section]
    kinds: tuple[MentionKind, ...] = ("place", "body", "person")
    return {word: kind for kind in kinds for word in rows.get(kind, "").split()}
