"""The words that report: which lemmas are cues, in which frames, and what they make of their content."""

from dataclasses import dataclass
from functools import cache
from typing import cast

from dateline.data import table
from dateline.types import Polarity


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Lemmas by what they govern; `prepositions` maps a verb to those whose object it reports."""

    clause: frozenset[str]
    infinitive: frozenset[str]
    object: frozenset[str]
    addressee: frozenset[str]
    raising: frozenset[str]
    weak: frozenset[str]
    prepositions: dict[str, frozenset[str]]
    nouns: frozenset[str]
    light: frozenset[str]
    adjectives: frozenset[str]
    polarity: dict[str, Polarity]
    judging: frozenset[str]
    phrasal: frozenset[str]
    stances: dict[str, frozenset[str]]

    def verb(self, lemma: str) -> bool:
        """Whether a verb of this lemma may be a cue."""
        return lemma in self.clause or lemma in self.infinitive or lemma in self.object or lemma in self.prepositions


@cache
def lexicon() -> Lexicon:
    """The reporting words of `data/reporting.toml`."""
    data = table("reporting.toml")
    frames = {name: frozenset(str(words).split()) for name, words in data["frames"].items()}
    polarity = {word: cast(Polarity, kind) for kind, words in data["polarity"].items() for word in str(words).split()}
    phrases = {phrase: cast(Polarity, kind) for kind, several in data["particles"].items() for phrase in several}
    return Lexicon(
        clause=frames["clause"] | frozenset(phrases),
        infinitive=frames["infinitive"],
        object=frames["object"] | frozenset(phrases),
        addressee=frames["addressee"],
        raising=frames["raising"],
        weak=frozenset(word for word, kind in polarity.items() if kind == "thought"),
        prepositions={verb: frozenset(words) for verb, words in data["prepositions"].items()},
        nouns=frozenset(str(data["nouns"]["cue"]).split()),
        light=frozenset(str(data["nouns"]["light"]).split()),
        adjectives=frozenset(str(data["adjectives"]["cue"]).split()),
        polarity=polarity | phrases,
        judging=frozenset(str(data["judging"]["verbs"]).split()),
        phrasal=frozenset(phrases),
        stances={
            f"{name} {kind}": frozenset(str(words).split())
            for name in ("wanted", "things", "silence", "sides", "self")
            for kind, words in data[name].items()
        },
    )
