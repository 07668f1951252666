"""From a draft to the article: two texts, the values read in them, and ids."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.extract.agencies import Agencies
from dateline.extract.datelines import Dateline, read_dateline
from dateline.extract.dates import iso_day
from dateline.extract.doubts import day_of_dateline, note_doubts
from dateline.extract.draft import Draft
from dateline.extract.entries import entries_of
from dateline.extract.language import language_of
from dateline.extract.lines import is_sentence, plain
from dateline.extract.outlets import is_house, is_outlet, outlet_of_address, outlet_of_name
from dateline.extract.published import published_of
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
DAMAGED = re.compile(r"[\ufffd\x00-\x08\x0b-\x1f]")
BROKEN_SHARE = 50  # one character in fifty that no charset can read is damage, not a slip
LEAST = 20  # characters: less than the shortest sentence of a news flash
DAMAGE = "the text is damaged: too many of its characters cannot be read; save the page as UTF-8"
NO_PAGE = Agencies("")  # knows the agencies of the table


@dataclass(frozen=True, slots=True)
class Opening:
    """A dateline, and where its paragraph begins in the text."""

    dateline: Dateline
    offset: int


def finish(draft: Draft, page: Page) -> Article | Rejected:
    """The article of a draft; `Rejected` when it has no text, or one that is mostly damaged."""
    paragraphs = [paragraph for paragraph in draft.paragraphs if any(letter.isalnum() for letter in paragraph)]
    if wall := wall_of(draft.title, paragraphs, [plain(line) for line in draft.page.split("\n")]):
        return Rejected(page.name, "extract", wall)
    if sum(len(paragraph) for paragraph in paragraphs) < LEAST:
        return Rejected(page.name, "extract", DAMAGE if _is_damaged(draft.page) else "no article text was found on the page")
    again = pulled(paragraphs, draft.set_off)
    for index in sorted(again):
        draft.whole("pull quote", paragraphs[index])
    paragraphs = [paragraph for index, paragraph in enumerate(paragraphs) if index not in again]
    if draft.title and paragraphs[0].lower() == draft.title.lower():
        paragraphs = paragraphs[1:] or paragraphs
    text = "\n\n".join([draft.title, *paragraphs] if draft.title else paragraphs)
    if _is_damaged(text):
        return Rejected(page.name, "extract", DAMAGE)
    opening = _opening(draft, paragraphs)
    published = published_of(draft, draft.url, page.fetched)
    if published.basis == "unknown" and opening is not None and opening.dateline.day:
        published = _of_dateline(opening.dateline.day[0])
    note_doubts(draft, published, draft.url, page.fetched)
    notes = [*_text_notes(draft, paragraphs, text, opening, published), *_matter_notes(draft)]
    article = _article(draft, page, text=text, notes=notes, published=published)
    return replace(article, entries=entries_of(draft, article, paragraphs)) if draft.entries else article


def _is_damaged(text: str) -> bool:
    return len(DAMAGED.findall(text)) * BROKEN_SHARE > len(text)


def _article(draft: Draft, page: Page, *, text: str, notes: list[Note], published: Published) -> Article:
    matter = "\n".join(line.text for line in draft.lines)
    revision = content_id(text, matter)
    outlet = outlet_of_address(draft.url) or (outlet_of_name(draft.outlet) if draft.outlet else None)
    notes = [note for note in notes if note.field != "credits" or NO_PAGE.name_of(note.value) or not is_house(note.value, outlet)]
    # A place that was told as a field, set apart in the matter, counts before the dateline's.
    places = sorted((note for note in notes if note.field == "place"), key=lambda note: note.part == "text")
    return Article(
        id=content_id(draft.url or page.name, outlet, revision),
        revision=revision,
        url=draft.url,
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


def _opening(draft: Draft, paragraphs: list[str]) -> Opening | None:
    """The dateline at the head of the body; a standfirst or a summary may stand before it."""
    offset = len(draft.title) + 2 if draft.title else 0
    for paragraph in paragraphs[:3]:
        if dateline := read_dateline(paragraph, draft.agencies):
            return Opening(dateline, offset)
        offset += len(paragraph) + 2
    return None


def _of_dateline(words: str) -> Published:
    """The day of a dateline that has its year, for a page that tells no other."""
    day = iso_day(words)
    return Published(day, day, "stated" if day else "unknown")


def _text_notes(draft: Draft, paragraphs: list[str], text: str, opening: Opening | None, published: Published) -> list[Note]:
    """The dateline at the head of the body and the credit at its end, where they stand in the text; and the body if abridged."""
    offset = len(draft.title) + 2 if draft.title else 0
    notes = [Note("summary", text[offset:], offset, len(text), "text")] if draft.abridged else []
    told = list(_opening_notes(opening, published, is_only=not draft.dates)) if opening else []
    return [*notes, *told, *_tail_notes(paragraphs, text, draft.agencies)]


def _opening_notes(opening: Opening, published: Published, *, is_only: bool) -> Iterator[Note]:
    """The place, the agency and the day of a dateline; the day where it speaks against that of publication or `is_only`."""
    dateline, offset = opening.dateline, opening.offset
    if dateline.place:
        name, start, end = dateline.place
        yield Note("place", name, offset + start, offset + end, "text")
    if agency := dateline.agency:
        yield Note("credits", agency.name, offset + agency.start, offset + agency.end, "text")
    if dateline.day:
        words, start, end = dateline.day
        if day := day_of_dateline(words, published):
            yield Note("doubt dateline", day, offset + start, offset + end, "text")
        elif is_only and published.basis == "stated":
            yield Note("published", published.earliest or "", offset + start, offset + end, "text")


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
