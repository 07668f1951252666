"""Captions and the credits of images, which are not credits of the text."""

import re

KINDS = "[Ii]mage|[Pp]hoto|[Pp]icture|[Pp]hotograph|[Pp]ic|[Ff]oto|[Bb]ild|[Cc]r[ée]dit|[Gg]raphic|[Ii]llustration|[Vv]ideo"
TRADERS = "AP|AFP|Reuters|REUTERS|EPA|Getty Images|dpa|AP Photo"
# "…capabilitiesImage: South Korea's Defence Ministry/REUTERS": saved pages glue the credit to the last word.
LABEL = re.compile(
    rf"(?:(?<=[a-z.!?”\"'’)])|(?<![A-Za-z]))\(?(?:(?:[Ff]ile |AP |AFP |Reuters )?(?:{KINDS})s?|IMAGE|PHOTO|PICTURE|CREDIT)"
    r"(?: (?:credit|by|courtesy|from|source|copyright))?s?\s*(?::|©)\s*(?P<credit>[^()]{2,100}?)\)?\s*$"
)
TAIL = re.compile(
    rf"(?:[(\[]\s*(?P<brackets>(?:{TRADERS}|File|[^()\[\]]{{0,40}}\b(?:{TRADERS}|[Pp]hoto|Handout))\b[^()\[\]]{{0,60}})[)\]]"
    rf"|(?P<slash>\b[A-ZÀ-Þ][\w’'. -]{{1,40}}/(?:{TRADERS}|IMAGO|Imago|NurPhoto|Xinhua|Anadolu)"
    r"(?:\s+via\s+[\w ]{2,20}| Images)?)"
    r"|(?:[©Ⓒ]\s?(?P<mark>[^.]{2,60}))"
    r"|(?P<via>\bAP Photo(?:/[\w .’'-]{2,40})?|\bvia (?:REUTERS|Reuters|AP|AFP|Getty Images)))\s*\.?\s*$"
)
LEADING = re.compile(
    r"\(?(?:[Pp]hoto|[Pp]icture|[Ii]mage|[Pp]ictured|[Cc]aption|[Ff]ile photo|PHOTO|FILE PHOTO|FILE)(?: credit)?s?\s*[:—–-]\s*\S"
)
OWNED = re.compile(r"[©Ⓒ]\s?(?:\d{4}\s)?[^/.]{2,40}/[^/.]{2,40}(?:\.\w{2,3})?")  # "© AFP / Pool": no text is credited so
LONGEST = 120  # words; what is longer is a paragraph, whatever it ends with


def image_credit(line: str) -> tuple[int, int] | None:
    """Where the credit of an image stands in a caption, without its label and brackets; None when the line has none."""
    for pattern in (LABEL, TAIL):
        if match := pattern.search(line[-220:]):
            shift = max(0, len(line) - 220)
            name = next(key for key, value in match.groupdict().items() if value)
            return match.start(name) + shift, match.start(name) + shift + len(match[name].rstrip(" .)"))
    return None


def is_caption(line: str) -> bool:
    """Whether a line of bare text is a caption: it ends in an image credit, or begins with the word for one."""
    if len(line.split()) > LONGEST:
        return False
    return (
        LABEL.search(line[-220:]) is not None
        or LEADING.match(line) is not None
        or OWNED.fullmatch(line) is not None
        or _slashed(line)
    )


def _slashed(line: str) -> bool:
    """A credit at the end without a label marks a caption only where it cannot be one of the text."""
    match = TAIL.search(line[-220:])
    return match is not None and bool(match["slash"] or match["via"] or "hoto" in match[0] or "Getty" in match[0])
