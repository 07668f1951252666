"""Terms: the comparable words of what is said, by families, with those of what it was said beside."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from itertools import islice

from dateline.data import lines, table
from dateline.types import Article, Clause, Span
from dateline.words import FAMILIES, normal_form, one_spelling

EMPTY = frozenset(lines("empty_verbs.txt"))
FUNCTION = frozenset(lines("function_words.txt"))
# Words that only point to what was said before ("the claim", "the matter").
POINTING = frozenset(word for words in table("reporting.toml")["pointing"].values() for word in str(words).split())
WORD = re.compile(r"[^\W\d_]+")
NAME = re.compile(r"(?<=[a-z,] )[A-Z][^\W\d_]+")  # with a capital inside a sentence
ENDING = re.compile(r"(?:ations?|ments?|ings?|ures?|ions?|ated?|als?|e[ds]|ies|s|e|y)$")
# The first form of each irregular verb; "lay" is one of its own.
FORMS = [told.split() for told in lines("irregular.txt")]
BASE = {form: forms[0] for forms in FORMS for form in forms} | {forms[0]: forms[0] for forms in FORMS}
STATES = frozenset({"stay", "remain", "keep"})
POINTERS = frozenset({"it", "this", "that", "these", "those", "them", "they"})
LITTLE = 2  # telling words at most of what only points to what was said before it
MOST = 300  # words of a stretch that are read, from its first: a bound on work
STEM = 3  # fewer letters say too little to be a word's stem


@dataclass(frozen=True, slots=True)
class Stems:
    """The stems of what is said: of all its words, of its verbs, and of the first verb, empty where that says nothing.

    `answer` is that of the word that answers a question, `turned` whether it does so the other way ("stay" and not "leave").
    `near` are the stems of what stands beside it; what `points` says little but to whom knows what was said
    before. `names` are those that the article writes with a capital; `asked` are the answers
    beside it, and whether each is turned.
    """

    words: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    main: str = ""
    answer: str = ""
    turned: bool = False
    near: frozenset[str] = frozenset()
    points: bool = False
    names: frozenset[str] = frozenset()
    asked: tuple[tuple[str, bool], ...] = ()

    def without(self, own: frozenset[str]) -> "Stems":
        """These without the stems of the speaker's name, which tell nothing of what is said."""
        return replace(self, words=self.words - own, acts=self.acts - own, near=self.near - own)


def count_telling(text: str) -> int:
    """The number of words that say what is spoken of; a pronoun alone has none."""
    return sum(is_telling(word.lower()) for word in WORD.findall(text))


def is_telling(word: str) -> bool:
    """Whether a word in lower case says something of what is spoken of."""
    return len(word) > 1 and word not in FUNCTION and word not in POINTING and word not in EMPTY


@lru_cache(maxsize=100_000)
def _cut(word: str) -> str:
    """A word without its ending: "closure", "closing" and "closed" have one stem."""
    cut = ENDING.sub("", word)
    return cut if len(cut) >= STEM else word


@cache
def _families() -> Mapping[str, str]:
    """The stem of the first word of its family for the stems of all words of a family."""
    found: dict[str, str] = {}
    for word, first in FAMILIES.items():
        found.setdefault(_cut(word), _cut(first))
    return found


@cache
def _questions() -> Mapping[str, tuple[str, bool]]:
    """For the stems of words of one question the stem that stands for all, and whether a word answers it the other way.

    Words that are not listed themselves go with the first listed one of their family.
    """
    told = [
        (word, (_plain(line.split()[0]), bool(other)))
        for line in lines("matter_words.txt")
        for other, words in enumerate(line.split(":"))
        for word in words.split()
    ]
    found: dict[str, tuple[str, bool]] = {}
    for form in (_plain, _family):
        for word, question in told:
            found.setdefault(form(word), question)
    return found


@lru_cache(maxsize=100_000)
def _plain(word: str) -> str:
    """The stem of a word by its letters: that of the first form of an irregular verb, in one spelling."""
    return _cut(one_spelling(BASE.get(word, word)))


@lru_cache(maxsize=100_000)
def _family(word: str) -> str:
    """The stem of the word that stands for the family of a word."""
    plain, form = _plain(word), _cut(normal_form(BASE.get(word, word)))
    return _families().get(plain, plain) if form == plain else form


@lru_cache(maxsize=100_000)
def _question(word: str) -> tuple[str, bool]:
    plain, family = _plain(word), _family(word)
    return _questions().get(plain) or _questions().get(family, (family, False))


def stem(word: str) -> str:
    """The stem that stands for a word, its family and its opposites."""
    return _question(word)[0]


def _asks(word: str) -> bool:
    """Whether a word is listed with others that answer one question."""
    return _plain(word) in _questions()


def is_turned(word: str) -> bool:
    """Whether a word answers its question the other way."""
    return _question(word)[1]


def name_stems(name: str) -> frozenset[str]:
    """The stems of a name, which tell nothing of what its bearer says."""
    return frozenset(stem(word) for word in WORD.findall(name.lower()))


@dataclass(frozen=True, slots=True)
class Reader:
    """The comparable words of the stretches of one article; each stretch is read once."""

    article: Article
    verbs: Mapping[int, str]
    names: frozenset[str]
    known: dict[Span, list[tuple[str, bool]]] = field(default_factory=dict)

    def told_in(self, pieces: Iterable[Span]) -> list[tuple[str, bool]]:
        """The telling words of some stretches in order, and whether each is a verb, which comes as its lemma."""
        return [told for piece in pieces for told in self._read(piece)]

    def has_verb(self, piece: Span) -> bool:
        """Whether a verb stands in a stretch."""
        return any(match.start() in self.verbs for match in self._words(piece))

    def points(self, piece: Span) -> bool:
        """Whether a stretch points to what was said before it, and says little more."""
        words = [match[0].lower() for match in self._words(piece)]
        words = words[1:] if words[:1] == ["that"] and len(words) > 2 else words
        return not POINTERS.isdisjoint(words) and len(self._read(piece)) <= LITTLE

    def _words(self, piece: Span) -> Iterator[re.Match[str]]:
        return islice(WORD.finditer(self.article.text, piece.start, piece.end), MOST)

    def _read(self, piece: Span) -> list[tuple[str, bool]]:
        if piece not in self.known:
            self.known[piece] = self._told_in(piece)
        return self.known[piece]

    def _told_in(self, piece: Span) -> list[tuple[str, bool]]:
        found: list[tuple[str, bool]] = []
        for match in self._words(piece):
            word, predicate = match[0].lower(), self.verbs.get(match.start())
            if found and found[-1][0] in STATES and _asks(word):
                found.pop()  # "stay open" and "remain shut" tell of being open or shut
            told = [word] if predicate is None else _verb(word, predicate)
            if told == ["end"] and predicate is None:
                continue  # "at the end of May"
            found.extend((one, predicate is not None) for one in told if is_telling(one))
        return found


def reader_of(article: Article, clauses: Iterable[Clause]) -> Reader:
    """What reads the words of an article, whose verbs are those of its clauses but not of the narrator's asides."""
    verbs = {one.verb.start: one.predicate for one in clauses if not one.aside}
    return Reader(article, verbs, frozenset(stem(word.lower()) for word in NAME.findall(article.text)))


def stems_of(content: Sequence[Span], reader: Reader, beside: Iterable[Span] = (), *, points: bool = False) -> Stems:
    """The stems of what is said, verbs by their lemmas; none where all words point to what was said before.

    `beside` are the stretches around it; what is said itself may stand in them.
    """
    told, around = reader.told_in(content), reader.told_in(beside)
    words = frozenset(stem(word) for word, _ in told)
    verbs = [word for word, is_verb in told if is_verb]
    main = next((word for word in verbs[:2] if _asks(word)), next(iter(verbs), ""))
    answer = main if _asks(main) else next((word for word, _ in told if _asks(word)), "")
    return Stems(
        words=words,
        acts=frozenset(map(stem, verbs)),
        main=main and stem(main),
        answer=answer and stem(answer),
        turned=is_turned(answer),
        near=frozenset(stem(word) for word, _ in around) - words,
        points=points,
        names=words & reader.names,
        asked=tuple(dict.fromkeys(_question(word) for word, _ in around if _asks(word))),
    )


def _verb(word: str, predicate: str) -> list[str]:
    """The lemma of a verb, and of one that only carries its object the verb as well ("paid" of which the predicate is "wage")."""
    return [predicate] if word[:STEM] == predicate[:STEM] or BASE.get(word) == predicate else [word, predicate]
