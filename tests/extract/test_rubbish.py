"""A folder with rubbish in it is read to its end, and each piece of rubbish is told for what it is."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from dateline.extract import extract_pages
from dateline.read import read_pages
from dateline.settings import Settings
from dateline.types import Article, Rejected

PAGES, EVERY = 200, 14  # one file in fourteen is rubbish: each kind once
SLOW = ("long-line", "greedy", "bomb-of-many")  # the first two are read
REASONS = {
    "empty": "the file is empty",
    "blank": "the file is empty",
    "binary": "this is binary data, not text",
    "cut-head": "no article text was found",
    "cut-gzip": "it is cut off before its end",
    "cut-pdf": "the PDF file is damaged",
    "deep": "more than 25,000 tags",
    "deep-within-limits": "nested deeper than the parser goes",
    "deep-json": "no article text was found",
    "large-tag": "no article text was found",
    "charset": "the text is damaged",
    "bomb": "the file has 50,000,000 bytes; the limit is 20,000,000",
    "bomb-gzip": "more than 20,000,000 bytes",
    "huge-tag": "the limit is 20,000,000",
}


@pytest.fixture(scope="module")
def rubbish() -> ModuleType:
    spec = spec_from_file_location("rubbish", Path(__file__).parents[2] / "eval" / "rubbish.py")
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_folder_with_rubbish_is_read_to_its_end_and_the_rejections_say_why(rubbish: ModuleType, tmp_path: Path) -> None:
    rubbish.write(tmp_path / "crawl", PAGES, every=EVERY, huge=21_000_000, without=SLOW)
    found = list(extract_pages(read_pages([tmp_path / "crawl"], Settings()), Settings()))
    reasons = {rubbish.kind_of(one): one.reason for one in found if isinstance(one, Rejected)}
    assert reasons.keys() == REASONS.keys()
    assert all(REASONS[kind] in reason for kind, reason in reasons.items()), reasons
    assert sum(isinstance(one, Article) for one in found) == PAGES - len(REASONS)
