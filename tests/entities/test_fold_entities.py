"""Entities: who is folded to whom, and who is not."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from naming import fold, page

from dateline.entities import fold_entities, split_namesakes
from dateline.entities.bodies import acronyms
from dateline.entities.names import key_words, same_word
from dateline.entities.people import person_name, same_person
from dateline.types import (
    Analysis,
    Attribution,
    Entity,
    KnownEntity,
    Mention,
    Post,
    Published,
    Span,
    TimeRef,
)


def test_surname_is_folded_to_the_full_name_with_its_role() -> None:
    found = fold(page("a", "US Defense Secretary Ada Brun left Orven. Brun will return.", Ada_Brun="person", Brun="person"))
    assert found["Ada Brun"].variants == ("Ada Brun", "Brun")
    assert found["Ada Brun"].roles == ("US Defense Secretary",)
    assert len(found["Ada Brun"].mentions) == 2


def test_family_name_may_come_first_and_hyphens_do_not_count() -> None:
    left = page("a", "Lim Sae-jun spoke. Lim was brief.", Lim_Sae__jun="person", Lim="person")
    assert "Lim Sae Jun" in fold(page("b", "Lim Sae Jun spoke. Lim was brief.", Lim_Sae_Jun="person", Lim="person"), left)
    merged = fold(
        (left[0], Analysis("a", (), (Mention(Span("a", 0, 11), "Lim Sae-jun", "person"),), (), (), (), (), ())),
        page("b", "Lim Sae Jun spoke.", Lim_Sae_Jun="person"),
    )
    assert len(merged) == 1


def test_two_people_of_one_surname_stay_two() -> None:
    found = fold(
        page("a", "Ada Brun met Karl Brun. Brun smiled.", Ada_Brun="person", Karl_Brun="person", Brun="person"),
        page("b", "Ada Brun again. Then Brun left.", Ada_Brun="person", Brun="person"),
    )
    assert set(found) == {"Ada Brun", "Karl Brun", "Brun"}
    assert [span.article for span in found["Ada Brun"].mentions] == ["a", "b", "b"]


def test_a_lone_surname_takes_the_only_bearer_of_the_other_articles() -> None:
    found = fold(page("a", "Quill left.", Quill="person"), page("b", "Mara Quill stayed.", Mara_Quill="person"))
    assert set(found) == {"Mara Quill"}


def test_a_surname_taken_for_a_body_is_the_person() -> None:
    assert set(fold(page("a", "Mara Quill spoke. Quill left.", Mara_Quill="person", Quill="body"))) == {"Mara Quill"}


def test_countries_have_one_entity() -> None:
    found = fold(
        page(
            "a",
            "The U.S. and the United States and America agree with N. Korea and North Korea.",
            **{"U.S.": "place", "United_States": "place", "America": "place", "N._Korea": "place", "North_Korea": "place"},
        )
    )
    assert set(found) == {"United States", "North Korea"}


def test_a_ministry_is_known_by_its_country_capital_or_people() -> None:
    found = fold(
        page("a", "South Korea's Defence Ministry said so.", Defence_Ministry="body"),
        page("b", "It was, Seoul's defense ministry said, a drill."),
        page("c", "Japan's Defence Ministry denied it.", Defence_Ministry="body"),
    )
    assert {name: len(entity.mentions) for name, entity in found.items()} == {
        "South Korea defense ministry": 2,
        "Japan defense ministry": 1,
    }
    assert found["South Korea defense ministry"].variants == ("Seoul's defense ministry", "South Korea's Defence Ministry")


def test_acronym_and_long_form_are_one() -> None:
    found = fold(page("a", "The Orven Harbour Trust (OHT) met. OHT will pay.", Orven_Harbour_Trust="body", OHT="body"))
    assert set(found) == {"Orven Harbour Trust"}


@pytest.mark.parametrize(
    ("text", "long"),
    [
        ("at the demilitarized zone (DMZ)", {"DMZ": "demilitarized zone"}),
        ("the World Health Organization (WHO)", {"WHO": "World Health Organization"}),
        ("he waved (TV) and left", {}),
        ("(ABC)", {}),
    ],
)
def test_acronyms(text: str, long: dict[str, str]) -> None:
    assert acronyms([text]) == long


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Volodymyr Zelensky", "Volodymyr Zelenskiy", True),
        ("Mohamed Salim", "Mohammed Salim", True),
        ("J. Brun", "Jan Brun", True),
        ("Donald J. Brun", "Donald Brun", True),
        ("Daniel Brun", "Daniela Brun", False),
        ("Jan Brun", "Jon Brun", False),
        ("Ada Brun", "Ada Bruno", False),
        ("Ada M. Brun", "Ada K. Brun", False),
        ("Bob Brun", "Robert Brun", True),
        ("R. Brun", "Bob Brun", True),
        ("Greg Brun", "Gregory Brun", True),
        ("Paul Brun", "Paulina Brun", False),
        ("Robert Brun", "Robert Brun Jr.", False),
        ("Robert Brun Jr", "Bob Brun Junior", True),
        ("Ada Brun", "Ada Brun-Okello", True),
        ("A. Brun", "Ada Brun-Okello", False),
        ("Henk van der Velde", "Henk Van Der Velde", True),
        ("Khalid al-Samad", "Khaled Al Samad", True),
        ("Lim Sae-jun", "Sae Jun Lim", True),
        ("Dunia Petrova", "Dunia Petrov", True),
        ("Maria del Pilar Ortega", "Pilar Ortega", True),
        ("Søren Bjærge", "Soren Bjaerge", True),
    ],
)
def test_same_person(left: str, right: str, same: bool) -> None:
    assert same_person(person_name(left), person_name(right)) is same
    assert same_person(person_name(right), person_name(left)) is same


@given(st.text(), st.text())
def test_names_compare_the_same_both_ways(left: str, right: str) -> None:
    words = (key_words(left) or ("x",), key_words(right) or ("x",))
    assert same_word(words[0][0], words[1][0]) == same_word(words[1][0], words[0][0])


def test_a_surname_is_that_of_who_was_named_before_it_or_whom_its_title_points_to() -> None:
    found = fold(
        page(
            "a",
            "Judge Karl Brun spoke. Ada Brun left. Judge Brun stayed.",
            Karl_Brun="person",
            Ada_Brun="person",
            Brun="person",
        ),
        page("b", "Ada Brun won. Then Brun wept. Karl Brun watched.", Ada_Brun="person", Karl_Brun="person", Brun="person"),
    )
    assert {name: [(span.article, span.start) for span in one.mentions] for name, one in found.items()} == {
        "Karl Brun": [("a", 6), ("a", 44), ("b", 30)],
        "Ada Brun": [("a", 23), ("b", 0), ("b", 19)],
    }


def test_words_of_calling_are_no_part_of_a_name() -> None:
    found = fold(page("a", "Striker Ada Brun won. BRUN!", Striker_Ada_Brun="person", BRUN="person"))
    assert found["Ada Brun"].variants == ("Ada Brun", "BRUN")


def test_a_firm_goes_by_the_beginning_of_its_name_and_a_club_by_its_end() -> None:
    found = fold(
        page("a", "Orvex Steel grew. Orvex hires.", Orvex_Steel="body", Orvex="place"),
        page("b", "Lunden Rovers lost. Rovers wept in Lunden.", Lunden_Rovers="body", Rovers="body", Lunden="place"),
    )
    assert {name: one.variants for name, one in found.items()} == {
        "Orvex Steel": ("Orvex", "Orvex Steel"),
        "Lunden Rovers": ("Lunden Rovers", "Rovers"),
        "Lunden": ("Lunden",),
    }


def test_an_acronym_means_what_its_own_article_says() -> None:
    found = fold(
        page("a", "The Capital Cod Agency (CCA) met. CCA paid.", Capital_Cod_Agency="body", CCA="body"),
        page("b", "The Central Cow Association (CCA) met. CCA paid.", Central_Cow_Association="body", CCA="body"),
    )
    assert {name: {span.article for span in one.mentions} for name, one in found.items()} == {
        "Capital Cod Agency": {"a"},
        "Central Cow Association": {"b"},
    }


def test_a_known_name_that_the_model_passed_over_is_found() -> None:
    found = fold(page("a", "Ada Brun came.", Ada_Brun="person"), page("b", "So did Ada Brun. Then Brun left."))
    assert [span.article for span in found["Ada Brun"].mentions] == ["a", "b", "b"]


def test_a_capital_that_acts_is_its_country_and_one_that_is_a_place_is_a_city() -> None:
    text = "Seoul said no. Talks between Seoul and Tokyo ended in Seoul."
    article, analysis = page("a", text, Seoul="place", Tokyo="place")
    said = Attribution(Span("a", 0, 5), "Seoul", None, Span("a", 6, 10), (Span("a", 11, 13),), "indirect", "said")
    found = fold((article, replace(analysis, attributions=(said,))))
    assert {name: len(one.mentions) for name, one in found.items()} == {"South Korea": 2, "Japan": 1, "Seoul": 1}


def test_roles_have_the_days_they_hold() -> None:
    text = "Mayor Ada Brun met former coach Jon Ilves. Ada Brun, mayor since 2017, smiled. Governor-elect Lea Oster came."
    article, analysis = page("a", text, Ada_Brun="person", Jon_Ilves="person", Lea_Oster="person")
    dated = replace(article, published=Published("2031-05-04", "2031-05-04", "stated"))
    since = TimeRef(Span("a", 65, 69), "DATE", "2017", "year", "2017-01-01", "2017-12-31", None)
    found = fold((dated, replace(analysis, times=(since,))))
    told = {name: [(post.role, post.state, post.earliest, post.latest) for post in one.posts] for name, one in found.items()}
    assert told == {
        "Ada Brun": [("Mayor", "held", "2031-05-04", "2031-05-04"), ("mayor", "held", "2017-01-01", "2031-05-04")],
        "Jon Ilves": [("coach", "former", None, "2031-05-04")],
        "Lea Oster": [("Governor", "coming", "2031-05-04", None)],
    }


@pytest.mark.parametrize(
    ("text", "role", "state"),
    [
        ("\n\nPrime Minister Ada Brun came.", "Prime Minister", "held"),
        ("He told the Ledger that a deputy minister, Ada Brun, left.", "deputy minister", "held"),
        ("The head of the fishermen's association, Ada Brun, left.", "head of the fishermen's association", "held"),
        ("Ada Brun, foreman of the night shift, left.", "foreman of the night shift", "held"),
        ("Ada Brun, the mayor of Orven since 2017, left.", "mayor of Orven", "held"),
        ("Ada Brun, formerly captain of a ferry, left.", "captain of a ferry", "former"),
        ("It rained. Former judge Ada Brun left.", "judge", "former"),
    ],
)
def test_a_role_has_the_words_that_belong_to_it(text: str, role: str, state: str) -> None:
    posts = fold(page("a", text, Ada_Brun="person"))["Ada Brun"].posts
    assert [(post.role, post.state) for post in posts] == [(role, state)]


@pytest.mark.parametrize(
    "text",
    [
        "His sister Ada Brun wept.",
        "He met Ada Brun, who is 61 and started as a clerk.",
        "Karl Ilves, the director, Ada Brun and others left.",
    ],
)
def test_kin_clauses_and_the_roles_of_others_are_no_roles(text: str) -> None:
    assert fold(page("a", text, Ada_Brun="person"))["Ada Brun"].posts == ()


def test_a_known_entity_has_the_name_and_the_id_that_the_user_gave() -> None:
    known = KnownEntity("Adela Brun-Okello", "person", ("Ada Brun",), "Q7")
    article, analysis = page("a", "Ada Brun came. Brun left.", Ada_Brun="person", Brun="person")
    (entity,) = fold_entities([article], [analysis], [known])
    assert (entity.name, entity.wikidata, entity.variants) == ("Adela Brun-Okello", "Q7", ("Ada Brun", "Brun"))


def entity(name: str, *roles: str) -> Entity:
    span = Span("a", 0, 1)
    posts = tuple(Post(role, "held", None, None, span) for role in roles)
    return Entity(name, name, "person", (name,), roles, (span,), posts)


def test_namesakes_of_two_storylines_are_two_unless_a_role_or_a_third_person_connects_them() -> None:
    own = split_namesakes(
        {
            "one": [entity("Ada Brun", "mayor")],
            "two": [entity("Ada Brun", "Mayor of Orven"), entity("Jon Ilves")],
            "three": [entity("Ada Brun", "striker")],
            "four": [entity("Ada Brun", "winger"), entity("Jon Ilves")],
        }
    )
    ids = {line: own[line].get("Ada Brun", "Ada Brun") for line in own}
    assert ids["one"] == ids["two"] == ids["four"] != ids["three"]


def test_namesakes_that_nothing_connects_are_two() -> None:
    own = split_namesakes({"one": [entity("Ada Brun", "mayor")], "two": [entity("Ada Brun")]})
    assert own["one"]["Ada Brun"] != own["two"]["Ada Brun"]


def test_order_of_articles_does_not_count() -> None:
    pages = [
        page("a", "Ada Brun met Karl Brun. Brun smiled.", Ada_Brun="person", Karl_Brun="person", Brun="person"),
        page("b", "Brun left the U.S. today.", Brun="person", **{"U.S.": "place"}),
        page("c", "America, said Ada Brun.", America="place", Ada_Brun="person"),
    ]
    texts, analyses = [article for article, _ in pages], [analysis for _, analysis in pages]
    assert fold_entities(texts, analyses) == fold_entities(texts[::-1], analyses[::-1])


def test_a_name_without_a_capital_is_no_entity() -> None:
    assert fold(page("a", "They rode a tandem home.", tandem="body")) == {}


def test_a_firm_goes_by_the_words_before_however_a_headline_writes_it_on() -> None:
    told = page("a", "The owner is Norvast Steel. Norvast said so. Norvast shares fell.", Norvast_Steel="body", Norvast="place")
    headed = page("b", "Norvast Steel Statement. Norvast Steel regrets it.", Norvast_Steel_Statement="body", Norvast_Steel="body")
    assert [(name, len(one.mentions)) for name, one in fold(told, headed).items() if "Norvast" in name] == [("Norvast Steel", 5)]
