"""Who speaks in the end where a source only passes words on: whom it cites, and whose document it is."""

from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Token

from dateline.analyze.cast import Cast, Speaker, mention_at, without_article
from dateline.analyze.counted import is_person
from dateline.analyze.cues import CITING, Cue, source_span, subject_of
from dateline.analyze.media import medium
from dateline.analyze.papers import author_of
from dateline.analyze.reporting import lexicon
from dateline.analyze.sentences import sentence_of
from dateline.analyze.speakers import bare_phrase, resolve
from dateline.data import lines, table
from dateline.types import Span, Via

_NAMED = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_REACH = 80
"""Tokens of a sentence on either side of a cue in which its source may cite somebody: a bound on work."""
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Traced:
    """Who speaks, the tokens that name the source, and the links between it and the outlet."""

    speaker: Speaker
    source: Place
    via: tuple[Via, ...] = ()


def trace(cast: Cast, cue: Cue, source: Place) -> Traced:
    """The speaker behind the source of a cue, with the links it came through."""
    speaker = resolve(cast, source)
    head = cast.doc[source[0] : source[1]].root
    participle = citing(cue, source)
    cited = source_span(cited_by(participle), whole=True) if participle is not None and not speaker.person else None
    if cited is not None:
        outer = _link(cast, source, speaker.name)
        told = _of_paper(cast, cited, cast.doc[cited[0] : cited[1]].root) or Traced(resolve(cast, cited), cited)
        return replace(told, via=(outer, *told.via))
    return _through_medium(cast, source, head) or _of_paper(cast, source, head) or Traced(speaker, source)


def citing(cue: Cue, source: Place) -> Token | None:
    """The participle by which the source of a cue cites somebody for what it reports ("…, citing two officials")."""
    if cue.kind != "verb" or cue.token.lemma_ in CITING or cue.token.lemma_.lower() not in lexicon().clause:
        return None
    sentence, at = sentence_of(cue.token), cue.token.i
    for participle in cue.token.doc[max(sentence.start, at - _REACH) : min(sentence.end, at + _REACH)]:
        if participle.tag_ != "VBG" or participle.lemma_.lower() not in CITING:
            continue
        subject = subject_of(participle)
        if subject is not None and source[0] <= subject.i < source[1] and cited_by(participle) is not None:
            return participle
    return None


def cited_by(participle: Token) -> Token | None:
    """Who is cited: people, a body or a document, not a reason ("citing falling demand")."""
    thing = next((child for child in participle.children if child.dep_ == "dobj"), None)
    if thing is None or thing.pos_ not in ("NOUN", "PROPN"):
        return None
    speaks = thing.ent_type_ in _NAMED or is_person(thing.lower_) or {thing.lower_, thing.lemma_.lower()} & _citable()
    return thing if speaks else None


@cache
def _citable() -> frozenset[str]:
    names = (*lines("institutions.txt"), *lines("body_nouns.txt"), *lines("documents.txt"))
    return frozenset(names) | frozenset(str(table("papers.toml")["cited"]["nouns"]).split())


def _through_medium(cast: Cast, source: Place, head: Token) -> Traced | None:
    """Whom a medium quotes, named first: "officials cited by Reuters"."""
    for child in head.children:
        if child.dep_ != "acl" or child.lemma_ not in CITING or child.left_edge.i <= max(head.i, source[0]):
            continue
        agents = (one for link in child.children if link.lower_ == "by" for one in link.children if one.dep_ == "pobj")
        outlet = source_span(next(agents, None))
        if outlet is not None:
            inner, words = (source[0], child.left_edge.i), cast.doc[outlet[0] : outlet[1]]
            link = quoting_link(cast, words.root, words.text)
            return Traced(resolve(cast, inner), source, (replace(link, span=_place(cast, outlet)),))
    return None


def _of_paper(cast: Cast, source: Place, head: Token) -> Traced | None:
    """The author of a document, which is the link to what it says ("a letter from the union said")."""
    owner = author_of(head)
    inner = source_span(owner)
    if owner is None or inner is None or not source[0] <= owner.i < source[1]:
        return None
    author = resolve(cast, inner)
    if owner.pos_ == "PRON" and author.span is None:
        return None
    named = author.span or _place(cast, inner)
    return Traced(
        Speaker(_owner_name(author.name), named, author.person),
        source,
        (Via("source", without_article(bare_phrase(cast.doc[source[0] : source[1]]).text), _place(cast, source)),),
    )


def _owner_name(name: str) -> str:
    return name.removesuffix("'s").removesuffix("’s")


def quoting_link(cast: Cast, name: Token, shown: str) -> Via:
    """The link through who quotes somebody: a medium where its name shows one or is a bare one of no known person."""
    whole = _place(cast, (name.i, name.i + 1))
    known = medium(shown)
    if known is not None:
        return Via(*known, whole)
    mention, alone = mention_at(cast, name), name.pos_ == "PROPN" and shown.istitle() and " " not in shown
    people = any(" " in full for full in cast.surnames.get(shown.lower(), {}))
    unknown = alone and not people and (mention is None or mention.kind in ("person", "body", "work", "other"))
    return Via("cited outlet" if unknown else "source", without_article(shown), whole)


def _link(cast: Cast, source: Place, name: str) -> Via:
    kind, usual = medium(name) or ("source", without_article(name))
    return Via(kind, usual, _place(cast, source))


def _place(cast: Cast, tokens: Place) -> Span:
    piece = cast.doc[tokens[0] : tokens[1]]
    return Span(cast.article, piece.start_char, piece.end_char)
