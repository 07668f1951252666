"""Reported speech against PolNeAR's articles: sources, cues, contents, linked triples, and direct quotations with their speaker.

Spans are compared as sets of word tokens. Two are the same in *overlap* when they share at least half of the longer, in *exact*
when they are equal. Precision, recall and F over all articles; `direct` counts quoted stretches of four words or more.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from dateline.analyze.attributions import find_attributions
from dateline.analyze.cast import cast_of
from dateline.analyze.mentions import find_mentions
from dateline.analyze.model import load_model, parse
from dateline.evaluate.jsonl import read_rows
from dateline.evaluate.scores import prf
from dateline.settings import Settings
from dateline.types import Attribution

Words = frozenset[int]
Roles = dict[str, Words]
Place = tuple[int, int]
Same = Callable[[Words, Words], bool]

ROLES = ("content", "source", "cue")
FEWEST = 4
"""Words of a quoted stretch that counts as direct speech, as the benchmark defines it."""

_WORD = re.compile(r"\w+(?:['’.-]\w+)*|[^\w\s]")
_MARK = re.compile(r"[“”\"]|\n\s*")
_HEAD_END = re.compile(r",|;|\(| who\b| which\b| of\b| in\b| at\b| from\b| for\b| on\b| with\b")


def evaluate(data: Path, *, part: str = "dev") -> dict[str, float]:
    """Precision, recall and F of every role, the triple and direct speech, on one part (`dev` or `train`) of the set."""
    rows = read_rows(data / f"{part}.jsonl.gz")
    return score(rows, predict(rows))


def predict(rows: Sequence[dict[str, Any]]) -> list[tuple[Attribution, ...]]:
    """The attributions found in each article, in order of the rows."""
    settings = Settings()
    docs = parse(load_model(settings.model), [row["text"] for row in rows], settings.batch_characters)
    return [find_attributions(doc, cast_of(doc, "", find_mentions(doc, ""))) for doc in docs]


def score(rows: Iterable[dict[str, Any]], found: Iterable[tuple[Attribution, ...]]) -> dict[str, float]:
    """The figures of predictions given in the order of the gold rows."""
    right, given, wanted = Counter[str](), Counter[str](), Counter[str]()

    def add(name: str, hits: int, predictions: int, golds: int) -> None:
        right[name] += hits
        given[name] += predictions
        wanted[name] += golds

    for row, attributions in zip(rows, found, strict=True):
        words = [(match.start(), match.end()) for match in _WORD.finditer(row["text"])]
        spelled = [row["text"][start].isalnum() for start, _ in words]
        gold = [{role: _covered(words, spelled, one.get(role) or []) for role in ROLES} for one in row["attributions"]]
        told = [_roles(words, spelled, one) for one in attributions]
        for mode, same in (("exact", _equal), ("overlap", _overlap)):
            _count_roles(mode, same, gold, told, add)
        _count_direct(row, words, spelled, gold, told, add)
    return _figures(right, given, wanted)


def _figures(right: Counter[str], given: Counter[str], wanted: Counter[str]) -> dict[str, float]:
    figures: dict[str, float] = {}
    for name in sorted(wanted):
        scores = prf(right[name], given[name] - right[name], wanted[name] - right[name])
        figures |= {f"{name}_{letter}": value for letter, value in zip("prf", scores, strict=True)}
        figures[f"{name}_gold"] = wanted[name]
    return figures


def _roles(words: Sequence[Place], spelled: Sequence[bool], one: Attribution) -> Roles:
    return {
        "content": _covered(words, spelled, [(span.start, span.end) for span in one.content]),
        "source": _covered(words, spelled, [(one.source.start, one.source.end)] if one.source else []),
        "cue": _covered(words, spelled, [(one.cue.start, one.cue.end)] if one.cue else []),
    }


def _covered(words: Sequence[Place], spelled: Sequence[bool], places: Iterable[Sequence[int]]) -> Words:
    """The words that spans touch; punctuation only where they touch no word."""
    ranges = [(place[0], place[1]) for place in places]
    touched = [index for index, (start, end) in enumerate(words) if any(low < end and start < high for low, high in ranges)]
    return frozenset([index for index in touched if spelled[index]] or touched)


def _equal(left: Words, right: Words) -> bool:
    return left == right


def _overlap(left: Words, right: Words) -> bool:
    if not left or not right:
        return left == right
    return 2 * len(left & right) >= max(len(left), len(right))


def _count_roles(mode: str, same: Same, gold: list[Roles], told: list[Roles], add: Callable[[str, int, int, int], None]) -> None:
    for role in ROLES:
        wanted, given = (sorted({one[role] for one in side if one[role]}, key=min) for side in (gold, told))
        add(f"{role}_{mode}", _paired(wanted, given, same), len(given), len(wanted))
    hits = _paired(gold, told, lambda left, right: all(same(left[role], right[role]) for role in ROLES))
    add(f"triple_{mode}", hits, len(told), len(gold))


def _paired(wanted: Sequence[Any], given: Sequence[Any], same: Callable[[Any, Any], bool]) -> int:
    """How many wanted items find a partner of their own, taken in order."""
    free = list(given)
    for one in wanted:
        partner = next((index for index, other in enumerate(free) if same(one, other)), None)
        if partner is not None:
            free.pop(partner)
    return len(given) - len(free)


def _count_direct(
    row: dict[str, Any],
    words: Sequence[Place],
    spelled: Sequence[bool],
    gold: list[Roles],
    told: list[Roles],
    add: Callable[[str, int, int, int], None],
) -> None:
    text = row["text"]
    heads = [_covered(words, spelled, [_head(text, one["source"][0])]) if one["source"] else None for one in row["attributions"]]
    for place in quoted_places(text):
        piece = _covered(words, spelled, [place])
        if len(piece) < FEWEST:
            continue
        owners = [head for head, one in zip(heads, gold, strict=True) if head and _holds_half(one, piece)]
        speakers = [one["source"] for one in told if one["source"] and _holds_half(one, piece)]
        right = any(head & speaker for head in owners for speaker in speakers)
        add("direct", int(right), int(bool(speakers)), int(bool(owners)))


def _holds_half(one: Roles, piece: Words) -> bool:
    return 2 * len(piece & one["content"]) >= len(piece)


def quoted_places(text: str) -> list[Place]:
    """The offsets inside double quotation marks; a quotation that a paragraph leaves open ends with it."""
    places: list[Place] = []
    opened: int | None = None
    for mark in _MARK.finditer(text):
        sign = mark.group()
        if sign == "“" or (sign == '"' and opened is None):
            opened = mark.end()
        elif opened is not None:
            places.append((opened, mark.start()))
            opened = None
    return [(start, end) for start, end in places if text[start:end].strip()]


def _head(text: str, source: Sequence[int]) -> Place:
    """The place of the head word of a source: the last one before a comma, a preposition or a relative word."""
    whole = text[source[0] : source[1]]
    part = _HEAD_END.split(whole.rstrip(" ,:;"))[0]
    found = list(re.finditer(r"[\w.’'-]+", part)) or list(re.finditer(r"\w+", whole))
    start = source[0] + (found[-1].start() if found else 0)
    return start, start + 1
