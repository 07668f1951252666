"""Places: names resolved by population, what is written beside them, the countries of the article and its other places."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from dateline.analyze.choosing import Choice, Named, choose, inside
from dateline.analyze.gazetteer import Candidate
from dateline.analyze.placenames import PlaceName, find_place_names
from dateline.types import Mention, Place, Span

_SURE = 1.5  # lead over the next reading in another spot from which one reading stands out
_UNKNOWN_PEOPLE = 1_000  # of a spot in a state that no table has


def find_places(doc: Doc, article: str, mentions: tuple[Mention, ...]) -> tuple[Place, ...]:
    """The places a parsed article names, in order of the text; one name has one reading in one article.

    Coordinates are degrees; a name in no table gets the point of the place before it (else of the first one), and is not `sure`.
    """
    found = find_place_names(doc.text, mentions)
    names = {key: name for key, name in _collect(doc.text, found).items() if name.readings}
    chosen = dict(zip(names, choose(list(names.values())), strict=True))
    told = (choice.place for key, choice in chosen.items() if not names[key].derived)
    near = next((place for place in told if place.kind != "country"), None)
    places = []
    for name in found:
        choice = chosen.get(name.key)
        if choice is not None and not name.derived and (near is None or choice.place.kind != "country"):
            near = choice.place
        places.append(_place(Span(article, name.start, name.end), name, choice, near))
    return tuple(places)


def _collect(text: str, found: Sequence[PlaceName]) -> Mapping[str, Named]:
    """The names of the article by their key, in order of first mention."""
    table: dict[str, Named] = {}
    for i, name in enumerate(found):
        following = found[i + 1] if i + 1 < len(found) else None
        beside: tuple[Candidate, ...] = ()
        if following is not None and not following.derived and text[name.end : following.start] in (", ", " (", ","):
            beside = tuple(place for place in following.readings if place.kind != "city")
        known = table.get(name.key)
        if known is None:
            table[name.key] = Named(name.text, name.readings, beside, 1, name.derived)
        else:
            table[name.key] = replace(known, beside=known.beside + beside, count=known.count + 1)
    return {key: _bounded(name) for key, name in table.items()}


def _bounded(name: Named) -> Named:
    """The name with a spot in the state or country written behind it, where no place of the name is known there."""
    wholes = [whole for whole in name.beside if whole.kind in ("region", "country")]
    wide = name.derived or any(place.kind in ("region", "country") for place in name.readings)
    if wide or not wholes or any(inside(place, whole) for place in name.readings for whole in wholes):
        return name
    return replace(name, readings=(replace(wholes[0], name=name.text, kind="county", people=_UNKNOWN_PEOPLE, radius=None),))


def _place(span: Span, name: PlaceName, choice: Choice | None, near: Candidate | None) -> Place:
    """The place of one mention: its reading, or else the point of the resolved place near it, if that is not a whole country."""
    if choice is not None:
        place = choice.place
        sure = choice.lead >= _SURE and name.exact and place.kind != "county"
        return Place(span, place.name, place.lat, place.lon, place.country, sure, place.kind, place.radius, name.derived)
    if near is None or near.kind == "country":
        return Place(span, name.text, None, None, near.country if near else None, False)
    return Place(span, name.text, near.lat, near.lon, near.country, False)
