"""Which articles tell the same story, which stories belong together, when undated articles were written, and what speaks against
the days of the others."""

from dateline.stories.dating import date_articles
from dateline.stories.doubts import find_doubts
from dateline.stories.grouping import Grouping, find_stories

__all__ = ["Grouping", "date_articles", "find_doubts", "find_stories"]
