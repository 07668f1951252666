"""The terms of articles in languages other than English: comparable among the articles of one language."""

import re
from functools import lru_cache

from dateline.languages import stop_words
from dateline.stories.folding import fold

# A word with the marks that Indic scripts, Hebrew, Arabic and decomposed accents set beside their letters.
WORD = re.compile(
    r"(?:[^\W_][\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e\u0eb1-\u0ecd"
    r"\u102b-\u103e\u17b4-\u17d3\u200c]*)+(?:['’][^\W_]+)*"
)
ELIDED = re.compile(r"^[^\W\d_]{1,2}['’](?=\w)")  # "l'usine", "d’un"; "qu'" is long enough to be a word
# Scripts without spaces between words, and Korean, which ties particles to them: two characters in a row stand for words.
UNSPACED = re.compile(r"[\u3400-\u9fff\uac00-\ud7af\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]{2,}")
RUN = re.compile(
    UNSPACED.pattern + r"|[\u30a0-\u30ff]{2,}|[^\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+"
)
STEM = 6  # letters: endings differ by language, beginnings tell; 5 and 7 do no better
LEAST = 3  # letters of a word that may tell something; a digit counts


@lru_cache(maxsize=100_000)
def marked_terms(word: str, language: str) -> tuple[str, ...]:
    """The terms of a word with the language before them."""
    return tuple(f"{language}:{term}" for term in terms_of(word, language))


def terms_of(word: str, language: str) -> list[str]:
    """What a word is compared by: its folded beginning, or the pairs of characters in it; nothing for a function word."""
    if word.lower() in stop_words(language):
        return []
    bare = ELIDED.sub("", word)
    if bare.lower() in stop_words(language):
        return []
    found: list[str] = []
    for run in RUN.findall(bare):
        if UNSPACED.fullmatch(run):
            found += [run[at : at + 2] for at in range(len(run) - 1)]
        elif len(run) >= LEAST or run.isdigit():
            found.append(fold(run)[:STEM])
    return found
