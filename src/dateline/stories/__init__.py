"""Which articles tell the same story, which stories belong together, and when undated articles were written."""

from dateline.stories.dating import date_articles
from dateline.stories.find import find_stories

__all__ = ["date_articles", "find_stories"]
