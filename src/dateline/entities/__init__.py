"""Who is who across articles: persons, bodies and places under all their names."""

from dateline.entities.fold import fold_entities

__all__ = ["fold_entities"]
