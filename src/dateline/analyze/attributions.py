"""Reported speech: who is said to say what, by which word, and through whom."""

from bisect import bisect_left, bisect_right

from spacy.tokens import Doc

from dateline.analyze.bounds import stretches
from dateline.analyze.cast import Cast
from dateline.analyze.chains import trace
from dateline.analyze.citations import with_citations
from dateline.analyze.contents import contents_of
from dateline.analyze.cues import CITING, Cue, find_cues, lemma_of
from dateline.analyze.formulas import with_formulas
from dateline.analyze.labels import find_labels
from dateline.analyze.parting import parted
from dateline.analyze.quoted import Draft, attach, scene_of
from dateline.analyze.reporting import lexicon
from dateline.analyze.selves import speaks_of_itself
from dateline.analyze.sides import side_of
from dateline.analyze.silences import find_silences
from dateline.analyze.speakers import bare_phrase
from dateline.analyze.stances import stance_of
from dateline.analyze.vias import with_vias
from dateline.quotation_marks import Quotation
from dateline.types import Attribution, Span, SpeechKind, Via

_DEEDS = frozenset({"sign", "see"})
"""Cues that report a clause but no bare noun; leaving these out gains .001 content F on the PolNeAR development set."""
_RELATIVE = frozenset({"what", "which", "that", "who", "whom"})
_WHOLE = 0.9
"""Share of quoted characters from which content counts as direct speech, as the PolNeAR benchmark counts it."""


def find_attributions(doc: Doc, cast: Cast) -> tuple[Attribution, ...]:
    """The reported speech of a parsed article, in order of the content; who speaks is added to its cast."""
    quotations = cast.quotations
    drafts = [_draft(doc, cue) for cue in find_cues(doc) if not _inside(cue.token.idx, quotations)]
    drafts = with_formulas(doc, drafts)
    drafts = attach(scene_of(doc, drafts, quotations)) + find_labels(cast)
    drafts = parted(doc, drafts, quotations)
    held, beside = _held(drafts)
    kept = [one for one in drafts if one.content and _plausible(one, quotations, held, beside)]
    kept += find_silences(doc, kept, quotations)
    found = [(one.cue, _attribution(one, cast, quotations)) for one in sorted(kept, key=lambda one: one.cue.token.i)]
    return tuple(
        sorted(with_vias(cast, with_citations(cast, found)), key=lambda one: (one.content[0], one.cue or one.content[0]))
    )


def _draft(doc: Doc, cue: Cue) -> Draft:
    found = contents_of(cue)
    return Draft(found.cue, found.frame, list(stretches(doc, found.parts)))


def _inside(at: int, quotations: tuple[Quotation, ...]) -> bool:
    """Whether an offset lies in a quotation: what a speaker says that others say is the speaker's affair."""
    index = bisect_right(quotations, at, key=lambda one: one.start) - 1
    return index >= 0 and at < quotations[index].end


def _held(drafts: list[Draft]) -> tuple[frozenset[int], frozenset[int]]:
    """Token indices of the cues that stand in what another cue reports, and of those beside an "according to" or "he said"."""
    order = sorted(drafts, key=lambda one: one.cue.token.idx)
    places = [one.cue.token.idx for one in order]
    held: set[int] = set()
    beside: set[int] = set()
    for outer in order:
        for start, end in outer.content:
            inner = order[bisect_left(places, start) : bisect_left(places, end)]
            (beside if outer.frame == "host" else held).update(one.cue.token.i for one in inner if one is not outer)
    return frozenset(held), frozenset(beside)


def _plausible(draft: Draft, quotations: tuple[Quotation, ...], held: frozenset[int], beside: frozenset[int]) -> bool:
    """Whether a cue really reports: no mere possibility, purpose or passing thought of nobody's, unless words are quoted."""
    verb = draft.cue.token
    if _is_of_thing(draft.cue) or (draft.frame == "passive" and lemma_of(verb) in CITING and verb.dep_ == "acl"):
        return False  # nor does who is quoted ("sources, quoted by Reuters, said")
    if not any(_touches(piece, quotations) for piece in draft.content) and _is_deed(draft):
        return False
    tags = {child.tag_ for child in verb.children}
    thought = stance_of(draft) == "thought"
    if (thought or "TO" in tags or draft.cue.source is None) and verb.i in beside:
        return False
    firm = draft.frame in ("clause", "host") and not thought
    if draft.cue.source is not None and any(_touches(piece, quotations) for piece in draft.content):
        return firm or not (verb.i in held and "TO" in tags)
    if ("TO" in tags or ("MD" in tags and not firm)) and (draft.cue.source is None or verb.i in held):
        return False
    named = draft.cue.source is not None or draft.cue.kind == "noun"
    if not (named or firm) and verb.tag_ != "VBN" and draft.frame != "raising":
        return False
    return firm or verb.i not in held


def _is_of_thing(cue: Cue) -> bool:
    """Whether the subject of a verb is no source but a thing ("the price agreed with them", "the vote that decides who …")."""
    if cue.source is None or lemma_of(cue.token) not in lexicon().stances["things verbs"]:
        return False
    head = cue.token.doc[cue.source[0] : cue.source[1]].root
    thing = head.head.head if head.tag_ == "WDT" and head.head.dep_ == "relcl" else head
    return thing.lemma_.lower() in lexicon().stances["things nouns"]


def _is_deed(draft: Draft) -> bool:
    """Whether a cue tells what somebody did: signed or saw a thing, showed himself, voted on a day."""
    doc = draft.cue.token.doc
    pieces = [doc.char_span(start, end, alignment_mode="expand") for start, end in draft.content]
    words = [token for piece in pieces if piece is not None for token in piece if not token.is_punct and not token.is_space]
    if lemma_of(draft.cue.token) in _DEEDS and not any(token.pos_ in ("VERB", "AUX") for token in words):
        return True
    days = draft.frame != "host" and all(token.ent_type_ in ("DATE", "TIME") or token.pos_ in ("DET", "ADP") for token in words)
    return days or all(token.lower_.endswith(("self", "selves")) for token in words)


def _touches(piece: tuple[int, int], quotations: tuple[Quotation, ...]) -> bool:
    index = bisect_right(quotations, piece[1] - 1, key=lambda one: one.start) - 1
    return index >= 0 and quotations[index].end > piece[0]


def _attribution(draft: Draft, cast: Cast, quotations: tuple[Quotation, ...]) -> Attribution:
    cue, doc, article = draft.cue, cast.doc, cast.article
    source, speaker = None, None
    via: tuple[Via, ...] = ()
    if cue.source is not None:
        traced = trace(cast, cue, cue.source)
        speaker, via = traced.speaker, traced.via
        piece = doc[traced.source[0] : traced.source[1]]
        if speaker.span is None and not speaker.joint:
            piece = bare_phrase(piece)  # who is not named is not whom the rest names
        source = Span(article, piece.start_char, piece.end_char)
        cast.last.append((source.start, speaker))
    piece, stance = doc[cue.start : cue.end], stance_of(draft)
    return Attribution(
        source=source,
        speaker=speaker.name if speaker else None,
        resolved=speaker.span if speaker else None,
        cue=Span(article, piece.start_char, piece.end_char),
        content=tuple(Span(article, start, end) for start, end in _telling(draft.content, cast.text)),
        kind=_kind(draft.content, quotations),
        polarity=stance,
        via=via,
        judges=draft.frame in ("object", "passive", "gap") and lemma_of(cue.token) in lexicon().judging,
        side=side_of(draft, stance),
        own=speaker is not None and speaks_of_itself(draft, stance, speaker, cast),
        joint=speaker is not None and speaker.joint,
    )


def _telling(content: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """The pieces in order, without a relative pronoun that only stands for the others ("what she called a …")."""
    pieces = sorted(content)
    return [one for one in pieces if text[one[0] : one[1]].lower() not in _RELATIVE] or pieces


def _kind(content: list[tuple[int, int]], quotations: tuple[Quotation, ...]) -> SpeechKind:
    whole = sum(end - start for start, end in content)
    quoted = sum(_quoted(piece, quotations) for piece in content)
    if quoted >= whole * _WHOLE:
        return "direct"
    return "mixed" if quoted else "indirect"


def _quoted(piece: tuple[int, int], quotations: tuple[Quotation, ...]) -> int:
    """How many characters of a piece of content stand in quotation marks."""
    total = 0
    first = max(0, bisect_right(quotations, piece[0], key=lambda one: one.start) - 1)
    for one in quotations[first:]:
        if one.start >= piece[1]:
            break
        total += max(0, min(piece[1], one.end) - max(piece[0], one.start))
    return total
