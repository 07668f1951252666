"""The page itself: that of the report, with no record in it, under a policy that lets it ask this server and nobody else."""

import re
from functools import cache

from fastapi import APIRouter, Request, Response

from dateline.errors import BadInput
from dateline.exports.html import page

META = re.compile(rb'\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)" ?/>')

routes = APIRouter()


@routes.get("/", include_in_schema=False)
def front(_: Request) -> Response:
    """The page."""
    html, policy = live_page()
    headers = {"Content-Security-Policy": policy, "Cache-Control": "private, no-cache"}
    return Response(html, media_type="text/html; charset=utf-8", headers=headers)


@cache
def live_page() -> tuple[bytes, str]:
    """The built page and the policy it is sent with: that which it has in the report, and that it may ask this server."""
    built = page()
    found = META.search(built)
    if found is None:
        raise BadInput("The page has no content security policy. Build it again with 'make page'.")
    return META.sub(b"", built, count=1), f"{found[1].decode()}; connect-src 'self'; frame-ancestors 'none'"
