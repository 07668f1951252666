"""Letters of Latin, Cyrillic and Greek script brought to plain ones, so that a name is the same in several languages."""

from functools import cache
from unicodedata import combining, normalize

from dateline.data import table


def fold(word: str) -> str:
    """A word in lower case without accents, Cyrillic and Greek letters by Latin ones."""
    low = word.casefold()
    if low.isascii():
        return low
    bare = "".join(letter for letter in normalize("NFKD", low) if not combining(letter))
    return normalize("NFC", bare.translate(_letters()))


@cache
def _letters() -> dict[int, str]:
    return str.maketrans(table("letters.toml")["plain"])
