"""Writes `page/src/api.ts`, the page's types of what the server answers and takes, from the server's own description.

openapi-typescript would do the same, but asks for a TypeScript older than the page's.
"""

import json
import re
from pathlib import Path
from typing import Any

from dateline.api.app import make_app

TARGET = Path(__file__).parents[1] / "page/src/api.ts"
HEAD = "// Made by `make api` from the server's description (OpenAPI); do not edit.\n"
PLAIN = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}


def types() -> str:
    """The file: an interface for each component of the description, in order of name."""
    components = make_app(None).openapi()["components"]["schemas"]
    return HEAD + "".join(_component(name, one) for name, one in sorted(components.items()) if name.isidentifier())


def _component(name: str, schema: dict[str, Any]) -> str:
    told = f"/** {' '.join(schema['description'].split())} */\n" if "description" in schema else ""
    if schema.get("type") != "object":
        return f"\n{told}export type {name} = {_type(schema)};\n"
    required = set(schema.get("required", ()))
    fields = [f"  {field}{'' if field in required else '?'}: {_type(one)};\n" for field, one in schema["properties"].items()]
    return f"\n{told}export interface {name} {{\n{''.join(fields)}}}\n"


def _type(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    if "enum" in schema:
        return " | ".join(_quoted(one) for one in schema["enum"])
    if "const" in schema:
        return _quoted(schema["const"])
    several = schema.get("anyOf") or schema.get("oneOf")
    if several:
        return " | ".join(dict.fromkeys(_type(one) for one in several))
    if schema.get("type") == "array":
        inner = _type(schema["items"]) if isinstance(schema.get("items"), dict) else "unknown"
        return f"({inner})[]" if "|" in inner else f"{inner}[]"
    return PLAIN.get(str(schema.get("type")), "unknown")


def _quoted(value: object) -> str:
    return re.sub(r'^"(.*)"$', r"'\1'", json.dumps(value, ensure_ascii=False))


if __name__ == "__main__":
    TARGET.write_text(types(), encoding="utf-8")
