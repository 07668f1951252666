"""A browser, and pages with an invented record in them."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from page.ferry import build
from page.visits import Visit
from playwright.sync_api import Browser, sync_playwright

from dateline.errors import BadInput
from dateline.exports.html import export, page
from dateline.views.document import Record

ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]


@pytest.fixture(scope="session")
def small() -> Record:
    return build()


@pytest.fixture(scope="session")
def large() -> Record:
    return build(articles=30, single=600)


@pytest.fixture(scope="session")
def report(small: Record, large: Record, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """Gives the address of a page: "small", "large" or "empty"."""
    try:
        pages = {"small": export(small), "large": export(large), "empty": page()}
    except BadInput as error:
        pytest.skip(str(error))
    folder = tmp_path_factory.mktemp("page")
    for name, data in pages.items():
        (folder / f"{name}.html").write_bytes(data)
    return lambda name: (folder / f"{name}.html").as_uri()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or "/usr/bin/chromium"
    if not Path(chromium).exists():
        pytest.skip("There is no Chromium here.")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=ARGS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, which the page's own packages bring."""
    source = Path(__file__).parents[2] / "page" / "node_modules" / "axe-core" / "axe.min.js"
    if not source.exists():
        pytest.skip("axe-core is not installed: 'npm ci' in page/.")
    return source.read_text(encoding="utf-8")


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    context = browser.new_context(offline=True, viewport={"width": 1440, "height": 900}, locale="en-US")
    one = Visit(context.new_page())
    yield one
    context.close()
    assert one.complaints == []
    assert [url for url in one.requests if not url.startswith(("file:", "data:"))] == []
