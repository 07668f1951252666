"""Through whom reported speech came: agencies, other outlets, ministries that stand between the outlet and the speaker."""

from bisect import bisect_left
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Token

from dateline.analyze.cues import Cue
from dateline.data import table
from dateline.types import Attribution, LinkKind, Span, Via

_LAST = ("agency", "service", "wire")


@cache
def known_media() -> dict[str, tuple[LinkKind, str]]:
    """Lower-case spellings of agencies and outlets, each with its kind of link and its usual name."""
    found: dict[str, tuple[LinkKind, str]] = {}
    kinds: tuple[tuple[str, str, LinkKind], ...] = (("outlets.toml", "outlet", "cited outlet"), ("agencies.toml", "agency", "agency"))
    for file, key, kind in kinds:
        for row in table(file)[key]:
            for spelling in (row["name"], *row["spellings"]):
                found[_key(str(spelling))] = (kind, str(row["name"]))
    return found


def _key(name: str) -> str:
    lowered = name.lower()
    return lowered[4:] if lowered.startswith("the ") else lowered


def medium(name: str) -> tuple[LinkKind, str] | None:
    """What kind of medium a phrase names, and its usual name; None for what is neither agency nor outlet."""
    known = known_media()
    words = name.split()
    for start in range(len(words)):
        for end in range(len(words), start, -1):
            hit = known.get(_key(" ".join(words[start:end]).rstrip(",")))
            if hit is not None and (end == len(words) or start == 0) and _upper(words[start:end]):
                return hit
    lowered = _key(name)
    if "news agency" in lowered or "press agency" in lowered or lowered in ("state media", "state television", "state tv"):
        return "agency", name[4:] if name.lower().startswith("the ") else name
    return None


def _upper(words: list[str]) -> bool:
    return any(word[:1].isupper() for word in words)


def with_vias(doc: Doc, found: list[tuple[Cue, Attribution]]) -> list[Attribution]:
    """The attributions, each with the links it came through, from the outlet towards the speaker."""
    order = sorted(range(len(found)), key=lambda index: found[index][0].token.idx)
    places = [found[index][0].token.idx for index in order]
    outer: dict[int, list[int]] = {}
    for index, (_, one) in enumerate(found):
        for span in one.content:
            for inner in order[bisect_left(places, span.start) : bisect_left(places, span.end)]:
                if inner != index:
                    outer.setdefault(inner, []).append(index)
    out = []
    for index, (cue, one) in enumerate(found):
        links = [link for at in sorted(outer.get(index, ()), key=lambda at: _breadth(found[at][1]), reverse=True)
                 for link in _through(doc, *found[at], speaker=one.speaker)]
        out.append(_linked(one, (*links, *_told(doc, cue, one))))
    return out


def _breadth(one: Attribution) -> int:
    return max(span.end for span in one.content) - min(span.start for span in one.content)


def _linked(one: Attribution, links: tuple[Via, ...]) -> Attribution:
    kept: list[Via] = []
    for link in links:
        if all(link.span != other.span for other in kept):
            kept.append(link)
    return replace(one, via=tuple(kept)) if kept else one


def _through(doc: Doc, cue: Cue, outer: Attribution, *, speaker: str | None) -> list[Via]:
    """The sources of an attribution that another one is part of, unless they are the speaker or only think it."""
    if cue.source is None or outer.source is None or outer.polarity == "thought" or outer.speaker == speaker:
        return []
    piece = doc[cue.source[0] : cue.source[1]]
    heads = _coordinated(piece.root)
    if len(heads) == 1:
        return [_via(outer.source, outer.speaker or piece.text)]
    links = []
    for head in heads:
        stretch = _bare(head)
        links.append(_via(Span(outer.source.article, stretch[0], stretch[1]), doc.text[stretch[0] : stretch[1]]))
    return links


def _via(span: Span, name: str) -> Via:
    kind, usual = medium(name) or ("source", name)
    return Via(kind, usual, span)


def _coordinated(head: Token) -> list[Token]:
    found = [head]
    for child in head.children:
        if child.dep_ == "conj":
            found += _coordinated(child)
    return found


def _bare(head: Token) -> tuple[int, int]:
    """Character offsets of one member of a coordination: its own words without the others."""
    inside = [child for child in head.children if child.dep_ in ("compound", "amod", "poss", "nmod", "det")]
    inside = [child for child in inside if child.lower_ not in ("both", "either", "the")]
    start = min([head.idx, *(child.left_edge.idx for child in inside)])
    return start, head.idx + len(head)


def _told(doc: Doc, cue: Cue, one: Attribution) -> list[Via]:
    """The agency or outlet that was told, as in "told Yonhap" or "in an interview with CNN"."""
    if cue.kind != "verb" or one.cue is None:
        return []
    objects = [child for child in cue.token.children if child.dep_ in ("dobj", "dative")] if cue.token.lemma_ == "tell" else []
    objects += [
        last
        for child in cue.token.children if child.dep_ == "prep" and child.lower_ in ("in", "during")
        for talk in child.children if talk.lemma_ in ("interview", "conversation", "call")
        for link in talk.children if link.lower_ in ("with", "to")
        for last in link.children if last.dep_ == "pobj"
    ]
    links = []
    for head in objects:
        for member in _coordinated(head):
            start, end = _bare(member)
            hit = medium(doc.text[start:end])
            if hit is not None or (cue.token.lemma_ == "tell" and member.is_upper and member.pos_ == "PROPN" and len(member) > 2):
                kind, name = hit or ("cited outlet", doc.text[start:end])
                links.append(Via(kind, name, Span(one.cue.article, start, end)))
    return links
