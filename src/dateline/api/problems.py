"""Errors as problem JSON (RFC 9457), which says what to do."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from dateline.api.room import NotYet
from dateline.api.shapes import Problem
from dateline.errors import BadInput, DatelineError, NotFound, StoreBusy
from dateline.record import encode

MEDIA = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of problem: what it is called, and when it comes."""

    title: str
    when: str

    @property
    def described(self) -> dict[str, Any]:
        """What the description of a route says of it."""
        return {"description": self.when, "content": {MEDIA: {"schema": {"$ref": "#/components/schemas/Problem"}}}}


SORTS: Mapping[int, Sort] = {
    400: Sort("This cannot be used", "What was given cannot be used; the problem says why."),
    401: Sort("The token is missing", "The server asks for a token."),
    403: Sort("Not from here", "The request comes from another site, or lacks the header that writing needs."),
    404: Sort("Not found", "There is nothing of that id."),
    405: Sort("Not this way", "The path is there for another method."),
    413: Sort("Too large", "The request is larger than the server takes."),
    415: Sort("Not this type", "The body is of a type that is not read here."),
    421: Sort("Not this server", "The request names a host that this server is not."),
    422: Sort("Not understood", "A field is missing or not of its type."),
    500: Sort("Something went wrong", "The server is at fault."),
    503: Sort("Not yet", "The record is being made, or another process is writing. Ask again after the seconds told."),
}


def problem(status: int, detail: str, headers: Mapping[str, str] | None = None) -> Response:
    """A problem as an answer."""
    sort = SORTS.get(status)
    told = Problem(sort.title if sort else "This was not done", status, detail)
    return Response(encode(told), status, media_type=MEDIA, headers={"Cache-Control": "no-store", **(headers or {})})


def handle_problems(app: FastAPI) -> None:
    """Turns every error into a problem."""
    app.add_exception_handler(DatelineError, _of_ours)
    app.add_exception_handler(RequestValidationError, _of_fields)
    app.add_exception_handler(HTTPException, _of_http)
    app.add_exception_handler(Exception, _of_anything)


async def _of_ours(_: Request, error: Exception) -> Response:
    if isinstance(error, NotFound):
        return problem(404, str(error))
    if isinstance(error, StoreBusy | NotYet):
        return problem(503, str(error), {"Retry-After": "1"})
    return problem(400 if isinstance(error, BadInput) else 500, str(error))


async def _of_fields(_: Request, error: Exception) -> Response:
    told = error.errors() if isinstance(error, RequestValidationError) else ()
    wrong = [f"{'.'.join(map(str, one['loc'][1:])) or 'the body'}: {one['msg']}" for one in told]
    return problem(422, f"{'; '.join(wrong)}. /openapi.json says what is asked for.")


async def _of_http(_: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    if status in (404, 405):
        return problem(status, "There is no such path, or not for this method. /openapi.json lists all.")
    return problem(status, str(getattr(error, "detail", error)))


async def _of_anything(_: Request, error: Exception) -> Response:
    return problem(500, f"Unexpected {type(error).__name__}. The server's log says where; please report it.")
