"""Timelines: one line for each event, told by its best sentence, with what announced it."""

from collections.abc import Sequence

from spacy.language import Language
from storyline import Text, Told, tell

from dateline.views.document import Moment
from dateline.views.happenings import set_scene
from dateline.views.material import Findings
from dateline.views.timeline import tell_timeline


def moments(told: Told, shown: Sequence[int]) -> list[Moment]:
    findings = Findings(
        "line", told.entities, told.statements, (), told.claims, told.utterances, told.series, (), (), told.standings,
        told.disagreements, told.events,
    )  # fmt: skip
    scene = set_scene(findings, told.analyses, {one.id: one for one in told.articles}, {})
    return list(tell_timeline(scene, frozenset(told.articles[place].id for place in shown)))


def timeline(nlp: Language, *texts: Text) -> list[Moment]:
    return moments(tell(nlp, *texts), range(len(texts)))


def on(found: Sequence[Moment], day: str) -> list[Moment]:
    return [one for one in found if one.date.earliest[:10] == day]


def test_reports_of_one_event_are_one_line_with_a_whole_sentence(nlp: Language) -> None:
    found = timeline(
        nlp,
        ("The ferry Halcyon sank off Port Ansel on Tuesday, and its crew was rescued by a trawler.", "2031-03-12"),
        ("The Halcyon, a ferry, sank off Port Ansel on Tuesday.", "2031-03-12"),
        ("On Tuesday the ferry Halcyon sank off Port Ansel.", "2031-03-13"),
    )
    (sank,) = on(found, "2031-03-11")
    assert (sank.status, sank.articles, sank.outlets, sank.background) == ("happened", 3, 3, False)
    shown = sank.statement.evidence
    assert shown.exact.endswith(".") and "sank off Port Ansel" in shown.exact
    assert {shown.article} | {one.article for one in sank.support} == {one.article for one in (shown, *sank.support)}
    assert len({shown.article} | {one.article for one in sank.support}) == 3


def test_two_events_of_one_day_are_two_lines(nlp: Language) -> None:
    found = timeline(
        nlp,
        ("The ferry Halcyon sank off Port Ansel on Tuesday.", "2031-03-12"),
        ("A court in Halden acquitted the banker Ilse Marrant on Tuesday.", "2031-03-12"),
    )
    assert len(on(found, "2031-03-11")) == 2


def test_other_numbers_are_never_folded(nlp: Language) -> None:
    found = timeline(
        nlp,
        ("Police arrested 34 demonstrators at the march in Halden on Tuesday.", "2031-03-12"),
        ("Police arrested 51 demonstrators at the march in Halden on Tuesday.", "2031-03-12"),
    )
    assert len(on(found, "2031-03-11")) == 2


def test_a_plan_that_came_true_stands_with_what_tells_that_it_did(nlp: Language) -> None:
    found = timeline(
        nlp,
        ("The minister Adela Ruyter will open the new bridge in Halden on Thursday.", "2031-03-11"),
        ("The minister Adela Ruyter opened the new bridge in Halden on Thursday.", "2031-03-14"),
    )
    (opened,) = on(found, "2031-03-13")
    assert opened.status == "happened"
    assert "opened the new bridge" in opened.statement.evidence.exact
    assert [one.exact for one in opened.announced] and "will open" in opened.announced[0].exact


def test_a_plan_is_planned_until_its_day_has_come_and_then_only_announced(nlp: Language) -> None:
    plan: Text = ("The minister Adela Ruyter will open the new bridge in Halden on Thursday.", "2031-03-11")
    (ahead,) = on(timeline(nlp, plan), "2031-03-13")
    assert ahead.status == "planned"
    (over,) = on(timeline(nlp, plan, ("Rain closed the market in Halden.", "2031-03-17")), "2031-03-13")
    assert over.status == "reported"


def test_what_was_long_ago_is_background(nlp: Language) -> None:
    found = timeline(nlp, ("The ferry Halcyon, which was built in 1998, sank off Port Ansel on Tuesday.", "2031-03-12"))
    assert [(one.date.earliest[:4], one.background) for one in found] == [("1998", True), ("2031", False)]


def test_the_best_sentence_is_one_that_names_the_day(nlp: Language) -> None:
    found = timeline(
        nlp,
        ("The ferry Halcyon sank off Port Ansel on Tuesday.\n\nThe ferry sank off Port Ansel.", "2031-03-12"),
        ("The ferry Halcyon sank off Port Ansel on Tuesday.", "2031-03-12"),
    )
    assert all("Tuesday" in one.statement.evidence.exact for one in on(found, "2031-03-11"))


def test_the_day_of_a_dateline_is_no_event(nlp: Language) -> None:
    found = timeline(nlp, ("PORT ANSEL, March 12 (MNA) — The ferry Halcyon sank off Port Ansel on Tuesday.", "2031-03-12"))
    assert [one.date.earliest for one in found] == ["2031-03-11"]


def test_the_day_since_which_something_is_the_first_of_its_kind_is_not_its_own(nlp: Language) -> None:
    assert timeline(nlp, ("The strike, the first in Halden since 2019, was suspended.", "2031-03-12")) == []
    found = timeline(nlp, ("Adela Ruyter has governed Halden since 2019.", "2031-03-12"))
    assert [one.date.earliest for one in found] == ["2019-01-01"]


def test_an_hour_of_no_known_day_is_on_no_line(nlp: Language) -> None:
    times = timeline(nlp, ("The ferry struck the pier at 6.40am. Nobody was hurt.", None))
    assert times == []


def test_a_line_has_those_whom_its_statements_name_or_mean(nlp: Language) -> None:
    told = tell(nlp, ("Adela Ruyter was held on Monday. She was released on Tuesday. It rained on Wednesday.", "2031-03-13"))
    found = moments(told, [0])
    names = {one.id: one.name for one in told.entities}
    assert [[names[one] for one in moment.entities] for moment in found] == [["Adela Ruyter"], ["Adela Ruyter"], []]
