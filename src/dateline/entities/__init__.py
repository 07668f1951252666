"""Who is who across articles: persons, bodies and places under all their names."""

from dateline.entities.fold import fold_entities
from dateline.entities.namesakes import split_namesakes

__all__ = ["fold_entities", "split_namesakes"]
