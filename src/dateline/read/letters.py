"""Newsletters with several stories: the HTML of each, as a page of its own."""

import re
from itertools import pairwise

LEVELS = (b"1", b"2", b"3")  # of headings that may stand over stories, the highest first
FEWEST = 2  # stories, and paragraphs of each
PROSE = 8  # words of a paragraph
MOST = 0.7  # of the words of the message stand in the stories; else what is between them would be lost
LARGEST = 2_000_000  # bytes; a newsletter has a tenth of that
MOST_TAGS = 25_000  # as of a page that is read
HEADING = re.compile(rb"<h([1-3])(?:\s[^<>]*)?>(.{0,1000}?)</h\1\s?>", re.IGNORECASE | re.DOTALL)
PARAGRAPH = re.compile(rb"<p[\s>]", re.IGNORECASE)
LINK = re.compile(rb"<a\s([^<>]*)>(.{0,300}?)</a\s?>", re.IGNORECASE | re.DOTALL)
ADDRESS = re.compile(rb"href\s?=\s?[\"']?(https?://[^\"'\s<>]+)", re.IGNORECASE)
ONWARD = re.compile(
    rb"\W*(?:read (?:more|on|the |full|it|in full|article|story)|continue reading|keep reading"
    rb"|(?:the )?full (?:story|article|report)|more\b|weiterlesen|mehr (?:lesen|dazu)|lire la suite|lees (?:meer|verder)|leer m)",
    re.IGNORECASE,
)
UNSEEN = re.compile(rb"<(script|style|title)[\s>]|<!--", re.IGNORECASE)
TAG = re.compile(rb"<[^<>]*>")
CHARSET = re.compile(rb"<meta[^<>]{0,300}charset[^<>]{0,100}>", re.IGNORECASE)


def stories_in(body: bytes) -> list[bytes]:
    """The stories of a newsletter as pages of HTML; none where it is one text, or not surely several.

    A story is a heading with two paragraphs or more below it and a link that leads on, to an address that no other has. Together
    they have to hold most of the message.
    """
    if len(body) > LARGEST or body.count(b"<") > MOST_TAGS:
        return []
    shown = _shown(body)
    headings = list(HEADING.finditer(shown))
    for level in LEVELS:
        over = [one for one in headings if one[1] <= level]
        ends = [*(one.start() for one in over), len(shown)]
        found = [story for one, (_, end) in zip(over, pairwise(ends), strict=True) if (story := _story(shown, one, end))]
        if len({address for address, _ in found}) == len(found) >= FEWEST:
            held = sum(_words(text) for _, text in found)
            charset = CHARSET.search(body)
            head = b"<html><head>" + (charset[0] if charset else b"") + b"</head><body>"
            return [head + text + b"</body></html>" for _, text in found] if held >= MOST * _words(shown) else []
    return []


def _shown(body: bytes) -> bytes:
    """The HTML without scripts, styles, comments and the title that no mail program shows; what never ends goes to the end."""
    lower, kept, at = body.lower(), [], 0
    while match := UNSEEN.search(body, at):
        kept.append(body[at : match.start()])
        close = b"</" + match[1].lower() if match[1] else b"-->"
        found = lower.find(close, match.end())
        at = len(body) if found < 0 else found + len(close)
    return b" ".join([*kept, body[at:]])


def _story(shown: bytes, heading: re.Match[bytes], end: int) -> tuple[bytes, bytes] | None:
    """The address that a story's link leads to and the story up to that link, under a heading of the first order."""
    link = next((one for one in LINK.finditer(shown, heading.end(), end) if ONWARD.match(_plain(one[2]))), None)
    address = ADDRESS.search(link[1]) if link else None
    if link is None or address is None or not _plain(heading[2]):
        return None
    text = shown[heading.end() : link.start()]
    prose = [part for part in PARAGRAPH.split(text)[1:] if _words(part) >= PROSE]
    return (address[1], b"<h1>" + heading[2] + b"</h1>" + text) if len(prose) >= FEWEST else None


def _plain(markup: bytes) -> bytes:
    return b" ".join(TAG.sub(b" ", markup).split())


def _words(markup: bytes) -> int:
    return len(_plain(markup).split())
