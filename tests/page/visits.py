"""What a test sees of a page."""

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
