"""Time expressions: what is found, what it stands for, and what is left alone. All sentences are invented."""

from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from dateline.analyze.calendar import away, days_of, feast_in, open_granularity
from dateline.analyze.timerules import RULES, phrase_of, phrases_of
from dateline.analyze.times import anchor_times, find_times
from dateline.types import TimeRef

MONDAY = "2025-11-03"
SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"


def values(nlp: Language, text: str, day: str | None = MONDAY) -> dict[str, str]:
    """The value of each expression found, by its words."""
    times = find_times(nlp(text), "a", earliest=day, latest=day)
    return {text[time.span.start : time.span.end]: time.value for time in times}


def only(nlp: Language, text: str, day: str | None = MONDAY) -> TimeRef:
    """The one expression of a text."""
    times = find_times(nlp(text), "a", earliest=day, latest=day)
    assert len(times) == 1, times
    return times[0]


RESOLVED = [
    ("It was found the week before last.", "the week before last", "2025-W43"),
    ("He will miss the rest of the year.", "the rest of the year", "2025"),
    ("Last season he scored twice.", "Last season", "2024"),
    ("It was mended by Sunday noon.", "Sunday noon", "2025-11-02T12:00"),
    # weekdays take the side of the verb
    ("The minister arrived on Saturday.", "Saturday", "2025-11-01"),
    ("The minister is due to attend a meeting on Tuesday.", "Tuesday", "2025-11-04"),
    ("The council will meet on Thursday.", "Thursday", "2025-11-06"),
    ("The chiefs are scheduled to hold talks on Wednesday.", "Wednesday", "2025-11-05"),
    ("The talks are expected to resume on Friday.", "Friday", "2025-11-07"),
    ("The hearing resumes Wednesday.", "Wednesday", "2025-11-05"),
    ("The firm said it would publish results on Thursday.", "Thursday", "2025-11-06"),
    ("The minister has until Friday to respond.", "Friday", "2025-11-07"),
    ("Ahead of Tuesday's election, polls opened.", "Tuesday", "2025-11-04"),
    ("Police said on Monday that a man was held.", "Monday", "2025-11-03"),
    ("The storm hit late Thursday.", "late Thursday", "2025-10-30"),
    ("The storm hit Saturday night.", "Saturday night", "2025-11-01TNI"),
    ("They met last Wednesday.", "last Wednesday", "2025-10-29"),
    ("They left last Monday.", "last Monday", "2025-10-27"),
    ("Talks resume next Friday.", "next Friday", "2025-11-14"),
    ("The court will rule this Friday.", "this Friday", "2025-11-07"),
    ("He fled in the early hours of Sunday.", "the early hours of Sunday", "2025-11-02TMO"),
    ("She will leave on Tuesday of next week.", "Tuesday of next week", "2025-11-11"),
    # a page dated before the day has begun elsewhere
    ("A gunman opened fire on Tuesday.", "Tuesday", "2025-11-04"),
    # a week further
    ("The shop closes on Monday week.", "Monday week", "2025-11-17"),
    ("The trial opens a week on Thursday.", "a week on Thursday", "2025-11-13"),
    ("The match is a week today.", "a week today", "2025-11-10"),
    ("The vote is three days from now.", "three days from now", "2025-11-06"),
    ("The mill shut ten years ago this month.", "ten years ago this month", "2015-11"),
    ("The mill shut a year ago today.", "a year ago today", "2024-11-03"),
    # days by their count or name
    ("The first Monday in May is a holiday.", "The first Monday in May", "2026-05-04"),
    ("He came on the last Sunday of October.", "the last Sunday of October", "2025-10-26"),
    ("Fireworks hurt two on New Year’s Eve.", "New Year’s Eve", "2024-12-31"),
    ("It will be shut on Christmas Day.", "Christmas Day", "2025-12-25"),
    ("It closed on Good Friday last year.", "Good Friday last year", "2024-03-29"),
    ("It closed on Easter Monday 2023.", "Easter Monday 2023", "2023-04-10"),
    # near days
    ("He was held yesterday.", "yesterday", "2025-11-02"),
    ("She speaks tomorrow.", "tomorrow", "2025-11-04"),
    ("Tonight, the council votes.", "Tonight", "2025-11-03TNI"),
    ("Police raided the house this morning.", "this morning", "2025-11-03TMO"),
    ("The roof fell in last night.", "last night", "2025-11-02TNI"),
    ("He had fled the day before yesterday.", "the day before yesterday", "2025-11-01"),
    # dates
    ("He signed it on November 3, 2025.", "November 3, 2025", "2025-11-03"),
    ("He signed it on Nov. 3.", "Nov. 3", "2025-11-03"),
    ("The vote is scheduled for 20 January.", "20 January", "2026-01-20"),
    ("The ceasefire began on 10 October.", "10 October", "2025-10-10"),
    ("He left on 2025-11-03.", "2025-11-03", "2025-11-03"),
    ("He left on 03/11/2025.", "03/11/2025", "2025-11-03"),
    ("He left on 23/10/2025.", "23/10/2025", "2025-10-23"),
    ("He left on Sunday, 2 Nov 2025.", "Sunday, 2 Nov 2025", "2025-11-02"),
    ("In a photo taken this Friday, Oct. 31, 2025, he waves.", "this Friday, Oct. 31, 2025", "2025-10-31"),
    ("The 3rd of October was wet.", "The 3rd of October", "2025-10-03"),
    ("The fair runs Nov 3-5.", "Nov 3-5", "2025-11-03/2025-11-05"),
    ("On 3 and 4 November they met.", "3 and 4 November", "2025-11-03/2025-11-04"),
    ("Prices rose in October.", "October", "2025-10"),
    ("Elections are due in March.", "March", "2026-03"),
    ("It was the worst flood since December.", "December", "2024-12"),
    ("The bridge fell in October last year.", "October last year", "2024-10"),
    ("The bridge fell in late August 2024.", "late August 2024", "2024-08"),
    ("He lost the seat last May.", "last May", "2025-05"),
    ("He left on 25-12-2024.", "25-12-2024", "2024-12-25"),
    ("He left on 2024/12/25.", "2024/12/25", "2024-12-25"),
    ("It came in the small hours of Sunday.", "the small hours of Sunday", "2025-11-02TMO"),
    ("It came on the evening of Sunday, 26 October.", "Sunday, 26 October", "2025-10-26"),
    ("The road opens at the end of April.", "the end of April", "2026-04"),
    # years and more
    ("He won it in ’98.", "’98", "1998"),
    ("He scored 20 goals in the 2024/25 season.", "the 2024/25 season", "2024/2025"),
    ("The road opens by the middle of 2027.", "the middle of 2027", "2027"),
    ("The term concludes in 2030.", "2030", "2030"),
    ("Talks have stalled since 1953.", "1953", "1953"),
    ("Ten tests took place in 2025 alone.", "2025", "2025"),
    ("A treaty ended the 1950-1953 war.", "1950-1953", "1950/1953"),
    ("A treaty ended the 1950–53 war.", "1950–53", "1950/1953"),
    ("He ruled in the 1990s.", "the 1990s", "199"),
    ("The house dates from the 19th century.", "the 19th century", "18"),
    ("The firm moved in the spring of 2019.", "the spring of 2019", "2019-SP"),
    ("He faked it last summer.", "last summer", "2025-SU"),
    ("Profit fell in the third quarter.", "the third quarter", "2025-Q3"),
    ("Profit fell in the third quarter of 2024.", "the third quarter of 2024", "2024-Q3"),
    ("Profit fell in the first half of 2024.", "the first half of 2024", "2024-H1"),
    ("The budget for fiscal 2026 grew.", "fiscal 2026", "2026"),
    # units from the day of publication
    ("The tour ended last week.", "last week", "2025-W44"),
    ("It was agreed last month.", "last month", "2025-10"),
    ("Sales fell last year.", "last year", "2024"),
    ("The tour ends this week.", "this week", "2025-W45"),
    ("It takes effect next month.", "next month", "2025-12"),
    ("This weekend the truce collapsed.", "This weekend", "2025-W44-WE"),
    ("Over the weekend, three people drowned.", "the weekend", "2025-W44-WE"),
    ("By the end of the year it will be over.", "the end of the year", "2025"),
    ("The army left two days ago.", "two days ago", "2025-11-01"),
    ("It closed three months ago.", "three months ago", "2025-08"),
    ("It was a village a decade ago.", "a decade ago", "2015"),
    # lengths
    ("It was the first visit in eight years.", "eight years", "P8Y"),
    ("They drew up a five-year plan.", "five-year", "P5Y"),
    ("The army grew over the past two decades.", "the past two decades", "P2DE"),
    ("Nothing changed over the past 18 months.", "the past 18 months", "P18M"),
    ("For decades they waited.", "decades", "PXDE"),
    ("It lasted two and a half years.", "two and a half years", "P2.5Y"),
    ("It lasted half an hour.", "half an hour", "PT30M"),
    ("It is 72 years since the truce.", "72 years", "P72Y"),
    ("He slept for several days.", "several days", "PXD"),
    ("Police made arrests in recent weeks.", "recent weeks", "PXW"),
    ("They served a year-long ban.", "year-long", "P1Y"),
    # what comes again
    ("The annual meeting opened.", "annual", "XXXX"),
    ("They pray every day.", "every day", "XXXX-XX-XX"),
    ("She checks the air every morning.", "every morning", "XXXX-XX-XXTMO"),
    ("Quarterly reports will be dropped.", "Quarterly", "XXXX-QX"),
    ("They meet twice a week.", "twice a week", "XXXX-WXX"),
    ("Elections are held every four years.", "every four years", "P4Y"),
    ("The market opens on Saturdays.", "Saturdays", "XXXX-WXX-6"),
    # clocks
    ("The quake struck at 0600 GMT.", "0600 GMT", "2025-11-03T06:00"),
    ("The quake struck at 06.00 GMT.", "06.00 GMT", "2025-11-03T06:00"),
    ("The plane left at 1430 hours.", "1430 hours", "2025-11-03T14:30"),
    ("The match starts at 21:00.", "21:00", "2025-11-03T21:00"),
    ("The doors opened at 9am.", "9am", "2025-11-03T09"),
    # the present, the past, the future
    ("He is now in Rome.", "now", "PRESENT_REF"),
    ("She recently moved.", "recently", "PAST_REF"),
]


@pytest.mark.parametrize(("text", "words", "value"), RESOLVED)
def test_an_expression_has_its_value(nlp: Language, text: str, words: str, value: str) -> None:
    assert values(nlp, text) == {words: value}


@pytest.mark.parametrize(
    "text",
    [
        "She may go home.",
        "They march to the sea.",
        "He finished second.",
        "He left on 31 February.",
        "He left on 30 February 2024.",
        "He left on 2025-13-45.",
        "She ran it in 2:03:15.",
        "Call 0800 555 1212.",
        "They marched for Bloody Sunday.",
        "About 2,024 people came.",
        "Some 2000 troops marched.",
        "The man, 58, was held.",
        "The 58-year-old man was held.",
        "A girl aged 12 was found.",
        "The prices continued to fall.",
        "He boarded flight 1990.",
        "He read it in USA Today.",
        "The rocket, a Long March 4C, exploded.",
        "She wrote for the Daily Planet.",
        "It costs $2000.",
        "The rover landed as soon as it could.",
    ],
)
def test_what_is_no_time(nlp: Language, text: str) -> None:
    assert values(nlp, text) == {}


def test_two_ends_of_a_range_share_their_year_and_unit(nlp: Language) -> None:
    assert values(nlp, "Sales grew from March to May 2024.") == {"March": "2024-03", "May 2024": "2024-05"}
    assert values(nlp, "Exports doubled between 2011 and 2016.") == {"2011": "2011", "2016": "2016"}
    assert values(nlp, "It takes between 12 and 18 months.") == {"12": "P12M", "18 months": "P18M"}


def test_days_follow_the_time_told_before(nlp: Language) -> None:
    found = values(nlp, "On Friday he fled; the following day he was caught. Two weeks later he was free. That year he wed.")
    assert found == {
        "Friday": "2025-10-31",
        "the following day": "2025-11-01",
        "Two weeks later": "2025-W46",
        "That year": "2025",
    }


def test_a_time_of_day_takes_the_day_beside_it_in_its_sentence(nlp: Language) -> None:
    assert values(nlp, "It broke out at 5:52 p.m. on Saturday.")["5:52 p.m."] == "2025-11-01T17:52"
    assert values(nlp, "Shops will open at 8 a.m. and close at 9 p.m. on Sunday.")["8 a.m."] == "2025-11-09T08"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He left on Saturday. The doors had closed at noon.", "noon", "2025-11-01T12:00"),
        ("They marched on Saturday. All were home by midnight.", "midnight", "2025-11-02T00:00"),
        ("A barn burnt down in Tarn on Friday.\n\nCrews were called at 3.40am.", "3.40am", "2025-10-31T03:40"),
        ("The hearing will be held on Friday. It starts at 10:30.", "10:30", "2025-11-07T10:30"),
        # the tense speaks for another day
        ("The summit opened on Saturday. Leaders will speak at 6pm.", "6pm", "2025-11-03T18"),
        # the day stands behind the full stop of the hour, or in the next sentence
        ("It broke out at 5:52 p.m. Saturday in a barn.", "5:52 p.m.", "2025-11-01T17:52"),
        ("A tremor followed at 2:50 a.m. Schools will stay shut until Friday.", "2:50 a.m.", "2025-11-03T02:50"),
        # or in another clause
        ("Polls opened at 7am and close at 10pm, with results due on Friday.", "10pm", "2025-11-03T22"),
        ("TARN, November 3, 2025 - They will meet on Friday.\n\nThe meeting is to start at 10am.", "10am", "2025-11-07T10"),
        # a day of the paragraph before that is not that of the news
        ("A barn burnt on Friday.\n\nIt was built on 3 May 1921.\n\nA man came at 9am.", "9am", "2025-11-03T09"),
        ("It was built on 3 May 1921.\n\nA man came at 9am.", "9am", "2025-11-03T09"),
    ],
)
def test_a_time_of_day_takes_the_day_told_before_it(nlp: Language, text: str, words: str, value: str) -> None:
    assert values(nlp, text)[words] == value


def test_an_undated_time_of_day_has_the_days_of_its_weekday(nlp: Language) -> None:
    text = "She spoke on Friday. The doors had closed at 9pm."
    clock = anchor_times(find_times(nlp(text), "a"), text, earliest="2025-11-03", latest="2025-11-09")[1]
    assert (clock.earliest, clock.latest) == ("2025-10-31", "2025-11-07")


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The inquiry, which was to open on 26 November, is late.", "26 November", "2025-11-26"),
        ("It has been brought forward to 22 November.", "22 November", "2025-11-22"),
        ("The trial was put off until 20 December.", "20 December", "2025-12-20"),
        ("The vote was moved to Friday.", "Friday", "2025-11-07"),
        ("The hall was due to be inspected in December.", "December", "2025-12"),
        ("The vote was first set for October but was put off twice.", "October", "2025-10"),
        ("He was elected on 20 January.", "20 January", "2025-01-20"),
        ("He lost his seat in December.", "December", "2024-12"),
        ("She has led the party since 3 December.", "3 December", "2024-12-03"),
        ("Showers are likely on Thursday and Friday.", "Friday", "2025-11-07"),
        # six days ago, and no day to come
        ("Five people have been killed since Tuesday.", "Tuesday", "2025-10-28"),
    ],
)
def test_what_was_planned_or_moved_is_not_a_year_ago(nlp: Language, text: str, words: str, value: str) -> None:
    assert values(nlp, text)[words] == value


def test_a_year_after_a_month_is_that_month(nlp: Language) -> None:
    assert values(nlp, "Prices rose in February 2024. A year earlier they had fallen.")["A year earlier"] == "2023-02"
    assert values(nlp, "He came in the third quarter of 2024 and left a year later.")["a year later"] == "2025-Q3"
    assert values(nlp, "He came on 3 May 2024 and left a year later.")["a year later"] == "2025"


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("E+0", 2026, "2026-04-05"),
        ("E+0", 2024, "2024-03-31"),
        ("E-2", 2025, "2025-04-18"),
        ("05-W1-1", 2026, "2026-05-04"),
        ("03-W-1-7", 2026, "2026-03-29"),
        ("11-W4-4+4", 2024, "2024-12-02"),
        ("02-W5-1", 2026, None),
        ("12-25", 2026, "2026-12-25"),
        ("", 2026, None),
    ],
)
def test_a_feast_has_its_day_in_a_year(rule: str, year: int, day: str | None) -> None:
    assert feast_in(rule, year) == day


def test_overnight_runs_into_the_day_of_publication(nlp: Language) -> None:
    time = only(nlp, "The city was hit overnight.")
    assert (time.earliest, time.latest, time.granularity) == ("2025-11-02", "2025-11-03", "hour")


def test_interval_granularity_and_anchor(nlp: Language) -> None:
    time = only(nlp, "The tour ended last week.")
    assert (time.earliest, time.latest, time.granularity, time.anchor) == ("2025-10-27", "2025-11-02", "week", MONDAY)
    time = only(nlp, "The deal was struck in June 2019.")
    assert (time.earliest, time.latest, time.granularity, time.anchor) == ("2019-06-01", "2019-06-30", "month", None)
    time = only(nlp, "It was the first visit in eight years.")
    assert (time.kind, time.earliest, time.anchor) == ("DURATION", None, None)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Two men were killed on 14 November 2025.", "past"),
        ("The bridge fell in March 2026.", "past"),
        ("The bridge will open on 14 November 2025.", ""),
        ("They promised to finish by 14 November 2025.", ""),
        ("The council approved the budget for the year ending 31 December 2025.", ""),
        ("They chose a November 14, 2025 release date.", ""),
        ("Two men were killed on 14 November 2024.", ""),
    ],
)
def test_a_later_day_told_in_full_is_past_where_a_verb_says_so(nlp: Language, text: str, side: str) -> None:
    found = find_times(nlp(text), "a", earliest=MONDAY, latest=MONDAY)
    assert [time.direction for time in found if time.anchor is None and time.kind == "DATE"] == [side]


OPEN = [
    ("She arrived on Monday.", "XXXX-WXX-1", "2025-11-03", "2025-11-03"),
    ("She will arrive on Sunday.", "XXXX-WXX-7", "2025-11-09", "2025-11-09"),
    ("The tour ended last week.", "XXXX-WXX", "2025-10-27", "2025-11-02"),
    ("She arrived yesterday.", "XXXX-XX-XX", "2025-11-02", "2025-11-08"),
    ("She arrived on 10 October.", "XXXX-10-10", "2025-10-10", "2025-10-10"),
    ("She arrived on Monday night.", "XXXX-WXX-1TNI", "2025-11-03", "2025-11-03"),
    ("She left in October last year.", "XXXX-10", "2024-10-01", "2024-10-31"),
    ("She left at 5 p.m. yesterday.", "XXXX-XX-XXT17", "2025-11-03", "2025-11-09"),
]


@pytest.mark.parametrize(("text", "value", "earliest", "latest"), OPEN)
def test_an_undated_article_is_resolved_once_its_days_are_inferred(
    nlp: Language, text: str, value: str, earliest: str, latest: str
) -> None:
    first = find_times(nlp(text), "a")[0]
    assert (first.value, first.earliest, first.latest, first.anchor) == (value, None, None, None)
    later = anchor_times(find_times(nlp(text), "a"), text, earliest="2025-11-03", latest="2025-11-09")[0]
    assert (later.earliest, later.latest) == (earliest, latest)
    assert later.anchor == "2025-11-03/2025-11-09"


def test_anchoring_to_a_day_gives_what_a_dated_article_has(nlp: Language) -> None:
    text = " ".join(text for text, _, _ in RESOLVED)
    dated = find_times(nlp(text), "a", earliest=MONDAY, latest=MONDAY)
    assert anchor_times(find_times(nlp(text), "a"), text, earliest=MONDAY, latest=MONDAY) == dated
    assert anchor_times(dated, text, earliest="2020-01-01", latest="2020-01-02") == dated


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2024-02", ("2024-02-01", "2024-02-29", "month")),
        ("2025-WI", ("2025-12-01", "2026-02-28", "season")),
        ("2025-W45-WE", ("2025-11-08", "2025-11-09", "day")),
        ("2025-Q4", ("2025-10-01", "2025-12-31", "quarter")),
        ("19", ("1900-01-01", "1999-12-31", "century")),
        ("2025-11-03T17:52", ("2025-11-03", "2025-11-03", "minute")),
        ("1950/1953", ("1950-01-01", "1953-12-31", "year")),
        ("2025-02-30", None),
        ("2025-W54", None),
        ("1953/1950", None),
        ("P8Y", None),
        ("XXXX-WXX-1", None),
    ],
)
def test_days_of_a_value(value: str, days: tuple[str, str, str] | None) -> None:
    assert days_of(value) == days


@given(st.text(alphabet="0123456789XWQHTSPUFAIE-/:DYM", max_size=16))
def test_any_value_has_days_in_order_or_none(value: str) -> None:
    days = days_of(value)
    assert days is None or days[0] <= days[1]
    assert open_granularity(value)


@given(st.dates(), st.sampled_from(["day", "week", "weekend", "month", "quarter", "year"]), st.integers(-(10**12), 10**12))
def test_what_lies_away_from_a_day_is_in_the_calendar_or_unknown(day: object, unit: str, amount: int) -> None:
    value = away(day, unit, amount)  # type: ignore[arg-type]
    assert value == "XXXX" or days_of(value) or value.startswith(("0000", "9999"))


WORDS = st.sampled_from(
    [
        "the",
        "last",
        "next",
        "this",
        "May",
        "3",
        "31",
        "2025",
        "1950",
        "-",
        "–",
        ",",
        ".",
        "'s",
        "two",
        "hundred",
        "twenty",
        "years",
        "year",
        "of",
        "Monday",
        "night",
        "ago",
        "later",
        "before",
        "quarter",
        "half",
        "a",
        "third",
        "19th",
        "century",
        "1990s",
        "5:52",
        "p.m.",
        "GMT",
        "0600",
        "9am",
        "every",
        "old",
        "aged",
        "end",
        "to",
        "and",
        "between",
        "03/11/2025",
        "2025-11-03",
        "\n",
        "fall",
        "in",
        "Nov",
        "now",
    ]
)


@given(st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=14).map(" ".join)))
def test_any_text_gives_spans_in_order_that_read_the_same_by_themselves(text: str) -> None:
    end_before = 0
    for start, end, rule, phrase in phrases_of(text):
        assert end_before <= start < end <= len(text)
        assert not text[start].isspace() and not text[end - 1].isspace()
        assert rule in {name for name, _, _ in RULES}
        if phrase.form in ("weekday", "offset", "partial"):
            again = phrase_of(text[start:end])
            assert again is None or again.form == phrase.form
        end_before = end


@pytest.mark.parametrize(
    "unit",
    ["one ", "two-", "the same day ", "1.", "9" * 50, "May ", "' ", "5 to ", "the first ", "a week on ", "3/", "'9", "Easter "],
)
def test_work_grows_with_the_length_of_the_text(unit: str) -> None:
    began = perf_counter()
    list(phrases_of(unit * 20_000))
    assert perf_counter() - began < 10


@pytest.mark.seeds
def test_seed_pages(nlp: Language) -> None:
    if not SEEDS.is_dir():
        pytest.skip("the seed pages are not beside the checkout")
    first, second, third = (path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
    found = values(nlp, first)
    assert (found["Monday"], found["Tuesday"], found["1950-1953"]) == ("2025-11-03", "2025-11-04", "1950/1953")
    assert found["eight years"] == "P8Y"
    found = values(nlp, third, "2025-10-29")
    assert (found["2030"], found["1994"], found["November 4, 2025"]) == ("2030", "1994", "2025-11-04")
    times = find_times(nlp(second), "b")
    assert times[0].value == "XXXX-WXX-1"
    assert "now" in values(nlp, second, None)
    placed = anchor_times(times, second, earliest="2025-11-03", latest="2025-11-09")
    days = {second[time.span.start : time.span.end]: (time.earliest, time.latest) for time in placed}
    assert days["Monday"] == ("2025-11-03", "2025-11-03")
    assert days["last week"] == ("2025-10-27", "2025-11-02")
    assert days["October 2017"] == ("2017-10-01", "2017-10-31")


def test_no_absurd_number_has_a_day(nlp: Language) -> None:
    text = (
        "It ends a billion years from now. He left 10000000000000000000 years ago, 9998 years ago this month, on 31 June. "
        f"He is back in {'9' * 300} days, on 99/99/9999, in the 99th century, at 25:61."
    )
    assert [time.span for time in find_times(nlp(text), "a", earliest=MONDAY, latest=MONDAY) if time.earliest] == []
