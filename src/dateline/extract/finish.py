"""From a draft to the article: two texts, the values read in them, and ids."""

import re
from datetime import date

from dateline.extract.agencies import Agencies
from dateline.extract.datelines import read_dateline
from dateline.extract.dates import iso_day
from dateline.extract.draft import Dated, Draft, Line, Value
from dateline.extract.language import language_of
from dateline.extract.lines import is_sentence, plain
from dateline.extract.outlets import is_house, is_outlet, outlet_of_address, outlet_of_name
from dateline.extract.pulled import pulled
from dateline.extract.walls import wall_of
from dateline.ids import content_id
from dateline.types import Article, Note, Page, Published, Rejected

# A credit behind the last sentence: "… he said. (AFP)", "… he said. — AP", "(With inputs from PTI)".
# "… he said. AP" and "… he said. – Additional reporting from AP".
TAIL = re.compile(
    r"(?:[(\[](?P<brackets>[^()\[\]]{2,80})[)\]]"
    r"|(?:—|–|--)\s*(?:(?:additional |with )?(?:reporting|inputs?|files)\s(?:from|by)\s)?(?P<dash>[\w ,/&-]{2,40})"
    r"|(?<=[.!?”\"])\s(?P<bare>(?-i:[A-Z]{2,6})))\s*\.?$",
    re.IGNORECASE,
)
URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)")
DAMAGED = re.compile(r"[\ufffd\x00-\x08\x0b-\x1f]")
BROKEN_SHARE = 50  # one character in fifty that no charset can read is damage, not a slip
LEAST = 20  # characters: less than the shortest sentence of a news flash
FAR = 7  # days
GUESSED = 9  # the rank of a day that a library made out
NO_PAGE = Agencies("")  # knows the agencies of the table


def finish(draft: Draft, page: Page) -> Article | Rejected:
    """The article of a draft; `Rejected` when it has no text, or one that is mostly damaged."""
    paragraphs = [paragraph for paragraph in draft.paragraphs if any(letter.isalnum() for letter in paragraph)]
    if wall := wall_of(draft.title, paragraphs, [plain(line) for line in draft.page.split("\n")]):
        return Rejected(page.name, "extract", wall)
    if sum(len(paragraph) for paragraph in paragraphs) < LEAST:
        return Rejected(page.name, "extract", "no article text was found on the page")
    again = pulled(paragraphs, draft.set_off)
    for index in sorted(again):
        draft.whole("pull quote", paragraphs[index])
    paragraphs = [paragraph for index, paragraph in enumerate(paragraphs) if index not in again]
    if draft.title and paragraphs[0].lower() == draft.title.lower():
        paragraphs = paragraphs[1:] or paragraphs
    text = "\n\n".join([draft.title, *paragraphs] if draft.title else paragraphs)
    damaged = len(DAMAGED.findall(text))
    if damaged * BROKEN_SHARE > len(text):
        return Rejected(page.name, "extract", "the text is damaged: too many of its characters cannot be read")
    published = published_of(draft, page.url or draft.url, page.fetched)
    _note_doubt(draft, published, doubt(draft, published, page.url or draft.url, page.fetched))
    notes = [*_text_notes(draft, paragraphs, text), *_matter_notes(draft)]
    return _article(draft, page, text=text, notes=notes, published=published)


def _note_doubt(draft: Draft, published: Published, against: str | None) -> None:
    """Notes the day that speaks against the day of publication where the latter stands."""
    for index, line in enumerate(draft.lines if against else ()):
        read = [value for value in line.values if value.field in ("published", "url") and value.start >= 0]
        for value in read:
            if against and (value.value == published.earliest or (value.field == "url" and published.basis == "url")):
                draft.lines[index] = Line(line.text, (*line.values, Value("doubt", against, value.start, value.end)))
                return


def _article(draft: Draft, page: Page, *, text: str, notes: list[Note], published: Published) -> Article:
    matter = "\n".join(line.text for line in draft.lines)
    revision = content_id(text, matter)
    url = page.url or draft.url
    outlet = outlet_of_address(url) or (outlet_of_name(draft.outlet) if draft.outlet else None)
    notes = [note for note in notes if note.field != "credits" or NO_PAGE.name_of(note.value) or not is_house(note.value, outlet)]
    # A place that was told as a field, set apart in the matter, counts before the dateline's.
    places = sorted((note for note in notes if note.field == "place"), key=lambda note: note.part == "text")
    return Article(
        id=content_id(url or page.name, outlet, revision),
        revision=revision,
        url=url,
        file=page.name,
        outlet=outlet,
        title=draft.title,
        byline=tuple(name for name in _values(notes, "byline") if not _is_body(name)),
        published=published,
        place=places[0].value if places else None,
        credits=_values(notes, "credits"),
        language=language_of(text, next(iter(draft.values("language")), draft.language)),
        text=text,
        matter=matter,
        notes=tuple(sorted(notes, key=lambda note: (note.part, note.start, note.end, note.field, note.value))),
    )


def _is_body(name: str) -> bool:
    return is_outlet(name) and len(name.split()) > 2


def _values(notes: list[Note], field: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(note.value for note in notes if note.field == field))


def _matter_notes(draft: Draft) -> list[Note]:
    notes: list[Note] = []
    offset = 0
    for line in draft.lines:
        notes += [Note(one.field, one.value, offset + one.start, offset + one.end) for one in line.values if one.start >= 0]
        offset += len(line.text) + 1
    return notes


def _text_notes(draft: Draft, paragraphs: list[str], text: str) -> list[Note]:
    """The dateline at the head of the body and the credit at its end, where they stand in the text; and the body if abridged."""
    agencies = Agencies(draft.page)
    offset = len(draft.title) + 2 if draft.title else 0
    notes = [Note("summary", text[offset:], offset, len(text), "text")] if draft.abridged else []
    for paragraph in paragraphs[:3]:  # a standfirst or a summary may stand before the dateline
        if dateline := read_dateline(paragraph, agencies):
            if dateline.place:
                name, start, end = dateline.place
                notes.append(Note("place", name, offset + start, offset + end, "text"))
            if agency := dateline.agency:
                notes.append(Note("credits", agency.name, offset + agency.start, offset + agency.end, "text"))
            break
        offset += len(paragraph) + 2
    return [*notes, *_tail_notes(paragraphs, text, agencies)]


def _tail_notes(paragraphs: list[str], text: str, agencies: Agencies) -> list[Note]:
    """The credit at the end of the last paragraph; of the last but one, where a line that is no sentence follows it."""
    last = paragraphs[-1]
    end = len(text)
    if len(paragraphs) > 1 and not is_sentence(last) and not TAIL.search(last[-100:]):
        end -= len(last) + 2
        last = paragraphs[-2]
    tail = TAIL.search(last[-100:])
    if not tail:
        return []
    key = next(key for key, value in tail.groupdict().items() if value)
    found = agencies.find(tail[key]) if key == "brackets" or agencies.name_of(tail[key]) else ()
    shift = end - min(100, len(last)) + tail.start(key)
    return [Note("credits", one.name, shift + one.start, shift + one.end, "text") for one in found]


def published_of(draft: Draft, url: str | None, fetched: str | None = None) -> Published:
    """The best ranked date that the page states; failing that the day in its address.

    The day in the address is in the outlet's own time zone, so it is right where the head gives the day before or after; and it
    is surer than a date that merely stands above the article, or was guessed, where the two are further apart. A day after the
    page was fetched, or more than a week after it was updated, gives way to one that is not; and one more than a week from the
    day in the address, where another that the page states is that day.
    """
    addressed = _day_in(url)
    if not draft.dates:
        return Published(addressed, addressed, "url" if addressed else "unknown")
    best: Dated = min(_possible(draft, fetched) or draft.dates, key=lambda day: (day.rank, day.earliest))
    apart = abs(_ordinal(addressed) - _ordinal(best.earliest)) if addressed else 0
    if addressed and apart > FAR and _stands_alone(draft, best, addressed):
        return Published(addressed, addressed, "url")
    guessed = best.rank >= GUESSED  # and where it is the same day, out of the address
    if addressed and (guessed or (apart and (apart == 1) == (best.basis == "metadata"))):
        return Published(addressed, addressed, "url")
    return Published(best.earliest, best.latest, best.basis)


def _possible(draft: Draft, fetched: str | None) -> list[Dated]:
    """The dates that are not after the page was fetched or updated."""
    return [day for day in draft.dates if not _after(draft, day.earliest, fetched)]


def _after(draft: Draft, day: str, fetched: str | None) -> str | None:
    """The day, of fetching or updating, that a day of publication cannot be after but is; time zones make a day."""
    read = iso_day(fetched) if fetched else None
    if read and _ordinal(day) > _ordinal(read) + 1:
        return read
    updated = max((value for value in draft.values("updated") if len(value) == len("2025-11-03")), default=None)
    return updated if updated and _ordinal(day) > _ordinal(updated) + FAR else None


def _stands_alone(draft: Draft, best: Dated, addressed: str) -> bool:
    """Whether another date of the page is the day in its address, give or take one, and none is that of the best."""
    others = [day.earliest for day in draft.dates if day.rank != best.rank]
    near = any(abs(_ordinal(other) - _ordinal(addressed)) <= 1 for other in others)
    return near and not any(abs(_ordinal(other) - _ordinal(best.earliest)) <= 1 for other in others)


def doubt(draft: Draft, published: Published, url: str | None, fetched: str | None) -> str | None:
    """The day that speaks against the day of publication: of fetching or updating, or in the address more than a week away."""
    day = published.earliest
    if day is None:
        return None
    addressed = _day_in(url)
    apart = abs(_ordinal(addressed) - _ordinal(day)) if addressed else 0
    return _after(draft, day, fetched) or (addressed if apart > FAR and day == published.latest else None)


def _day_in(url: str | None) -> str | None:
    match = URL_DAY.search(url or "")
    try:
        return date(*map(int, match.groups())).isoformat() if match else None
    except ValueError:
        return None


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()
