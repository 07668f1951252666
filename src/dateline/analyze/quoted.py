"""Which cue governs a quotation: by syntax, beside it, or carried over from the quotation before."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from dateline.analyze.cast import titles
from dateline.analyze.counted import is_person
from dateline.analyze.cues import Cue, lemma_of, source_span, verb_cue
from dateline.analyze.reporting import lexicon
from dateline.analyze.sentences import sentence_of
from dateline.quotation_marks import Quotation
from dateline.words import spoken_words

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_BEGINS = re.compile(r"(?:^|[.!?:”\"’'\n…])[ \t\xa0]*(?:[A-Z]\w+,?[ \xa0])?$")
"""What stands before a quotation that begins a sentence, at most a linking word ("But", "Then,")."""
_REACH = 16
"""Tokens looked at on either side of a quotation for its cue. Swept 8 to 24 on 350 PolNeAR training articles: F moves by .001."""
_FAR = 1500
"""Characters between a cue and a quotation in its clause: a bound on work; 500 and 4,000 give the same on those articles."""
_CALLS = frozenset({"call", "label", "brand", "dub", "term", "deem", "consider", "declare", "pronounce"})
"""Verbs that take an object and what it is called. Our own selection."""
_OBJECT = 120
"""Characters from such a verb to what it calls its object. By judgement."""
_TERM = 3
"""Quotations of up to this many words are terms unless syntax puts them under a cue. By judgement: 1 to 4 differ by .003."""
_NEAR = 50
"""Quotations on either side in which a crosshead's words are looked for: a bound on work."""


@dataclass(slots=True)
class Draft:
    """An attribution being put together; `content` holds character offsets, `frame` the construction that showed it."""

    cue: Cue
    frame: str
    content: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Scene:
    """A parsed text with its drafts, by token and in order of their cues, and its quotations."""

    doc: Doc
    text: str
    drafts: list[Draft]
    quotations: tuple[Quotation, ...]
    starts: list[int]
    cues: list[int]
    by_token: dict[int, Draft]


def scene_of(doc: Doc, drafts: list[Draft], quotations: tuple[Quotation, ...]) -> Scene:
    """The scene of drafts that are in order of their cues."""
    tokens = [token.idx for token in doc]
    by_token = {one.cue.token.i: one for one in drafts}
    return Scene(doc, doc.text, drafts, quotations, tokens, [one.cue.token.idx for one in drafts], by_token)


def attach(scene: Scene) -> list[Draft]:
    """The drafts, each with the quotations it governs; a quotation without a known reporting word may add one."""
    added: list[Draft] = []
    last: tuple[Draft, int] | None = None
    owners: dict[Quotation, Draft] = {}
    for quote in scene.quotations:
        holders = _by_syntax(scene, quote) or _adjoining(scene, quote)
        owner = min(holders, key=lambda one: _distance(one, quote), default=None)
        if owner is None and (_words(scene, quote) > _TERM or quote.runs_on):
            said = _said_elsewhere(scene, quote)
            carried = _carried(scene, quote, last) if said is None else owners.get(said)
            owner = _after(scene, quote, known=_goes_on(scene, quote, last)) or _before(scene, quote) or carried
        elif owner is None:
            owner = _known_beside(scene, quote)
        if owner is None:
            continue
        owners[quote] = owner
        if owner.cue.token.i not in scene.by_token:
            scene.by_token[owner.cue.token.i] = owner
            added.append(owner)
        _reseat(scene, owner, quote)
        for one in (owner, *(one for one in holders if one is not owner)):
            _add(one, quote, scene.text)
        last = owner, quote.end
    return scene.drafts + added


def _words(scene: Scene, quote: Quotation) -> int:
    return len(scene.text[quote.start : quote.end].split())


def _by_syntax(scene: Scene, quote: Quotation) -> list[Draft]:
    """The cues outside a quotation whose content meets it."""
    low = bisect_left(scene.cues, quote.start - _FAR)
    high = bisect_right(scene.cues, quote.end + _FAR)
    outside = (one for one in scene.drafts[low:high] if not quote.start <= one.cue.token.idx < quote.end)
    return [one for one in outside if any(start < quote.end and quote.start < end for start, end in one.content)]


def _adjoining(scene: Scene, quote: Quotation) -> list[Draft]:
    """The cue whose object ends right before a quotation, which a parser hung elsewhere ("who calls the dam '…'")."""
    low = bisect_left(scene.cues, quote.start - _OBJECT)
    near = scene.drafts[low : bisect_left(scene.cues, quote.start)]
    ends = (one for one in near if one.frame == "object" and one.content and lemma_of(one.cue.token) in _CALLS)
    return [one for one in ends if scene.text[one.content[-1][1] : quote.start] == " "]


def _distance(draft: Draft, quote: Quotation) -> int:
    return min(abs(draft.cue.token.idx - quote.start), abs(draft.cue.token.idx - quote.end))


def _known_beside(scene: Scene, quote: Quotation) -> Draft | None:
    """The cue right beside a quotation of few words ("No!" she said), if it is a known one with a source."""
    if scene.text[quote.end - 2] not in ",!?":
        draft = _before(scene, quote) if text_before(scene.text, quote.start) in ",:" else None
        return draft if draft is not None and draft.frame != "quoted" and draft.cue.source is not None else None
    verbs = (token for token in _stretch(scene, quote.end) if token.pos_ == "VERB" and token.tag_ in _FINITE)
    known = next((token for token in verbs if lemma_of(token) in lexicon().clause), None)
    draft = scene.by_token.get(known.i) if known is not None else None
    return draft if draft is not None and draft.cue.source is not None else None


def _goes_on(scene: Scene, quote: Quotation, last: tuple[Draft, int] | None) -> bool:
    """Whether a quotation goes on that the paragraph before opened and whose speaker is known."""
    index = bisect_left(scene.quotations, quote.start, key=lambda one: one.start)
    before = scene.quotations[index - 1] if index else quote
    return before.runs_on and last is not None and last[1] == before.end


def _after(scene: Scene, quote: Quotation, *, known: bool) -> Draft | None:
    """The cue of "…," said Y or "…," Y said; any verb will do behind a comma that ends a quotation, if not but a `known` one."""
    closing, behind = scene.text[quote.end - 2], scene.text[quote.end : quote.end + 1]
    verbs = [token for token in _stretch(scene, quote.end) if token.pos_ == "VERB" and token.tag_ in _FINITE]
    cue = next((token for token in verbs if lemma_of(token) in lexicon().clause), None)
    if cue is not None and cue.i in scene.by_token:
        draft = scene.by_token[cue.i]
        if closing in ",?!-–—" or behind == "," or not draft.content:
            return draft
    if closing == "," and verbs and not known:
        return _fresh(verbs[0])
    return None


def _stretch(scene: Scene, at: int) -> Iterator[Token]:
    """The tokens from an offset to the end of the sentence, the next quotation or the end of reach."""
    index = bisect_left(scene.starts, at)
    for token in scene.doc[index : index + _REACH]:
        if "\n" in token.text or token.text in ".!?;:\"“''":
            return
        yield token


def _before(scene: Scene, quote: Quotation) -> Draft | None:
    """The cue of 'Y said: "…"'; any verb with a subject will do before a colon."""
    sign = text_before(scene.text, quote.start, over_lines=True)
    if sign not in ",:":
        return None
    index = bisect_left(scene.starts, quote.start)
    verbs: list[Token] = []
    for token in reversed(scene.doc[max(0, index - 2 * _REACH) : index]):
        if ("\n" in token.text and token.i < index - 2) or token.text in ".!?;\"”''":
            break
        if token.pos_ == "VERB":
            verbs.append(token)
    known = next((token for token in verbs if token.i in scene.by_token and lemma_of(token) in lexicon().clause), None)
    nearer = [token for token in verbs if token.tag_ in _FINITE and known is not None and token.i > known.i]
    if known is not None and not (sign == ":" and any(token.is_ancestor(known) for token in nearer)):
        return scene.by_token[known.i]
    if sign == ":" and verbs:
        return next((_fresh(token) for token in verbs if token.tag_ in _FINITE), None)
    return (_reading(scene, index) or _label(scene, index)) if sign == ":" else None


def _reading(scene: Scene, index: int) -> Draft | None:
    """The "read" before a colon that a parser took for a noun ("The post read: …"), with the words before it as source."""
    read = next((token for token in reversed(scene.doc[max(0, index - 3) : index]) if token.lower_ in ("read", "reads")), None)
    if read is None or read.pos_ != "NOUN" or read.left_edge.i == read.i:
        return None
    return Draft(Cue(read, "verb", read.i, read.i + 1, (read.left_edge.i, read.i)), "clause")


def _label(scene: Scene, index: int) -> Draft | None:
    """The name before a colon that opens a line, as in a transcript: the colon is the cue."""
    colon = index - 1
    while colon > 0 and scene.doc[colon].is_space:
        colon -= 1
    start = colon
    while start > 0 and colon - start < _REACH and "\n" not in scene.doc[start - 1].text:
        start -= 1
    opens = start == 0 or "\n" in scene.doc[start - 1].text
    if not opens or start == colon or not any(token.pos_ == "PROPN" for token in scene.doc[start:colon]):
        return None
    return Draft(Cue(scene.doc[colon], "colon", colon, colon + 1, (start, colon)), "quoted")


def _fresh(verb: Token) -> Draft:
    return Draft(verb_cue(verb), "quoted")


def _carried(scene: Scene, quote: Quotation, last: tuple[Draft, int] | None) -> Draft | None:
    """Who spoke last, where a new sentence goes on quoting in the same paragraph or is the next paragraph."""
    near = _spoken_before(scene, quote, last[1] if last else 0)
    acting = _acting_before(scene, quote, last)
    if acting is not None and (near is None or near.cue.token.idx < acting.cue.token.idx):
        return acting
    if near is not None and _BEGINS.search(scene.text, max(near.cue.token.idx, quote.start - 40), quote.start):
        return near
    if last is None or not _BEGINS.search(scene.text, max(last[1] - 1, quote.start - 40), quote.start):
        return None
    gap = scene.text[last[1] : quote.start]
    breaks = gap.count("\n\n") or gap.count("\n")
    alone = scene.text[quote.end : quote.end + 20].lstrip(" ")[:1] in ("", "\n")
    return None if breaks > 1 or (breaks and gap.strip() and not alone) else last[0]


def _acting_before(scene: Scene, quote: Quotation, last: tuple[Draft, int] | None) -> Draft | None:
    """Who does something in the sentence right before a quotation of its paragraph ("Keller disagreed. …")."""
    index = bisect_left(scene.starts, quote.start)
    if index == 0 or scene.doc[index - 1].text not in (".", "!", "?"):
        return None
    sentence = sentence_of(scene.doc[index - 1])
    floor = last[1] if last is not None else 0
    if sentence.start_char < max(floor, scene.text.rfind("\n", 0, quote.start) + 1):
        return None
    subject = next((child for child in sentence.root.children if child.dep_ == "nsubj"), None)
    if subject is None or sentence.root.pos_ != "VERB" or sentence.root.tag_ not in _FINITE:
        return None
    person = is_person(subject.lower_) or subject.lower_ in titles() or subject.lower_ in ("he", "she")
    named = subject.pos_ == "PROPN" and subject.ent_type_ != "GPE"
    return scene.by_token.get(sentence.root.i, _fresh(sentence.root)) if person or named else None


def _said_elsewhere(scene: Scene, quote: Quotation) -> Quotation | None:
    """The quotation that a line of nothing but quoted words repeats, as crossheads do; None where there is none."""
    if not _alone(scene, quote):
        return None
    words = _plain(scene, quote)
    index = bisect_left(scene.quotations, quote.start, key=lambda one: one.start)
    near = (one for one in scene.quotations[max(0, index - _NEAR) : index + _NEAR] if not _alone(scene, one))
    return next((one for one in near if words in _plain(scene, one)), None)


def _alone(scene: Scene, quote: Quotation) -> bool:
    after = scene.text[quote.end : quote.end + 20].lstrip(" ")[:1]
    return text_before(scene.text, quote.start) == "\n" and after in ("", "\n")


def _plain(scene: Scene, quote: Quotation) -> str:
    """The words of a quotation between blanks, so that one can be looked for in another."""
    return f" {' '.join(spoken_words(scene.text[quote.start : quote.end]))} "


def _spoken_before(scene: Scene, quote: Quotation, floor: int) -> Draft | None:
    """The last cue with a source in the paragraph before a quotation, behind the quotation before it."""
    floor = max(floor, scene.text.rfind("\n", 0, quote.start) + 1)
    low, high = bisect_left(scene.cues, floor), bisect_left(scene.cues, quote.start)
    said = (one for one in reversed(scene.drafts[low:high]) if one.frame in ("clause", "host") and one.cue.source and one.content)
    return next((one for one in said if lexicon().polarity.get(lemma_of(one.cue.token), "said") != "thought"), None)


def _reseat(scene: Scene, draft: Draft, quote: Quotation) -> None:
    """Look for the source beside the cue where syntax found none or one inside the quotation."""
    cue = draft.cue
    if cue.token.idx < quote.start or cue.kind != "verb":
        return
    if cue.source is not None:
        head = scene.doc[cue.source[0]]
        relative = head.tag_ in ("WP", "WDT") and head.idx >= quote.end
        if not relative and not quote.start <= head.idx < quote.end:
            return
    first = bisect_left(scene.starts, quote.end)
    between = [token for token in scene.doc[first : cue.start] if not token.is_punct and not token.is_space]
    if between:
        draft.cue = cue.with_source((between[0].i, between[-1].i + 1))
    elif cue.end < len(scene.doc):
        head = scene.doc[cue.end]
        while head.dep_ in ("det", "compound", "amod", "nummod", "poss", "nmod") and head.head.i > head.i:
            head = head.head
        found = source_span(head, whole=True)
        draft.cue = cue.with_source((cue.end, max(found[1], cue.end + 1)) if found else None)


def text_before(text: str, at: int, *, over_lines: bool = False) -> str:
    """The last character before an offset that is no blank; a line break counts as one unless `over_lines`."""
    blank = " \t\xa0\n\r" if over_lines else " \t\xa0"
    return text[max(0, at - 40) : at].rstrip(blank)[-1:] or "\n"


def _add(draft: Draft, quote: Quotation, text: str) -> None:
    start, end = quote.start, quote.end
    kept = []
    for piece in (_behind_colon(draft, one, quote, text) for one in draft.content):
        if piece[0] < end and start < piece[1]:
            start, end = min(start, piece[0]), max(end, piece[1])
        else:
            kept.append(piece)
    draft.content = sorted([*kept, (start, end)])


def _behind_colon(draft: Draft, piece: tuple[int, int], quote: Quotation, text: str) -> tuple[int, int]:
    """A piece of content without the narration before a quotation that a colon opens and the cue follows."""
    if piece[0] < quote.start < piece[1] and draft.cue.token.idx >= quote.end and text_before(text, quote.start) == ":":
        return quote.start, max(piece[1], quote.end)
    return piece
