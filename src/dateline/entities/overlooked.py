"""Names that the model passed over where they stand, and that are known from elsewhere in the storyline."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.entities.bodies import body_endings
from dateline.entities.given import is_given
from dateline.entities.named import TOWNS, Named
from dateline.entities.names import COMPANY, body_words, key_words, plain
from dateline.entities.people import person_name
from dateline.types import MentionKind, Span

WORD = re.compile(r"[^\W_]+(?:[-–]|['’](?!s\b)|(?<=\b[A-Z])\.(?=[A-Z]))?(?:[^\W_]+)?", re.IGNORECASE)
LONGEST = 8  # words of a name that is looked for
SHORTEST = 2  # letters
BEGINS = re.compile(r"(?:^|[.!?:“\"\n] ?)$")
KINDS: frozenset[MentionKind] = frozenset({"person", "body"})


@dataclass(frozen=True, slots=True)
class Known:
    """The names of a storyline by their words, those of one article alone, and words that also stand in lower case."""

    everywhere: Mapping[str, Named]
    near: Mapping[tuple[str, str], Named]
    common: frozenset[str]

    def at(self, article: str, words: str) -> Named | None:
        """The name that these words are; in capitals, any name of these letters."""
        written = plain(words)
        found = self.near.get((article, written)) or self.everywhere.get(written)
        return found if found is not None and found.name.isupper() <= words.isupper() else None


def add_overlooked(
    named: Sequence[Named],
    texts: Mapping[str, str],
    long_forms: Mapping[str, Mapping[str, str]],
    sought: Sequence[Named],
    common: frozenset[str],
) -> list[Named]:
    """The names with those that were passed over; a known name takes the place of pieces of it.

    `long_forms` are the acronyms that each article knows, `sought` names that no article need have, `common` the words that the
    texts have in lower case.
    """
    known = _known([*sought, *named], long_forms, common)
    spans: dict[str, list[Named]] = {}
    for one in named:
        spans.setdefault(one.span.article, []).append(one)
    found: list[Named] = []
    for article in sorted(texts):
        found += _in_article(article, texts[article], spans.get(article, ()), known)
    return found


def common_words(texts: Iterable[str]) -> frozenset[str]:
    """The words that texts have in lower case."""
    return frozenset(plain(word) for text in texts for word in WORD.findall(text) if word.islower())


def opens_sentence(text: str, start: int) -> bool:
    """Whether a sentence or line begins at a place."""
    return bool(BEGINS.search(text[max(0, start - 2) : start]))


def _known(named: Sequence[Named], long_forms: Mapping[str, Mapping[str, str]], common: frozenset[str]) -> Known:
    """What is looked for: all names of persons and bodies, explained acronyms, and shorter forms of names.

    A shorter form that is a common word too counts only in the articles that have the full one.
    """
    everywhere: dict[str, Named] = {}
    near: dict[tuple[str, str], Named] = {}
    for article, forms in sorted(long_forms.items()):
        for short, long in sorted(forms.items()):
            one = Named(Span(article, 0, 0), short, long, body_words(long), "body")
            near[article, plain(short)] = one
    for one in sorted(named, key=lambda one: (one.kind, one.name, one.full, one.span)):
        if one.kind not in KINDS or len(one.name) < SHORTEST or "\n" in one.name or one.span.start == one.span.end:
            continue
        for form in _first_names(one):
            if plain(form.name) not in common:
                near.setdefault((one.span.article, plain(form.name)), form)
        for form in (one, *_shorter(one)):
            written = plain(form.name)
            near.setdefault((one.span.article, written), form)
            if form is one or (written not in common and len(written) > SHORTEST):
                everywhere.setdefault(written, form)
    return Known(everywhere, near, common)


def _first_names(one: Named) -> Iterator[Named]:
    """The first of the names of a person, by which its own article may go on."""
    first = one.name.split(" ")[0]
    if one.kind == "person" and first != one.name and len(first) > SHORTEST and first.isalpha():
        yield Named(one.span, first, first, key_words(first), "person")


def _shorter(one: Named) -> Iterator[Named]:
    """The forms that a name is likely to be told in where it was passed over."""
    words = one.name.split(" ")
    if len(words) < 2:
        return
    if one.kind == "person":
        last = person_name(one.name)
        if not last.suffix and " " not in words[-1]:
            yield Named(one.span, words[-1], words[-1], key_words(words[-1]), "person")
        return
    forms = {" ".join(words[:-1])} if key_words(words[-1])[-1:] and key_words(words[-1])[-1] in COMPANY else set()
    forms |= set(words) if len(words) == 2 and plain(words[1]) in body_endings("firms", "clubs") | TOWNS else set()
    forms |= {one.name.replace(" & ", " and ")} - {one.name}
    yield from (Named(one.span, form, form, body_words(form), "body") for form in sorted(forms) if form[:1].isupper())


def _in_article(article: str, text: str, named: Sequence[Named], known: Known) -> Iterator[Named]:
    """The names of an article, with those that were passed over."""
    at: dict[int, list[Named]] = {}
    for one in named:
        for place in range(one.span.start, one.span.end):
            at.setdefault(place, []).append(one)
    given_way: set[Span] = set()
    for new in _looked_up(article, text, known):
        touched = {other for place in range(new.span.start, new.span.end) for other in at.get(place, ())}
        if all(_gives_way(other, new, known) for other in touched):
            given_way |= {other.span for other in touched}
            yield new
    yield from (one for one in named if one.span not in given_way)


def _gives_way(old: Named, new: Named, known: Known) -> bool:
    """Whether a mention is a piece of a longer known name, or a line in capitals that the model took for one name."""
    if new.span.holds(old.span) and new.span != old.span:
        return True
    return old.name.isupper() and " " in old.name and old.span.holds(new.span) and known.everywhere.get(plain(old.name)) == old


def _looked_up(article: str, text: str, known: Known) -> Iterator[Named]:
    """Where known names stand in a text, the longest at each place."""
    words = [(match.start(), match.end()) for match in WORD.finditer(text)]
    at = 0
    while at < len(words):
        start = words[at][0]
        step = 1
        if text[start].isupper():
            for count in range(min(LONGEST, len(words) - at), 0, -1):
                end = words[at + count - 1][1]
                found = known.at(article, text[start:end])
                if found is not None and (count > 1 or _is_name(text, start, end, known)):
                    yield _placed(found, text, words[at - 1][0] if count == 1 and at else start, Span(article, start, end))
                    step = count
                    break
        at += step


def _placed(found: Named, text: str, before: int, span: Span) -> Named:
    """A known name where it stands; a surname with the given name that stands `before` it."""
    given = text[before : span.start]
    if found.kind == "person" and given[-1:] == " " and given[:1].isupper() and is_given(plain(given[:-1])):
        span = replace(span, start=before)
        name = text[span.start : span.end]
        return Named(span, name, name, key_words(name), "person")
    return Named(span, text[span.start : span.end], found.full, found.key, found.kind)


def _is_name(text: str, start: int, end: int, known: Known) -> bool:
    """Whether a single word with a capital is surely the name: not where a sentence begins with a word that is a common one."""
    return plain(text[start:end]) not in known.common or not opens_sentence(text, start)
