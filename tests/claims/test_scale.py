"""Many pages and long ones: what is copied is one claim, in whatever order it comes, and the work grows with the pages."""

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass, replace
from itertools import product
from random import Random
from time import process_time
from typing import Any

import numpy as np
from articles import article
from hypothesis import given
from hypothesis import strategies as st
from pytest import mark
from spacy.language import Language
from storyline import analyze, pages, tell

from dateline.claims import find_statements, match_claims
from dateline.claims.contexts import MOST_FIGURES, find_contexts
from dateline.claims.features import Nearest
from dateline.claims.nearby import Nearby
from dateline.types import Analysis, Article, Span, Statement

WORDINGS = tuple(
    " ".join(parts)
    for parts in product(
        ("The council", "The town council", "Halden council"),
        ("closed the Tarne bridge", "shut the old Tarne bridge", "quickly closed the busy Tarne bridge"),
        ("on Monday.", "on Monday after a storm.", "on Monday because of a crack."),
    )
)
PAGE = (
    "A storm hit Halden on Tuesday and cut power to 40 farms. The council closed the Tarne bridge. “We acted,” said Olga Brandt."
)
LONG = "Norway said on Tuesday that the storm near the mill killed 12 people, but the mayor denied that it was over. "
LINEAR = 4 * 2.5  # four times the work, with slack; squared it would be sixteen


def seconds(work: Callable[[], object]) -> float:
    """The least processor time of three runs."""
    took = []
    for _ in range(3):
        start = process_time()
        work()
        took.append(process_time() - start)
    return min(took)


def shifted(value: Any, by: int) -> Any:
    """A record with all its spans moved on by so many code points."""
    if isinstance(value, Span):
        return replace(value, start=value.start + by, end=value.end + by)
    if isinstance(value, tuple):
        return tuple(shifted(one, by) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: shifted(getattr(value, field.name), by) for field in fields(value)})
    return value


def repeated(analysis: Analysis, length: int, times: int) -> Analysis:
    """The analysis of a text of this length that is told so many times over."""
    parts = {field.name for field in fields(Analysis)} - {"article"}
    told = {part: tuple(one for n in range(times) for one in shifted(getattr(analysis, part), n * length)) for part in parts}
    return Analysis(article=analysis.article, **told)


def copied(statements: Sequence[Statement], page: Article, times: int) -> tuple[list[Statement], list[Article]]:
    """The statements of one page as so many outlets print them."""
    outlets = [replace(page, id=f"{page.id}-{n:04}") for n in range(times)]
    made = [
        replace(one, id=f"{one.id}-{n:04}", article=outlet.id, span=replace(one.span, article=outlet.id))
        for n, outlet in enumerate(outlets)
        for one in statements
    ]
    return made, outlets


@mark.parametrize(
    "text",
    [
        "The council closed the Tarne bridge on Monday.",
        "A storm killed 14 people in Halden on Tuesday.",
        "A bomb exploded in Lagos in Nigeria.",
        "Rain fell.",
    ],
)
def test_fifty_outlets_that_print_one_sentence_make_one_claim(nlp: Language, text: str) -> None:
    told = tell(nlp, *[text] * 50, beside=())
    assert [len(claim.statements) for claim in told.claims] == [50]
    assert told.rivals == ()


def test_many_wordings_that_share_their_common_words_alone_make_one_claim(nlp: Language) -> None:
    articles = pages(*WORDINGS * 4)
    analyses = analyze(nlp, articles)
    statements = find_statements(articles, analyses, ())
    claims, _ = match_claims(statements, articles, analyses)
    closing = {one.id for one in statements if one.predicate in ("close", "shut")}
    assert len(closing) == len(articles)
    assert [closing & set(claim.statements) for claim in claims if closing & set(claim.statements)] == [closing]
    for seed in range(3):
        mixed = Random(seed).sample(statements, len(statements)), Random(seed).sample(articles, len(articles))
        assert match_claims(*mixed, analyses)[0] == claims


def test_of_many_copies_each_has_its_rival_in_the_other_claim(nlp: Language) -> None:
    texts = ["A storm killed 14 people in Halden.", "A storm killed nine people in Halden."]
    told = tell(nlp, *texts * 30, beside=())
    assert sorted(len(claim.statements) for claim in told.claims) == [30, 30]
    assert {side for rival in told.rivals for side in (rival.left, rival.right)} == {one.id for one in told.statements}
    assert len(told.rivals) <= 4 * len(told.statements)


def test_the_work_on_one_long_page_grows_with_its_length(nlp: Language) -> None:
    once = article(LONG)
    (analysis,) = analyze(nlp, [once])

    def work(times: int) -> float:
        page, told = replace(once, text=LONG * times), repeated(analysis, len(LONG), times)
        return seconds(lambda: find_statements([page], [told], ()))

    found = find_statements([once], [analysis], ())
    many = find_statements([replace(once, text=LONG * 3)], [repeated(analysis, len(LONG), 3)], ())
    assert [one.modality for one in many] == [one.modality for one in found] * 3
    assert work(400) < LINEAR * work(100)


def test_the_work_on_copies_grows_with_their_number(nlp: Language) -> None:
    (page,) = pages(PAGE)
    statements = find_statements([page], analyze(nlp, [page]), ())
    few, many = copied(statements, page, 100), copied(statements, page, 400)
    assert len(match_claims(*many, ())[0]) == len(match_claims(*few, ())[0]) == len(statements)
    assert seconds(lambda: match_claims(*many, ())) < LINEAR * seconds(lambda: match_claims(*few, ()))


def test_the_work_on_tolls_that_all_differ_grows_with_their_number(nlp: Language) -> None:
    (page,) = pages("A storm killed 14 people in Halden.")
    (statement,) = find_statements([page], analyze(nlp, [page]), ())

    def tolls(number: int) -> tuple[list[Statement], list[Article]]:
        made, outlets = copied([statement], page, number)
        figures = [replace(statement.figures[0], low=n, high=n) for n in range(20, 20 + number)]
        return [replace(one, figures=(told,), figure=told) for one, told in zip(made, figures, strict=True)], outlets

    few, many = tolls(150), tolls(600)
    assert len(match_claims(*many, ())[0]) > 100
    assert seconds(lambda: match_claims(*many, ())) < LINEAR * seconds(lambda: match_claims(*few, ()))


def test_of_a_list_of_figures_in_one_sentence_the_first_are_compared(nlp: Language) -> None:
    (page,) = pages(", and ".join(f"{n} people were killed in Halden" for n in range(20, 60)) + ".")
    analyses = analyze(nlp, [page])
    contexts = find_contexts(find_statements([page], analyses, ()), analyses)
    assert len(contexts) > MOST_FIGURES >= max(len(one.figures) for one in contexts) > 1


SPANS = st.tuples(st.integers(0, 3000), st.integers(0, 900)).map(lambda at: Span("a", at[0], at[0] + at[1]))


@given(st.lists(SPANS, max_size=30), SPANS)
def test_what_is_nearby_leaves_out_nothing_that_meets_or_holds(placed: list[Span], asked: Span) -> None:
    near = Nearby((span, n) for n, span in enumerate(placed)).to(asked)
    assert near == sorted(near)
    assert set(near) >= {n for n, span in enumerate(placed) if span.meets(asked) or span.holds(asked) or asked.holds(span)}


def test_the_likest_of_each_article_is_found_without_a_table_of_all() -> None:
    homes = np.array([0, 0, 1, 2])
    left, right = np.array([0, 0, 1]), np.array([2, 3, 2])
    nearest = Nearest(np.array([0.5, 0.25, 0.75]), left, right, homes)
    farther, nearer = nearest.margins(np.array([0.5, 0.25, 0.0]), np.array([0, 0, 1]), np.array([2, 3, 3]))
    assert farther.tolist() == [-0.25, 0.0, -0.25] and nearer.tolist() == [0.0, 0.0, 0.0]
