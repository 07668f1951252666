"""Whom a source cites beside what it reports, and which medium carried the words: the links that stand as asides."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span as Stretch
from spacy.tokens import Token

from dateline.analyze.cast import Cast
from dateline.analyze.chains import cited_by
from dateline.analyze.cues import CITING, Cue, source_span
from dateline.analyze.media import medium
from dateline.analyze.speakers import resolve
from dateline.types import Attribution, Span, Via

_CARRYING = frozenset({"carry", "publish", "broadcast", "release", "air", "relay", "distribute", "report", "cite", "quote"})


def with_citations(cast: Cast, found: list[tuple[Cue, Attribution]]) -> list[tuple[Cue, Attribution]]:
    """The attributions without "citing officials," in what is reported, which is a link, and with the media that carried them."""
    asides = {at: aside for at, (_, one) in enumerate(found) if (aside := _aside(cast, one)) is not None}
    consumed = {aside.i for aside in asides.values()}
    out = []
    for at, (cue, one) in enumerate(found):
        if cue.token.i in consumed:
            continue
        told = _without(cast, cue, one, asides[at]) if at in asides else one
        via = tuple(_carried(cast, cue))
        out.append((cue, replace(told, via=(*told.via, *via)) if via else told))
    return out


def _aside(cast: Cast, one: Attribution) -> Token | None:
    """The participle with which content begins by saying who is cited for it, set off by a comma."""
    piece = _stretch(cast, one.content[0])
    first = piece[0] if piece is not None and len(piece) else None
    if first is None or first.tag_ != "VBG" or first.lemma_.lower() not in CITING:
        return None
    end = _end(cast, first)
    return first if end is not None and end < one.content[0].end else None


def _end(cast: Cast, participle: Token) -> int | None:
    """Where the text goes on behind the comma that closes an aside."""
    thing = _object(participle)
    behind = thing.right_edge.i + 1 if thing is not None else len(cast.doc)
    if behind + 1 >= len(cast.doc) or cast.doc[behind].text != ",":
        return None
    return cast.doc[behind + 1].idx


def _object(participle: Token) -> Token | None:
    return next((child for child in participle.children if child.dep_ == "dobj"), None)


def _without(cast: Cast, cue: Cue, one: Attribution, aside: Token) -> Attribution:
    """An attribution without the aside; behind "according to" who is cited speaks, and the source is a link."""
    first, *rest = one.content
    start = _end(cast, aside) or first.start
    one = replace(one, content=(replace(first, start=start), *rest))
    thing = cited_by(aside)
    place = source_span(thing, whole=True)
    if cue.kind != "according" or one.source is None or thing is None or place is None:
        return one
    kind, name = medium(one.speaker or "") or ("source", one.speaker or "")
    speaker = resolve(cast, place)
    words = cast.doc[place[0] : place[1]]
    return replace(
        one,
        source=Span(cast.article, words.start_char, words.end_char),
        speaker=speaker.name,
        resolved=speaker.span,
        via=(*one.via, Via(kind, name, one.source)),
    )


def _carried(cast: Cast, cue: Cue) -> Iterator[Via]:
    """The medium that carried words: "in a statement carried by Y", "was quoted as saying by Y"."""
    if cue.kind != "verb":
        return
    for agent in (*_of_quoting(cue.token), *_of_papers(cue.token)):
        place = source_span(agent)
        if place is not None:
            words = cast.doc[place[0] : place[1]]
            known = medium(words.text)
            if known is not None:
                yield Via(*known, Span(cast.article, words.start_char, words.end_char))


def _of_quoting(verb: Token) -> Iterator[Token]:
    if verb.lemma_.lower() in CITING and any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        inside = (grand for child in verb.children if child.lower_ == "as" for grand in child.children)
        for holder in (verb, *inside):
            yield from _by(holder)


def _of_papers(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ == "prep":
            for noun in (one for one in child.children if one.dep_ == "pobj"):
                for told in (one for one in noun.children if one.dep_ == "acl" and one.lemma_.lower() in _CARRYING):
                    yield from _by(told)


def _by(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.lower_ == "by":
            yield from (one for one in child.children if one.dep_ == "pobj")


def _stretch(cast: Cast, span: Span) -> Stretch | None:
    return cast.doc.char_span(span.start, span.end, alignment_mode="expand")
