"""Who a speaker is by what the words call him, her or it, where no mention stands for it or a shorter name does."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache

from dateline.data import lines
from dateline.types import Article, Entity, Span
from dateline.views.document import Speaker

KINDS = frozenset({"person", "body", "place", "group"})
REACH = 60  # characters beside a name in which the words that introduce it stand: a bound on work
FEW = 7  # words of an apposition; more tell a story of their own
ANYBODY = frozenset({"a", "an", "one", "another"})
OWNERS = frozenset({"its", "his", "her", "their", "our", "the"})
BREAK = re.compile(r"[,.;:!?\n()“”\"—–]")
CLOSE = re.compile(r"[.;:!?\n()“”\"—–]")
FUNCTION = frozenset(lines("function_words.txt"))
# What only tells more of a role: "director of the board", "the board that met", "the ministry on Friday".
MORE = re.compile(r"\s(?:of|in|at|for|on|from|to|with|who|which|that|whose|and)\s")
TOLD = re.compile(r"\s(?:who|which|that|whose)\s|\son\s[A-Z][a-z]+day\b")


@dataclass(frozen=True, slots=True)
class Callings:
    """The actors of a storyline by id and by all that calls one of them alone.

    `roles` are by article and role word, `modified` by article and noun; those of all articles are under an empty one.
    """

    actors: Mapping[str, Entity]
    names: Mapping[str, Entity]
    roles: Mapping[tuple[str, str], Entity]
    phrases: Mapping[str, str]
    modified: Mapping[tuple[str, str], Set[str]]

    def of(self, speaker: Speaker) -> Entity | None:
        """The actor that a speaker is; of two entities one of which is called by the other's first words, the fuller one."""
        name = plain_name(speaker.name)
        if speaker.entity is not None and speaker.entity in self.actors:
            own = self.actors[speaker.entity]
            if own.kind == "person":
                rest = self.names.get(own.name.partition(" ")[2], own)  # "Promoters Big Night" where a role begins a sentence
                return own if rest.kind == "person" else rest
            return self.names.get(name, own)
        parts = (plain_name(part) for part in speaker.name.split(","))
        named = next((self.names[part] for part in (*parts, name_proper(name)) if part in self.names), None)
        return named or self.names.get(_surname(name)) or self._holder(name, speaker)

    def _holder(self, name: str, speaker: Speaker) -> Entity | None:
        """Who alone holds a role in the article, else in the storyline; "a minister" may be anybody."""
        evidence, role = speaker.evidence, role_of(name)
        if evidence is None or not role or evidence.exact.split(" ")[0].lower() in ANYBODY:
            return None
        return self.roles.get((evidence.article, role)) or self.roles.get(("", role))

    def is_body(self, speaker: Speaker) -> bool:
        """Whether a speaker is known to be no person: by its entity, or by the word that it is called by."""
        if speaker.entity is not None and speaker.entity in self.actors:
            return self.actors[speaker.entity].kind != "person"
        role = role_of(speaker.name)
        return role in bodies() or (bool(role) and role not in titles() and ("", role) not in self.roles)

    def phrase(self, speaker: Speaker) -> str:
        """The name of a body or role without a name of its own: the one longer name that it is short for, if there is one."""
        name = name_proper(plain_name(speaker.name))
        if name.isalpha() and name.islower() and speaker.evidence is not None:
            fuller = self.modified.get((speaker.evidence.article, name)) or self.modified.get(("", name), frozenset())
            name = next(iter(fuller)) if len(fuller) == 1 else name
        return self.phrases.get(name.lower(), name)


def plain_name(name: str) -> str:
    """A name without what is told of its bearer, and without what points to it ("the", "its")."""
    words = TOLD.split(name.split(",", 1)[0])[0].split()
    while len(words) > 1 and words[0].lower() in OWNERS:
        words.pop(0)
    return " ".join(words)


def name_proper(name: str) -> str:
    """A name of two words or more without the role in lower case before it ("promoter Big Night"); all of any other."""
    words = name.split()
    first = next((at for at, word in enumerate(words) if not word.islower()), 0)
    tail = words[first:]
    return " ".join(tail) if len(tail) > 1 and all(word[:1].isupper() for word in tail) else name


def role_of(name: str) -> str:
    """The word of a phrase that names a role: its last one, or the last before "of", lower case; empty for a name."""
    words = MORE.split(f"{name} ")[0].split()
    return words[-1].lower() if words and not words[-1][:1].isupper() else ""


def _surname(name: str) -> str:
    """The last of some capitalised words ("General Anna Keller")."""
    words = name.split()
    return words[-1] if len(words) > 1 and all(word[:1].isupper() for word in words) else ""


def called_as(entities: Sequence[Entity], articles: Mapping[str, Article], speakers: Sequence[str] = ()) -> Callings:
    """The actors among `entities` by names, roles, surnames of persons and first words of others, where one alone has them.

    `speakers` are the names of all who speak.
    """
    actors = {one.id: one for one in entities if one.kind in KINDS}
    texts = {key: articles[key].text for key in sorted({span.article for one in entities for span in one.mentions})}
    return Callings(actors, _by_name(actors), _by_role(actors, articles), _by_phrase(speakers), _modified(speakers, texts))


@cache
def bodies() -> frozenset[str]:
    """Words for bodies, which nobody's role is."""
    return frozenset((*lines("institutions.txt"), *lines("body_nouns.txt"), *lines("firms.txt")))


@cache
def titles() -> frozenset[str]:
    """Words for what a person is."""
    return frozenset(lines("titles.txt"))


def _by_name(actors: Mapping[str, Entity]) -> dict[str, Entity]:
    names: dict[str, Entity | None] = {}
    for one in sorted(actors.values(), key=lambda one: (one.kind != "body", -len(one.name.split()), one.id)):
        words = one.name.split()
        for name in dict.fromkeys((one.name, *one.variants, words[-1] if one.kind == "person" else " ".join(words[:1]))):
            known = names.get(name, one)
            names[name] = known if known is one or (known is not None and known.name.startswith(f"{name} ")) else None
    return {name: one for name, one in names.items() if one is not None}


def _by_role(actors: Mapping[str, Entity], articles: Mapping[str, Article]) -> dict[tuple[str, str], Entity]:
    """The only person with a role in an article, and in all of them, whose key is empty."""
    held: dict[tuple[str, str], dict[str, Entity]] = {}
    for one in (actors[key] for key in sorted(actors) if actors[key].kind == "person"):
        for role in one.roles:
            held.setdefault(("", role.split(" ")[-1].lower()), {})[one.id] = one
        for span in one.mentions:
            for role in set(_roles_beside(articles, span)) - bodies():
                for article in ("", span.article):
                    held.setdefault((article, role), {})[one.id] = one
    return {key: next(iter(holders.values())) for key, holders in held.items() if len(holders) == 1}


def _roles_beside(articles: Mapping[str, Article], span: Span) -> Iterator[str]:
    """The words that may name a role beside a name: "coach Jon Ilves", "the mayor, Olga Brandt,", "Jon Ilves, its director,"."""
    article = articles.get(span.article)
    if article is None or span.part != "text":
        return
    before = article.text[max(0, span.start - REACH) : span.start].rstrip(" ")
    phrase = BREAK.split(before.removesuffix(","))[-1].split()
    while not before.endswith(",") and len(phrase) > 1 and phrase[-1][:1].isupper() and phrase[-2][:1].islower():
        phrase.pop()  # a first name that the mention lacks
    if phrase and (not before.endswith(",") or len(phrase) <= FEW):
        yield phrase[-1].lower()
    behind = CLOSE.split(article.text[span.end : span.end + REACH])[0]
    if behind.startswith(", "):
        told = behind.split(",")[1].strip()
        if told.count(" ") < FEW and told.split(" ")[0] != "who":
            yield role_of(told)


def _by_phrase(speakers: Iterable[str]) -> dict[str, str]:
    """The only longer name that ends in the words of a shorter one in lower case ("ministry", "transport ministry")."""
    names = sorted({name_proper(plain_name(name)) for name in speakers})
    fuller: dict[str, set[str]] = {}
    for name in names:
        words = name.split()
        for cut in range(1, len(words)):
            fuller.setdefault(" ".join(words[cut:]).lower(), set()).add(name)
    found = {}
    for name in names:
        longer = fuller.get(name.lower(), set())
        if len(longer) == 1 and name.split()[-1].islower():
            found[name.lower()] = next(iter(longer))
    return found


def _modified(speakers: Iterable[str], texts: Mapping[str, str]) -> dict[tuple[str, str], set[str]]:
    """The nouns that speakers are called by, each with the word before it, as an article and all of them say which one it is."""
    nouns = sorted({name for name in map(plain_name, speakers) if name.isalpha() and name.islower()})
    found: dict[tuple[str, str], set[str]] = {}
    pattern = re.compile(rf"\b([a-z]+(?:s?['’]s?)?) ({'|'.join(nouns)})\b")
    for article, text in texts.items() if nouns else ():
        for match in pattern.finditer(text):
            if match[1] not in FUNCTION:
                for key in (article, ""):
                    found.setdefault((key, match[2]), set()).add(match[0])
    return found
