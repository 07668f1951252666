"""The relation of two statements that are known to answer one question: what keeps them apart, or does not."""

from pytest import mark
from spacy.language import Language
from storyline import tell

from dateline.disagreements.finding import Finding, Pair
from dateline.disagreements.relating import relate
from dateline.types import Statement

TUESDAY, FRIDAY = "2031-03-11", "2031-03-14"


def related(nlp: Language, left: str, right: str, days: tuple[str | None, str | None] = (TUESDAY, FRIDAY)) -> Finding:
    """The relation of the main statements of two pages, those on figures where both have one."""
    told = tell(nlp, (left, days[0]), (right, days[1]), beside=())
    pages = {page.id: page for page in told.articles}
    sides = [[one for one in told.statements if pages[one.article].text.endswith(text)] for text in (left, right)]
    return relate(Pair(_main(sides[0]), _main(sides[1]), pages))


def _main(statements: list[Statement]) -> Statement:
    return min(statements, key=lambda one: (one.figure is None, one.span.start - one.span.end, one.id))


@mark.parametrize(
    ("left", "right"),
    [
        ("Some 340 people slept in the gym.", "In the gym 343 people slept."),
        ("The queue is four kilometres long.", "The queue is two and a half miles long."),
        ("The fund holds more than half a billion crowns.", "The fund holds 540 million crowns."),
        ("Nearly two thirds of the members voted.", "Turnout was 63.8 percent."),
        ("The bus carried 41 passengers and two drivers.", "There were 43 people on the bus."),
        ("Ninety percent of the night shift stayed at home.", "Ten percent of the night shift came to work."),
        ("Under six hectares of forest burned.", "The fire burned 5.7 hectares of forest."),
        ("She has run the museum for nine years.", "She has run the museum since 2022."),
        ("The 40-year-old bridge collapsed.", "The bridge was built in 1991."),
        ("The gates opened at twenty to eight.", "The gates opened at 7:41 p.m."),
        ("The alarm went off shortly before six.", "The alarm went off at 5.48 a.m."),
        ("The pool closed in March.", "The pool closed on 3 March."),
        ("The engine stopped at midnight.", "The engine stopped at 0.05."),
        ("It was not the mayor but her deputy who signed the lease.", "The deputy signed the lease."),
        ("The hall seats no more than 300 people.", "The hall seats 300 people."),
        ("Fishermen pulled the crew from the water.", "The crew were saved by fishing boats."),
        ("The strike costs the port €3 million a day.", "The strike cost the port €11 million."),
        ("A sailor died in Bremen.", "A sailor died in the Hamburg fire."),
        ("Castle United beat Albion 2-0 at home.", "Castle United beat Albion 3-1 at home."),
    ],
)
def test_what_is_only_told_otherwise_agrees(nlp: Language, left: str, right: str) -> None:
    assert related(nlp, left, right).relation == "agree"


@mark.parametrize(
    ("left", "right", "about"),
    [
        ("The slick is four kilometres long.", "The slick is nine kilometres long.", "number"),
        ("Police said 300 people marched.", "The organisers said 2,000 people marched.", "number"),
        ("The flood killed 14 people, the ministry said.", "The flood killed nine people, the hospital said.", "number"),
        ("The last train left at 7:40 p.m.", "The last train left at twenty past eight.", "date"),
        ("The council closed the market on Monday.", "The council closed the market on Sunday.", "date"),
        ("The lorry stood outside Gate 3.", "The lorry stood at Gate 5.", "place"),
        ("The dam broke on the western bank.", "The dam broke on the eastern bank.", "place"),
        ("Olga Brandt commands the fire brigade.", "Tomas Weil commands the fire brigade.", "name"),
        ("The driver had passed the test.", "The driver had failed the test.", "negation"),
        ("The valve was free of faults, the company said.", "The recorder shows that the valve leaked.", "negation"),
        ("The doors were locked.", "The doors were not locked.", "negation"),
    ],
)
def test_what_cannot_both_hold_contradicts(nlp: Language, left: str, right: str, about: str) -> None:
    found = related(nlp, left, right)
    assert (found.relation, found.about) == ("contradiction", about)


@mark.parametrize(
    ("left", "right"),
    [
        ("Rovers won the cup.", "Rovers had not won the cup since 1908, the club said."),
        ("The guards fired, Olga Brandt said.", "The guards never fired in the yard, Olga Brandt said."),
        ("In 1991 the station crashed.", "The station did not crash, the agency said."),
    ],
)
def test_who_speaks_of_another_time_or_for_himself_denies_nothing(nlp: Language, left: str, right: str) -> None:
    assert related(nlp, left, right).relation != "denial"


@mark.parametrize(
    ("left", "right"),
    [
        ("The firm paid the inspector, Olga Brandt said.", "The firm never paid an inspector, its lawyer said."),
        ("The guards opened fire, residents said.", "The army denied that the guards had opened fire."),
        (
            "The crew had warned the pilot, the union said.",
            "There was no sign that the crew had warned the pilot, the owner said.",
        ),
    ],
)
def test_who_says_no_denies(nlp: Language, left: str, right: str) -> None:
    assert related(nlp, left, right).relation == "denial"


@mark.parametrize(
    ("left", "right"),
    [
        ("The flood killed nine people.", "The flood killed 14 people."),
        ("At least nine people were killed.", "The number of dead has risen to 14."),
        ("The queue has 23 lorries in it.", "The queue of lorries has grown to 31."),
        ("The harbour office counted 14 ships.", "The harbour office counted 23 ships."),
        ("Each family will get 2,000 crowns.", "Each family will get 5,000 crowns rather than 2,000."),
        ("The vote will be held on Wednesday.", "The vote was put off until Monday."),
        ("The council will open the pool.", "The council opened the pool on Thursday."),
        ("The bank closed its branches on Monday.", "The branches have been open since Thursday."),
        ("The team is considering an appeal.", "The team lodged an appeal."),
        ("Police detained the driver.", "Police released the driver."),
        ("The strike could divert 300 ships.", "The strike diverted 120 ships."),
    ],
)
def test_what_moved_on_is_an_update(nlp: Language, left: str, right: str) -> None:
    assert related(nlp, left, right).relation == "update"


def test_a_count_that_runs_on_without_a_day_is_unclear(nlp: Language) -> None:
    assert related(nlp, "The flood killed nine people.", "The flood killed 14 people.", (TUESDAY, None)).relation == "unclear"


def test_a_release_speaks_for_who_issued_it(nlp: Language) -> None:
    charge = "The main valve had leaked since January, the union said."
    release = "Press release\n\nThe main valve was free of leaks on Sunday."
    assert related(nlp, charge, release).relation == "denial"


def test_the_order_of_the_sides_makes_no_difference(nlp: Language) -> None:
    early, late = "The flood killed nine people.", "The flood killed 14 people."
    assert related(nlp, early, late).relation == related(nlp, late, early, (FRIDAY, TUESDAY)).relation == "update"
