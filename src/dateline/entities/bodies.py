"""Bodies: acronyms with their long forms, and public bodies that a country, its capital or its people owns."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from dateline.data import lines, table
from dateline.entities.countries import country_name, owners
from dateline.entities.names import COMPANY, body_words, key_words

ACRONYM = re.compile(r"\(([A-Z][A-Za-z]{0,6}[A-Z])\)")
MINISTRY = 2  # words of the name of a ministry
REACH = 90  # characters before an acronym in which its long form stands
TITLED = re.compile(r"(?:\b[Tt]he|['’]s) ((?:[A-Z][\w’'-]+ |of |for |and |the ){1,8})$")
OWNER = re.compile(r"((?:[A-Z][\w.]*[ -]){0,2}[A-Z][\w.]*)(?:['’]s?)? $")
SEATED = re.compile(r" (?:in|of) ((?:[A-Z][\w.]*[ -]){0,2}[A-Z][\w]*)")
# A name begins where no word goes on, so that one letter a hundred thousand times is looked at once.
BODY = re.compile(
    r"(?<![\w.])((?:[A-Z][\w.]*[ -]){0,2}[A-Z][\w.]*)(?:['’]s?)? "
    r"((?:[a-z]+ ){0,2}(?:ministry|office|government|parliament|assembly|senate|congress|court|bank|army|navy|force|military|"
    r"guard|police|commission|council|exchange))\b"
)


@cache
def public_bodies() -> frozenset[tuple[str, ...]]:
    """The words of the bodies that many states have."""
    return frozenset(key_words(line) for line in lines("public_bodies.txt"))


@cache
def body_endings(*kinds: str) -> frozenset[str]:
    """Words that end the names of bodies, and hardly ever those of persons; only those of `firms`, `clubs` or `other`."""
    rows = table("body_words.toml")
    return frozenset(word for kind in kinds or ("firms", "clubs", "other") for word in rows[kind].split())


@cache
def body_leads() -> frozenset[str]:
    """Words that the names of clubs and firms begin with, and that may be left out."""
    return frozenset(table("body_words.toml")["leads"]["words"].split())


def goes_by_beginning(key: tuple[str, ...], full: str) -> bool:
    """Whether a body may go by the first words of its name: a firm by its last word, by its legal form or by an "&"."""
    return len(key) > 1 and (key[-1] in body_endings("firms") or key_words(full)[-1] in COMPANY or "&" in full)


def acronyms(texts: Iterable[str]) -> dict[str, str]:
    """The long form of each acronym that a text explains ("Joint Security Area (JSA)").

    One that texts explain otherwise, not only in spelling, has none but in those texts.
    """
    found: dict[str, Counter[str]] = {}
    for text in texts:
        for short, long in _explained(text):
            found.setdefault(short, Counter())[long] += 1
    return {
        short: min(forms, key=lambda form: (-forms[form], form))
        for short, forms in sorted(found.items())
        if len({body_words(form) for form in forms}) == 1
    }


def _explained(text: str) -> Iterator[tuple[str, str]]:
    for match in ACRONYM.finditer(text):
        before = text[max(0, match.start() - REACH) : match.start()]
        long = _initialled(before, match.group(1)) or _long_form(before, match.group(1)) or _translated(before, match.group(1))
        if long:
            yield match.group(1), long


def owner_before(text: str, start: int) -> tuple[str, int] | None:
    """The country that owns the name which starts at `start` ("Seoul's |Defense Ministry"), and where its own name starts."""
    match = OWNER.search(text[max(0, start - 60) : start])
    if match is None:
        return None
    at = max(0, start - 60) + match.start(1)
    words = match.group(1).split(" ")
    for skip in range(len(words)):
        iso = owners().get(key_words(" ".join(words[skip:])))
        if iso:
            return iso, at + sum(len(word) + 1 for word in words[:skip])
    return None


def owner_behind(text: str, end: int) -> tuple[str, int] | None:
    """The country that owns the name which ends at `end` ("Defence Ministry| in Baghdad"), and where its own name ends."""
    match = SEATED.match(text, end)
    iso = owners().get(key_words(match.group(1))) if match is not None else None
    return (iso, match.end()) if match is not None and iso else None


def owned_bodies(text: str) -> Iterator[tuple[int, int, str]]:
    """Public bodies in lower case behind their owner: start and end of the whole name, and the name in full."""
    for match in BODY.finditer(text):
        words = key_words(match.group(2))
        owner = owner_before(text, match.start(2))
        if _is_public(words) and owner:
            yield owner[1], match.end(2), full_name(owner[0], words)


def full_name(iso: str, words: tuple[str, ...]) -> str:
    """The name of a public body: its country's and its own."""
    return f"{country_name(iso)} {' '.join(words)}"


def is_public(name: str) -> bool:
    """Whether a name is that of a body that many states have, without saying whose."""
    return _is_public(body_words(name))


def _is_public(words: tuple[str, ...]) -> bool:
    return words in public_bodies() or (len(words) == MINISTRY and words[-1] == "ministry")


def _initialled(before: str, short: str) -> str | None:
    """The words before an acronym whose first letters it is; small words ("of the") may have none in it."""
    words = before.rpartition("\n")[2].split()
    for count in range(2, min(len(words), len(short) + 4) + 1):
        tail = words[-count:]
        if tail[0][0] == short[0] and short in (_letters(tail), _letters([word for word in tail if not word.islower()])):
            return " ".join(tail)
    return None


def _letters(words: Iterable[str]) -> str:
    return "".join(word[0].upper() for word in words)


def _translated(before: str, short: str) -> str | None:
    """The body named right before an acronym in capitals that is one of another language ("the New Leaf Party (ULP)")."""
    found = TITLED.search(before) if short.isupper() else None
    words = found.group(1).split() if found is not None else []
    ends = [at for at, word in enumerate(words) if key_words(word) and key_words(word)[-1] in body_endings()]
    return " ".join(words) if len(words) > 1 and ends else None


def _long_form(before: str, short: str) -> str | None:
    """The shortest words before an acronym that hold its letters in order and begin with its first (Schwartz and Hearst 2003)."""
    words = before.rpartition("\n")[2].rstrip()
    at = len(words)
    for letter in reversed(short.lower()):
        at -= 1
        while at >= 0 and words[at].lower() != letter:
            at -= 1
        if at < 0:
            return None
    while at > 0 and words[at - 1].isalnum():
        at = words.lower().rfind(short[0].lower(), 0, at)
        if at < 0:
            return None
    long = words[at:]
    enough = " " in long and len(long.split()) <= min(len(short) + 5, 2 * len(short))
    return long if enough and not set(".,;:!?()") & set(long) else None
