"""PDF files: the lines on their pages, as pypdf places them, put together into paragraphs."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, LimitReachedError

from dateline.extract.draft import MAX_TEXT, Draft, too_long
from dateline.extract.lines import STOPPED, plain
from dateline.extract.pasted import read_rows
from dateline.extract.rows import rows_of_lines
from dateline.extract.told import Told, note_told

EDGE = 0.036  # of the height of a page: browsers leave 0.4 inches to the text and print their heads and feet in them
OUTERMOST = 3  # lines at the top and at the bottom of a page among which running heads are looked for
GAP = 1.25  # times the usual distance of lines: the least that parts paragraphs; word processors add a third or a half
TALL = 1.5  # times the size of the letters: headlines are set with less
CLOSEST, WIDEST = 0.9, 1.9  # times the size of the letters: how near and how far lines of one paragraph are set
LARGER = 1.15  # times the usual size: a headline
# Of 18 pages of the examples, printed with Chromium, 97 paragraphs in 100 are those of the HTML with this, 91 without.
SHORT, SHORTER = 0.9, 0.6  # of a full line: the last of a paragraph that ends like a sentence, and of one that does not
NEAR = 4  # lines before and after by which a full one is known
PAGE_NUMBER = re.compile(
    r"[-–—|\s]*(?:page|seite|página|p\.)?\s*\d{1,4}(?:\s*(?:/|of|von|de)\s*\d{1,4})?[-–—|\s]*", re.IGNORECASE
)
ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s/]+/\S*(?=\s+\d+\s*/\s*\d+$)")
LONGEST = 1000  # characters of a foot that are looked at
BROKEN = re.compile(r"(?:^|\s)\W*(\w+)[-\u00ad\u2010]$")
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
# Programs that print what others show: the day in such a file is the day of printing.
PRINTERS = re.compile(r"skia|mozilla|quartz|cairo|print to pdf|ghostscript|distiller", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Placed:
    """A line of a page: where it begins, in points from the page's left and lower edge, and the size of its letters."""

    text: str
    page: int
    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines put together."""

    text: str
    page: int
    size: float


def read_pdf(draft: Draft, body: bytes) -> str | None:
    """Fills the draft from a PDF file; the reason, where it cannot be read."""
    try:
        document = PdfReader(BytesIO(body))
        if document.is_encrypted and not document.decrypt(""):
            return "the PDF file is encrypted; save it without a password"
        pages = _lines(document)
        told = _told(document)
    except (DependencyError, NotImplementedError):
        return "the PDF file is encrypted; save it without a password"
    except LimitReachedError:
        return "the PDF file unpacks to more than an honest one does"
    except Exception as error:  # noqa: BLE001 - whatever pypdf makes of broken bytes
        return f"the PDF file is damaged ({type(error).__name__})"
    if isinstance(pages, str):
        return pages
    if not any(pages):
        return "the PDF file has no text in it, only images; run text recognition on it first"
    _read(draft, pages, told)
    return None


def _read(draft: Draft, pages: Sequence[Sequence[Placed]], told: Told) -> None:
    kept, heads = _without_heads(pages)
    paragraphs = _paragraphs(kept)
    draft.page = "\n\n".join(paragraph.text for paragraph in paragraphs)
    headline = _headline(paragraphs, kept, told.title)
    read_rows(draft, rows_of_lines((paragraph.text, at == headline) for at, paragraph in enumerate(paragraphs)))
    address = next((found[0] for head in heads if (found := ADDRESS.match(head[:LONGEST]))), None)
    if address and not draft.url:
        draft.url = address
        draft.whole("url", address)
    note_told(draft, told)


def _told(document: PdfReader) -> Told:
    """What the file's properties say; the day in one that was printed is not that of its text."""
    found = {key: plain(str(value)) for key, value in (document.metadata or {}).items() if value is not None}
    made = f"{found.get('/Creator', '')} {found.get('/Producer', '')}"
    date = re.match(r"(?:D:)?(\d{4})(\d\d)(\d\d)", found.get("/CreationDate", ""))
    day = "" if date is None or PRINTERS.search(made) else "-".join(date.groups())
    return Told(title=found.get("/Title", "")[:300], author=found.get("/Author", "")[:200], date=day)


def _lines(document: PdfReader) -> list[list[Placed]] | str:
    """The lines of each page, in the order in which the file draws them."""
    pages: list[list[Placed]] = []
    length = 0
    for number, page in enumerate(document.pages):
        lines = _lines_of(page, number)
        length += sum(len(line.text) for line in lines)
        if length > MAX_TEXT:
            return too_long(length)
        pages.append(lines)
    return pages


def _lines_of(page: PageObject, number: int) -> list[Placed]:
    """The lines of a page; their places are told from the lower edge, as shares of 1,000 of its height."""
    lines: list[Placed] = []
    pieces: list[Placed] = []
    low, height = float(page.mediabox.bottom), abs(float(page.mediabox.height)) or 1.0

    def end() -> None:
        text = plain("".join(piece.text for piece in pieces)).translate(LIGATURES)
        first = next((piece for piece in pieces if piece.text.strip()), None)
        if first is not None and text:
            lines.append(Placed(text, number, first.x, first.y, first.size))
        pieces.clear()

    def visit(text: str, user: Sequence[float], own: Sequence[float], font: Any, size: float) -> None:
        x = own[4] * user[0] + own[5] * user[2] + user[4]
        y = (own[4] * user[1] + own[5] * user[3] + user[5] - low) / height
        scaled = abs((size or 0.0) * own[3] * user[3])
        for at, piece in enumerate(text.split("\n")):
            if at:
                end()
            if piece:
                pieces.append(Placed(piece, number, x, y * 1000, scaled / height * 1000))

    page.extract_text(visitor_text=visit)
    end()
    return lines


def _without_heads(pages: Sequence[Sequence[Placed]]) -> tuple[list[Placed], list[str]]:
    """The lines without running heads, feet and page numbers, which are given apart."""
    outer = [{id(line): line for line in _outermost(lines)} for lines in pages]
    seen = Counter(key for lines in outer for key in {_masked(line) for line in lines.values()})
    kept: list[Placed] = []
    heads: list[str] = []
    for lines, edge in zip(pages, outer, strict=True):
        for line in lines:
            repeated = id(line) in edge and (seen[_masked(line)] * 2 > len(pages) > 1 or PAGE_NUMBER.fullmatch(line.text))
            outside = not EDGE * 1000 <= line.y <= 1000 - EDGE * 1000
            if repeated or outside:
                heads.append(line.text)
            else:
                kept.append(line)
    return kept, heads


def _outermost(lines: Sequence[Placed]) -> list[Placed]:
    ordered = sorted(lines, key=lambda line: line.y)
    return [*ordered[:OUTERMOST], *ordered[OUTERMOST:][-OUTERMOST:]]


def _masked(line: Placed) -> str:
    return re.sub(r"\d+", "#", line.text.lower())


def _paragraphs(lines: Sequence[Placed]) -> list[Paragraph]:
    words = Counter(word for line in lines for word in re.findall(r"\w+(?:-\w+)+", line.text.lower()))
    leading = _leading(lines)
    groups: list[list[Placed]] = []
    for line, full in zip(lines, _full(lines), strict=True):
        if groups and not _parted(groups[-1][-1], line, leading, full):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Paragraph(_text(group, words), group[0].page, group[0].size) for group in groups]


def _leading(lines: Sequence[Placed]) -> float:
    """The distance from one line to the next, in sizes of letters: the smallest that several lines share."""
    pairs = [(last, line) for last, line in pairwise(lines) if last.page == line.page and last.y > line.y and line.size]
    gaps = Counter(round((last.y - line.y) / line.size, 1) for last, line in pairs)
    likely = {gap: count for gap, count in gaps.items() if CLOSEST <= gap <= WIDEST}
    shared = [gap for gap, count in likely.items() if count > 1]
    return min(shared or likely, default=WIDEST)


def _full(lines: Sequence[Placed]) -> list[tuple[int, int]]:
    """For each line the characters of the longest before and after it, the fewer first: what fits on a line of its column."""
    found = []
    for at, line in enumerate(lines):
        sides = (_longest(lines[max(0, at - NEAR) : at], line), _longest(lines[at : at + NEAR], line))
        found.append((min(sides), max(sides)))
    return found


def _longest(near: Sequence[Placed], line: Placed) -> int:
    """The length of the longest line among those near a line that stand in its column and are no headline."""
    column = (one for one in near if one.page == line.page and abs(one.x - line.x) <= 2 * line.size)
    return max((len(one.text) for one in column if one.size <= LARGER * line.size), default=0)


def _parted(last: Placed, line: Placed, leading: float, full: tuple[int, int]) -> bool:
    """Whether a new paragraph begins with a line."""
    if max(last.size, line.size) > LARGER * min(last.size, line.size):
        return True
    ended = STOPPED.search(last.text) is not None
    gap = last.y - line.y
    if last.page != line.page or gap < 0:  # the next page or column goes on with the paragraph, unless it has come to an end
        return ended
    if gap > max(GAP * leading, TALL) * line.size:
        return True
    if ended and line.x > last.x + line.size / 2:
        return True
    length = len(last.text) + 1 + len(line.text.split(" ", 1)[0])  # had the next word fitted, it would stand there
    if ended:
        return length < SHORT * full[1]
    return length < SHORTER * full[0] and not line.text[:1].islower()


def _text(lines: Sequence[Placed], words: Counter[str]) -> str:
    """The lines as one text; a word that was broken at a line's end is whole again, one that has a hyphen keeps it."""
    pieces = [lines[0].text]
    for line in lines[1:]:
        broken = BROKEN.search(pieces[-1][-80:])
        if broken is None or not line.text[:1].islower():
            pieces += [" ", line.text]
            continue
        rest = re.match(r"\w*", line.text)
        if not words[f"{broken[1]}-{rest[0] if rest else ''}".lower()]:
            pieces[-1] = pieces[-1][:-1]
        pieces.append(line.text)
    return "".join(pieces)


def _headline(paragraphs: Sequence[Paragraph], lines: Sequence[Placed], title: str) -> int | None:
    """The index of the headline: what the file's title says, else the first of the largest letters on the first page."""
    named = [at for at, paragraph in enumerate(paragraphs) if title and paragraph.text.lower() == title.lower()]
    if named or not lines:
        return named[0] if named else None
    weights: Counter[float] = Counter()
    for line in lines:
        weights[round(line.size, 1)] += len(line.text)
    usual = max(weights, key=lambda size: (weights[size], -size))
    first = [at for at, paragraph in enumerate(paragraphs) if paragraph.page == lines[0].page and len(paragraph.text.split()) > 1]
    largest = max(first, key=lambda at: (paragraphs[at].size, -at), default=None)
    return largest if largest is not None and paragraphs[largest].size > LARGER * usual else None
