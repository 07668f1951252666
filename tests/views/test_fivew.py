"""Who did what, when and where: in the article's own words, from its headline and lead."""

from articles import article
from pytest import mark
from spacy.language import Language

from dateline.analyze.articles import analyze_doc
from dateline.types import Span
from dateline.views.fivew import find_answers

DAY = "2031-03-12"  # a Wednesday


def answers(nlp: Language, text: str, *, title: str | None = None, day: str | None = DAY) -> dict[str, str | None]:
    page = article(text, title=title, day=day)
    found = find_answers(page, analyze_doc(nlp(page.text), page))

    def words(span: Span | None) -> str | None:
        return None if span is None else page.text[span.start : span.end]

    told = {"who": words(found.who), "what": words(found.what), "when": words(found.when), "where": words(found.where)}
    return told | {"day": found.day}


def test_the_headline_tells_who_did_what_and_the_lead_when_and_where(nlp: Language) -> None:
    found = answers(
        nlp,
        "The mayor of Lyon opened the bridge on Tuesday, a year after the flood.",
        title="Olga Brandt opens new bridge",
    )
    assert (found["who"], found["what"]) == ("Olga Brandt", "opens new bridge")
    assert (found["when"], found["day"]) == ("Tuesday", "2031-03-11")
    assert found["where"] == "Lyon"


def test_who_does_it_is_read_in_the_lead_where_the_headline_has_no_clause(nlp: Language) -> None:
    found = answers(nlp, "Olga Brandt opened the bridge in Lyon on Tuesday.", title="A new bridge for Lyon")
    assert (found["who"], found["what"]) == ("Olga Brandt", "A new bridge for Lyon")


def test_without_a_headline_the_first_sentence_tells(nlp: Language) -> None:
    found = answers(nlp, "The minister Martin Keller opened a bridge in Lyon on Tuesday. It cost two million euros.")
    assert found["who"] is not None and found["who"].endswith("Martin Keller")
    assert found["what"] is not None and found["what"].startswith("opened a bridge")


def test_the_agent_of_a_passive_clause_is_who_did_it(nlp: Language) -> None:
    found = answers(nlp, "Details were not given.", title="Two bankers were arrested by Martin Keller in Lyon")
    assert found["who"] == "Martin Keller"
    assert found["what"] is not None and found["what"].startswith("Two bankers were arrested")


@mark.parametrize(
    ("text", "place"),
    [
        ("In France, a train derailed outside Lyon.", "Lyon"),
        ("France mourned. A train derailed in Lyon.", "Lyon"),
        ("A train derailed in France.", "France"),
        ("A train derailed.", None),
    ],
)
def test_a_place_smaller_than_a_country_comes_first(nlp: Language, text: str, place: str | None) -> None:
    assert answers(nlp, text)["where"] == place


def test_where_no_day_of_the_week_before_is_told_it_is_the_day_of_publication(nlp: Language) -> None:
    found = answers(nlp, "A train derailed. Another had derailed on 3 May 2025.")
    assert (found["when"], found["day"]) == (None, DAY)
    assert answers(nlp, "A train derailed.", day=None)["day"] is None


def test_an_article_of_a_few_marks_tells_nothing(nlp: Language) -> None:
    assert answers(nlp, "…")["who"] is None


def test_the_day_of_a_dateline_is_not_when_it_was(nlp: Language) -> None:
    assert answers(nlp, "LYON, March 12 (MNA) — A train derailed on Tuesday.")["when"] == "Tuesday"


@mark.parametrize(
    ("title", "who"),
    [
        ("Deadly raid on a mill in Halden by Dawn Front", "Dawn Front"),
        (
            "Olga Brandt, Martin Keller and Ada Ruyter out of Halden race as rain stops play",
            "Olga Brandt, Martin Keller and Ada Ruyter",
        ),
    ],
)
def test_a_headline_without_a_clause_names_who_does_it(nlp: Language, title: str, who: str) -> None:
    assert answers(nlp, "Rain fell in Lyon on Tuesday.", title=title)["who"] == who


def test_a_name_that_only_places_the_subject_does_nothing(nlp: Language) -> None:
    found = answers(nlp, "The protest march in Seattle ended in a fight on Tuesday.")
    assert found["who"] is not None and found["who"] != "Seattle"
