"""The words of an article with their places, and which of them are the writer's own."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dateline.data import lines
from dateline.types import Article

# Where no spaces part the words, each character stands for one.
CHARACTERS = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
WORD = re.compile(rf"[{CHARACTERS}]|[^\W{CHARACTERS}]+(?:['’][^\W{CHARACTERS}]+)*")
LINE = re.compile(r"[^\n]+")
SENTENCE = re.compile(r"[^.!?]+[.!?]*")
FIRST_PERSON = frozenset(("i", "we", "my", "our", "me", "us", "mine", "ours", "myself", "ourselves"))
PRONOUN = re.compile(rf"(?<![^\W{CHARACTERS}])(?:{'|'.join(sorted(FIRST_PERSON))})(?![^\W{CHARACTERS}])", re.IGNORECASE)
CLOSERS = {"“": "”", '"': '"', "‘": "’", "'": "'", "«": "»", "「": "」", "『": "』"}
SURE = "“„«»「『"  # they open wherever they stand
OPENER = re.compile("[“„\"‘'«»「『]")
OPENS_AFTER = frozenset(" \t\n([{—–-“\"‘'«")
# What releases have at their end, about themselves and for editors: a heading on a line of its own, and all below it.
STANDING = re.compile(
    r"(?:-+ ?ends?(?: of release)? ?-+|ends|#{2,3}|about (?:the )?[A-Z0-9][\w&.,'’ -]{1,60}|notes? (?:to|for) editors?"
    r"|(?:media|press|for media|investor)? ?(?:contacts?|enquiries|inquiries)|forward-looking statements)[: ]*",
    re.IGNORECASE,
)
CONTACT = re.compile(r"(?:media|press|investor) (?:contacts?|office|enquiries|inquiries|relations)\s?:", re.IGNORECASE)
STANDING_FROM = 0.5  # of the text: such a heading in its first half may part a report
NOT_NEWS = 0.5  # above this share of first-person sentences the writer speaks for himself, and "I" marks no quotation


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one article, folded to lower case; `own` says of each whether it is neither quoted nor a standing line."""

    article: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    own: tuple[bool, ...]

    def count_own(self) -> int:
        """How many words are the writer's own."""
        return sum(self.own)


def words_of(article: Article) -> Words:
    """The words of the text of an article, standing lines left out, in order."""
    masked = _quoted(article.text)
    folded: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    own: list[bool] = []
    for line in news_lines(article.text):
        for match in WORD.finditer(article.text, line.start(), line.end()):
            folded.append(match.group().lower().replace("’", "'"))
            starts.append(match.start())
            ends.append(match.end())
            own.append(not masked[match.start()])
    return Words(article.id, tuple(folded), tuple(starts), tuple(ends), tuple(own))


def news_lines(text: str) -> Iterator[re.Match[str]]:
    """The lines of a text that belong to its news: no rights notices, and nothing of what releases have below it."""
    for line in LINE.finditer(text):
        if line.start() > STANDING_FROM * len(text) and STANDING.fullmatch(line.group().strip()):
            return
        if not _is_standing(line.group()):
            yield line


def _is_standing(line: str) -> bool:
    """Whether a line is a rights notice or another standing line."""
    low = line.lower()
    if low.startswith(("copyright ", "©")) or CONTACT.match(line) is not None:
        return True
    return any(phrase in low for phrase in lines("boilerplate.txt"))


def _quoted(text: str) -> bytearray:
    """One byte for each character of a text: 1 inside quotation marks or in a sentence in the first person.

    Posts and statements often stand without marks; a reporter's own sentence hardly ever says "I".
    """
    mask = bytearray(len(text))
    for start, end in _quotations(text):
        mask[start:end] = b"\1" * (end - start)
    sentences = [(s.start(), s.end()) for line in LINE.finditer(text) for s in SENTENCE.finditer(text, line.start(), line.end())]
    spoken = [(start, end) for start, end in sentences if _is_spoken(text, start, end, mask)]
    if len(spoken) <= NOT_NEWS * len(sentences):
        for start, end in spoken:
            mask[start:end] = b"\1" * (end - start)
    return mask


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    """The stretches in quotation marks; one that is not closed runs to the end of its line, as in long quotations."""
    closers = _closers(text)
    for line in LINE.finditer(text):
        at = line.start()
        while (opener := OPENER.search(text, at, line.end())) is not None:
            at = opener.start()
            close = _opens(text, at, closers)
            if close is None:
                at += 1
                continue
            end = _closing(text, at + 1, line.end(), close)
            if end is None and close in "’'":
                at += 1
                continue
            yield at, end or line.end()
            at = end or line.end()


def _closers(text: str) -> Mapping[str, str]:
    """The mark that closes each one that opens, as this text has them: German and others write „…“ and »…«."""
    low, first, other = text.find("„"), text.find("»"), text.find("«")
    if low < 0 and not 0 <= first < other:
        return CLOSERS
    pairs = dict(CLOSERS)
    if low >= 0:
        pairs["„"] = "“" if "“" in text else "”"
        del pairs["“"]
    if 0 <= first < other:
        pairs["»"] = "«"
        del pairs["«"]
    return pairs


def _opens(text: str, at: int, closers: Mapping[str, str]) -> str | None:
    """The mark that closes the quotation which opens here, or None where none opens."""
    close = closers.get(text[at])
    if close is None or text[at] in SURE:
        return close
    before = at == 0 or text[at - 1] in OPENS_AFTER
    follows = text[at + 1 : at + 2]
    return close if before and (follows.isalpha() or follows in "“\"‘'.…[") and follows else None


def _closing(text: str, start: int, end: int, close: str) -> int | None:
    """Where the quotation ends (behind its mark); apostrophes inside words do not close it."""
    at = text.find(close, start, end)
    while at >= 0:
        if close not in "’'" or not text[at + 1 : at + 2].isalnum():
            return at + 1
        at = text.find(close, at + 1, end)
    return None


def _is_spoken(text: str, start: int, end: int, mask: bytearray) -> bool:
    """Whether a sentence says I or we outside quotation marks."""
    if PRONOUN.search(text, start, end) is None:
        return False
    return any(_first_person(word.group()) and not mask[word.start()] for word in WORD.finditer(text, start, end))


def _first_person(word: str) -> bool:
    """Whether a word is a pronoun of the first person; US in capitals is a country."""
    return word != "US" and word.lower().replace("’", "'").partition("'")[0] in FIRST_PERSON
