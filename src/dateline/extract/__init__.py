"""Pages to articles: body, title, byline, dates, credits and captions, told apart."""

from dateline.extract.articles import extract, find_published
from dateline.extract.bounded import extract_pages

__all__ = ["extract", "extract_pages", "find_published"]
