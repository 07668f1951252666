"""Entities: who is folded to whom, and who is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.entities import fold_entities
from dateline.entities.bodies import acronyms
from dateline.entities.names import key_words, same_word
from dateline.entities.people import same_person
from dateline.types import Analysis, Article, Entity, Mention, MentionKind, Published, Span


def page(key: str, text: str, **names: MentionKind) -> tuple[Article, Analysis]:
    """An article and an analysis that mentions each name (underscores stand for spaces) wherever the text has it as a word."""
    mentions: list[Mention] = []
    for written, kind in names.items():
        name = written.replace("_", " ")
        at = text.find(name)
        while at >= 0:
            if not any(m.span.meets(Span(key, at, at + len(name))) for m in mentions):
                mentions.append(Mention(Span(key, at, at + len(name)), name, kind))
            at = text.find(name, at + 1)
    published = Published(None, None, "unknown")
    article = Article(key, key, None, key, None, None, (), published, None, (), "en", text, "")
    return article, Analysis(key, (), tuple(mentions), (), (), (), (), ())


def fold(*pages: tuple[Article, Analysis]) -> dict[str, Entity]:
    entities = fold_entities([article for article, _ in pages], [analysis for _, analysis in pages])
    for entity in entities:
        assert list(entity.mentions) == sorted(entity.mentions)
    return {entity.name: entity for entity in entities}


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
    ],
)
def test_same_person(left: str, right: str, same: bool) -> None:
    assert same_person(key_words(left), key_words(right)) is same


@given(st.text(), st.text())
def test_names_compare_the_same_both_ways(left: str, right: str) -> None:
    words = (key_words(left) or ("x",), key_words(right) or ("x",))
    assert same_word(words[0][0], words[1][0]) == same_word(words[1][0], words[0][0])


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
