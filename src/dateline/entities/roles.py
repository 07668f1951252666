"""The words of office that stand before a person's name."""

import re
from functools import cache

from dateline.data import lines

BEFORE = re.compile(r"(?:[\w.'’-]+ ){1,6}$")
MOST = 6  # words of a role


@cache
def _offices() -> frozenset[str]:
    return frozenset(lines("titles.txt"))


def role_before(text: str, start: int) -> str | None:
    """The role before the name that starts at `start` ("US Defense Secretary"), or None; forms of address alone are none."""
    match = BEFORE.search(text[max(0, start - 80) : start])
    if match is None:
        return None
    words = match.group().split()[-MOST:]
    longest = next((n for n in range(3, 0, -1) if " ".join(words[-n:]).lower() in _offices()), 0)
    if not longest or len(" ".join(words[-longest:])) <= 4:
        return None
    at = len(words) - longest
    while at > 0 and words[at - 1][0].isupper() and words[at - 1].lower() not in ("the", "a", "an", "then", "former"):
        at -= 1
    return " ".join(words[at:])
