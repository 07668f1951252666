"""Stories, storylines and the days inferred for undated articles."""

from collections.abc import Sequence
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.ids import content_id
from dateline.stories import date_articles, find_stories
from dateline.stories.clusters import cluster
from dateline.stories.days import Told, days_between, told_days
from dateline.types import Analysis, Article, Copy, Published, Span, Story, TimeRef

FERRY = "A cargo ferry lost power off the Orven coast on {day} and drifted until tugs towed the Merrow Star to Port Selby."
FERRY_B = "Tugs towed the Merrow Star to Port Selby after the ferry lost power and drifted off Orven, its owner said."
STRIKE = "Teachers in Halden walked out on {day} over pay, closing forty schools, and union leader Mara Quill called for talks."
STRIKE_B = "Forty schools in Halden stayed shut as teachers struck over pay; Mara Quill of the union said talks failed."


def article(key: str, text: str, *, day: str | None = "2031-04-02", title: str | None = None) -> Article:
    body = f"{title}\n\n{text}" if title else text
    published = Published(day, day, "stated" if day else "unknown")
    return Article(key, key, None, key, None, title, (), published, None, (), "en", body, "")


def analysis(page: Article, *times: tuple[str, str, str | None]) -> Analysis:
    """An analysis that holds only the times given as (words, TIMEX3 value, day)."""
    found = [
        TimeRef(Span(page.id, at, at + len(words)), "DATE", value, "day", day, day, None)
        for words, value, day in times
        if (at := page.text.index(words)) >= 0
    ]
    return Analysis(page.id, (), (), tuple(found), (), (), (), ())


def members(stories: Sequence[Story]) -> set[frozenset[str]]:
    return {frozenset(story.articles) for story in stories}


COPY = Copy("c", ("a", "b"), "rewrite", None, ())

PAGES = [
    article("f1", FERRY.format(day="Tuesday")),
    article("f2", FERRY_B, day="2031-04-03"),
    article("s1", STRIKE.format(day="Wednesday")),
    article("s2", STRIKE_B, day=None, title="Halden schools shut"),
]


def test_two_events_are_two_stories() -> None:
    stories, storylines = find_stories(PAGES, (), (), ())
    assert members(stories) == {frozenset({"f1", "f2"}), frozenset({"s1", "s2"})}
    assert len(storylines) == 2


def test_story_has_the_id_of_its_earliest_article_and_a_titled_centre() -> None:
    stories, storylines = find_stories(PAGES, (), (), ())
    by_id = {story.id: story for story in stories}
    strike = by_id[content_id("story", "s1")]
    assert (strike.centre, strike.first, strike.last) == ("s2", "2031-04-02", "2031-04-02")
    assert {line.id for line in storylines} == {story.storyline for story in stories}


def test_each_membership_says_with_whom_how_much_and_by_which_words() -> None:
    stories, _ = find_stories(PAGES, (), (), ())
    texts = {page.id: page.text for page in PAGES}
    for story in stories:
        assert [one.article for one in story.memberships] == list(story.articles)
        for one in story.memberships:
            assert {one.article, one.nearest} == set(story.articles)
            assert 0.5 < one.likeness < 1
            assert one.days == (None if "s2" in story.articles else 1)
            shared = [tuple(texts[span.article][span.start : span.end].lower() for span in pair) for pair in one.shared]
            assert {"merrow", "quill"} & {here for here, _ in shared}
            assert all(here[:4] == there[:4] for here, there in shared)


def test_a_story_of_one_article_needs_no_reason_and_copies_are_said_to_be() -> None:
    left, right = article("a", "Short note on frogs in the pond."), article("b", "Amphibians live at the mill.")
    assert [story.memberships for story in find_stories([left, right], (), (), ())[0]] == [(), ()]
    ((one, _),) = [story.memberships for story in find_stories([left, right], (), [COPY], ())[0]]
    assert (one.copied, one.nearest, one.shared) == (True, "b", ())


@given(st.permutations(PAGES))
@settings(max_examples=10, deadline=None)
def test_order_of_articles_does_not_count(pages: list[Article]) -> None:
    assert find_stories(pages, (), (), ()) == find_stories(PAGES, (), (), ())


def test_the_same_actors_on_another_day_are_another_story_of_the_storyline() -> None:
    visit = (
        "Minister Ada Brun inspected the Orven border post {} and met guards at the Kell bridge with General Theo Falk. "
        "She walked along the fence for an hour, looked into two watchtowers and shook hands with recruits from the lowlands. "
        "Smugglers had cut the wire there in March. The guards showed her boats that they had seized."
    )
    speech = (
        "Minister Ada Brun told parliament {} that General Theo Falk would get forty drones and new radios for Orven. "
        "The order costs nine million crowns and was signed with a maker in Tarn. Members asked why no tender had been held. "
        "The finance committee votes on the money in June, and an auditor will read the contract before that."
    )
    days = {"a": "2031-04-02", "b": "2031-04-02", "c": "2031-04-09"}
    texts = {"a": visit.format("on 2 April"), "b": "At Orven, " + visit.format("on 2 April"), "c": speech.format("on 9 April")}
    pages = [article(key, texts[key], day=day) for key, day in days.items()]
    told = [analysis(page, (f"{int(days[page.id][-2:])} April", days[page.id], days[page.id])) for page in pages]
    stories, storylines = find_stories(pages, told, (), ())
    assert members(stories) == {frozenset({"a", "b"}), frozenset({"c"})}
    assert [line.stories for line in storylines] == [(content_id("story", "a"), content_id("story", "c"))]


def test_copies_stay_together() -> None:
    left, right = article("a", "Short note on frogs in the pond."), article("b", "Amphibians live at the mill.")
    apart, _ = find_stories([left, right], (), (), ())
    joined, _ = find_stories([left, right], (), [COPY], ())
    assert (len(apart), len(joined)) == (2, 1)


def test_no_articles_no_stories() -> None:
    assert find_stories((), (), (), ()) == ((), ())
    assert find_stories([article("empty", "")], (), (), ())[0][0].articles == ("empty",)


def test_lead_days_are_read_from_weekdays_and_dates() -> None:
    page = article(
        "a", "Police said on Monday, and again on 1 April, that the bridge is shut until Friday 11 April 2031.", day="2031-04-02"
    )
    assert {date.fromordinal(day).isoformat() for day in told_days(page, None).days} == {"2031-03-31", "2031-04-01", "2031-03-28"}


def test_days_between_knows_weekdays_without_a_week() -> None:
    monday, thursday = Told(frozenset(), frozenset({0}), True), Told(frozenset(), frozenset({3}), True)
    nothing = Told(frozenset(), frozenset(), True)
    assert (days_between(monday, monday), days_between(monday, thursday), days_between(monday, nothing)) == (0, 3, 0)
    placed = Told(frozenset({date(2031, 4, 1).toordinal()}), frozenset(), True)  # a Tuesday
    assert (days_between(placed, monday), days_between(thursday, placed), days_between(placed, placed)) == (1, 2, 0)


def test_undated_article_is_dated_by_the_weekday_it_shares() -> None:
    dated = article("a", "On Monday the Merrow Star was towed to Port Selby, the coast guard said.", day="2031-04-02")
    undated = article("b", "The Merrow Star reached Port Selby behind two tugs on Monday.", day=None)
    analyses = [analysis(dated, ("Monday", "2031-03-31", "2031-03-31")), analysis(undated, ("Monday", "XXXX-WXX-1", None))]
    (dating,) = date_articles([dated, undated], analyses, [Story("s", ("a", "b"), "a", None, None, "l")])
    assert (dating.article, dating.earliest, dating.latest) == ("b", "2031-03-31", "2031-04-06")
    assert [(undated if span.article == "b" else dated).text[span.start : span.end] for span in dating.evidence] == [
        "Monday",
        "Monday",
    ]


def test_undated_article_without_a_weekday_gets_the_days_of_its_story() -> None:
    pages = [article("a", "One."), article("b", "Two.", day="2031-04-05"), article("c", "Three.", day=None)]
    (dating,) = date_articles(pages, (), [Story("s", ("a", "b", "c"), "a", None, None, "l")])
    assert (dating.earliest, dating.latest) == ("2031-04-02", "2031-04-05")
    assert date_articles(pages[2:], (), [Story("s", ("c",), "c", None, None, "l")]) == ()


pairs = st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1])


@given(st.dictionaries(pairs, st.integers(0, 1000)), st.integers(1, 1000))
def test_clusters_hold_every_item_once_and_need_likeness(alike: dict[tuple[int, int], int], least: int) -> None:
    groups = [group.items for group in cluster(10, alike, least=least)]
    assert sorted(item for group in groups for item in group) == list(range(10))
    for group in groups:
        assert len(group) == 1 or any(alike.get((i, j), 0) >= least for i in group for j in group)


def test_average_link_does_not_chain() -> None:
    assert [group.items for group in cluster(3, {(0, 1): 900, (1, 2): 800}, least=500)] == [(0, 1), (2,)]


def test_groups_of_other_weeks_stay_apart_unless_they_are_nearly_as_alike_as_in_themselves() -> None:
    inside, days = {(0, 1): 900, (2, 3): 900}, [0, 1, 10, 11]
    for between, groups in ((500, [(0, 1), (2, 3)]), (600, [(0, 1, 2, 3)])):
        alike = inside | {(i, j): between for i in (0, 1) for j in (2, 3)}
        assert [group.items for group in cluster(4, alike, least=300, days=days)] == groups
        assert len(cluster(4, alike, least=300, days=[0, 1, 2, 3])) == 1


def test_a_large_group_of_two_events_with_the_same_actors_is_split() -> None:
    actors = (
        "Champion Ivo Stahl of Orven beat challenger {} at the Kell arena before a roaring crowd of boxing fans to keep his belt."
    )
    first = (
        "{} fell in round two after a left hook split his brow, blood ran, judge Amsel waved, snow held buses at Velm till dawn."
    )
    second = (
        "{} retired with a torn shoulder; referee Okoro counted, fireworks burned, sponsors from Lisk cheered a summer parade."
    )
    fights = [("Rahn", first), ("Tomas", second)]
    pages = [
        article(f"{name}{n}", actors.format(name) + " " + tale.format(name) + f" Ring note {n}.", day=None)
        for name, tale in fights
        for n in range(8)
    ]
    stories, _ = find_stories(pages, (), (), ())
    assert members(stories) == {frozenset(f"{name}{n}" for n in range(8)) for name, _ in fights}
