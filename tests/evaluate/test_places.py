from typing import Any

import pytest

from dateline.evaluate.places import score
from dateline.types import Place, Span


def toponym(name: str, start: int, lat: float, lon: float) -> dict[str, Any]:
    span = {"start": start, "end": start + len(name), "name": name}
    return {**span, "lat": lat, "lon": lon, "geonameid": 0, "country_name": None}


def test_spans_distance_and_country_are_scored() -> None:
    gold = [toponym("Lyon", 0, 45.75, 4.85), toponym("Oslo", 10, 59.91, 10.75), toponym("Norway", 20, 62.0, 10.0)]
    said = (
        Place(Span("a", 0, 4), "Lyon", 45.8, 4.9, "FR", True),
        Place(Span("a", 10, 14), "Oslo", 46.0, 4.0, "FR", False),
        Place(Span("a", 20, 26), "Norway", 62.0, 10.0, "NO", True),
        Place(Span("a", 30, 34), "Rome", 41.9, 12.5, "IT", True),
    )
    figures = score([{"id": "a", "toponyms": gold}], [said])
    assert figures["span_precision"] == 0.75
    assert figures["span_recall"] == 1.0
    assert figures["within_161"] == pytest.approx(2 / 3)
    assert figures["below_country_within_161"] == 0.5
    assert figures["country"] == pytest.approx(2 / 3)
    assert (figures["sure"], figures["sure_within_161"], figures["unsure_within_161"]) == (0.5, 1.0, 0.0)
