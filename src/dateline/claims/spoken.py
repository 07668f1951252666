"""The words of a quotation, each with its place, in the form in which wordings of one sentence do not differ."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from dateline.data import table
from dateline.types import Span
from dateline.words import one_spelling

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[%&£€$]")
BREAKS = re.compile(r"[.!?:“”„\"‘«»‹›「」『』\[\]]|\n")
CURRENCIES = {"£": "pounds", "€": "euros", "$": "dollars"}
SIGNS = {"%": "percent", "&": "and", "pound": "pounds", "euro": "euros", "dollar": "dollars"}
HALF = ("and", "a", "half")
TEN = 10
HUNDRED = 100.0
LONGEST = 12  # words of a number


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its form, its place, whether it is a number or date, or, by a capital letter that begins no sentence, a name."""

    form: str
    span: Span
    number: bool = False
    name: bool = False


def read_words(text: str, span: Span) -> tuple[Word, ...]:
    """The words of `text` at `span`; short forms are written out, and a figure is a number in whatever notation."""
    return tuple(_numbers(_tokens(text, span), text))


def _tokens(text: str, span: Span) -> list[tuple[str, Span, bool]]:
    """Form, place and whether it looks like a name, of each word."""
    found: list[tuple[str, Span, bool]] = []
    fresh, last = True, span.start
    for match in TOKEN.finditer(text, span.start, span.end):
        fresh = fresh or BREAKS.search(text, last, match.start()) is not None
        told = match.group()
        capital = told[:1].isupper() and not fresh and told[:2] not in ("I", "I’", "I'")
        place = Span(span.article, match.start(), match.end(), span.part)
        found += [(form, place, capital) for form in _forms(told.lower().replace("’", "'"))]
        fresh, last = False, match.end()
    return list(_ordinals(_spelt_out(found, text), text))


def _ordinals(tokens: Sequence[tuple[str, Span, bool]], text: str) -> Iterator[tuple[str, Span, bool]]:
    """The tokens with ordinals in one form ("1st", "first"); the day of a date is its number ("June 3rd", "June 3")."""
    small, ordinals = _number_words()[0], _ordinal_words()
    at = 0
    while at < len(tokens):
        (form, span, capital), (behind, next_span, _) = (
            tokens[at],
            tokens[at + 1] if at + 1 < len(tokens) else ("", tokens[at][1], False),
        )
        value, length = ordinals.get(form), 1
        if form.isdecimal() and next_span.start == span.end and behind in ("st", "nd", "rd", "th"):
            value, length = int(form), 2
        elif (
            behind in ordinals
            and small.get(form, 0) >= TEN
            and ordinals[behind] < TEN
            and text[span.end : next_span.start] == "-"
        ):
            value, length = int(small[form]) + ordinals[behind], 2
        if value is None:
            yield form, span, capital
        else:
            beside = {tokens[near][0] for near in (at - 1, at + length) if 0 <= near < len(tokens)}
            dated = length == 2 and form.isdecimal() and any(word in _dates() for word in beside)
            place = Span(span.article, span.start, tokens[at + length - 1][1].end, span.part)
            yield str(value) if dated else f"{value}th", place, False
        at += length


def _spelt_out(tokens: Sequence[tuple[str, Span, bool]], text: str) -> list[tuple[str, Span, bool]]:
    """The tokens with letters that are written on to digits as the scale they stand for ("£2m", "14bn", "50k")."""
    out = list(tokens)
    for at in range(1, len(out)):
        (before, digits, _), (form, span, capital) = out[at - 1 : at + 1]
        scale = _suffixes().get(form) if digits.end == span.start and before[0].isdigit() else None
        if scale is not None and (len(form) > 1 or form == "k" or _is_money(out, at, text)):
            out[at] = (scale, span, capital)
    return out


def _is_money(tokens: Sequence[tuple[str, Span, bool]], at: int, text: str) -> bool:
    """Whether a lone letter on digits is a scale, no measure or mark: it is of a currency, or of people."""
    digits = tokens[at - 1][1]
    behind = tokens[at + 1][0] if at + 1 < len(tokens) else ""
    return text[digits.start - 1 : digits.start] in CURRENCIES or behind in (*CURRENCIES.values(), "people")


def _forms(word: str) -> list[str]:
    """The words that one word as written stands for."""
    speech = table("speech.toml")
    if word in speech["short"]:
        return list(speech["short"][word].split())
    for ending, meant in speech["endings"].items():
        if word.endswith(ending) and len(word) > len(ending):
            return [word.removesuffix(ending), meant]
    if word.endswith("'s") and word[:-2] in speech["is"]["words"].split():
        return [word[:-2], "is"]
    return [SIGNS.get(word) or one_spelling(word.replace("'", ""))]


def _numbers(tokens: Sequence[tuple[str, Span, bool]], text: str) -> Iterator[Word]:
    """The words with every run of number words as one number, and "per cent" as one word."""
    at = 0
    while at < len(tokens):
        form, span, capital = tokens[at]
        if form == "per" and at + 1 < len(tokens) and tokens[at + 1][0] == "cent":
            yield Word("percent", Span(span.article, span.start, tokens[at + 1][1].end, span.part))
            at += 2
            continue
        money = CURRENCIES.get(form)
        at += money is not None
        value, length = _number(_joined(tokens[at : at + LONGEST], text))
        if length:
            place = Span(span.article, span.start, tokens[at + length - 1][1].end, span.part)
            yield Word("one" if value == 1 else f"{value:.10g}", place, number=True)
            if money is not None:
                yield Word(money, place)
            at += length
            continue
        if money is not None:
            continue
        if form.endswith("th") and form[:-2].isdecimal():
            yield Word(form, span, number=True)
            at += 1
            continue
        dated = _dates().get(form) if capital or form not in ("may", "march", "mar", "dec", "sept", "sun") else None
        yield Word(dated or form, span, number=dated is not None, name=capital and dated is None)
        at += 1


def _joined(tokens: Sequence[tuple[str, Span, bool]], text: str) -> list[str]:
    """The forms of the first words that only spaces and hyphens stand between."""
    forms = [form for form, _, _ in tokens[:1]]
    for (_, before, _), (form, span, _) in pairwise(tokens):
        if text[before.end : span.start].strip(" -"):
            break
        forms.append(form)
    return forms


def _number(forms: Sequence[str]) -> tuple[float, int]:
    """The value of the number that begins here and how many words it takes; none for the pronoun "one" and a mere "hundred"."""
    small, scales = _number_words()
    if tuple(forms[:2]) == ("half", "a") and len(forms) > 2 and forms[2] in scales:
        return scales[forms[2]] / 2, 3
    total = part = 0.0
    at = length = 0
    while at < len(forms):
        form = forms[at]
        told = _digits(form) if at == 0 else None
        told = small.get(form) if told is None else told
        if told is not None and (part == 0 or (told < _room(part) and form in small)):
            part += told
            length = at + 1
        elif form in scales and (part or (at == 1 and forms[0] == "a")):
            part = (part or 1.0) * scales[form]
            total, part = (total + part, 0.0) if scales[form] > HUNDRED else (total, part)
            length = at + 1
        elif part and at == length and tuple(forms[at : at + 3]) == HALF:
            part += 0.5
            at, length = at + 2, at + 3
        elif not (form == "and" and length == at and at and forms[at - 1] == "hundred") and not (at == 0 and form == "a"):
            break
        at += 1
    return (0.0, 0) if length == 1 and forms[0] == "one" else (total + part, length)


def _room(part: float) -> float:
    """What may still be added to a number: units to tens, tens to hundreds."""
    return next((float(step) for step in (100, 10) if part % step == 0), 0.0)


def _digits(form: str) -> float | None:
    plain = form.replace(",", "")
    return float(plain) if plain.replace(".", "", 1).isdecimal() else None


@cache
def _number_words() -> tuple[dict[str, float], dict[str, float]]:
    words = table("numbers.toml")
    small = {word: float(value) for key in ("ones", "tens") for word, value in words[key].items()}
    scales = {word: float(value) for word, value in words["scales"].items()} | {"bn": 1e9, "mn": 1e6}
    return small, scales


@cache
def _ordinal_words() -> dict[str, int]:
    return {word: int(value) for word, value in table("numbers.toml")["ordinals"].items()}


@cache
def _suffixes() -> dict[str, str]:
    """The letters that stand on digits, each with the word of its scale."""
    words = table("numbers.toml")
    names = {float(value): word for word, value in words["scales"].items()}
    return {letters: names[float(value)] for letters, value in words["suffixes"].items()}


@cache
def _dates() -> dict[str, str]:
    """The English names of months and weekdays, in one form each: what tells a day, as a number does."""
    months = {form: told.split()[0] for told in table("months.toml")["names"].values() for form in told.split()[:2]}
    return months | {day: day for day in table("speech.toml")["days"]["words"].split()}
