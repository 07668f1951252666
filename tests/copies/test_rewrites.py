"""Rewrites and what looks like them: order of facts, press conferences, background, forms, standing paragraphs."""

from dataclasses import replace

import pytest
from wires import OTHER_REPORT, REWRITE, WIRE, article

from dateline.copies import find_copies
from dateline.copies.facts import facts_of
from dateline.copies.order import common_facts, longest_chain
from dateline.copies.words import words_of
from dateline.types import Article, Copy

NONE: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset())
ABOUT = (
    "\n\nAbout Calder Lines\n\nCalder Lines runs five ferries between Port Selby, Orven and the Gannet isles and has "
    "carried timber, machinery and people since 1921. It employs 640 people on shore and at sea and belongs to the "
    "town of Selby and to four families. Its ships are built in Halden to its own drawings and burn oil of rape from "
    "the fields behind the town."
)
BACKGROUND = (
    "\n\nThe Merrow Star lost power off Orven on 2 April and drifted for six hours with 41 people on board. It was the "
    "third ship of Calder Lines to fail in a year, and the company has been under the eye of the coast guard since an "
    "inspection last spring found lifeboats without food or water and two captains without papers."
)
DAYS = (
    "The council of Selby heard on Friday that the harbour needs a tug of its own. It would cost nine million crowns, "
    "treasurer Odile Farr said, and the state would pay a third. Fishermen in the gallery clapped when she sat down, "
    "and the mayor asked for silence. A vote was put off until after the summer, because two members were ill with a "
    "cold.",
    "Captain Hugo Brandt of the Merrow Star was questioned for five hours on Monday. His lawyer, Iris Holm, said that "
    "he had called the harbour as soon as the engines stopped, and that a recording would prove it. The coast guard "
    "did not want to comment on that. A second engineer, who had been ashore on that day, is to be heard next week in "
    "Orven.",
)


def form(day: str, values: tuple[str, ...]) -> str:
    wheat, rye, volume, ship, rate, left = values
    return (
        f"Wheat for delivery in autumn closed at {wheat} crowns a tonne on the exchange in Selby on {day}. Rye was "
        f"quoted at {rye} crowns. Brokers put the volume of the day at {volume} lots, and said that the mills had "
        f"bought little. The largest ship in the harbour took on {ship} tonnes. The crown stood at {rate} to the "
        f"dollar. In the stores on the quay there were {left} tonnes at the close, which is weighed each evening by "
        f"two sworn men and posted at the gate."
    )


def released(key: str, text: str, day: str = "2031-04-02") -> Article:
    return article(key, f"Calder Lines names cause of failure\n\nPress release\n\n{text}{ABOUT}", day=day, outlet="Calder Lines")


def one(*articles: Article) -> Copy:
    (copy,) = find_copies(articles)
    return copy


def test_a_rewrite_cites_the_sentences_that_tell_the_same() -> None:
    pages = {"a": article("a", WIRE), "b": article("b", REWRITE)}
    copy = one(*pages.values())
    told = [(pages[a.article].text[a.start : a.end], pages[b.article].text[b.start : b.end]) for a, b in copy.matches]
    assert any("Port Selby at dawn" in left and "from Port Selby early" in right for left, right in told)
    assert any("fined 80,000 crowns" in left and "fine of 80,000 crowns" in right for left, right in told)
    (pair,) = copy.pairs
    assert (pair.kind, 0.5 < pair.left_share <= 1, 0.5 < pair.right_share <= 1) == ("rewrite", True, True)


def test_the_same_facts_in_another_order_are_no_rewrite() -> None:
    turned = "\n\n".join(reversed(REWRITE.split("\n\n")))
    assert find_copies([article("a", WIRE), article("b", turned)]) == ()


def test_kinds_are_told_by_pairs() -> None:
    edited = "Nobody was hurt when a ferry failed near Orven, but the town is asking questions.\n\n" + "\n\n".join(
        part.replace("promised", "announced") for part in WIRE.split("\n\n")[1:]
    )
    pages = [article("a", WIRE), article("b", WIRE), article("c", edited), article("d", WIRE.split("\n\n")[1])]
    kinds = {(pair.left, pair.right): pair.kind for pair in one(*pages).pairs}
    assert kinds["a", "b"] == "verbatim" and kinds["a", "c"] == "edited" and kinds["a", "d"] == "excerpt"
    assert {pair: kinds[pair] for pair in (("b", "c"), ("b", "d"))} == {("b", "c"): "edited", ("b", "d"): "excerpt"}


def test_the_share_is_of_each_articles_own_words() -> None:
    brief = WIRE.split("\n\n")[1]
    (pair,) = one(article("a", brief), article("b", WIRE + "\n\n" + OTHER_REPORT)).pairs
    assert pair.left_share == 1 and 0.05 < pair.right_share < 0.3


def test_what_a_release_says_of_its_company_is_no_copy() -> None:
    assert find_copies([released("a", DAYS[0]), released("b", DAYS[1], "2031-05-09")]) == ()


def test_background_below_news_of_their_own_is_no_copy() -> None:
    pages = [
        article(key, text + BACKGROUND, day=day) for key, text, day in zip("ab", DAYS, ("2031-04-06", "2031-04-09"), strict=True)
    ]
    assert find_copies(pages) == ()
    assert find_copies([article("a", DAYS[0] + BACKGROUND), article("b", "Off Orven." + BACKGROUND)]) != ()


def test_a_form_with_other_figures_is_no_copy() -> None:
    left = form("Monday", ("214.50", "188", "1,140", "3,900", "0.92", "41,000"))
    right = form("Tuesday", ("210.75", "191", "860", "5,250", "0.94", "38,600"))
    assert find_copies([article("a", left, day="2031-04-02"), article("b", right, day="2031-04-03")]) == ()
    assert [copy.kind for copy in find_copies([article("a", left), article("b", left)])] == ["verbatim"]


def test_a_press_release_is_the_origin_of_what_is_made_of_it() -> None:
    copy = one(released("a", WIRE), article("b", REWRITE, outlet="The Selby Echo"))
    assert (copy.kind, copy.basis, copy.origin, copy.first) == ("rewrite", "release", "Calder Lines", "a")
    assert copy.told is not None and released("a", WIRE).text[copy.told.start : copy.told.end] == "Press release"


@pytest.mark.parametrize(
    ("days", "basis", "first"),
    [
        (("2031-04-02", "2031-04-03"), "earliest", "a"),
        (("2031-04-03", "2031-04-02"), "earliest", "b"),
        (("2031-04-02", "2031-04-02"), "unknown", None),
        ((None, "2031-04-02"), "unknown", None),
    ],
)
def test_the_earliest_dated_article_had_it_first(days: tuple[str | None, str | None], basis: str, first: str | None) -> None:
    outlets = {"a": "The Selby Echo", "b": "Northern Mail"}
    copy = one(*(article(key, WIRE, day=day, outlet=outlets[key]) for key, day in zip("ab", days, strict=True)))
    assert (copy.basis, copy.first, copy.origin) == (basis, first, outlets[first] if first else None)
    assert copy.pairs[0].first == first


def test_pairs_and_groups_do_not_depend_on_which_article_is_left() -> None:
    pages = (article("a", WIRE, day="2031-04-03"), article("b", REWRITE, day="2031-04-02"))
    turned = tuple(replace(page, id=other, revision=other, file=other) for page, other in zip(pages, "ba", strict=True))
    (pair,), (swapped,) = one(*pages).pairs, one(*turned).pairs
    assert (pair.kind, pair.left_share, pair.right_share) == (swapped.kind, swapped.right_share, swapped.left_share)
    assert (pair.first, swapped.first) == ("b", "a")


def facts(text: str) -> dict[str, int]:
    page = article("a", text)
    found = facts_of(page, words_of(page))
    return dict(zip(found.keys, found.weights, strict=True))


def test_figures_are_one_however_they_are_written() -> None:
    assert [key for key in facts("On the 23rd, SKr4.7m and 38,400 at 07:40, or seven at 12am.") if key[0] == "#"] == [
        "#23", "#4.7", "#38400", "#7.40", "#7", "#12",
    ]  # fmt: skip


def test_the_heaviest_chain_is_found() -> None:
    texts = ("So Ann met Bob, and Bob met Cyd, and Cyd met Dora", "And Dora saw Ann before Bob saw Cyd")
    pages = [article("a", text) for text in texts]
    left, right = (facts_of(page, words_of(page)) for page in pages)
    chain = longest_chain(common_facts(left, right, NONE))
    assert [left.keys[fact.left] for fact in chain] == ["ann", "bob", "cyd"]


def test_a_brief_of_a_report_is_a_rewrite() -> None:
    brief = (
        "After its engines stopped off Orven the ferry Merrow Star, with 41 people aboard, drifted for six hours on "
        "Tuesday; nobody was hurt, says Ilse Vanter. It came from Port Selby with timber and farm machinery. The depth "
        "near the Gannet shoal is nine metres. Calder Lines speaks of a fuel pump and wants to look at four sister "
        "ships. The coast guard has questions for the captain on Friday. Last spring Calder Lines had to pay 80,000 "
        "crowns for its lifeboats."
    )
    assert [copy.kind for copy in find_copies([article("a", WIRE), article("b", brief)])] == ["rewrite"]
