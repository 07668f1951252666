"""Which revision is the newest does not depend on the order of the pages."""

from dataclasses import replace
from itertools import permutations

from invented import article

from dateline.ids import content_id
from dateline.stores.revisions import newest, revises, supersede
from dateline.types import Article, Judgement, Published

BODY = "Bridge shut\n\nThe bridge over the Tarne was shut on Monday after engineers found a crack in its northern pier."


def dated(one: Article, day: str | None) -> Article:
    return replace(one, published=Published(day, day, "stated" if day else "unknown"))


def test_the_revision_published_last_is_the_newest_in_any_order() -> None:
    versions = [dated(article(BODY + f" {day} of April."), f"2031-04-{day:02}") for day in (7, 8, 9)]
    for order in permutations(versions):
        kept, older = newest(order, ())
        assert kept == (versions[2],)
        assert older == {versions[0].id: versions[2].id, versions[1].id: versions[2].id}


def test_a_judgement_decides_where_the_pages_do_not() -> None:
    first, second = article(BODY + " It will stay shut for a long time."), article(BODY)
    assert newest((first, second), ())[0] == (first,)
    judgements = supersede(second, (first,))
    assert [(one.left, one.right) for one in judgements] == [(second.id, first.id)]
    assert newest((first, second), judgements)[0] == newest((second, first), judgements)[0] == (second,)
    withdrawn = tuple(replace(one, withdrawn=True) for one in judgements)
    assert newest((first, second), withdrawn)[0] == (first,)


def test_dates_need_no_judgement_and_a_third_revision_follows_the_second() -> None:
    first, second, third = (article(BODY + tail) for tail in (" One of three.", " Two of them.", " Now."))
    assert supersede(dated(second, "2031-04-08"), (dated(first, "2031-04-07"),)) == ()
    judgements = (*supersede(second, (first,)), *supersede(third, (first, second)))
    assert newest((first, second, third), judgements)[0] == (third,)


def test_unlike_texts_under_one_name_are_two_articles() -> None:
    bridge = article(BODY)
    apples = article(
        "Frost in Kesmark\n\nA night with heavy frost destroyed most apple blossom across the Kesmark valley, growers said."
    )
    assert not revises(bridge, apples)
    kept, older = newest((bridge, apples), ())
    assert {one.id for one in kept} == {bridge.id, apples.id}
    assert older == {}


def test_two_reports_on_one_event_under_one_file_name_are_two_articles() -> None:
    other = (
        "Bridge closed\n\nThe county closed its only crossing of the Tarne on Monday. Engineers had seen damage to a northern"
        " pier, and traffic goes through Merrow until the autumn."
    )
    one, two = article(BODY, file="stdin"), article(other, file="stdin")
    assert len(newest((one, two), ())[0]) == 2
    again = article(BODY + " It will stay shut.", file="stdin")
    assert len(newest((one, again), ())[0]) == 1
    assert len(newest((at("https://tarne.example/b"), at("https://tarne.example/b", other)), ())[0]) == 1


def test_what_two_outlets_print_under_one_address_are_two_articles() -> None:
    url = "https://tarne.example/bridge"
    theirs = at(url, BODY + " From the Post.", "Merrow Mail")
    assert len(newest((at(url), replace(theirs, id="0" * 16)), ())[0]) == 2
    assert len(newest((at(url), at(url, BODY + " More.", "Tarne Post Online")), ())[0]) == 1
    assert len(newest((at(url), at(url, BODY + " More.", None)), ())[0]) == 1


def at(url: str, text: str = BODY, outlet: str | None = "Tarne Post") -> Article:
    return replace(article(text, file=url), url=url, outlet=outlet, id=content_id(url, text))


def test_one_article_at_addresses_for_telephones_and_print_is_one() -> None:
    addresses = (
        "https://www.tarne.example/bridge-shut",
        "https://m.tarne.example/bridge-shut/",
        "http://tarne.example/bridge-shut/amp?utm_source=x",
        "https://tarne.example/bridge-shut?print=1",
    )
    versions = [at(url, BODY + f" Read by {n}.") for n, url in enumerate(addresses)]
    assert len(newest(versions, ())[0]) == 1
    assert len(newest([at("https://tarne.example/a?id=1"), at("https://tarne.example/a?id=2", BODY + " Two.")], ())[0]) == 2


def test_one_text_of_one_outlet_is_one_article_wherever_it_stands() -> None:
    first, second = at("https://tarne.example/news/1"), at("https://tarne.example/sport/9")
    changed = at("https://tarne.example/sport/9", BODY + " Later more.")
    kept, older = newest((first, second, changed), ())
    assert [one.id for one in kept] == [changed.id]
    assert set(older) == {first.id, second.id}
    assert len(newest((first, at("https://merrow.example/1", outlet="Merrow Mail")), ())[0]) == 2
    assert len(newest((at("https://a.example/1", outlet=None), at("https://b.example/1", outlet=None)), ())[0]) == 2


def test_unlike_addresses_never_meet() -> None:
    one, other = article(BODY, file="a.txt"), article(BODY + " More of it.", file="b.txt")
    judgement = Judgement("j", other.id, one.id, "supersedes", "someone", "")
    assert len(newest((one, other), (judgement,))[0]) == 2
