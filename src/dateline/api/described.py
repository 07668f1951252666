"""The description of the server (OpenAPI), with the types of the record as they are encoded."""

from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from dateline.api.answers import KINDS, REFERENCE
from dateline.api.shapes import Problem

OWN = "HTTPValidationError"  # what the framework says of wrong fields, where we give a problem
MAY_LACK = {("Record", "analyses")}  # all else is always there: the encoder writes fields that have their default too


def describe(app: FastAPI) -> dict[str, Any]:
    """The description of all routes of the server, made once."""
    if app.openapi_schema is None:
        made = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
        _, components = msgspec.json.schema_components([Problem, *KINDS], ref_template=REFERENCE)
        for route in (route for path in made["paths"].values() for route in path.values()):
            route["responses"] = {code: one for code, one in route["responses"].items() if OWN not in str(one)}
        known = made.setdefault("components", {}).setdefault("schemas", {})
        for name in (OWN, "ValidationError"):
            known.pop(name, None)
        known.update({name: _told(name, one) for name, one in sorted(components.items())})
        app.openapi_schema = msgspec.json.decode(msgspec.json.encode(made, order="sorted"))
    return app.openapi_schema


def _told(name: str, component: dict[str, Any]) -> dict[str, Any]:
    fields = [field for field in component.get("properties", ()) if (name, field) not in MAY_LACK]
    return {**component, "required": fields} if fields else component
