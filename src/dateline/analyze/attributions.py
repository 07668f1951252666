"""Reported speech: who is said to say what, by which word, and through whom."""

from bisect import bisect_right

from spacy.tokens import Doc

from dateline.analyze.contents import contents_of, stretches
from dateline.analyze.cues import Cue, find_cues, lemma_of
from dateline.analyze.quotation_marks import Quotation, find_quotations
from dateline.analyze.quoted import Draft, attach, scene_of
from dateline.analyze.labels import find_labels
from dateline.analyze.reporting import lexicon
from dateline.analyze.speakers import Cast, cast_of, resolve
from dateline.analyze.vias import with_vias
from dateline.types import Attribution, Mention, Polarity, Span, SpeechKind

_WHOLE = 0.9
"""Share of quoted characters from which content counts as direct speech, as the PolNeAR benchmark counts it."""


def find_attributions(doc: Doc, article: str, mentions: tuple[Mention, ...]) -> tuple[Attribution, ...]:
    """The reported speech of a parsed article, in order of the content; `mentions` are its names."""
    quotations = find_quotations(doc.text)
    drafts = [_draft(doc, cue) for cue in find_cues(doc) if not _inside(cue.token.idx, quotations)]
    drafts = attach(scene_of(doc, drafts, quotations)) + find_labels(doc, quotations)
    held = _held(drafts)
    kept = [draft for draft in drafts if draft.content and _plausible(draft, quotations, nested=draft.cue.token.i in held)]
    cast = cast_of(doc, article, mentions)
    found = [(one.cue, _attribution(one, cast, quotations)) for one in sorted(kept, key=lambda one: one.cue.token.i)]
    return tuple(sorted(with_vias(doc, found), key=lambda one: (one.content[0], one.cue or one.content[0])))


def _draft(doc: Doc, cue: Cue) -> Draft:
    found = contents_of(cue)
    return Draft(found.cue, found.frame, list(stretches(doc, found.parts)))


def _inside(at: int, quotations: tuple[Quotation, ...]) -> bool:
    """Whether an offset lies in a quotation: what a speaker says that others say is the speaker's affair."""
    index = bisect_right(quotations, at, key=lambda one: one.start) - 1
    return index >= 0 and at < quotations[index].end


def _held(drafts: list[Draft]) -> frozenset[int]:
    """Token indices of the cues that stand in what another cue reports (but not beside a mere "he said" or "according to")."""
    order = sorted(drafts, key=lambda one: one.cue.token.idx)
    places = [one.cue.token.idx for one in order]
    held: set[int] = set()
    for outer in order:
        if outer.frame == "host":
            continue
        for start, end in outer.content:
            inner = order[bisect_right(places, start - 1) : bisect_right(places, end - 1)]
            held.update(one.cue.token.i for one in inner if one is not outer)
    return frozenset(held)


def _plausible(draft: Draft, quotations: tuple[Quotation, ...], *, nested: bool) -> bool:
    """Whether a cue really reports: no mere possibility, purpose or passing thought, unless words are quoted."""
    DEBUG[draft.cue.token.doc[draft.cue.start].idx] = draft
    if any(_touches(piece, quotations) for piece in draft.content):
        return True
    verb = draft.cue.token
    firm = draft.frame in ("clause", "host") and _polarity(draft.cue) != "thought"
    tags = {child.tag_ for child in verb.children}
    if "TO" in tags or ("MD" in tags and not firm):
        return False
    if draft.cue.source is None and not firm and verb.tag_ != "VBN" and draft.frame != "raising":
        return False
    return firm or not nested


DEBUG: dict = {}


def _touches(piece: tuple[int, int], quotations: tuple[Quotation, ...]) -> bool:
    index = bisect_right(quotations, piece[1] - 1, key=lambda one: one.start) - 1
    return index >= 0 and quotations[index].end > piece[0]


def _attribution(draft: Draft, cast: Cast, quotations: tuple[Quotation, ...]) -> Attribution:
    cue, doc, article = draft.cue, cast.doc, cast.article
    source, speaker = None, None
    if cue.source is not None:
        piece = doc[cue.source[0] : cue.source[1]]
        source = Span(article, piece.start_char, piece.end_char)
        speaker = resolve(cast, cue.source)
        cast.last.append((source.start, speaker))
    piece = doc[cue.start : cue.end]
    return Attribution(
        source=source,
        speaker=speaker.name if speaker else None,
        resolved=speaker.span if speaker else None,
        cue=Span(article, piece.start_char, piece.end_char),
        content=tuple(Span(article, start, end) for start, end in sorted(draft.content)),
        kind=_kind(draft.content, quotations),
        polarity=_polarity(cue),
    )


def _polarity(cue: Cue) -> Polarity:
    """What the cue makes of its content; "did not say" denies or refuses to say it."""
    told = lexicon().polarity.get(lemma_of(cue.token), "said")
    if not cue.negated:
        return told
    return {"said": "refused", "confirmed": "refused", "claimed": "denied", "denied": "said"}.get(told, told)


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
