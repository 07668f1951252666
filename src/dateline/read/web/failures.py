"""Why something was not fetched: inside this package an exception, outside it a `Rejected`."""


class Failure(Exception):
    """Something was not fetched, for a `reason` a user can act on; `again` if another attempt may succeed."""

    def __init__(self, reason: str, *, again: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.again = again


# What a status means to somebody who wants to read the page; others are told by their number.
MEANINGS = {
    401: "it asks for a login (401); save the page from a browser and name the file",
    402: "it asks for payment (402); save the page from a browser and name the file",
    403: "the site refuses to give it to a program (403); save the page from a browser and name the file",
    404: "there is nothing at this address (404)",
    410: "the page was taken down (410)",
    429: "the site asks for fewer requests (429); try again later",
    451: "the site may not show it, for legal reasons (451)",
}


def meaning_of(status: int) -> str:
    """What a status other than 200 says, in words."""
    if status >= 500:
        return f"the site has a failure of its own ({status}); try again later"
    return MEANINGS.get(status, f"the site answered without a page (status {status})")
