"""Files, folders and addresses to pages. This step alone touches the world outside."""

from dateline.read.pages import read_pages
from dateline.read.plugins import Reader, load_readers

__all__ = ["Reader", "load_readers", "read_pages"]
