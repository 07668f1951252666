"""When a figure held and who tells it: the day and the counter found around a number in its sentence."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from dateline.analyze.counted import words
from dateline.analyze.sentences import sentence_number, sentence_of
from dateline.data import lines
from dateline.types import Entry, Span, TimeRef, day_at

_BACKGROUND_DAYS = 7  # a time that ended longer before publication is when the figure held; a nearer one is mostly the event's
_STEPS = 4  # from a time up to the verb it belongs to


@dataclass(frozen=True, slots=True)
class Telling:
    """One parsed article with its text, its times by where they start, and its tokens by offset."""

    doc: Doc
    text: str
    article: str
    times: tuple[TimeRef, ...]
    places: tuple[int, ...]
    published: str | None
    offsets: tuple[int, ...]
    entries: tuple[Entry, ...] = ()
    tellers: dict[int, list[Token]] = field(default_factory=dict)

    @classmethod
    def of(
        cls, doc: Doc, article: str, times: tuple[TimeRef, ...], published: str | None, entries: tuple[Entry, ...] = ()
    ) -> "Telling":
        """The telling of a parsed article; `published` is its ISO day, for which in its `entries` theirs count."""
        dated = tuple(sorted((time for time in times if time.kind in ("DATE", "TIME")), key=lambda time: time.span))
        places = tuple(time.span.start for time in dated)
        offsets = tuple(token.idx for token in doc)
        return cls(doc, doc.text, article, dated, places, published and published[:10], offsets, entries)

    def token(self, offset: int) -> Token:
        """The token that holds a character."""
        return self.doc[max(0, bisect_right(self.offsets, offset) - 1)]

    def _times(self, start: int, end: int) -> tuple[TimeRef, ...]:
        """The times that begin in a stretch of the text."""
        return self.times[bisect_right(self.places, start - 1) : bisect_right(self.places, end - 1)]

    def dated(self, start: int, end: int) -> bool:
        """Whether a stretch of the text meets a date or time of day."""
        at = bisect_right(self.places, end - 1)
        return at > 0 and self.times[at - 1].span.end > start

    def day(self, base: Token, number: Token) -> str | None:
        """The ISO day a figure held: one told for the count itself or far from publication, else the day of publication."""
        sentence = sentence_of(base)
        published = self._published(base.idx)
        for time in self._times(sentence.start_char, sentence.end_char):
            if time.latest is None or (published and (time.earliest or "") > published):
                continue  # a figure does not hold as of a day to come
            if self._beside_another(time, number) or self._told_of_now(time, number):
                continue
            if _is_background(time.latest, published) or self._counted(time, published):
                return min(time.latest[:10], published or time.latest[:10])
        return published

    def _beside_another(self, time: TimeRef, number: Token) -> bool:
        """Whether a time stands in the phrase of another number ("4.1 percent, after 4.4 percent in October")."""
        nouns = (token for token in _above(self.token(time.span.start)) if token.pos_ == "NOUN")
        counts = [child for noun in nouns for child in noun.children if child.dep_ == "nummod" and child.ent_type_ != "DATE"]
        return bool(counts) and not any(one.left_edge.i <= number.i <= one.right_edge.i for one in counts)

    def _told_of_now(self, time: TimeRef, number: Token) -> bool:
        """Whether a number is told in the present and a time by another verb ("carries 40,000 cars and was built in 1994")."""
        verb = _verb(number)
        return verb.tag_ in ("VBZ", "VBP") and verb != _verb(self.token(time.span.start))

    def _published(self, at: int) -> str | None:
        """The day that the words at a place of the text were published, which for an entry of a live blog is its own."""
        return day_at(self.entries, Span(self.article, at, at + 1)) or self.published

    def _counted(self, time: TimeRef, published: str | None) -> bool:
        """Whether a single day is told for the count ("rose to six on Friday"); on an undated page any single day is."""
        if time.earliest is None or time.latest is None or time.earliest[:10] != time.latest[:10]:
            return False
        above = _above(self.token(time.span.start))
        return published is None or any(token.lower_ in words("moving", "verbs") for token in above)

    def counter(self, base: Token, number: Token) -> Span | None:
        """The span of who counts: what "according to" names, the subject of a reporting verb in the sentence, or its agent."""
        tellers = self._tellers(base)
        own = _owner(base) or _setter(number) or next((token for token in tellers if _gave(token, number)), None)
        if own is not None:
            return self._span(own)
        near = (token for token in tellers if not any(part.text == ";" for part in _between(token, base)))
        told = (token for token in near if _accorded(token) or _reports(token))
        found = next((token for token in told if not token.left_edge.i <= base.i <= token.right_edge.i), None)
        return None if found is None else self._span(found)

    def _tellers(self, base: Token) -> list[Token]:
        """The nouns of a sentence that may be who counts, in order; looked for once a sentence."""
        number = sentence_number(base)
        if number not in self.tellers:
            sentence = sentence_of(base)
            self.tellers[number] = [token for token in sentence if _accorded(token) or _reports(token) or _given_by(token)]
        return self.tellers[number]

    def _span(self, noun: Token) -> Span:
        """The span of the name beside a noun ("the mayor, Ana Ruiz"), else of the noun up to a comma or line break behind it."""
        named = (child for child in noun.children if child.dep_ == "appos" and child.pos_ == "PROPN")
        noun = noun if noun.pos_ == "PROPN" else next(named, noun)
        ends = (child.right_edge for child in noun.children if child.i > noun.i and child.dep_ in ("prep", "nmod", "compound"))
        last = max(ends, key=lambda token: token.i, default=noun)
        if any(token.text == "," or "\n" in token.text for token in self.doc[noun.i : last.i + 1]):
            last = noun
        return Span(self.article, noun.left_edge.idx, last.idx + len(last.text))


def _between(left: Token, right: Token) -> Tokens:
    """The words between two tokens."""
    first, last = sorted((left.i, right.i))
    return left.doc[first:last]


def _is_background(latest: str, published: str | None) -> bool:
    """Whether a time ended long before publication."""
    return published is not None and (date.fromisoformat(published) - date.fromisoformat(latest[:10])).days > _BACKGROUND_DAYS


def _above(token: Token) -> Iterator[Token]:
    """The heads of a token up to the first verb."""
    for _ in range(_STEPS):
        token = token.head
        yield token
        if token.pos_ in ("VERB", "AUX") or token.head == token:
            return


def _verb(token: Token) -> Token:
    """The first verb above a token, or the last head that is looked at."""
    return next((above for above in _above(token) if above.pos_ in ("VERB", "AUX")), token)


def _owner(tally: Token) -> Token | None:
    """Whose count it is ("the union's count of 41"); of "its own count" the subject of the clause."""
    owner = next((child for child in tally.children if child.dep_ == "poss"), None)
    if owner is None or tally.lower_ not in words("counting", "tallies"):
        return None
    if owner.pos_ != "PRON":
        return owner
    verb = next((above for above in tally.ancestors if above.pos_ == "VERB"), tally)
    return next((child for child in verb.children if child.dep_ == "nsubj"), None)


def _setter(number: Token) -> Token | None:
    """Who sets a count at a number ("the ministry lowered the toll to 36", "the ministry, which puts the toll at 36")."""
    verb = number.head.head
    tally = any(child.dep_ == "dobj" and child.lower_ in words("people", "counts") for child in verb.children)
    if number.dep_ != "pobj" or not tally or verb.lower_ not in words("counting", "setting"):
        return None
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is None or subject.pos_ != "PRON":
        return subject
    return verb.head if verb.dep_ == "relcl" and verb.head.pos_ in ("NOUN", "PROPN") else None


def _reports(token: Token) -> bool:
    """Whether a token is the noun that a reporting verb has for its subject, unless that is what the figure is compared with."""
    subject = token.dep_ == "nsubj" and token.pos_ != "PRON" and token.lower_ != "toll"
    compared = any(child.dep_ == "dobj" and child.lower_ == "what" for child in token.head.children)
    giving = token.head.lower_ in words("counting", "giving") and token.lemma_.lower() in _documents()
    return subject and not compared and (giving or token.head.lower_ in words("counting", "verbs"))


@cache
def _documents() -> frozenset[str]:
    return frozenset((*lines("documents.txt"), *(noun.removesuffix("s") for noun in lines("documents.txt"))))


def _accorded(token: Token) -> bool:
    """Whether a token is the noun behind "according to"."""
    return token.dep_ == "pobj" and token.head.lower_ == "to" and token.head.i > 0 and token.head.nbor(-1).lower_ == "according"


def _given_by(token: Token) -> bool:
    """Whether a token is the noun by whom something was given, announced or published."""
    agent = token.dep_ == "pobj" and token.head.dep_ == "agent" and token.pos_ in ("NOUN", "PROPN")
    return agent and token.head.head.lower_ in words("counting", "given")


def _gave(token: Token, number: Token) -> bool:
    """Whether a token is the noun by whom the figure of a number was given ("the toll of 21 was given by the police")."""
    if not _given_by(token):
        return False
    verb = token.head.head
    given = [verb.head] if verb.dep_ == "acl" else [child for child in verb.children if child.dep_ == "nsubjpass"]
    return any(noun.left_edge.i <= number.i <= noun.right_edge.i for noun in given)
