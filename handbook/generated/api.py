"""The pages of the API, drawn from its OpenAPI document: every request, and every shape that is sent or answered."""

from functools import cache
from typing import Any

from sqlalchemy import create_engine

from handbook.generated.words import in_words, listed, sentence, table
from handbook.markup import slug

_ALWAYS = {"304", "400", "401", "403", "413", "415", "421", "503"}
"""Answers that any request of its kind can get, told once."""

_SAFE_INTEGER = 2**53 - 1
"""The largest number that every JSON reader knows exactly; a bound there is none."""

_SHAPES = "api-shapes.md"

_REQUESTS = """\
# All requests of the API

Every request that `legday serve` answers, with what it takes and gives. What holds for all of them, errors and the
header `X-Legday` among it, is told in [The API](api.md); `/api/openapi.json` is the same for programs.

Beside the answers given here, a request can be refused with 400 (no request that can be read), 401 (not logged in), 403
(`X-Legday` is missing), 413 (too long), 415 (not JSON), 421 (another host was meant) and 503 (nothing was kept; send it
again), and a `GET` answered with 304 where nothing changed.

"""


@cache
def _document() -> dict[str, Any]:
    from legday.web.app import make_routes
    from legday.web.openapi import describe

    return describe(make_routes(create_engine("sqlite://"), "me"))


def requests_page() -> str:
    """Write the page of all requests."""
    groups: dict[str, list[tuple[str, str, dict[str, Any]]]] = {}
    for path, operations in _document()["paths"].items():
        for method, operation in operations.items():
            groups.setdefault(operation["tags"][0], []).append((method.upper(), path, operation))
    return _REQUESTS + "".join(
        f"## {in_words(group).capitalize()}\n\n" + "".join(_request(*each) for each in groups[group])
        for group in sorted(groups)
    )


def _request(method: str, path: str, operation: dict[str, Any]) -> str:
    lines = [f"### `{method} {path}`\n", sentence(operation["summary"]) + "\n"]
    if "description" in operation:
        lines.append(operation["description"] + "\n")
    given = [each for each in operation.get("parameters", ()) if each["name"] != "X-Legday"]
    if given:
        rows = (
            (f"`{each['name']}`", each["in"], _kind(each["schema"]), "yes" if each["required"] else _default(each))
            for each in given
        )
        lines.append(table(("Parameter", "In", "What", "Needed"), rows))
    body = operation.get("requestBody")
    if body:
        [(media, content)] = body["content"].items()
        lines.append(f"Takes {_content(media, content)}.\n")
    for status, answer in operation["responses"].items():
        if status.startswith("2"):
            told = listed(_content(media, content) for media, content in answer.get("content", {}).items())
            lines.append(f"Answers {status}{f' with {told}' if told else ''}.\n")
    refused = [status for status in operation["responses"] if not status.startswith("2") and status not in _ALWAYS]
    if refused:
        lines.append(f"Refuses with {listed(refused, 'or')}.\n")
    return "\n".join(lines) + "\n"


def _default(parameter: dict[str, Any]) -> str:
    default = parameter["schema"].get("default")
    return "no" if default is None else f"no; `{default}`"


def _content(media: str, content: dict[str, Any]) -> str:
    kind = _kind(content.get("schema", {}))
    return f"bytes (`{media}`)" if not content.get("schema") else kind


def shapes_page() -> str:
    """Write the page of all shapes."""
    shapes = _document()["components"]["schemas"]
    lead = (
        "# All shapes of the API\n\nWhat is sent to the API and what it answers, field by field. "
        "The requests that use them are in [All requests of the API](api-requests.md).\n\n"
    )
    return lead + "".join(_shape(name, shapes[name]) for name in sorted(shapes, key=str.lower))


def _shape(name: str, schema: dict[str, Any]) -> str:
    lines = [f"## {name}\n"]
    if "description" in schema:
        lines.append(" ".join(schema["description"].split()) + "\n")
    if "properties" in schema:
        lines.append(_fields(schema))
    elif "oneOf" in schema and all("properties" in each for each in schema["oneOf"]):
        lines.append(f"One of {len(schema['oneOf'])} shapes.\n")
        lines += [_fields(each) for each in schema["oneOf"]]
    else:
        lines.append(sentence(_kind({key: value for key, value in schema.items() if key != "title"})) + "\n")
    return "\n".join(lines) + "\n"


def _fields(schema: dict[str, Any]) -> str:
    needed = schema.get("required", ())
    return table(
        ("Field", "What", "Always there"),
        ((f"`{name}`", _kind(each), "yes" if name in needed else "no") for name, each in schema["properties"].items()),
    )


def _kind(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}]({_SHAPES}#{slug(name)})"
    for several in ("anyOf", "oneOf"):
        if several in schema:
            return listed((_kind(each) for each in schema[several]), "or")
    if "enum" in schema:
        return listed((f"`{each}`" for each in schema["enum"]), "or")
    if "const" in schema:
        return f"`{schema['const']}`"
    kind = schema.get("type")
    if isinstance(kind, list):
        return listed((in_words(each) for each in kind), "or") + _bounds(schema)
    if kind == "array":
        if "prefixItems" in schema:
            return f"a list of {listed(_kind(each) for each in schema['prefixItems'])}"
        items = schema.get("items", {})
        return f"a list of {_kind(items)}" if items else "a list"
    if kind == "object":
        if "properties" in schema:
            return listed(f"`{name}`: {_kind(each)}" for name, each in schema["properties"].items())
        inner = schema.get("additionalProperties")
        return f"a map of {_kind(inner)}" if isinstance(inner, dict) and inner else "a map"
    if not kind:
        return "anything"
    return _plain(schema) + _bounds(schema)


def _plain(schema: dict[str, Any]) -> str:
    kind, form = schema["type"], schema.get("format")
    words = {
        "string": "text",
        "integer": "a whole number",
        "number": "a number",
        "boolean": "true or false",
        "null": "null",
    }
    forms = {"date": "a date", "date-time": "a date and time", "decimal": "a decimal as text", "time": "a time"}
    told: str = forms.get(form, words[kind]) if isinstance(form, str) else words[kind]
    return f"{told} ({schema['description']})" if kind == "string" and "description" in schema else told


def _bounds(schema: dict[str, Any]) -> str:
    low, high = schema.get("minimum"), schema.get("maximum")
    if high is not None and high >= _SAFE_INTEGER:
        high = None
    if low is not None and high is not None:
        return f" from {low} to {high}"
    return f" from {low} on" if low is not None else f" up to {high}" if high is not None else ""
