"""The roles of persons with the time they hold: beside the name, in front or behind."""

import re
from collections.abc import Iterator, Sequence

from dateline.entities.roles import offices, role_before
from dateline.types import Article, Post, PostState, Span, TimeRef

REACH = 90  # characters beside a name in which a role stands: a bound on work
STEM = 5  # letters that words of one stem begin with
MOST = 9  # words of what stands behind a name; more tell a story of their own
# "The mayor, |Ada Brun", "its secretary, |Agnes Muldoon": whose role it is, and the role.
SET_BEFORE = re.compile(
    r"(?:^|[\s“\"(])(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa]n?|[\w’'-]+['’]s) ((?:[\w'’-]+ ){0,5}[\w'’-]+), $"
)
SET_BEHIND = re.compile(r", (?:the |an? |its |his |her |their |[\w’'-]+['’]s )?((?:[\w'’&-]+ ){0,8}[\w'’-]+)(?=[,.;:)\n]|$)")
MORE = re.compile(r" (?:of|for|at|in|with|from|to|on|since|until|till|between|during) ")
# What behind a role is no part of its name: its time, where it is held, and what else is told.
ELSE = re.compile(r" (?:in|with|from|to|on|since|until|till|between|during|who|which|that|when|after|before|under) ")
# Where a role begins that stands behind other words: "told the Ledger that a |deputy minister, ".
OPENING = re.compile(r"(?<!\bof)(?<!\bfor)(?<!\bat)(?: (?:the|an?|its|his|her|their)|(?<!\bthe) [\w’'-]+['’]s) ", re.IGNORECASE)
OF_ANOTHER = re.compile(r"[A-Z][\w’'-]*, $")  # "Karl Ilves, the director, |Ada Brun"
TELLING = frozenset({"who", "whose", "which", "where"})  # what begins a clause, not a role
KIN = frozenset({"father", "mother", "sister", "brother", "widow", "widower", "cousin", "hubby"})
STATES: dict[str, PostState] = {
    **dict.fromkeys(
        ("former", "ex", "then", "late", "previous", "onetime", "deposed", "ousted", "retired", "formerly", "previously"),
        "former",
    ),
    **dict.fromkeys(("incoming", "designate", "elect", "next", "future"), "coming"),
}
OWNER = re.compile(r"^(?:[\w’'-]+ )*[\w’'-]+['’]s ")
SINCE = re.compile(r"\bsince $|\bfrom $")
UNTIL = re.compile(r"\b(?:until|till|to|and) $")


def posts_of(article: Article, times: Sequence[TimeRef], mentions: Sequence[Span]) -> Iterator[Post]:
    """The roles told beside the mentions of one person in an article."""
    for span in mentions:
        for start, end in _places(article.text, span):
            words = article.text[start:end]
            role = MORE.split(f" {words} ", maxsplit=1)[0].split()
            state: PostState = next((STATES[word] for word in _parts(role) if word in STATES), "held")
            kept = [word for word in role if word.lower().removeprefix("ex-") not in STATES]
            if kept and _is_office(kept):
                place = Span(article.id, start, end)
                yield _post(_title(words, kept, role), state, place, [time for time in times if place.holds(time.span)], article)


def role_words(text: str, span: Span) -> frozenset[str]:
    """The beginnings of the words told for a role beside a name, which "council leader" and "councillor" share."""
    words = (word for start, end in _places(text, span) for word in re.findall(r"\w{4,}", text[start:end].lower()))
    return frozenset(word[:STEM] for word in words)


def _parts(role: Sequence[str]) -> list[str]:
    return [part.lower() for word in role for part in word.split("-")]


def _is_office(words: Sequence[str]) -> bool:
    """Whether words end in one that names an office or calling, or two or three that do."""
    plain = [word.lower().removeprefix("ex-").removesuffix("-elect") for word in words]
    if plain[0] in TELLING or (plain[-1] in KIN and words[-1].islower()):
        return False
    return any(" ".join(plain[-count:]) in offices() for count in range(1, min(3, len(plain)) + 1))


def _title(words: str, kept: Sequence[str], role: Sequence[str]) -> str:
    """The role without the words of its state, and with what it is of, but not its time ("mayor of Orven")."""
    more = ELSE.split(f" {words} ", maxsplit=1)[0].split()[len(role) :]
    bare = [re.sub(r"^ex-|-(?:elect|designate)$", "", word) for word in kept]
    return " ".join([OWNER.sub("", " ".join(bare)), *more])


def _places(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """Where a role may stand: right before the name, before it and a comma, or behind it and a comma."""
    role = role_before(text, span.start)
    if role is not None:
        start = span.start - 1 - len(role)
        word = text[max(0, start - 12) : start].split()[-1:]
        lead = word[0] if word and word[0].lower().rstrip("-") in STATES else ""
        yield start - (len(lead) + 1 if lead else 0), span.start - 1
    window = text[max(0, span.start - REACH) : span.start].rpartition("\n")[2]
    found = SET_BEFORE.search(window)
    if found is not None and not OF_ANOTHER.search(window[: found.start() + 1]):
        at = span.start - len(window)
        opened = [one.end() for one in OPENING.finditer(window, found.start(1), found.end(1))]
        yield at + (opened[-1] if opened else found.start(1)), at + found.end(1)
    behind = SET_BEHIND.match(text[span.end : span.end + REACH])
    if behind is not None and behind.group(1).count(" ") < MOST:
        yield span.end + behind.start(1), span.end + behind.end(1)


def _post(role: str, state: PostState, place: Span, times: Sequence[TimeRef], article: Article) -> Post:
    """A post with the days it holds: those that stand in its words, else what its state says of the day of the article."""
    text, day = article.text, (article.entry_day(place) or article.published.earliest, article.published.latest)
    earliest, latest = (None, day[1]) if state == "former" else (day[0], None) if state == "coming" else day
    for time in times:
        before = text[max(place.start, time.span.start - 8) : time.span.start]
        if time.earliest and SINCE.search(before):
            earliest = time.earliest
        elif time.latest and UNTIL.search(before):
            latest, state = time.latest, state if day[1] is None or time.latest >= day[1] else "former"
        elif time.earliest and state == "former":
            earliest, latest = time.earliest, time.latest
    return Post(role, state, earliest, latest, place)
