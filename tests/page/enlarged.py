"""The story of a record made larger: its articles, claims and quotations again and again, under other names."""

import json
from typing import Any

from dateline.ids import content_id

LISTS = (
    "outlets", "articles", "memberships", "disagreements", "quotes", "utterances", "positions", "figures", "timeline", "events",
)  # fmt: skip
SHARED = ("copies", "entities", "origins", "series", "analyses", "articles")


def _renamed(told: Any, names: dict[str, str]) -> Any:
    if isinstance(told, dict):
        return {key: _renamed(value, names) for key, value in told.items()}
    if isinstance(told, list):
        return [_renamed(value, names) for value in told]
    return names.get(told, told) if isinstance(told, str) else told


def _ids(told: Any) -> set[str]:
    """All that stands as an id."""
    if isinstance(told, dict):
        own = {told["id"]} if isinstance(told.get("id"), str) else set[str]()
        return own.union(*map(_ids, told.values()))
    return set[str]().union(*map(_ids, told)) if isinstance(told, list) else set()


def _home(told: dict[str, Any]) -> str | None:
    """The article of a thing, where it cites one."""
    for name in ("article", "evidence", "statement"):
        value = told.get(name)
        if isinstance(value, str) and name == "article":
            return value
        if isinstance(value, dict):
            return _home(value)
    return None


def _within(told: Any, inside: set[str]) -> Any:
    """`told` without what other stories' articles say."""
    if isinstance(told, dict):
        return {key: _within(value, inside) for key, value in told.items()}
    if not isinstance(told, list):
        return told
    return [_within(each, inside) for each in told if not isinstance(each, dict) or (_home(each) or next(iter(inside))) in inside]


def enlarge(record: dict[str, Any], story: str, *, articles: int, claims: int) -> bytes:
    """The JSON of a record of `story` alone, with at least so many articles and about so many claims."""
    (one,) = (each for each in record["stories"] if each["id"] == story)
    inside = set(one["articles"])
    one = _within(one, inside)
    kept = {"articles": [each for each in record["articles"] if each["id"] in inside]}
    kept["analyses"] = [each for each in record["analyses"] if each["article"] in inside]
    kept["copies"] = [each for each in record["copies"] if inside.issuperset(each["articles"])]
    kept["origins"] = record["origins"]
    for name, mentions in (("entities", "mentions"), ("series", "figures")):
        kept[name] = [
            {**each, mentions: [place for place in each[mentions] if place["article"] in inside]} for each in record[name]
        ]
        kept[name] = [each for each in kept[name] if each[mentions]]
    times = -(-articles // len(inside))
    many = max(1, -(-claims // len(one["claims"])))
    ids = _ids({"story": {**one, "id": None}, **kept})
    whole: dict[str, Any] = {**record, **{name: [] for name in SHARED}, "superseded": [], "judgements": [], "rejected": []}
    large = {**one, **{name: [] for name in LISTS}, "claims": []}
    for time in range(times):
        # The first time as it is: what the story says of itself goes on citing it.
        names = {each: content_id(each, str(time)) for each in ids} if time else {}
        names |= {each["outlet"]: f"{each['outlet']} {time}" for each in kept["articles"] if each["outlet"] and time}
        copy = _renamed({"story": one, **kept}, names)
        for name in SHARED:
            whole[name] += copy[name]
        for name in LISTS:
            large[name] += copy["story"][name]
        if time < many:
            large["claims"] += copy["story"]["claims"]
        else:
            for before, again in zip(
                large["claims"][(time % many) * len(one["claims"]) :], copy["story"]["claims"], strict=False
            ):
                before["statements"] += again["statements"]
                before["outlets"] += again["outlets"]
    line = {"id": one["storyline"], "stories": [story], "timeline": []}
    return json.dumps({**whole, "stories": [large], "storylines": [line]}).encode()
