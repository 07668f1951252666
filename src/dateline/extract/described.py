"""Live blogs: where the entries that a page describes to machines stand in its body, and those that it lacks."""

from collections.abc import Mapping, Sequence

from dateline.extract.draft import Told
from dateline.extract.lines import is_prose
from dateline.extract.located import BEFORE, Located, bare
from dateline.extract.missed import runs_of, share_among
from dateline.extract.updates import Described

EDGE = 2  # lines above the text of an entry among which its heading may stand
PRESENT = 0.5  # of an entry's runs of words; one of which the body has more stands in it, however changed

Placed = tuple[Described, int | None]  # an entry and the paragraph it begins with, if it stands in the body


def placed(described: Sequence[Described], body: Sequence[str], located: Located) -> list[Placed]:
    """The described entries in the order of the page, each with its place."""
    found = [(one, _place(one, body, located)) for one in described]
    known = [place for _, place in found if place is not None]
    return found[::-1] if len(known) > 1 and known[0] > known[-1] else found


def _place(one: Described, body: Sequence[str], located: Located) -> int | None:
    """The paragraph with which an entry begins: its heading where it has one, right above its text."""
    place = next((at for line in one.body[:1] if (at := located.find(line)) is not None), None)
    if place is None:
        return located.find(one.headline) if one.headline else None
    above = range(place - 1, max(-1, place - 1 - EDGE), -1)
    return next((at for at in above if one.headline and body[at].lower() == one.headline.lower()), place)


def merged(entries: Sequence[Placed], shown: Mapping[int, Told], body: Sequence[str]) -> dict[int, Told]:
    """The paragraphs that open entries. What is described counts before what is shown, which may stand above a heading."""
    found: dict[int, Told] = {}
    for one, place in entries:
        if place is not None:
            found.setdefault(place, one.told)
    for place, told in shown.items():
        below = next(at for at in range(place, len(body) + 1) if at in found or at == len(body) or is_prose(body[at]))
        found[place] = found.pop(below, told)
    return found


def end_of(entries: Sequence[Placed], openings: Mapping[int, Told], body: Sequence[str]) -> int | None:
    """Where the last entry ends if it is a described one: behind the last paragraph that is described as its own."""
    first = max(openings, default=0)
    last = next((one for one, place in entries if place is not None and place >= first), None)
    if last is None:
        return None
    own = runs_of(" ".join((last.headline, *last.body)))
    return next((at for at in range(len(body) - 1, first, -1) if share_among(body[at], own) >= PRESENT), first) + 1


def missing(
    entries: Sequence[Placed], openings: Mapping[int, Told], body: Sequence[str], end: int | None
) -> dict[int, list[Described]]:
    """The described entries that the body lacks, by the paragraph before which they come in: above the next that it has."""
    found: dict[int, list[Described]] = {}
    runs = runs_of(" ".join(body))
    last = max((place for _, place in entries if place is not None), default=len(body))
    below = min((at for at in openings if at > last), default=len(body) if end is None else end)
    for one, place in reversed(entries):
        if place is not None:
            below = max(at for at in openings if at <= place)
        elif one.body and share_among(" ".join(one.body), runs) < PRESENT:
            found.setdefault(below, []).insert(0, one)
    return found


def lines_of(one: Described) -> list[str]:
    """The heading, where it has one of its own, and the paragraphs of a described entry."""
    return [one.headline, *one.body] if one.headline and not one.body[0].startswith(one.headline) else [*one.body]


def parted(paragraph: str, one: Described) -> list[str]:
    """A paragraph as the lines of an entry whose time, heading and text were run together in it; alone where it is not so."""
    first, own = bare(paragraph), bare("".join((one.headline, *one.body)))
    run_together = one.headline and one.body and first.endswith(own) and len(first) - len(own) <= BEFORE
    return lines_of(one) if run_together else [paragraph]
