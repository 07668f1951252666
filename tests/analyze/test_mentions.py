from spacy.language import Language

from dateline.analyze.mentions import find_mentions

TEXT = (
    "Prime Minister Anna Lindqvist met Mr. Robert Keller in Geneva on Monday.\n\n"
    "Lindqvist's talks with the European Commission lasted two hours. Keller told Reuters that Geneva was pleasant."
)


def test_names_are_bare_and_exact(nlp: Language) -> None:
    found = find_mentions(nlp(TEXT), "a")
    names = {one.name: one.kind for one in found}
    assert names["Anna Lindqvist"] == "person"
    assert names["Robert Keller"] == "person"
    assert names["Geneva"] == "place"
    assert names["Reuters"] == "body"
    assert "European Commission" in names
    assert all(TEXT[one.span.start : one.span.end].split() == one.name.split() for one in found)


def test_a_surname_is_of_the_kind_of_the_full_name(nlp: Language) -> None:
    found = find_mentions(nlp(TEXT), "a")
    assert {one.kind for one in found if one.name in ("Lindqvist", "Keller")} == {"person"}


def test_no_name_runs_over_a_line(nlp: Language) -> None:
    text = "Minister Backs Harbour Plan\nMaria Keller\n\nThe plan was Maria Keller\nidea, she said."
    assert not any("\n" in one.name for one in find_mentions(nlp(text), "a"))


def test_an_empty_text_has_no_names(nlp: Language) -> None:
    assert find_mentions(nlp(""), "a") == ()
