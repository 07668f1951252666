"""Which texts derive from which: copies, excerpts and rewrites, by shared words and by the order of facts."""

from dateline.copies.index import CopyIndex, find_copies

__all__ = ["CopyIndex", "find_copies"]
