"""The server as an ASGI application."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

from fastapi import FastAPI

from dateline import __version__
from dateline.api import adding, correcting, exporting, reading
from dateline.api.described import describe
from dateline.api.page import routes as page_routes
from dateline.api.problems import handle_problems
from dateline.api.room import Room

DESCRIPTION = "Who reported what, when, on whose word, and where they disagree: the record of a store, and what adds to it."


def make_app(room: Room | None) -> FastAPI:
    """The application over a room, which it closes when it ends; without one it can only be described."""

    @asynccontextmanager
    async def _lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        if room is not None:
            room.close()

    app = FastAPI(
        title="Dateline",
        version=__version__,
        description=DESCRIPTION,
        docs_url=None,  # they load scripts from elsewhere
        redoc_url=None,
        lifespan=_lifespan,
        generate_unique_id_function=lambda route: route.name,
    )
    app.state.room = room
    app.include_router(page_routes)
    for part in (reading, adding, correcting, exporting):
        app.include_router(part.routes)
    app.openapi = partial(describe, app)  # type: ignore[method-assign]
    handle_problems(app)
    return app
