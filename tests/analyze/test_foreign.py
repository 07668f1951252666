"""Articles in languages that are not read: what is had of them, and that nothing is made up."""

from dataclasses import replace
from itertools import pairwise
from time import perf_counter

import pytest
from articles import article
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from dateline.analyze.articles import analyze_articles
from dateline.analyze.foreign import analyze_foreign
from dateline.settings import Settings
from dateline.types import Article

FRENCH = (
    "Le barrage de Velmont a cédé mardi 3 novembre 2025. « Douze personnes sont mortes », a dit M. Duval, du ministère de "
    "l'Intérieur.\n\nSelon Reuters, quatre sont portées disparues !"
)


def foreign(text: str, language: str) -> Article:
    return replace(article(text), language=language)


def sentences(text: str, language: str = "fr") -> list[str]:
    return [text[one.start : one.end] for one in analyze_foreign(foreign(text, language)).sentences]


def test_a_foreign_text_never_goes_through_the_english_model(nlp: Language) -> None:
    english = article("The dam broke on Tuesday, killing twelve people, minister Jean Duval said.")
    pages = [foreign(FRENCH, "fr"), english, foreign("内政部长周二宣布关闭港口。", "zh"), english]
    found = list(analyze_articles(pages, nlp, Settings()))
    assert [one.article for one in found] == [page.id for page in pages]
    for one in (found[0], found[2]):
        assert (one.mentions, one.figures, one.places, one.attributions, one.clauses) == ((), (), (), (), ())
    assert found[0].sentences
    assert found[1].attributions and found[1] == found[3]


def test_only_foreign_articles_need_no_parse(nlp: Language) -> None:
    assert len(list(analyze_articles([foreign(FRENCH, "fr")], nlp, Settings()))) == 1
    assert list(analyze_articles([], nlp, Settings())) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            FRENCH,
            "fr",
            [
                "Le barrage de Velmont a cédé mardi 3 novembre 2025.",
                "« Douze personnes sont mortes », a dit M. Duval, du ministère de l'Intérieur.",
                "Selon Reuters, quatre sont portées disparues !",
            ],
        ),
        (
            "Am 3. November brach der Damm. Zwölf Menschen starben.",
            "de",
            ["Am 3. November brach der Damm.", "Zwölf Menschen starben."],
        ),
        ("大坝溃决。“十二人死亡。”部长说！", "zh", ["大坝溃决。", "“十二人死亡。”", "部长说！"]),
        ("ダムが決壊した。12人が死亡した。", "ja", ["ダムが決壊した。", "12人が死亡した。"]),
        ("هل انهار السد؟ نعم. قتل اثنا عشر شخصا.", "ar", ["هل انهار السد؟", "نعم.", "قتل اثنا عشر شخصا."]),
        ("बांध टूट गया। बारह लोग मारे गए।", "hi", ["बांध टूट गया।", "बारह लोग मारे गए।"]),
    ],
)
def test_sentences_end_as_each_script_ends_them(text: str, language: str, expected: list[str]) -> None:
    assert sentences(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        (FRENCH, "fr", "3 novembre 2025"),
        ("Am 3. November 2025 brach der Damm.", "de", "3. November 2025"),
        ("Der Damm brach am 3.11.2025 um 4 Uhr.", "de", "3.11.2025"),
        ("El 3 de noviembre de 2025 cedió la presa.", "es", "3 de noviembre de 2025"),
        ("大坝于2025年11月3日溃决。", "zh", "2025年11月3日"),
        ("2025년 11월 3일 댐이 무너졌다.", "ko", "2025년 11월 3일"),
        ("Плотину прорвало 3 ноября 2025 года.", "ru", "3 ноября 2025"),
    ],
)
def test_days_that_are_sure_are_read(text: str, language: str, words: str) -> None:
    (time,) = analyze_foreign(foreign(text, language)).times
    assert text[time.span.start : time.span.end] == words
    assert (time.value, time.earliest, time.latest, time.granularity) == ("2025-11-03", "2025-11-03", "2025-11-03", "day")


@pytest.mark.parametrize("text", ["le 31 février 2025", "99.99.2025", "2025-13-45", "lundi 3 novembre", "1.2.3.2025"])
def test_what_is_no_sure_day_is_left(text: str) -> None:
    assert analyze_foreign(foreign(text, "fr")).times == ()


@given(st.text(alphabet="aÉß .!?。\n«»“”3年月日第مК؟", max_size=80))
def test_sentences_are_in_order_and_cover_every_letter(text: str) -> None:
    spans = analyze_foreign(foreign(text, "fr")).sentences
    assert all(left.end <= right.start for left, right in pairwise(spans))
    kept = "".join(text[one.start : one.end] for one in spans)
    assert [letter for letter in kept if not letter.isspace()] == [letter for letter in text if not letter.isspace()]


@pytest.mark.parametrize("piece", [".", ". ", ".”", "“", "。", "1.", "3 ", "2025-", "a. "])
def test_long_texts_of_one_piece_take_no_square_of_time(piece: str) -> None:
    start = perf_counter()
    analyze_foreign(foreign((piece * 200_000)[:200_000], "fr"))
    assert perf_counter() - start < 10
