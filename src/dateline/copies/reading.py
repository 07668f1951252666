"""An article as the copy finder reads it."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.copies.candidates import anchor_keys, fingerprints
from dateline.copies.facts import Facts, anchors_of, facts_of
from dateline.copies.words import Words, words_of
from dateline.ledger import Library
from dateline.types import Article

HELD = 2000  # readings, of about 80 kB each


@dataclass(frozen=True, slots=True)
class Reading:
    """One article with its words, its facts and its fingerprints."""

    article: Article
    words: Words
    facts: Facts
    prints: frozenset[int]

    def keys(self) -> frozenset[int]:
        """Its fingerprints and anchors, by which it is found."""
        return self.prints | anchor_keys(anchors_of(self.facts))


def read(article: Article) -> Reading:
    """The reading of an article."""
    words = words_of(article)
    return Reading(article, words, facts_of(article, words), fingerprints(words.words))


class Readings:
    """The readings of the articles in a library, those used last kept at hand."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._held: OrderedDict[str, Reading] = OrderedDict()

    def take(self, article: Article) -> Reading:
        """The reading of an article, which takes the place of what was read of it before."""
        found = self._held[article.id] = read(article)
        self._held.move_to_end(article.id)
        if len(self._held) > HELD:
            self._held.popitem(last=False)
        return found

    def of(self, ids: Iterable[str]) -> Mapping[str, Reading]:
        """The readings of these articles."""
        wanted = sorted(set(ids))
        found = {one: self._held[one] for one in wanted if one in self._held}
        for one in found:
            self._held.move_to_end(one)
        missing = [one for one in wanted if one not in found]
        articles = self._library(missing) if missing else {}
        found.update((one, self.take(articles[one])) for one in missing)
        return found

    def drop(self, ids: Iterable[str]) -> None:
        """Forget what was read of these articles."""
        for one in ids:
            self._held.pop(one, None)
