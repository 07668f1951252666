"""What a test sees of a page."""

from typing import Any

from playwright.sync_api import Page

# The views of a story, as addresses name them.
VIEWS = (
    "overview", "corroborated", "disputed", "single-origin", "single-outlet", "unsourced", "said", "positions", "actors",
    "timeline", "figures", "map", "events", "coverage", "origins", "articles",
)  # fmt: skip


class Visit:
    """A page with everything it asked for and complained of."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))


# The rules of axe-core that are asked: those for WCAG 2.2 AA, and its best practices.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(visit: Visit, axe: str) -> list[str]:
    """What axe-core, whose source is `axe`, finds wrong with the page as it stands."""
    visit.page.evaluate(axe)
    found: Any = visit.page.evaluate(
        "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']}).then((told) => told.violations)", RULES
    )
    return [f"{one['id']}: {node['target']} {node['failureSummary']}" for one in found for node in one["nodes"]]
