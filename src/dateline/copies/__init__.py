"""Which texts derive from which: copies, excerpts and rewrites, by shared words and by the order of facts."""

from dateline.copies.groups import find_copies

__all__ = ["find_copies"]
