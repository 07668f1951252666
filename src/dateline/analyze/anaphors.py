"""Nouns that stand for somebody told of before: "the latter", "the pair", "the 43-year-old", "the ministry"."""

import re
from bisect import bisect_left
from functools import cache

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from dateline.analyze.antecedents import plural_subject
from dateline.analyze.cast import Cast, Speaker, fullest_name, in_quotation, mention_at, without_article
from dateline.analyze.sentences import sentence_of
from dateline.data import lines, table
from dateline.types import Mention, Span

_AGED = re.compile(r"(?:The|the) \d{1,3}-year-old")
_BACK = 2
"""Sentences before that "the latter" and "the 43-year-old" look back over. By judgement."""
_REACH = 1500
"""Tokens "the ministry" looks back over for whose it is: a bound on work."""


def stands_for(cast: Cast, head: Token) -> Speaker | None:
    """Whom "the former", "both" or "the 43-year-old" stands for; None for other words and where it is not sure."""
    word = head.lower_
    definite = any(child.lower_ == "the" for child in head.children)
    if definite and word in _words("order"):
        pair = _people_before(cast, head)
        chosen = pair[0 if word in str(table("anaphors.toml")["order"]["first"]).split() else 1] if len(pair) == 2 else None
        return _person(chosen)
    if definite and word == "old" and _AGED.fullmatch(cast.text[head.left_edge.idx : head.idx + len(head)]):
        alone = _people_before(cast, head)
        return _person(alone[0]) if len(alone) == 1 else None
    if word in _words("several") and (definite or word == "both"):
        return plural_subject(cast, head)
    return None


def _person(mention: Mention | None) -> Speaker | None:
    return None if mention is None else Speaker(mention.name, mention.span, person=True)


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset(word for words in table("anaphors.toml")[section].values() for word in str(words).split())


def _people_before(cast: Cast, head: Token) -> list[Mention]:
    """The persons named in the nearest sentence before that names any, each once, in order."""
    sentence = sentence_of(head)
    for _ in range(_BACK):
        if sentence.start == 0:
            break
        sentence = sentence_of(cast.doc[sentence.start - 1])
        found = _people_in(cast, sentence)
        if found:
            return found
    return []


def _people_in(cast: Cast, sentence: Tokens) -> list[Mention]:
    first = bisect_left(cast.starts, sentence.start_char)
    named: dict[str, Mention] = {}
    for mention in cast.mentions[first : bisect_left(cast.starts, sentence.end_char)]:
        if mention.kind == "person" and not in_quotation(cast, mention.span.start):
            full = fullest_name(cast, mention)
            named.setdefault(full.name, full)
    return list(named.values())


def institution(cast: Cast, head: Token) -> Speaker | None:
    """A body that is named by whose it is: "Seoul's defence ministry", "the Trump administration"."""
    if head.lemma_.lower() not in institutions():
        return None
    owners = [child for child in head.children if child.dep_ in ("poss", "compound", "amod", "nmod") and child.i < head.i]
    if not any(mention_at(cast, child) for child in owners):
        return None
    start, end = min(child.left_edge.idx for child in owners), head.idx + len(head)
    name = cast.text[start:end]
    plain = without_article(name)
    return Speaker(plain, Span(cast.article, end - len(plain), end))


def institution_before(cast: Cast, head: Token) -> Speaker | None:
    """ "The ministry" as the last one told of by whose it is ("Seoul's defence ministry"), where words before it agree."""
    if head.lemma_.lower() not in institutions() or not any(child.lower_ == "the" for child in head.children):
        return None
    beside = {child.lower_ for child in head.children if child.i < head.i} - {"the"}
    for token in reversed(list(cast.doc[max(0, head.i - _REACH) : sentence_of(head).start])):
        if token.lower_ == head.lower_ and not in_quotation(cast, token.idx):
            named = institution(cast, token)
            if named is not None:
                return named if beside <= set(named.name.lower().split()) else None
    return None


@cache
def institutions() -> frozenset[str]:
    """Nouns for bodies that go by whose they are."""
    return frozenset(lines("institutions.txt"))
