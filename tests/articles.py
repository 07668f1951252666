"""Small invented articles, analyses and records that tests build on."""

from dateline.ids import content_id
from dateline.types import Article, Note, Published


def article(
    text: str,
    *,
    name: str = "page.html",
    outlet: str | None = "Tamber Courier",
    day: str | None = "2025-03-04",
    credits: tuple[str, ...] = (),
    title: str | None = None,
) -> Article:
    """An article whose matter names its outlet and its credits, a line each."""
    body = text if title is None else f"{title}\n\n{text}"
    values = [("outlet", outlet)] if outlet else []
    values += [("credits", credit) for credit in credits]
    matter, notes = "", []
    for field, value in values:
        notes.append(Note(field, value, len(matter), len(matter) + len(value)))
        matter += value + "\n"
    revision = content_id(body, matter)
    return Article(
        id=content_id(name, outlet, revision),
        revision=revision,
        url=None,
        file=name,
        outlet=outlet,
        title=title,
        byline=(),
        published=Published(day, day, "stated" if day else "unknown"),
        place=None,
        credits=credits,
        language="en",
        text=body,
        matter=matter,
        notes=tuple(notes),
    )
