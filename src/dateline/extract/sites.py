"""The name of a site out of what its head says of it: publisher, site name, the end of the page's title."""

import re
import unicodedata
from collections.abc import Sequence

from dateline.addresses import host_of
from dateline.extract.agencies import Agencies
from dateline.extract.outlets import PARTED

NOTICE = re.compile(r"^(?:copyright|©|\(c\)|\d{4}|[-–, ])+", re.IGNORECASE)
RESERVED = re.compile(r"[ .,]{0,3}\ball rights reserved\b.*$", re.IGNORECASE)
# The legal form of a firm: "Harbour Press GmbH & Co. KG" is taken off from behind, a word at a time.
FIRM = re.compile(
    r"[\s,&]{1,3}(?:GmbH|mbH|AG|KG|KGaA|SE|e\. ?V|Inc|LLC|Ltd|Limited|PLC|Corp|Co|S\.p\.A|SpA|S\.A|SAS|SARL|B\.?V|Pvt|Pty)"
    r"[.,]{0,2}$",
    re.IGNORECASE,
)
YEAR = re.compile(r"\s\d{4}$")
ADDRESS = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+/?")
BESIDE = re.compile(r"^(?:https?://)?(?:www\.)?(?:the\s+)?|\.\w{2,4}/?$", re.IGNORECASE)
APART = re.compile(r"\s/\s|,\s")
LONGEST = 8  # words of an outlet's name; what is longer is a motto
TAIL = 5  # words of one at the end of a title
LEAST = 4  # letters, where a name only begins an address or stands in it: "CRIC" in `cric-town.example`
# Labels of a host that say nothing of whose it is.
COMMON = frozenset({"www", "com", "net", "org", "gov", "edu", "news", "blog", "amp", "mobile", "edition"})


def site_name(told: Sequence[str], title: str, *, url: str | None, agencies: Agencies) -> tuple[str, str] | None:
    """The outlet's name in what the head tells, with the whole of what was told there; None when nothing in it is a name.

    A name that the address bears out goes before all others, since sites give their firm, an agency or a motto as publisher too;
    then come names, then mere addresses. The ends of the page's title count only where the address bears them out.
    """
    labels = _labels(url)
    fitting = [(piece, whole) for whole in told for piece in _pieces(whole) if _fits(piece, labels)]
    ranked = [one for one in fitting if not ADDRESS.fullmatch(one[0])]
    ranked += [(piece, whole) for piece, whole in fitting if piece != whole]  # an address with a motto or a notice around it
    own = [(whole, whole) for whole in told if _is_name(whole, agencies)]
    ranked += [one for one in own[:1] if not ADDRESS.fullmatch(one[0])]
    parts = PARTED.split(title)
    ends = [*_pieces(parts[-1]), *_pieces(parts[0])] if len(parts) > 1 else []
    ranked += [(end, title) for end in ends if len(end.split()) <= TAIL and _fits(end, labels)]
    return next(iter([*ranked, *own]), None)


def bears_out(url: str, name: str) -> bool:
    """Whether an address is that of an outlet with a name, by the letters of its host."""
    return any(_fits(piece, _labels(url)) for piece in (name, *_pieces(name)))


def words_in(name: str, url: str) -> bool:
    """Whether a word of a name, or its first letters, stand in the host of an address ("Connecticut Post": `ctpost.example`)."""
    words = [letters for word in re.split(r"[\W_]+", name) if (letters := _letters(word)) and letters not in COMMON]
    parts = [word for word in words if len(word) >= LEAST]
    parts += ["".join(word[0] for word in words)] if len(words) >= LEAST - 1 else []
    return any(part in label for part in parts for label in _labels(url))


def _pieces(told: str) -> list[str]:
    """The parts of what a site tells of itself, without the words of a copyright notice and the legal forms of firms."""
    bare = RESERVED.sub("", NOTICE.sub("", told))
    pieces = [piece for part in APART.split(bare) for piece in PARTED.split(part)]
    return [name for piece in pieces if (name := _without_form(piece))]


def _without_form(name: str) -> str:
    """A name without the legal form of a firm, of which there may be three words ("GmbH & Co. KG"), and without a year."""
    for _ in range(3):
        name = FIRM.sub("", name.strip())
    return YEAR.sub("", name)


def _is_name(told: str, agencies: Agencies) -> bool:
    """Whether what a site calls itself may be an outlet's name: no firm, agency, notice, motto or headline."""
    other = FIRM.search(told) or NOTICE.match(told) or RESERVED.search(told)
    return not other and len(told.split()) <= LONGEST and agencies.name_of(told) is None


def _fits(name: str, labels: frozenset[str]) -> bool:
    """Whether the address bears a name out: a label of the host has the same letters, or one is in the other."""
    letters = _letters(name)
    if len(name.split()) > LONGEST or len(letters) < 2:
        return False
    return any(
        letters == label
        or (min(len(letters), len(label)) >= LEAST and (letters in label or label in letters))
        or (len(label) == LEAST - 1 and letters.startswith(label))
        for label in labels
    )


def _labels(url: str | None) -> frozenset[str]:
    labels = (label.replace("-", "") for label in host_of(url).split(".")[:-1])
    return frozenset(label for label in labels if len(label) > 1 and label not in COMMON)


def _letters(name: str) -> str:
    """The letters and digits of a name as an address would have them: "Ärzte Zeitung" is `aerztezeitung`."""
    spelled = BESIDE.sub("", name.strip().lower().replace("&", "and"))
    for letter, two in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        spelled = spelled.replace(letter, two)
    folded = unicodedata.normalize("NFKD", spelled)
    return "".join(letter for letter in folded if letter.isalnum())
