"""Stories of articles in several languages. All texts are invented."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import perf_counter

import pytest

from dateline.evaluate.articles import article_of
from dateline.stories import find_stories
from dateline.stories.across import names_of
from dateline.stories.cities import cities_in, city_of
from dateline.stories.counts import count_terms
from dateline.stories.days import told_days
from dateline.stories.folding import fold
from dateline.types import Article, Published

GOLD = [json.loads(line) for line in (Path(__file__).parents[2] / "eval/gold/languages.jsonl").read_text("utf-8").splitlines()]


def article(key: str, text: str, language: str, *, day: str | None = "2025-03-06", title: str | None = None) -> Article:
    body = f"{title}\n\n{text}" if title else text
    return Article(key, key, None, key, None, title, (), Published(day, day, "stated"), None, (), language, body, "")


def gold(*stories: str) -> list[Article]:
    return [replace(article_of(row), language=row["language"]) for row in GOLD if row["story"] in stories]


def grouped(articles: list[Article]) -> set[frozenset[str]]:
    return {frozenset(story.articles) for story in find_stories(articles, (), (), ())[0]}


@pytest.mark.parametrize("event", ["ferry fire", "strike", "resignation", "quake", "transfer", "flood"])
def test_one_event_in_many_languages_is_one_story(event: str) -> None:
    everything = gold(*{row["story"] for row in GOLD})
    assert frozenset(row["id"] for row in GOLD if row["story"] == event) in grouped(everything)


@pytest.mark.parametrize(("left", "right"), [("strike", "mill fire"), ("ferry fire", "collision"), ("resignation", "interim")])
def test_two_events_with_the_same_names_are_two_stories(left: str, right: str) -> None:
    assert {len(story) for story in grouped(gold(left, right))} == {len(gold(left)), len(gold(right))}


@pytest.mark.parametrize("language", ["fr", "de", "es", "ru", "zh", "ko", "ja", "ar"])
def test_function_words_glue_no_stories_together(language: str) -> None:
    rows = [row for row in GOLD if row["language"] == language and row["story"] != "interim"]
    found = grouped([replace(article_of(row), language=language) for row in rows])
    assert len(found) == len({row["story"] for row in rows})


def test_the_order_of_the_articles_does_not_count() -> None:
    pages = gold("ferry fire", "quake", "court")
    assert find_stories(pages, (), (), ()) == find_stories(pages[::-1], (), (), ())


def test_a_story_is_named_after_an_article_that_was_read() -> None:
    stories, _ = find_stories(gold("resignation"), (), (), ())
    assert [story.centre for story in stories] in (["resignation-en-1"], ["resignation-en-2"])
    (alone,), _ = find_stories(gold("resignation")[4:5], (), (), ())
    assert alone.centre == "resignation-ru-1"


def test_an_english_word_that_looks_foreign_is_no_link() -> None:
    english = article("e", "The die was cast when the man was in the hut, and the rat was in the bed of gold and land.", "en")
    german = article("g", "Die Ratte war in der Hut, und der Mann was in Gold und Land und Bett gelegt.", "de")
    assert grouped([english, german]) == {frozenset({"e"}), frozenset({"g"})}


def test_names_cities_and_numbers_are_written_alike() -> None:
    pages = [
        article("fr", "À Séoul, 18 000 foyers de Korvania, a dit Ilona Marek à Gênes.", "fr"),
        article("ru", "В Сеуле 18.000 семей Корвании, сказала Илона Марек в Генуя.", "ru"),
        article("ko", "서울에서 1만8000 가구가 정전됐다고 제노바에서 밝혔다.", "ko"),
    ]
    french, russian, korean = (names_of(page) for page in pages)
    seoul, genoa = f"@{city_of('Seoul')}", f"@{city_of('Genoa')}"
    assert {"18000", seoul, genoa, "korva", "marek"} <= set(french)
    assert {"18000", genoa, "korva", "marek"} <= set(russian)
    assert {"18000", seoul, genoa} == set(korean)
    assert names_of(article("x", "4억2000만 원", "ko")) == names_of(article("y", "420 millions de wons", "fr"))
    assert names_of(article("x", "En 2024 le 7", "fr")) == {}


def test_names_of_cities_in_other_tongues() -> None:
    assert len({city_of(name) for name in ("Genoa", "Gênes", "Genua", "Génova", "Генуя")}) == 1
    assert cities_in("新潟県長岡市") == [city_of("Niigata"), city_of("Nagaoka")]
    assert (city_of("Xyzzyq"), cities_in("")) == (None, [])


def test_letters_are_folded() -> None:
    folded = [fold(word) for word in ("Séoul", "Łódź", "Стоян", "Αθήνα", "Straße", "Brønnøysund", "서울")]
    assert folded == ["seoul", "lodz", "stoyan", "athina", "strasse", "bronnoysund", "서울"]


def test_terms_are_of_their_language_and_without_function_words() -> None:
    count, _, _ = count_terms(article("a", "les ouvriers de l'usine Acierval et les ouvriers", "fr"))
    assert set(count) == {"fr:ouvrie", "fr:usine", "fr:acierv"}
    chinese, _, _ = count_terms(article("a", "化工厂爆炸", "zh"))
    assert set(chinese) == {"zh:化工", "zh:工厂", "zh:厂爆", "zh:爆炸"}
    assert len(count_terms(article("a", "वेलमोंट बांध", "hi"))[0]) == 2


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("fr", "Le barrage a cédé mercredi.", date(2025, 3, 5)),
        ("de", "Der Damm brach am Mittwoch.", date(2025, 3, 5)),
        ("pl", "Tama pękła w środę.", date(2025, 3, 5)),
        ("zh", "大坝周三溃决。", date(2025, 3, 5)),
        ("zh", "大坝5日溃决。", date(2025, 3, 5)),
        ("ko", "댐이 5일 무너졌다.", date(2025, 3, 5)),
        ("ar", "انهار السد يوم الأربعاء.", date(2025, 3, 5)),
    ],
)
def test_the_lead_of_a_foreign_article_tells_days(language: str, text: str, day: date) -> None:
    told = told_days(article("a", text, language), None)
    assert (told.days, told.sure) == (frozenset({day.toordinal()}), False)


def test_an_undated_foreign_article_tells_none() -> None:
    undated = replace(article("a", "mercredi", "fr"), published=Published(None, None, "unknown"))
    assert told_days(undated, None).days == frozenset()


LONG = 200_000


@pytest.mark.parametrize("piece", ["1", "1.", "000 ", "9万", "A'", "é", "ก", "कि", "新潟", "Aé’", "\u0301", "서울 "])
def test_long_texts_of_one_piece_take_no_square_of_time(piece: str) -> None:
    one = article("a", (piece * LONG)[:LONG], "fr")
    start = perf_counter()
    names_of(one)
    count_terms(one)
    assert perf_counter() - start < 10
