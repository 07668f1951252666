"""Copies: what counts as one text, what does not, and that offsets are exact."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wires import OTHER_REPORT, REWRITE, WIRE, article

from dateline.copies import find_copies
from dateline.copies.candidates import fingerprints
from dateline.copies.passages import SEED, like_passages
from dateline.copies.words import words_of
from dateline.types import Article, Published


def test_same_text_is_a_copy_with_the_agency_as_origin() -> None:
    copies = find_copies([article("b", WIRE, credits=["AP"], day="2031-04-03"), article("a", WIRE + "\n\nMore soon.")])
    assert [(copy.kind, copy.articles, copy.origin) for copy in copies] == [("verbatim", ("a", "b"), "AP")]


def test_no_agency_is_made_up() -> None:
    assert find_copies([article("a", WIRE, outlet="The Selby Echo"), article("b", WIRE)])[0].origin is None


def test_brief_inside_a_long_article_is_an_excerpt() -> None:
    brief = WIRE.split("\n\n")[0]
    copies = find_copies([article("brief", brief), article("long", WIRE + "\n\n" + OTHER_REPORT)])
    assert [copy.kind for copy in copies] == ["excerpt"]


def test_rewrite_keeps_the_order_of_facts() -> None:
    assert [copy.kind for copy in find_copies([article("a", WIRE), article("b", REWRITE)])] == ["rewrite"]


def test_a_shared_quotation_alone_is_no_copy() -> None:
    assert find_copies([article("a", WIRE), article("b", OTHER_REPORT)]) == ()


def test_a_shared_post_without_marks_is_no_copy() -> None:
    post = "I never thought my old boat would carry me home that night and we all wept when the harbour lights came up at last"
    left = "Skipper Ann Holt wrote on her page:\n\n" + post + ".\n\nShe has sailed the strait for thirty years, mostly alone."
    right = "A post by a sailor moved thousands of readers on Tuesday.\n\n" + post + ".\n\nThe town plans a parade in May."
    assert find_copies([article("a", left), article("b", right)]) == ()


def test_rights_notices_alone_are_no_copy() -> None:
    notice = "\n\nCopyright 2031 The Agency. All rights reserved. This material may not be published, broadcast or sold."
    left = "Shares of Brandt fell by a tenth in Orven after the firm cut its outlook for the year." + notice
    right = "A heron was seen nesting on the roof of the old mint, to the delight of schoolchildren." + notice
    assert find_copies([article("a", left), article("b", right)]) == ()


def test_quoting_another_outlet_at_length_is_an_excerpt() -> None:
    quoted = '"' + " ".join(f"word{n} of the long statement" for n in range(12)) + '"'
    giver = article("a", f"The owner answered our letter in full. {quoted}. " + WIRE, outlet="www.selbyecho.example")
    taker = article("b", f"The owner told the Selby Echo: {quoted}. It would not say more than that.", outlet="Northern Mail")
    assert [copy.kind for copy in find_copies([giver, taker])] == ["excerpt"]


def test_matches_cite_the_same_words_longest_first() -> None:
    pages = {"a": article("a", WIRE), "b": article("b", "From our harbour desk.\n\n" + WIRE.replace("six hours", "seven hours"))}
    (copy,) = find_copies(list(pages.values()))
    passages = [(pages[a.article].text[a.start : a.end], pages[b.article].text[b.start : b.end]) for a, b in copy.matches]
    assert passages and all(left == right for left, right in passages)
    assert [len(left) for left, _ in passages] == sorted((len(left) for left, _ in passages), reverse=True)


@given(st.permutations(["a", "b", "c", "d", "e"]))
@settings(max_examples=12, deadline=None)
def test_order_of_articles_does_not_count(order: list[str]) -> None:
    texts = {"a": WIRE, "b": REWRITE, "c": OTHER_REPORT, "d": WIRE.split("\n\n")[0], "e": WIRE + "\n\nMore."}
    pages = {key: article(key, text, day=None if key == "c" else "2031-04-02") for key, text in texts.items()}
    assert find_copies([pages[key] for key in order]) == find_copies(list(pages.values()))


words = st.lists(st.sampled_from("abcdefg"), max_size=60)


@given(words, words)
def test_passages_are_equal_and_do_not_overlap(left: list[str], right: list[str]) -> None:
    taken: set[tuple[str, int]] = set()
    for size, i, j in like_passages(left, right):
        assert size >= SEED and left[i : i + size] == right[j : j + size]
        places = {("left", i + k) for k in range(size)} | {("right", j + k) for k in range(size)}
        assert not places & taken
        taken |= places


@given(st.lists(st.text("abc", min_size=1), min_size=12, max_size=12), words, words)
def test_twelve_shared_words_share_a_fingerprint(shared: list[str], before: list[str], after: list[str]) -> None:
    assert fingerprints(before + shared + after) & fingerprints(after + shared + before)


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    assert all(copy.articles == ("a", "b") for copy in find_copies([article("a", text), article("b", text)]))


CHINESE = (
    "江苏徐州一家化工厂五日上午发生爆炸，造成九人死亡、四十多人受伤，当地应急管理局通报。\n\n"
    "爆炸发生在华澄化工的仓库。工厂负责人已被警方控制，附近学校停课，居民被要求关闭门窗。"
)
CHINESE_OTHER = (
    "五日上午，徐州华澄化工的一个仓库发生爆炸，九人遇难，四十余人送医。警方控制了工厂负责人，爆炸原因正在调查，明火已经扑灭。"
)
JAPANESE = (
    "七日夜、新潟県で強い地震があり、二人が死亡した。県内では約一万八千戸が停電している。"
    "長岡市付近では土砂崩れへの警戒が呼びかけられた。"
)
GERMAN = (
    "Die Arbeiter des Stahlwerks in Wendelsheim haben am Mittwoch die Arbeit niedergelegt. „Wir halten durch“, sagte die "
    "Sprecherin der Belegschaft am Werkstor. Die Leitung lud die Vertreter für Freitag zu einem Gespräch ein. "
    "»Das Angebot steht«, hieß es aus der Verwaltung. Am Nachmittag zogen Hunderte mit Fahnen durch die Stadt zum Rathaus."
)
FRENCH_OF_IT = (
    "Les ouvriers de l'aciérie de Wendelsheim ont cessé le travail mercredi. La direction a invité les représentants vendredi."
)


def foreign(key: str, text: str, language: str) -> Article:
    published = Published("2031-04-02", "2031-04-02", "stated")
    return Article(key, key, None, key, None, None, (), published, None, (), language, text, "")


@pytest.mark.parametrize(("text", "language"), [(CHINESE, "zh"), (JAPANESE, "ja"), (GERMAN, "de")])
def test_copies_are_found_in_other_languages(text: str, language: str) -> None:
    pages = [foreign("a", text, language), foreign("b", f"本报讯 {text}", language)]
    assert [copy.kind for copy in find_copies(pages)] == ["verbatim"]


def test_reports_of_one_event_and_translations_are_no_copies() -> None:
    assert find_copies([foreign("a", CHINESE, "zh"), foreign("b", CHINESE_OTHER, "zh")]) == ()
    assert find_copies([foreign("a", GERMAN, "de"), foreign("b", FRENCH_OF_IT, "fr")]) == ()


def test_german_quotation_marks_hold_what_is_quoted() -> None:
    words = words_of(foreign("a", GERMAN, "de"))
    quoted = [word for word, own in zip(words.words, words.own, strict=True) if not own]
    assert quoted == ["wir", "halten", "durch", "das", "angebot", "steht"]
    other = words_of(foreign("a", "»Das Angebot steht«, hieß es. 「行きます」と言った。", "de"))
    assert "".join(word for word, own in zip(other.words, other.own, strict=True) if not own) == "dasangebotsteht行きます"
