"""What a line of a page is, told by what it looks like; where it stands is the caller's business."""

import re
from functools import cache
from typing import Literal

from dateline.data import lines
from dateline.extract.captions import is_caption
from dateline.extract.corrected import corrects
from dateline.extract.dates import find_days, is_date_line
from dateline.extract.walls import cuts, offers

Kind = Literal[
    "furniture", "date", "viewed", "updated", "editor", "credits", "caption", "teaser", "newsletter", "related", "cut",
    "correction",
]  # fmt: skip

ENDED = re.compile(r"[.!?…:。！？।؟][\"'”’»“)\]]*$")
STOPPED = re.compile(r"[.!?…。！？।؟][\"'”’»“)\]]*$")
DURATION = re.compile(r"\(?\d{1,2}:[0-5]\d(?::[0-5]\d)?(?: min(?:utes|s)?\.?)?\)?")
TEASER = re.compile(
    r"(?:watch|listen|video|audio|podcast|in pictures)(?: above| below| live| now)?\s*[:|]\s.{3,160}|.{3,160}\(\d{1,2}:[0-5]\d\)",
    re.IGNORECASE,
)
RELATED = re.compile(
    r"\W{0,3}(?:read(?: also| more| next)?|also read|see also|see|related|more"
    r"|(?:more|also) (?:from|on|about|in)(?: [\w'’&. -]{1,30})?"
    r"|related (?:story|stories|articles?)|recommended|opinion|analysis|explained|explainer|read the full story|further reading"
    r"|don[’']t miss|also on [\w ]{1,20})\s*[:|»>]\s*\S.{2,300}"
    r"|(?-i:READ (?:MORE|ALSO|NEXT)|(?:ALSO READ|SEE ALSO|Read (?:more|also)|Also read|See also)(?=\s+[A-ZÀ-Þ“‘\"]))"
    r"\s+\S.{5,200}",
    re.IGNORECASE,
)
EDITED = re.compile(
    r"(?:\W{0,2}(?:edited|copy edited|translated|adapted|fact-checked) by|editing by|editors?|produced by)\s*:?\s+"
    r"(?=[A-ZÀ-Þ])(?P<names>.{3,120})",
    re.IGNORECASE,
)
WHO = r"(?:reporting|inputs?|material|contributions?|information|files?|agency inputs?|reports?|writing)"
MADE = (
    r"(?:published|issued|released|produced|provided|distributed|written|created|supplied|sourced|taken|republished|compiled"
    r"|reported)"
)
CREDIT = re.compile(
    rf"[(\[—–-]?\s*(?:(?:(?:with|additional|further|some|this report contains|contains)\s+)?{WHO}\s+(?:by|from)\b.{{2,300}}"
    r"|with\s+(?:additional\s+)?(?:reporting|inputs?|material|files?)\b.{2,200}"
    r"|(?:sources?|via|agenc(?:y|ies)|quelle|fuente|fonte|news ?agency)\s*[:：]\s*(?!http).{2,100}"
    r"|.{3,200}\bcontributed (?:to|reporting)\b.{0,60}"
    r"|material from .{3,80} was used in .{3,40}"
    r"|(?:this|the|the following) (?:story|article|report|text|content|piece|statement|press release)\b"
    rf".{{0,60}}\b{MADE}\b.{{0,40}}\b(?:by|from|with)\b.{{2,160}}"
    r"|(?:this|the) (?:story|article|report|text|piece|essay|interview|post) (?:was |has been )?"
    r"(?:first|originally|also|previously) (?:appeared|ran|published|posted|aired)\b.{0,30}\b(?:in|on|at)\b.{2,160}"
    r"|(?:copyright|©|\(c\))\s*(?:\d{4}\s*)?.{2,120}"
    r"|[a-z]{2,4}(?:/[a-z]{2,4}){0,3}\s+\([^()]{2,80}\))\s*[)\]]?",
    re.IGNORECASE,
)
CRUMBS = re.compile(r"\s*[|·•›»>]\s*|\s+[/—-]\s+|\s{2,}|\t")


def plain(line: str) -> str:
    """The line with every run of white space (no-break spaces too) as one space, none at its ends, no byte order marks."""
    return " ".join(line.replace("\ufeff", "").replace("\u200b", "").split())


def kind_of(line: str) -> Kind | None:
    """What a line is apart from the article's own text, or None when nothing in it says so."""
    if not line or not any(letter.isalnum() for letter in line):
        return "furniture"
    if len(line) > 700:
        return None
    if corrects(line) and is_prose(line):
        return "correction"
    if cuts(line):
        return "cut"
    if _furniture().fullmatch(line) or is_menu(line) or offers(line):
        return "furniture"
    if is_date_line(line):
        kinds = {day.kind for day in find_days(line)}
        return "viewed" if kinds == {"viewed"} else "updated" if kinds == {"updated"} else "date"
    return _worded_kind(line)


def _worded_kind(line: str) -> Kind | None:
    if RELATED.fullmatch(line):
        return "related"
    if DURATION.fullmatch(line) or TEASER.fullmatch(line):
        return "teaser"
    if EDITED.fullmatch(line):
        return "editor"
    if is_caption(line):
        return "caption"
    return "credits" if CREDIT.fullmatch(line) and len(line) < 320 else None


def is_menu(line: str) -> bool:
    """Whether a line is a row of links or a trail: three or more short pieces parted by bars, arrows, strokes or wide gaps."""
    pieces = [piece for piece in CRUMBS.split(line.strip()) if piece]
    return len(pieces) >= 3 and all(len(piece.split()) <= 6 for piece in pieces) and not STOPPED.search(line)


def is_prose(line: str) -> bool:
    """Whether a line reads like a paragraph: eight words and a full stop, or simply long; a short question may be a title."""
    words = len(line.split())
    stop = STOPPED.search(line)
    return bool(stop and words >= (20 if stop[0][0] in "!?" else 8)) or words >= 30 or (len(line) >= 40 and line.endswith("。"))


def is_sentence(line: str) -> bool:
    """Whether a line may stand among paragraphs: it ends like a sentence and has two words."""
    return (len(line.split()) >= 2 and ENDED.search(line) is not None) or is_prose(line)


@cache
def _furniture() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{line})" for line in lines("furniture.txt")), re.IGNORECASE)
