"""Where reported content begins and ends: what belongs to a clause or an object, and what the narrator tells or others say."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dateline.analyze.cues import SUBJECTS, Cue, is_finite, lemma_of
from dateline.analyze.reporting import Lexicon, lexicon
from dateline.analyze.sentences import sentence_of

Stretch = tuple[int, int]
_UP = frozenset({"prep", "pcomp", "pobj", "advmod", "npadvmod", "acl"})
_PARTS = frozenset({",", "”", '"', "''"})
_COMPLETES = frozenset({"to", "with", "about", "in"})
"""Prepositions behind an object that complete what is said of it; others gain nothing on 571 PolNeAR training articles."""
_EDGE = frozenset({",", ".", ";", ":", "-", "--", "–", "—", "?", "!", ")", "(", "..."})
_CONTRASTS = frozenset({"while", "though", "although", "whereas"})


def without_aside(last: Token, parts: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """Stretches without what the narrator tells behind a comma of the thing that closes them ("…, who lost the vote")."""
    closing: Token | None = last
    while closing is not None:
        after = [child for child in closing.children if child.i > closing.i and child.right_edge.i == last.right_edge.i]
        asides = (child.left_edge for child in after if child.dep_ in ("relcl", "appos"))
        aside = next((first for first in asides if first.nbor(-1).text == ","), None)
        if aside is not None:
            end = aside.i - 1
            return tuple((start, min(stop, end)) for start, stop in parts if start < end)
        closing = next((child for child in after if child.dep_ in ("prep", "pobj")), None)
    return parts


def completed(parts: tuple[Stretch, ...], verb: Token) -> tuple[Stretch, ...]:
    """Stretches with the clauses and phrases right behind them that a parser hangs on the verb ("likened it to a raft")."""
    end = parts[-1][1] if parts else 0
    for child in verb.children:
        if not parts or child.left_edge.i < end:
            continue
        purpose = child.dep_ in ("xcomp", "advcl") and any(grand.tag_ == "TO" for grand in child.children)
        phrase = child.dep_ in ("prep", "dative") and child.lower_ in _COMPLETES
        if child.left_edge.i > end or not (purpose or phrase or child.dep_ in ("ccomp", "acl")):
            break
        end = child.right_edge.i + 1
    return (*parts[:-1], (parts[-1][0], end)) if parts else parts


def host_clause(token: Token) -> list[Stretch]:
    """What surrounds a parenthesis ("the tax, he said, is unfair"): the clause of its head without its own words."""
    own = (token.left_edge.i, token.right_edge.i + 1)
    head = token.head
    while token.dep_ in _UP and head.pos_ not in ("VERB", "AUX") and head.head != head:
        head = head.head
    if head == token:
        return []
    if _vouches(token, head):
        head = head.head
    start, end = head.left_edge.i, head.right_edge.i + 1
    return [piece for piece in ((start, min(own[0], end)), (max(own[1], start), end)) if piece[0] < piece[1]]


def _vouches(token: Token, head: Token) -> bool:
    """Whether a closing "…, according to a transcript" vouches for who reports a clause, and not for that clause alone."""
    if token.lower_ != "according" or head.dep_ != "ccomp" or token.i < head.head.i or token.nbor(-1).text != ",":
        return False
    return token.right_edge.i >= head.right_edge.i - 1 and lemma_of(head.head) in lexicon().clause


def whole_before(cue: Cue) -> tuple[Stretch, ...]:
    """All of a sentence before a closing "…, the mayor says" or "…, says the mayor", which headlines end in."""
    if cue.source is None or not is_finite(cue.token):
        return ()
    doc, sentence = cue.token.doc, sentence_of(cue.token)
    (start, middle), (fresh, end) = sorted((cue.source, (cue.start, cue.end)))
    closes = all(token.is_punct or token.is_space for token in doc[end : sentence.end])
    if middle != fresh or not closes or start - 1 <= sentence.start or doc[start - 1].text not in _PARTS:
        return ()
    return ((sentence.start, start - 1),)


def joined(heads: list[Token], governor: Token) -> tuple[Stretch, ...]:
    """The stretches of subtrees in order, cut at their governor and joined where only punctuation parts them."""
    doc = governor.doc
    merged: list[Stretch] = []
    if len(heads) > 1 and heads[0].dep_ == "ccomp" and heads[0].i < governor.i < heads[1].i:
        heads = heads[1:]
    for start, end in sorted((child.left_edge.i, _close(child)) for child in heads):
        if start <= governor.i < end:
            start, end = (start, governor.i) if heads[0].i < governor.i else (governor.i + 1, end)
        if merged and all(token.is_punct or token.is_space for token in doc[merged[-1][1] : start]):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _close(head: Token) -> int:
    """Where the content of a clause ends: before a coordinate clause that reports something itself."""
    words = lexicon()
    for child in head.children:
        if child.lower_ == "according" and child.i > head.i and _vouches(child, head):
            return child.left_edge.i - 1
        if child.i > head.i and child.dep_ in ("conj", "advcl", "ccomp", "parataxis") and _reports(child, words):
            start = child.left_edge.i
            return start - 1 if start - 1 > head.i and head.doc[start - 1].dep_ == "cc" else start
    return head.right_edge.i + 1


def _reports(verb: Token, words: Lexicon) -> bool:
    """Whether a verb goes on reporting instead of being part of what is reported ("…, adding that", "… and others said")."""
    lemma = lemma_of(verb)
    if verb.pos_ != "VERB" or lemma not in words.clause or lemma in words.weak:
        return False
    if verb.dep_ == "advcl":
        return verb.tag_ == "VBG" or _contrasts(verb)
    return verb.head.pos_ in ("VERB", "AUX") and verb.tag_ in ("VBD", "VBZ", "VBP")


def _contrasts(verb: Token) -> bool:
    """Whether a clause sets what somebody else says against what is reported ("…, while the union said that …")."""
    mark = any(child.dep_ == "mark" and child.lower_ in _CONTRASTS for child in verb.children)
    return mark and verb.tag_ in ("VBD", "VBZ", "VBP") and any(child.dep_ in SUBJECTS for child in verb.children)


def stretches(doc: Doc, parts: tuple[Stretch, ...]) -> Iterator[tuple[int, int]]:
    """Character offsets of token stretches without the punctuation and blanks at their ends."""
    for start, end in parts:
        while start < end and (doc[start].is_space or doc[start].text in _EDGE):
            start += 1
        while end > start and (doc[end - 1].is_space or doc[end - 1].text in _EDGE or doc[end - 1].dep_ == "cc"):
            end -= 1
        if start < end:
            yield doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
