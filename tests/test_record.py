"""The read side: timelines of a story, a storyline, and all."""

from dataclasses import replace

from invented import small_material
from pytest import raises

from dateline.errors import NotFound
from dateline.record import timeline
from dateline.views import Record, assemble
from dateline.views.document import Date, Moment


def with_moments() -> tuple[Record, list[Moment]]:
    """A record of one story with three moments, the last of which most origins tell, and then the first."""
    record = assemble(*small_material())
    (moment,) = record.stories[0].timeline
    days = ("2031-04-05", "2031-04-06", "2031-04-07")
    weights = ((1, 3, 4), (1, 2, 9), (2, 2, 2))
    moments = [
        replace(moment, date=Date(day, day, "day"), origins=origins, outlets=outlets, articles=articles)
        for day, (origins, outlets, articles) in zip(days, weights, strict=True)
    ]
    return replace(record, stories=(replace(record.stories[0], timeline=tuple(moments)),)), moments


def test_what_most_tell_comes_in_order_of_time() -> None:
    record, (first, second, last) = with_moments()
    assert timeline(record) == (first, second, last)
    assert timeline(record, most=2) == (first, last)
    assert timeline(record, most=1) == (last,)


def test_a_storyline_of_one_story_has_its_timeline_and_one_of_several_its_own() -> None:
    record, moments = with_moments()
    (line,) = record.storylines
    assert timeline(record, line.id) == timeline(record, record.stories[0].id) == tuple(moments)
    several = replace(record, storylines=(replace(line, timeline=(moments[1],)),))
    assert timeline(several, line.id) == (moments[1],)
    with raises(NotFound):
        timeline(record, "no such id")


def test_the_timeline_of_an_actor_has_what_names_or_means_it() -> None:
    record, (first, second, last) = with_moments()
    one, other = record.entities[0], replace(record.entities[0], id="f" * 16, name="Nobody Else", variants=())
    moments = (replace(first, entities=(one.id,)), replace(second, entities=(other.id,)), replace(last, entities=()))
    story = replace(record.stories[0], timeline=moments)
    told = replace(record, stories=(story,), entities=(one, other))
    assert timeline(told, actor=one.name.upper()) == moments[:1]
    assert timeline(told, actor="nobody") == moments[1:2]
    assert timeline(told, story.id, actor="no such name") == ()
