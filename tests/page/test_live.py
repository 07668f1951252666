"""The page over a real server: the reporter's way, the analyst's, what is hostile, and what is not there.

Each test also fails on a request to anybody else and on any word in the console.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import httpx2
import pytest
from api.conftest import serving, wait_for
from invented import html_page, write_pages
from page.visits import Visit, violations
from playwright.sync_api import Browser, expect

from dateline.cli.program import run
from dateline.exports.html import page as built_page

pytestmark = pytest.mark.browser
SLOW = 60_000  # milliseconds: pages are read and a record is made meanwhile
Open = Callable[..., AbstractContextManager[tuple[Visit, httpx2.Client]]]
HOSTILE = """<img src=x onerror="window.hit=1"><script>window.hit=1</script>"""
WINDOWS = {"light": (1440, 900), "dark": (1440, 900), "phone": (390, 800)}


@pytest.fixture
def open_room(browser: Browser) -> Open:
    """Opens the page of a server over a store."""
    if b"#page" not in built_page() and b'id="page"' not in built_page():
        pytest.skip("The page is not built.")

    @contextmanager
    def _open(store: Path, *, size: tuple[int, int] = (1280, 900), light: bool = True) -> Iterator[tuple[Visit, httpx2.Client]]:
        with serving(store) as client:
            context = browser.new_context(
                viewport={"width": size[0], "height": size[1]}, color_scheme="light" if light else "dark", accept_downloads=True
            )
            visit = Visit(context.new_page())
            base = str(client.base_url)
            visit.page.goto(f"{base}/")
            yield visit, client
            context.close()
            # The browser itself tells of each answer that is a problem; the tests look at what the page makes of it.
            assert [one for one in visit.complaints if "status of 4" not in one] == []
            assert [url for url in visit.requests if not url.startswith((base, "data:"))] == []

    return _open


@pytest.fixture(scope="module")
def bridges(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the invented pages, which no test changes."""
    folder = tmp_path_factory.mktemp("live")
    assert run(["add", str(write_pages(folder / "pages")), "--store", str(folder / "store.sqlite")]) == 0
    return folder / "store.sqlite"


def a_copy(store: Path, folder: Path) -> Path:
    path = folder / "store.sqlite"
    path.write_bytes(store.read_bytes())
    return path


def test_from_nothing_to_a_story_and_its_evidence(open_room: Open, tmp_path: Path) -> None:
    pages = write_pages(tmp_path / "pages")
    with open_room(tmp_path / "new.sqlite") as (visit, client):
        page = visit.page
        expect(page.get_by_role("heading", name="There is nothing here yet")).to_be_visible()
        page.get_by_role("link", name="add files, addresses or text").click()
        page.get_by_role("button", name="Files", exact=True).set_input_files([str(one) for one in sorted(pages.glob("*.html"))])
        expect(page.get_by_text("done: 5 new pages")).to_be_visible(timeout=SLOW)
        page.get_by_role("link", name="To the stories").click()
        stories = page.locator("ol > li")
        expect(stories.first).to_be_visible(timeout=SLOW)
        assert stories.count() == client.get("/api/stories").json()["total"]
        page.get_by_role("link", name="closed after crack").click()
        expect(page.get_by_role("heading", level=1, name="closed after crack")).to_be_visible()
        line = page.locator("main .line > button").first
        line.click()
        expect(page.locator("#drawer mark").first).to_be_visible()
        page.locator("#drawer").get_by_text("Read it in the article").first.click()
        expect(page.locator("main mark").first).to_be_visible()
        page.go_back()


def test_pages_are_dropped_and_pasted(open_room: Open, tmp_path: Path) -> None:
    with open_room(tmp_path / "new.sqlite") as (visit, client):
        page = visit.page
        expect(page.get_by_text("Drop pages anywhere")).to_be_visible()
        page.evaluate(
            """([name, text]) => {
                const dataTransfer = new DataTransfer();
                dataTransfer.items.add(new File([text], name, { type: 'text/html' }));
                const told = { dataTransfer, cancelable: true };
                for (const kind of ['dragover', 'drop']) document.dispatchEvent(new DragEvent(kind, told));
            }""",
            ["harvest-1.html", html_page("harvest-1.html")],
        )
        expect(page.get_by_text("done: 1 new page")).to_be_visible(timeout=SLOW)
        page.get_by_label("The article as it stands").fill("Ferry starts on the Tarne\n\nA ferry crossed the Tarne on Monday.")
        page.get_by_text("What is known of it besides").click()
        page.get_by_label("Outlet").fill("Tarne Post")
        page.get_by_role("button", name="Add the text").click()
        wait_for(lambda: client.get("/api/stories").json()["total"] == 2)
        page.get_by_label("Of pages or feeds").fill("/etc/passwd")
        page.get_by_role("button", name="Fetch").click()
        expect(page.get_by_text("is no address of the web")).to_be_visible()


def test_stories_are_filtered_and_words_are_found(open_room: Open, bridges: Path) -> None:
    with open_room(bridges) as (visit, _):
        page = visit.page
        expect(page.locator("ol > li")).not_to_have_count(0)
        everything = page.locator("ol > li").count()
        page.get_by_label("Outlet").select_option("Tarne Radio")
        expect(page.locator("ol > li")).to_have_count(1)
        assert "outlet=Tarne+Radio" in page.url
        page.get_by_label("Title").fill("nothing like that")
        expect(page.get_by_role("heading", name="No story has all of that")).to_be_visible()
        page.get_by_role("link", name="Show all stories").click()
        expect(page.locator("ol > li")).to_have_count(everything)
        page.get_by_role("link", name="Search").click()
        expect(page.get_by_role("heading", name="Search")).to_be_visible()  # the list has a search box, too
        page.get_by_role("searchbox").fill('cracks "northern pier"')
        expect(page.locator("ol.lines > li")).to_have_count(3)
        assert set(page.locator("ol.lines mark").all_inner_texts()) == {"crack", "northern pier"}
        page.locator("ol.lines a").first.click()
        expect(page.locator("main mark").first).to_be_visible()
        page.goto(page.url.split("#")[0] + "#/search?q=***")
        expect(page.get_by_text("Name at least one word")).to_be_visible()


def test_what_is_corrected_is_shown_and_undone(open_room: Open, bridges: Path, tmp_path: Path) -> None:
    with open_room(a_copy(bridges, tmp_path)) as (visit, client):
        page = visit.page
        story = next(one for one in client.get("/api/stories").json()["stories"] if "ridge" in one["title"])
        claims = client.get(f"/api/stories/{story['id']}").json()["claims"]
        claim = next(one for one in claims if len(one["statements"]) > 1)
        page.goto(f"{client.base_url}/#{claim['id']}")
        drawer = page.locator("#drawer")
        drawer.get_by_role("button", name="Rests on…").click()
        page.get_by_role("button", name="It rests on that").click()
        expect(page.get_by_role("alert")).to_have_text("Something is still missing.")
        page.get_by_label("The source, by name").fill("Varnholt fire brigade")
        page.get_by_role("button", name="It rests on that").click()
        expect(page.locator("#drawer").get_by_text("Varnholt fire brigade").first).to_be_visible(timeout=SLOW)
        page.goto(f"{client.base_url}/#{story['id']}")
        page.get_by_role("button", name="Split off…").click()
        page.get_by_role("checkbox").first.check()
        page.get_by_role("button", name="They are a story of their own").click()
        wait_for(lambda: client.get("/api/stories").json()["total"] > 2)
        page.get_by_role("link", name="Corrections").click()
        expect(page.locator("ol.lines > li")).to_have_count(2)
        for _ in range(2):
            before = page.get_by_text("· withdrawn").count()
            page.get_by_role("button", name="Undo").first.click()
            expect(page.get_by_text("· withdrawn")).to_have_count(before + 1, timeout=SLOW)
        assert client.get("/api/stories").json()["total"] == 2


def test_what_is_new_since_the_last_visit_is_told(open_room: Open, bridges: Path, tmp_path: Path) -> None:
    store = a_copy(bridges, tmp_path)
    with open_room(store) as (visit, client):
        page = visit.page
        story = next(one for one in client.get("/api/stories").json()["stories"] if "ridge" in one["title"])
        page.goto(f"{client.base_url}/#{story['id']}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        new = tmp_path / "bridge-4.html"
        body = "<p>The Tarne bridge was closed on Monday after engineers found a crack in its northern pier. It is old.</p>"
        new.write_text(html_page("bridge-3.html", outlet="Kesmark Post", site="post.example", body=body))
        assert run(["add", str(new), "--store", str(store)]) == 0
        page.get_by_role("button", name="Show it as it is now").click(timeout=SLOW)
        expect(page.get_by_text("Since your last visit: 1 new article")).to_be_visible(timeout=SLOW)


def test_a_page_of_script_and_markup_does_nothing(open_room: Open, tmp_path: Path) -> None:
    told = HOSTILE.replace("<", "&lt;")
    body = f"<p>{told} The Tarne bridge was shut on Monday, Mayor Olga Brandt said {told}.</p><p>It is {told} closed.</p>"
    hostile = html_page("bridge-1.html", title=f"Bridge {told} closed", outlet=told, body=body)
    with open_room(tmp_path / "new.sqlite") as (visit, client):
        page = visit.page
        name = '<img src=x onerror="window.hit=1">.html'
        client.post("/api/pages/files", files=[("files", (name, hostile.encode()))])
        wait_for(lambda: client.get("/api/stories").json()["total"] == 1)
        page.goto(f"{client.base_url}/#/add")
        expect(page.get_by_role("article").get_by_text("done: 1 new page")).to_be_visible(timeout=SLOW)
        story = client.get("/api/stories").json()["stories"][0]
        article = client.get(f"/api/stories/{story['id']}").json()["articles"][0]
        for place in ("/", "/search?q=bridge", story["id"], f"{story['id']}/single-outlet", article, "/corrections"):
            page.goto(f"{client.base_url}/#{place}")
            page.wait_for_timeout(400)
            assert page.evaluate("window.hit") is None
            assert page.locator("img, main script").count() == 0


def test_a_server_that_is_gone_is_told(open_room: Open, bridges: Path) -> None:
    with open_room(bridges) as (visit, _):
        page = visit.page
        expect(page.locator("ol > li").first).to_be_visible()
        page.route("**/api/**", lambda route: route.abort())
        expect(page.get_by_role("alert")).to_contain_text("cannot be reached", timeout=SLOW)
        expect(page.locator("ol > li").first).to_be_visible()
        page.unroute("**/api/**")
        expect(page.get_by_role("alert")).to_have_count(0, timeout=SLOW)
        assert visit.complaints and all("ERR_FAILED" in one for one in visit.complaints)
        visit.complaints.clear()


@pytest.mark.parametrize("window", WINDOWS)
def test_no_view_of_the_room_has_a_violation(open_room: Open, bridges: Path, axe: str, window: str) -> None:
    with open_room(bridges, size=WINDOWS[window], light=window == "light") as (visit, client):
        story = next(one for one in client.get("/api/stories").json()["stories"] if "ridge" in one["title"])
        claim = client.get(f"/api/stories/{story['id']}").json()["claims"][0]
        found = {}
        for place in (
            "/",
            "/?outlet=nobody",
            "/search",
            "/search?q=bridge",
            "/add",
            "/corrections",
            story["id"],
            claim["id"],
            "0000000000000000",
        ):
            visit.page.goto(f"{client.base_url}/#{place}")
            visit.page.wait_for_timeout(500)
            found[place] = violations(visit, axe)
        visit.page.goto(f"{client.base_url}/#{claim['id']}")
        visit.page.get_by_role("button", name="Same as another claim…").click()
        found["dialog"] = violations(visit, axe)
        assert {place: told for place, told in found.items() if told} == {}
