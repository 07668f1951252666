"""Likeness of articles in different languages: by what is written alike in both, names, large cities and numbers."""

import re
from collections import Counter
from collections.abc import Iterator

from dateline.languages import stop_words
from dateline.stories.cities import UNSPACED, cities_in, city_of
from dateline.stories.folding import fold
from dateline.stories.foreign import ELIDED, WORD
from dateline.types import Article

NAME = 5  # letters that two languages' forms of a name share: Korvania, Korvanii, korvanisch
LEAST = 3
GROUPED = r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?![.,]?\d)"
NUMBER = re.compile(rf"(?<![\d.,万萬만億亿억])(?:{GROUPED}|\d+(?:[.,]\d{{1,2}})?)(?![\d万萬만億亿억])")
# Hundreds of millions and tens of thousands, as East Asia counts.
EAST = re.compile(r"(?<!\d)(?:(\d{1,6})[億亿억]\s?)?(?:(\d{1,6})[万萬만])?(?<=[億亿억万萬만])(\d{1,4})?")
MILLION = 1_000_000
SUFFIX = re.compile(r"(?<=\w{3})['’]\w{1,5}$")  # Turkish endings, English possessives
YEAR = re.compile(r"(?:19|20)\d\d")


def names_of(article: Article) -> Counter[str]:
    """How often each name, large city and number stands in an article, written so that languages agree."""
    return Counter(name for name, _, _ in named_places(article))


def named_places(article: Article) -> Iterator[tuple[str, int, int]]:
    """Each name, large city and number of an article with the place of its word in the text; numbers first."""
    text = article.text
    yield from _numbers(text)
    words = [(_bare(match), match.end()) for match in WORD.finditer(text)]
    lower = {word for word, _ in words if not word[0].isupper()}
    for word, end in words:
        start = end - len(word)
        if UNSPACED.search(word):
            yield from ((f"@{city}", start, end) for run in UNSPACED.findall(word) for city in cities_in(run))
        elif word[0].isupper() or not _cased(word):
            yield from ((name, start, end) for name in _named(word, article.language, lower))


def _bare(match: re.Match[str]) -> str:
    return ELIDED.sub("", match.group())


def _named(word: str, language: str, lower: set[str]) -> Iterator[str]:
    """The key of a name; nothing for a word that stands in the text in lower case too, or for a function word."""
    low = word.lower()
    bare = SUFFIX.sub("", word)
    if low in stop_words(language):
        return
    if _cased(word):
        if low in lower or len(bare) < LEAST:
            return
        city = city_of(bare)
        yield fold(bare)[:NAME] if city is None else f"@{city}"
    else:
        for form in (bare, bare.removeprefix("و"), bare.removeprefix("ب"), bare.removeprefix("ل")):
            if (city := city_of(form)) is not None:
                yield f"@{city}"
                return


def _cased(word: str) -> bool:
    return word[0].isupper() or word[0].islower()


def _numbers(text: str) -> Iterator[tuple[str, int, int]]:
    """The numbers of two digits and more in one way of writing, with their places; years are left out."""
    for match in EAST.finditer(text):
        if not (match[1] or match[2]):
            continue
        value = int(match[1] or 0) * 100 * MILLION + int(match[2] or 0) * 10_000 + int(match[3] or 0)
        written = f"{value / MILLION:g}" if value >= MILLION else str(value)  # others write "420 million"
        yield written, match.start(), match.end()
    for match in NUMBER.finditer(text):
        plain = match.group()
        if re.fullmatch(GROUPED, plain):
            plain = re.sub(r"\D", "", plain)
        plain = plain.replace(",", ".")
        if len(plain) > 1 and not YEAR.fullmatch(plain):
            yield plain, match.start(), match.end()
