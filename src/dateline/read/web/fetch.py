"""An address to a source: what the site allows, at the pace it bears, through redirects, and only if it changed."""

from collections.abc import Callable, Mapping
from io import BytesIO

import httpx2

from dateline.read.files import reject
from dateline.read.sources import Source
from dateline.read.web.addresses import parse, robots_of, shown
from dateline.read.web.client import Answer, Client
from dateline.read.web.clock import Clock
from dateline.read.web.failures import Failure, meaning_of
from dateline.read.web.pace import LONGEST_WAIT, TRIES, Pace, wait_before
from dateline.read.web.robots import Rules, rules_in
from dateline.settings import Settings
from dateline.types import Page, Rejected

Known = Callable[[str], Page | None]

MOST_REDIRECTS = 10
REDIRECTS = (301, 302, 303, 307, 308)
UNCHANGED = 304
PASSING = (429, 500, 502, 503, 504)  # answers that may be others in a minute
KEPT = ("content-language", "content-type", "date", "etag", "last-modified")


class Fetcher:
    """Fetches addresses, one at a time; it remembers the rules of each site and when each host was asked.

    `known` gives the page that was last read under a name, which is taken again if the site says that it did not change.
    """

    def __init__(self, settings: Settings, known: Known, clock: Clock) -> None:
        self._client = Client(settings, clock)
        self._delay = settings.host_delay
        self._known = known
        self._clock = clock
        self._pace = Pace(clock)
        self._rules: dict[httpx2.URL, Rules | Failure] = {}

    def fetch(self, address: str) -> Source | Rejected:
        """What stands at the address, or the reason why it was not fetched."""
        try:
            url = parse(address)
            known = self._known(str(url))
            answer = self._follow(url, known)
            if answer.status == UNCHANGED and known and known.url == str(answer.url):
                return _as_it_was(known)
            if answer.status != httpx2.codes.OK:
                return reject(str(url), meaning_of(answer.status))
            return _source(str(url), answer)
        except Failure as failure:
            return reject(shown(address), failure.reason)

    def _follow(self, url: httpx2.URL, known: Page | None) -> Answer:
        """The answer at the end of the redirects; each address on the way must be allowed."""
        passed: set[httpx2.URL] = set()
        while url not in passed:
            if len(passed) > MOST_REDIRECTS:
                raise Failure(f"it is redirected more than {MOST_REDIRECTS} times")
            passed.add(url)
            rules = self._rules_for(url)
            if not rules.allow(str(url)):
                raise Failure("the site does not allow programs to fetch it (robots.txt); save the page and name the file")
            answer = self._ask(url, _condition(url, known), max(self._delay, rules.delay))
            if answer.status not in REDIRECTS or "location" not in answer.headers:
                return answer
            url = parse(answer.headers["location"], url)
        raise Failure("it is redirected in a circle, as sites do that want cookies; save the page and name the file")

    def _rules_for(self, url: httpx2.URL) -> Rules:
        """The rules of the site, asked for once; `Failure` where they cannot be had, as then nothing is allowed."""
        place = robots_of(url)
        if place not in self._rules:
            try:
                self._rules[place] = self._read_rules(place)
            except Failure as failure:
                self._rules[place] = failure
        found = self._rules[place]
        if isinstance(found, Failure):
            raise found
        return found

    def _read_rules(self, url: httpx2.URL) -> Rules:
        for _ in range(MOST_REDIRECTS):
            answer = self._ask(url, {}, self._delay)
            if answer.status not in REDIRECTS or "location" not in answer.headers:
                return rules_in(answer)
            url = parse(answer.headers["location"], url)
        return Rules()  # as if it were not there, says the RFC

    def _ask(self, url: httpx2.URL, headers: Mapping[str, str], delay: float) -> Answer:
        """The answer to a request, repeated while it fails in a way that may pass and the site does not ask for a long wait."""
        for attempt in range(1, TRIES + 1):
            found = self._ask_once(url, headers, delay)
            passing = found.again if isinstance(found, Failure) else found.status in PASSING
            wait = wait_before(attempt, {} if isinstance(found, Failure) else found.headers, self._clock.now())
            if not passing or attempt == TRIES or wait > LONGEST_WAIT:
                break
            self._clock.sleep(wait)
        if isinstance(found, Failure):
            raise found
        return found

    def _ask_once(self, url: httpx2.URL, headers: Mapping[str, str], delay: float) -> Answer | Failure:
        self._pace.wait(url.host, delay)
        try:
            return self._client.get(url, headers)
        except Failure as failure:
            return failure
        finally:
            self._pace.note(url.host)


def _condition(url: httpx2.URL, known: Page | None) -> dict[str, str]:
    """The headers that ask for a page only if it is no longer the known one."""
    if known is None or known.url != str(url):
        return {}
    headers = dict(known.headers)
    asked = {"If-None-Match": headers.get("etag"), "If-Modified-Since": headers.get("last-modified")}
    return {name: value for name, value in asked.items() if value}


def _source(name: str, answer: Answer) -> Source:
    kept = tuple((header, answer.headers[header]) for header in KEPT if header in answer.headers)
    media_type = answer.headers.get("content-type", "").partition(";")[0].strip().lower() or None
    body = answer.body
    return Source(name, lambda: BytesIO(body), len(body), media_type, str(answer.url), answer.fetched, kept)


def _as_it_was(page: Page) -> Source:
    body = page.body
    return Source(page.name, lambda: BytesIO(body), len(body), page.media_type, page.url, page.fetched, page.headers)
