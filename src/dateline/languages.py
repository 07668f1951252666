"""The languages of articles: their codes and names, and which of them are read in full."""

from functools import cache
from importlib import import_module

from dateline.data import lines
from dateline.types import Article, Reading

STOP_LISTS = {"no": "nb"}  # where spaCy calls a language otherwise
UNSPACED = ("ja", "km", "lo", "my", "th", "zh")  # written without spaces between words
READ = ("en",)  # the finders are rules over English syntax
# Codes that pages give for a language which has another here: older ones, written forms of one tongue, three letters.
ALIASES = {
    "iw": "he", "in": "id", "nb": "no", "nn": "no", "fil": "tl", "cmn": "zh", "yue": "zh", "wuu": "zh", "eng": "en", "fra": "fr",
    "fre": "fr", "deu": "de", "ger": "de", "spa": "es", "ita": "it", "por": "pt", "rus": "ru", "ara": "ar", "zho": "zh",
    "chi": "zh", "jpn": "ja", "kor": "ko", "nld": "nl", "dut": "nl", "pol": "pl", "tur": "tr", "ukr": "uk", "mo": "ro",
}  # fmt: skip


@cache
def names() -> dict[str, str]:
    """The English names of the languages in which news is published, by ISO 639-1 code."""
    return dict(line.split(None, 1) for line in lines("languages.txt"))


def name_of(code: str) -> str:
    """The English name of a language, else its code."""
    return names().get(code, code)


def code_of(tag: str) -> str | None:
    """The ISO 639-1 code in a language tag ("fr-CA", "pt_BR"); None where it names no language of the table."""
    first = tag.strip().replace("_", "-").partition("-")[0].lower()
    code = ALIASES.get(first, first)
    return code if code in names() else None


def reading_of(article: Article) -> Reading:
    """What is made of an article: all that is found in an English text, or only its words for grouping."""
    return "full" if article.language in READ else "words"


def is_read(article: Article) -> bool:
    """Whether an article is read in full."""
    return reading_of(article) == "full"


@cache
def stop_words(language: str) -> frozenset[str]:
    """The function words of a language, as spaCy lists them; none where it has no list."""
    try:
        listed: set[str] = import_module(f"spacy.lang.{STOP_LISTS.get(language, language)}.stop_words").STOP_WORDS
    except ImportError:
        return frozenset()
    return frozenset(word.lower() for word in listed)
