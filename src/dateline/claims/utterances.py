"""Utterances: one act of speech, however many outlets quote it, and how the quotations of it differ.

Quotations in quotation marks are grouped first: one speaker, one occasion, like words. Then each indirect one, and each that
nobody is said to have said, joins the group that has the quotation most like it; neither brings two groups together.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.claims.candidates import find_candidates
from dateline.claims.differences import differ, fullest, variation_of
from dateline.claims.foreign import Foreign, find_foreign
from dateline.claims.quotations import Quote, find_quotes
from dateline.claims.speech import Likeness, Wording, compare, weigh, wordings_of
from dateline.claims.voices import DOUBTED, OPEN, OTHER, SAME, Cast, cast_of, relate
from dateline.ids import content_id
from dateline.types import Analysis, Article, Entity, Utterance

# Thresholds, chosen on half A of the gold (docs/evaluation.md). `whole` is the share of telling words and that of words in order.
FEWEST = 3  # telling words in common
LIKE = 0.9  # whole, one speaker and one day
TRANSLATED = 0.75  # the same for one who did not speak English
RENDERED = 0.45  # share, of more words than the fewest, for such a speaker
RETOLD = 0.55  # share, of reported speech
RETOLD_WHOLE = 1.3  # whole, of reported speech of few words
EVEN = 0.7  # share of the longer one, of reported speech that is as short as the other
ALL = 0.9  # the same where the speaker of one is not known
FAR = 0.8  # either share, where the articles are of two days and neither says when, or of two quotations of one article
OPENLY = 1.5  # whole, where the speaker of one is not known
AGAINST = 0.75  # either share, where the speaker of one was read as somebody else
PERHAPS = 0.7  # share, of what follows an act whose speaker may be another; either share, of what has no speaker
WORTH = 0.25  # share of telling words, without weights, below which no pair passed; it saves nine tenths of the comparisons
PHRASE = 4  # words in a row that are no chance

Group = list[int]  # places of wordings


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known of a storyline when two quotations are compared."""

    cast: Cast
    weights: Mapping[str, float]
    foreign: Foreign


def find_utterances(
    articles: Sequence[Article], analyses: Sequence[Analysis], entities: Sequence[Entity]
) -> tuple[Utterance, ...]:
    """The acts of speech quoted in the articles, in order of id; `quotes` holds the first content span of each quotation."""
    order = {article.id: (article.published.earliest or "9999", article.id) for article in articles}
    texts = {article.id: article.text for article in articles}
    cast = cast_of(entities, texts)
    quotes = sorted(find_quotes(articles, analyses, cast), key=lambda one: (order[one.span.article], one.span, one.pieces))
    place = {id(quote): at for at, quote in enumerate(quotes)}
    weights = weigh(quotes)
    scene = Scene(cast, weights, find_foreign(quotes, analyses, texts))
    groups = _group(wordings_of(quotes, weights), scene)
    acts = (sorted((quote for one in group for quote in one.members), key=lambda quote: place[id(quote)]) for group in groups)
    return tuple(sorted((_utterance(act, scene) for act in acts), key=lambda utterance: utterance.id))


def _group(wordings: Sequence[Wording], scene: Scene) -> list[list[Wording]]:
    """The wordings by act of speech: those in quotation marks by likeness, the likest first, then what follows one of them."""
    found = find_candidates(wordings, frozenset())
    near = [(a, b) for a, b in found if _promising(wordings[a], wordings[b])]
    pairs = [(compare(wordings[a], wordings[b], scene.weights), a, b) for a, b in near]
    pairs.sort(key=lambda pair: (-round(pair[0].whole, 6), pair[1:]))
    home: dict[int, Group] = {at: [at] for at, one in enumerate(wordings) if _leads(one)}
    leading = [pair for pair in pairs if pair[1] in home and pair[2] in home]
    for sure in (True, False):  # first those whose speaker is one for certain
        for likeness, a, b in leading:
            left, right = wordings[a], wordings[b]
            if home[a] is not home[b] and sure == _one_voice(left, right, scene.cast) and _same(left, right, likeness, scene):
                _join(home, home[a], home[b], wordings, scene.cast)
    groups = list({id(group): group for group in home.values()}.values())
    followers: dict[int, Group] = {}
    for likeness, a, b in pairs:
        for one, other in ((a, b), (b, a)):
            if one not in home and one not in followers and other in home and _follows(wordings, one, other, likeness, scene):
                followers[one] = home[other]
    for one, group in sorted(followers.items()):
        if any(_meet(a, b) for at in group for a in wordings[at].members for b in wordings[one].members):
            del followers[one]
        else:
            group.append(one)
    groups += _single(wordings, home, followers, scene.cast)
    return [[wordings[at] for at in sorted(group)] for group in groups]


def _promising(left: Wording, right: Wording) -> bool:
    """Whether two wordings have enough words in common to be worth a look."""
    common, least = len(left.told.stems & right.told.stems), min(len(left.said.stems), len(right.said.stems))
    return common >= least or (common > 1 and common >= WORTH * least)


def _leads(one: Wording) -> bool:
    """Whether a wording makes an act of speech of its own: somebody's, in quotation marks, of two words or more."""
    return _is_speech(one.quote) and len(one.forms) > 1


def _is_speech(quote: Quote) -> bool:
    return quote.kind != "indirect" and quote.marked and not quote.loose and quote.voice.shown is not None


def _join(home: dict[int, Group], left: Group, right: Group, wordings: Sequence[Wording], cast: Cast) -> None:
    """Makes one group of two, unless a speaker, a day or a place in one does not go with one in the other."""
    if any(not _goes_with(wordings[a], wordings[b], cast) for a in left for b in right):
        return
    left, right = (left, right) if len(left) >= len(right) else (right, left)
    left += right
    home.update(dict.fromkeys(right, left))


def _one_voice(left: Wording, right: Wording, cast: Cast) -> bool:
    return relate(left.quote.voice, right.quote.voice, cast) == SAME


def _goes_with(left: Wording, right: Wording, cast: Cast) -> bool:
    """Whether two wordings may stand in one group: of one article not in one place, and only where the speaker is sure."""
    one, other = left.quote, right.quote
    voices = relate(one.voice, other.voice, cast)
    if voices == OTHER or not one.occasion.meets(other.occasion):
        return False
    beside = [(a, b) for a in left.members for b in right.members if a.span.article == b.span.article]
    certain = voices == SAME or (voices == OPEN and one.voice.words and other.voice.words)  # a body, and who speaks for it
    return not beside or (bool(certain) and not any(_meet(a, b) for a, b in beside))


def _meet(one: Quote, other: Quote) -> bool:
    return any(piece.meets(place) for piece in one.pieces for place in other.pieces)


def _same(left: Wording, right: Wording, likeness: Likeness, scene: Scene) -> bool:
    """Whether two wordings in quotation marks are one act of speech."""
    one, other = left.quote, right.quote
    voices = relate(one.voice, other.voice, scene.cast)
    if voices == OTHER or not one.occasion.meets(other.occasion):
        return False
    words = min(len(left.forms), len(right.forms)) if likeness.inside else 0
    if words >= PHRASE and (voices > DOUBTED or likeness.common >= FEWEST):
        return True
    if words + 1 == PHRASE and voices == SAME and likeness.common > 0:
        return True
    beside = one.span.article == other.span.article and one.headline == other.headline
    if one.occasion.far(other.occasion) or beside:
        return likeness.common > FEWEST and min(likeness.share, likeness.order) >= FAR and voices > DOUBTED
    if voices == SAME:
        if _foreign(one, scene) and likeness.common > FEWEST and likeness.share >= RENDERED:
            return True
        least = TRANSLATED if _foreign(one, scene) else LIKE
        return (words > 1 and likeness.common > 0) or (likeness.common >= FEWEST and likeness.whole >= least)
    if voices == DOUBTED:
        return likeness.common > FEWEST and min(likeness.share, likeness.order) >= AGAINST
    return likeness.common >= FEWEST and likeness.whole >= OPENLY


def _follows(wordings: Sequence[Wording], one: int, other: int, likeness: Likeness, scene: Scene) -> bool:
    """Whether reported speech, or a quoted stretch that nobody is said to have said, tells of the act of another wording."""
    follower, leader = wordings[one].quote, wordings[other].quote
    if follower.loose:
        return _echoes(wordings[one], wordings[other], likeness)
    voices = relate(follower.voice, leader.voice, scene.cast)
    if not _retells(wordings[one], wordings[other]) or voices == OTHER or not follower.occasion.meets(leader.occasion):
        return False
    if voices > DOUBTED and likeness.common >= FEWEST and likeness.mutual >= ALL:
        return True
    if voices != SAME:
        return likeness.common > FEWEST and likeness.share >= PERHAPS
    if likeness.inside and PHRASE <= len(wordings[one].forms) <= len(wordings[other].forms):
        return True
    if likeness.common > 1 and (likeness.mutual >= EVEN or (_foreign(leader, scene) and likeness.whole >= TRANSLATED)):
        return True
    return (likeness.common > FEWEST and likeness.share >= RETOLD) or (
        likeness.common >= FEWEST and likeness.whole >= RETOLD_WHOLE
    )


def _retells(one: Wording, leader: Wording) -> bool:
    """Whether a wording is reported speech, at most with one quoted word, which the other has too."""
    return one.quote.kind == "indirect" or (one.quote.kind == "mixed" and len(one.forms) == 1 and one.forms[0] in leader.forms)


def _foreign(quote: Quote, scene: Scene) -> bool:
    return quote.voice.entity in scene.foreign.entities or quote.span.article in scene.foreign.articles


def _echoes(loose: Wording, leader: Wording, likeness: Likeness) -> bool:
    """Whether a stretch without a speaker repeats words of a quotation, of its own day or of an earlier one."""
    then, now = leader.quote.occasion, loose.quote.occasion
    words = len(loose.forms) if likeness.inside and len(loose.forms) <= len(leader.forms) else 0
    if not then.meets(now):
        return words > PHRASE and then.first is not None and now.first is not None and then.first < now.first
    near = loose.quote.span.article == leader.quote.span.article
    alike = likeness.common >= FEWEST and min(likeness.share, likeness.order) >= PERHAPS
    return words >= (2 if near else PHRASE) or alike


def _single(wordings: Sequence[Wording], home: Mapping[int, Group], followers: Mapping[int, Group], cast: Cast) -> list[Group]:
    """Single quoted words go with the nearest quotation of their article that holds them; groups of those that find none."""
    by_article: dict[str, list[tuple[int, Quote]]] = {}
    for at in sorted(home):
        for quote in wordings[at].members:
            by_article.setdefault(quote.span.article, []).append((at, quote))
    alone: list[Group] = []
    for at, one in enumerate(wordings):
        if not _is_speech(one.quote) or len(one.forms) != 1 or at in followers:
            continue
        span, voice = one.quote.span, one.quote.voice
        near = [
            (abs(quote.span.start - span.start), other)
            for other, quote in by_article.get(span.article, ())
            if one.forms[0] in wordings[other].forms and relate(voice, quote.voice, cast) == SAME
        ]
        if near:
            home[min(near)[1]].append(at)
        else:
            alone.append([at])
    return alone


def _utterance(quotes: Sequence[Quote], scene: Scene) -> Utterance:
    """The record of one act of speech from its quotations in order."""
    first = next(quote for quote in quotes if not quote.loose).span
    reference = fullest(quotes)
    differences = tuple(one for quote in quotes if quote is not reference for one in differ(quote, reference, scene.cast))
    foreign = any(
        quote.voice.entity in scene.foreign.entities or quote.span.article in scene.foreign.articles for quote in quotes
    )
    return Utterance(
        id=content_id("utterance", first.article, str(first.start), str(first.end)),
        speaker=_speaker(quotes),
        quotes=tuple(quote.span for quote in quotes),
        variation=variation_of(quotes, reference, differences, foreign=foreign),
        reference=reference.span,
        differences=differences,
    )


def _speaker(quotes: Sequence[Quote]) -> str:
    """The name of the speaker: one that a text gives by name before one that was resolved, then the first."""
    best = min(quotes, key=lambda quote: (quote.voice.shown is None, not quote.voice.words, quote.voice.entity is None))
    return best.voice.shown or ""
