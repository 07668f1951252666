"""Through whom reported speech came: agencies, other outlets, ministries that stand between the outlet and the speaker."""

from bisect import bisect_left
from dataclasses import replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Stretch

from dateline.analyze.cast import Cast
from dateline.analyze.chains import quoting_link
from dateline.analyze.cues import CITING, Cue
from dateline.analyze.media import medium
from dateline.analyze.papers import is_channel
from dateline.types import Attribution, Span, Via

_ARTICLE = 4
"""Characters of "the" with its blank, which a source may leave out, or of "as" before "saying"."""


def with_vias(cast: Cast, found: list[tuple[Cue, Attribution]]) -> list[Attribution]:
    """The attributions, each with its links from the outlet towards the speaker; what only carries words is but a link."""
    order = sorted(range(len(found)), key=lambda index: found[index][0].token.idx)
    places = [found[index][0].token.idx for index in order]
    outer: dict[int, list[int]] = {}
    for index, (_, one) in enumerate(found):
        for span in one.content:
            for inner in order[bisect_left(places, span.start) : bisect_left(places, span.end)]:
                if inner != index:
                    outer.setdefault(inner, []).append(index)
    out = []
    inside = [(index, at) for index, around in outer.items() if found[index][1].source for at in around]
    carrying = {at for index, at in inside if _relays(cast.doc, *found[at]) or _quotes(*found[at], found[index][1])}
    for index, (cue, one) in enumerate(found):
        if index in carrying:
            continue
        around = sorted(outer.get(index, ()), key=lambda at: (-_breadth(found[at][1]), at))
        links = [link for at in around for link in _through(cast, *found[at], speaker=one.speaker)]
        out.append(_linked(one, (*links, *one.via, *_told(cue, one))))
    return out


def _relays(doc: Doc, cue: Cue, one: Attribution) -> bool:
    """Whether who reports is but a link to who is told to speak: a medium before a colon, or a thing that carries words."""
    return _carries(doc, cue, one) or (cue.kind == "colon" and medium(one.speaker or "") is not None)


def _carries(doc: Doc, cue: Cue, one: Attribution) -> bool:
    """Whether a source only carries words, of which who said them is told ("according to a transcript")."""
    return cue.source is not None and one.source is not None and is_channel(doc[cue.source[0] : cue.source[1]].root)


def _quotes(cue: Cue, one: Attribution, inner: Attribution) -> bool:
    """Whether all that somebody says is that another one says something ("the paper quoted him as saying that …")."""
    starts = [span.start for span in (inner.source, inner.cue) if span is not None]
    whole = any(0 <= start - one.content[0].start <= _ARTICLE for start in starts)
    return whole and one.source is not None and cue.kind == "verb" and cue.token.lemma_.lower() in CITING


def _breadth(one: Attribution) -> int:
    return max(span.end for span in one.content) - min(span.start for span in one.content)


def _linked(one: Attribution, links: tuple[Via, ...]) -> Attribution:
    kept: list[Via] = []
    for link in links:
        if all(link.span != other.span for other in kept):
            kept.append(link)
    return replace(one, via=tuple(kept)) if kept else one


def _through(cast: Cast, cue: Cue, outer: Attribution, *, speaker: str | None) -> list[Via]:
    """The sources of an attribution that another one is part of, unless they are the speaker or only think it."""
    if cue.source is None or outer.source is None or outer.polarity == "thought":
        return []
    if outer.via and _carries(cast.doc, cue, outer):
        return list(outer.via)
    if outer.speaker == speaker:
        return []
    piece = cast.doc[cue.source[0] : cue.source[1]]
    heads = (piece.root, *piece.root.conjuncts)
    if len(heads) == 1 and cue.token.lemma_.lower() == "quote":
        return [replace(quoting_link(cast, piece.root, outer.speaker or piece.text), span=outer.source)]
    if len(heads) == 1:
        return [_via(outer.source, outer.speaker or piece.text)]
    links = []
    for head in heads:
        member = _bare(head)
        links.append(_via(Span(outer.source.article, member.start_char, member.end_char), member.text))
    return links


def _via(span: Span, name: str) -> Via:
    kind, usual = medium(name) or ("source", name)
    return Via(kind, usual, span)


def _bare(head: Token) -> Stretch:
    """One member of a coordination: its own words without the others."""
    inside = [child for child in head.children if child.dep_ in ("compound", "amod", "poss", "nmod", "det")]
    starts = [child.left_edge.i for child in inside if child.lower_ not in ("both", "either", "the")]
    return head.doc[min([head.i, *starts]) : head.i + 1]


def _told(cue: Cue, one: Attribution) -> list[Via]:
    """The agency or outlet that was told or quotes, as in "told Yonhap", "in an interview with CNN" or "was quoted by AFP"."""
    if cue.kind != "verb" or one.cue is None:
        return []
    objects = [child for child in cue.token.children if child.dep_ in ("dobj", "dative")] if cue.token.lemma_ == "tell" else []
    quoting = cue.token.head.head if cue.token.dep_ == "pcomp" and cue.token.head.lower_ == "as" else cue.token
    if quoting.lemma_ == "quote" and any(child.dep_ == "nsubjpass" for child in quoting.children):
        objects += [token for token in quoting.subtree if token.dep_ == "pobj" and token.head.dep_ == "agent"]
    objects += [
        last
        for child in cue.token.children
        if child.dep_ == "prep" and child.lower_ in ("in", "during")
        for talk in child.children
        if talk.lemma_ in ("interview", "conversation", "call")
        for link in talk.children
        if link.lower_ in ("with", "to")
        for last in link.children
        if last.dep_ == "pobj"
    ]
    links = []
    for head in objects:
        for member in (head, *head.conjuncts):
            words = _bare(member)
            named = any(child.dep_ == "appos" and child.i == words.end for child in member.children)
            words = member.doc[words.start : words.end + named]  # "the newspaper Kurier"
            hit = medium(words.text)
            if hit is not None or (cue.token.lemma_ == "tell" and member.is_upper and member.pos_ == "PROPN" and len(member) > 2):
                kind, name = hit or ("cited outlet", words.text)
                links.append(Via(kind, name, Span(one.cue.article, words.start_char, words.end_char)))
    return links
