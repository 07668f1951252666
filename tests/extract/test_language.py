"""Which language a page is in: its letters, and what it says of itself. All texts are invented."""

import json
from hashlib import sha256

import pytest

from dateline.extract import extract
from dateline.extract.language import language_of
from dateline.languages import code_of, name_of, names, stop_words
from dateline.newsitems import MEDIA_TYPE
from dateline.settings import Settings
from dateline.types import Article, Page

from .conftest import Make

SHORT = {
    "ar": "انهيار سد فيلمون ومقتل اثني عشر شخصا",
    "cs": "Přehrada u Velmontu praskla, dvanáct mrtvých",
    "da": "Dæmning ved Velmont brister, tolv døde",
    "de": "Staudamm bei Velmont bricht, zwölf Tote",
    "el": "Κατέρρευσε το φράγμα του Βελμόν, δώδεκα νεκροί",
    "es": "Cede la presa de Velmont y deja doce muertos",
    "fi": "Velmontin pato murtui, kaksitoista kuollut",
    "fr": "Le barrage de Velmont cède, douze morts",
    "he": "סכר ולמון קרס, שנים עשר הרוגים",
    "hi": "वेलमोंट बांध टूटा, बारह की मौत",
    "hu": "Átszakadt a velmonti gát, tizenkét halott",
    "it": "Crolla la diga di Velmont, dodici morti",
    "ja": "ベルモンのダムが決壊、12人死亡",
    "ko": "벨몽 댐 붕괴, 열두 명 사망",
    "nl": "Dam bij Velmont breekt, twaalf doden",
    "pl": "Zapora w Velmont pękła, dwunastu zabitych",
    "pt": "Barragem de Velmont rompe e mata doze pessoas",
    "ro": "Barajul de la Velmont a cedat, doisprezece morți",
    "ru": "Прорвало плотину в Вельмоне, двенадцать погибших",
    "sv": "Dammen vid Velmont brast, tolv döda",
    "th": "เขื่อนเวลมงต์แตก มีผู้เสียชีวิตสิบสองคน",
    "tr": "Velmont barajı yıkıldı, on iki ölü",
    "uk": "Прорвало дамбу у Вельмоні, дванадцятеро загиблих",
    "vi": "Vỡ đập Velmont, mười hai người chết",
    "zh": "维尔蒙大坝溃决 十二人死亡",
}
# What is short, full of names or written in telegram style, and was taken for Pidgin, Latin or Dutch.
ENGLISH = [
    "Grand Jury Indicts Man In August Slaying",
    "Velmont Co. man dies in wreck here",
    "Harrow, Tarn Point estates limit annexation plan",
    "Dam breaks near Velmont, twelve dead",
]
FRENCH = [
    "Le barrage de Velmont a cédé dans la nuit de lundi à mardi, faisant douze morts, a annoncé la préfecture.",
    "Les secours cherchent encore quatre personnes. Une enquête a été ouverte par le parquet de Larnay.",
]
PLAIN = [
    "The dam of Velmont broke in the night to Tuesday, killing twelve people, the prefecture said in a statement.",
    "Rescuers were still looking for four people. Prosecutors in Larnay have opened an inquiry.",
]


@pytest.mark.parametrize(("language", "text"), SHORT.items())
def test_a_headline_is_in_its_language(language: str, text: str) -> None:
    assert (language_of(text), language_of(text, language)) == (language, language)


@pytest.mark.parametrize("text", ENGLISH)
def test_a_short_english_line_is_english(text: str) -> None:
    assert (language_of(text), language_of(text, "en-US")) == ("en", "en")


def page(body: list[str], head: str = "", lang: str = "") -> str:
    paragraphs = "".join(f"<p>{line}</p>" for line in body)
    attribute = f' lang="{lang}"' if lang else ""
    return (
        f"<html{attribute}><head><title>Velmont</title>{head}</head><body><main><h1>Velmont</h1>{paragraphs}</main></body></html>"
    )


@pytest.mark.parametrize("lang", ["", "en", "en-US", "fr", "fr-CA", "de", "x-klingon"])
def test_a_text_counts_before_what_its_page_says(marked_up: Make, lang: str) -> None:
    assert marked_up(page(FRENCH, lang=lang)).language == "fr"
    assert marked_up(page(PLAIN, lang=lang)).language == "en"


def test_a_page_settles_what_its_text_leaves_open(marked_up: Make) -> None:
    norwegian = ["Demningen ved Velmont brast, tolv døde"]
    assert marked_up(page(norwegian)).language == "da"
    assert marked_up(page(norwegian, lang="nb-NO")).language == "no"
    node = json.dumps({"@type": "NewsArticle", "headline": "Velmont", "inLanguage": {"@type": "Language", "alternateName": "no"}})
    assert marked_up(page(norwegian, f'<script type="application/ld+json">{node}</script>')).language == "no"
    assert marked_up(page(norwegian, '<meta property="og:locale" content="nn_NO">')).language == "no"


def test_an_english_article_with_a_french_quotation_is_english(marked_up: Make) -> None:
    quoted = (
        "“Nous ne savons pas encore ce qui s’est passé cette nuit, et nous cherchons toujours quatre personnes,” the mayor said."
    )
    assert marked_up(page([*PLAIN, quoted])).language == "en"


@pytest.mark.parametrize(("told", "text", "language"), [("en-GB", FRENCH, "fr"), ("fr", PLAIN, "en"), ("fr", FRENCH, "fr")])
def test_what_a_record_tells_of_its_language_is_checked(told: str, text: list[str], language: str) -> None:
    body = json.dumps({"title": "Velmont", "text": "\n\n".join(text), "language": told}).encode()
    item = Page("item", None, None, MEDIA_TYPE, sha256(body).hexdigest(), (), body)
    article = extract(item, Settings())
    assert isinstance(article, Article)
    assert article.language == language


def test_tags_are_brought_to_codes_of_the_table() -> None:
    tags = ["fr-CA", "pt_BR", "NB", "zh-Hant-TW", "iw", "eng", "tlh", "", "x-default"]
    assert [code_of(tag) for tag in tags] == ["fr", "pt", "no", "zh", "he", "en", None, None, None]
    assert all(len(code) == 2 for code in names())
    assert (name_of("fr"), name_of("qq")) == ("French", "qq")


def test_function_words_are_those_of_the_language() -> None:
    assert {"le", "dans"} <= stop_words("fr")
    assert "og" in stop_words("no")
    assert stop_words("km") == frozenset()


@pytest.mark.parametrize(
    ("lang", "byline", "line", "writer"),
    [
        ("fr", "Par Odile Marchand", "Publié le 3 novembre 2025 à 18h05", "Odile Marchand"),
        ("de", "Von Karin Vogt", "3. November 2025, 18:05 Uhr", "Karin Vogt"),
        ("es", "Por Lucía Berrocal", "3 de noviembre de 2025", "Lucía Berrocal"),
        ("it", "di Paolo Revelli", "Pubblicato il 3 novembre 2025", "Paolo Revelli"),
        ("pl", "Autor: Pavel Stoyan", "Opublikowano 3 listopada 2025, 18:05", "Pavel Stoyan"),
        ("nl", "Door Nadine Lacroix", "3 november 2025 om 18:05", "Nadine Lacroix"),
        ("uk", "Автор: Віра Лапіна", "3 листопада 2025", "Віра Лапіна"),
        ("ar", "", "3 نوفمبر 2025", ""),
        ("ja", "", "2025年11月3日 18時05分", ""),
        ("ko", "", "입력 2025.11.03 18:05", ""),
    ],
)
def test_writer_and_day_are_read_in_other_languages(marked_up: Make, lang: str, byline: str, line: str, writer: str) -> None:
    head = f"<p class='author'>{byline}</p>" if byline else ""
    body = "".join(f"<p>{SHORT[lang]}. {SHORT[lang]} ({number}).</p>" for number in range(4))
    top = f"<h1>{SHORT[lang]}</h1>{head}<p class='date'>{line}</p>"
    article = marked_up(f"<html lang='{lang}'><body><main><article>{top}{body}</article></main></body></html>")
    assert (article.language, article.published.earliest) == (lang, "2025-11-03")
    assert article.byline == ((writer,) if writer else ())
