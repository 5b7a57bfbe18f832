"""The OpenAPI 3.1 document of the API, drawn from the handlers: what they take, answer and refuse."""

import inspect
import typing
from collections.abc import Iterable, Iterator
from http import HTTPStatus
from typing import Any

import msgspec
from litestar import Litestar, Response
from litestar.di import Dependency
from litestar.handlers import HTTPRouteHandler
from litestar.params import ParameterKwarg
from litestar.types import Empty

import legday
from legday.documents import Spoken
from legday.log import CHANGES, Event
from legday.units import Duration, Energy, Mass
from legday.web.problems import MEDIA_TYPE, Problem

_REFERENCE = "#/components/schemas/{name}"
_PATTERNS: dict[type, str] = {
    Mass: r"^[-+]?[0-9]{1,9}(\.[0-9]{1,20})? (kg|lb)$",
    Duration: r"^[0-9]{1,4} (s|min|h)$",
    Energy: r"^[0-9]{1,4} (kcal|kJ)$",
}
_HEADER = {
    "name": "X-Legday",
    "in": "header",
    "required": True,
    "schema": {"const": "1"},
    "description": "Shows that the request comes from no other site.",
}
_UNSAFE = ("POST", "PUT", "PATCH", "DELETE")
_ALWAYS = (HTTPStatus.UNAUTHORIZED, HTTPStatus.MISDIRECTED_REQUEST, HTTPStatus.SERVICE_UNAVAILABLE)
_BODY = (
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    HTTPStatus.UNPROCESSABLE_ENTITY,
)


def describe(app: Litestar) -> dict[str, Any]:
    """Write the OpenAPI document of all the handlers below /api."""
    found = list(_handlers(app))
    kinds = _Kinds([kind for _, handler in found for kind in _kinds(handler)])
    paths: dict[str, dict[str, Any]] = {}
    for path, handler in found:
        for method in sorted(handler.http_methods):
            paths.setdefault(path, {})[method.lower()] = _operation(path, method, handler, kinds)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "legday",
            "version": legday.__version__,
            "summary": legday.__doc__,
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {
            "schemas": kinds.components,
            "securitySchemes": {"session": {"type": "apiKey", "in": "cookie", "name": "legday"}},
        },
        "security": [{}, {"session": []}],
    }


class _Kinds:
    """The schemas of all types that the API speaks of."""

    def __init__(self, kinds: Iterable[Any]) -> None:
        self._all = list({repr(kind): kind for kind in (*kinds, Problem, Event, *CHANGES.values())}.values())
        schemas, self.components = msgspec.json.schema_components(
            self._all, ref_template=_REFERENCE, schema_hook=_schema_of
        )
        self._schemas = dict(zip(map(repr, self._all), schemas, strict=True))
        for each in self.components.values():
            _say_numbers(each)
        self.components["Event"] = _event_schema(self.components["Event"])

    def of(self, kind: Any) -> dict[str, Any]:
        return self._schemas[repr(kind)]

    def new(self, change: type[Any], needed: tuple[str, ...]) -> dict[str, Any]:
        """What makes a thing: the fields of its change, some of which it can't be without, and an id if wanted."""
        schema = self.components[change.__name__]
        identifier = self.components["Event"]["oneOf"][0]["properties"]["of"]
        return {
            "type": "object",
            "additionalProperties": False,
            "required": list(needed),
            "properties": {"id": identifier, **schema["properties"]},
        }


def _schema_of(kind: type[Any]) -> dict[str, Any]:
    if issubclass(kind, Spoken):
        pattern = {"pattern": _PATTERNS[kind]} if kind in _PATTERNS else {}
        return {"type": "string", "description": kind.describe(), **pattern}
    raise NotImplementedError(f"{kind} has no JSON form")


def _say_numbers(schema: Any) -> None:
    """Say that a decimal within bounds can be given as a number, too."""
    if isinstance(schema, dict):
        if schema.get("format") == "decimal" and "minimum" in schema:
            schema["type"] = ["number", "string"]
        for each in schema.values():
            _say_numbers(each)
    elif isinstance(schema, list):
        for each in schema:
            _say_numbers(each)


def _event_schema(schema: dict[str, Any]) -> dict[str, Any]:
    """An event with the change that each of its subjects can have."""
    return {
        **{key: schema[key] for key in ("title", "description")},
        "oneOf": [
            {
                **{key: schema[key] for key in ("type", "required", "additionalProperties")},
                "properties": {
                    **schema["properties"],
                    "about": {"const": about},
                    "change": {"$ref": _REFERENCE.format(name=change.__name__)},
                },
            }
            for about, change in CHANGES.items()
        ],
    }


def _handlers(app: Litestar) -> Iterator[tuple[str, HTTPRouteHandler]]:
    for route in sorted(app.routes, key=lambda route: route.path):
        for handler in getattr(route, "route_handlers", ()):
            if route.path.startswith("/api/") and handler.http_methods != {"OPTIONS"}:
                yield route.path_format, handler


def _kinds(handler: HTTPRouteHandler) -> Iterator[Any]:
    for _, annotation, _ in _parameters(handler):
        yield annotation
    if (body := _body(handler)) is not None:
        yield body
    if (answer := _answer(handler)) is not None:
        yield answer


def _hints(handler: HTTPRouteHandler) -> dict[str, Any]:
    return typing.get_type_hints(_function(handler), include_extras=True)


def _function(handler: HTTPRouteHandler) -> Any:
    function = handler.fn
    return getattr(function, "func", function)


def _body(handler: HTTPRouteHandler) -> Any:
    return handler.opt.get("takes")


def _answer(handler: HTTPRouteHandler) -> Any:
    answer = handler.opt.get("answers") or _hints(handler)["return"]
    if typing.get_origin(answer) is Response:
        [answer] = typing.get_args(answer)
    return None if answer in (None, type(None), bytes) else answer


def _parameters(handler: HTTPRouteHandler) -> Iterator[tuple[str, Any, inspect.Parameter]]:
    hints = _hints(handler)
    for name, parameter in inspect.signature(_function(handler)).parameters.items():
        if name not in ("body", "request") and not _is_given(hints[name]):
            yield _alias(hints[name]) or name, _plain(hints[name]), parameter


def _is_given(annotation: Any) -> bool:
    return any(isinstance(each, Dependency) for each in getattr(annotation, "__metadata__", ()))


def _alias(annotation: Any) -> str | None:
    named = (each.name for each in getattr(annotation, "__metadata__", ()) if isinstance(each, ParameterKwarg))
    return next(named, None)


def _plain(annotation: Any) -> Any:
    """A parameter's type, with the bounds that it is checked for said in the words of JSON Schema."""
    if typing.get_origin(annotation) is not typing.Annotated:
        return annotation
    kind, *metadata = typing.get_args(annotation)
    for each in metadata:
        if isinstance(each, ParameterKwarg):
            bounds = {name: getattr(each, name) for name in ("ge", "le", "max_length", "pattern")}
            meta = msgspec.Meta(**{name: value for name, value in bounds.items() if value is not None})
            if type(None) in typing.get_args(kind):
                [inner] = [option for option in typing.get_args(kind) if option is not type(None)]
                return typing.Annotated[inner, meta] | None
            return typing.Annotated[kind, meta]
    return kind


def _operation(path: str, method: str, handler: HTTPRouteHandler, kinds: _Kinds) -> dict[str, Any]:
    told = handler.opt.get("says") or inspect.cleandoc(_function(handler).__doc__ or "")
    summary, _, description = told.partition("\n")
    room, name = _function(handler).__module__.rpartition(".")[2], handler.name or handler.handler_name
    operation: dict[str, Any] = {"operationId": f"{room}_{name}", "tags": [room], "summary": summary.rstrip(".")}
    if description.strip():
        operation["description"] = description.strip()
    parameters = [_parameter(path, name, kind, given, kinds) for name, kind, given in _parameters(handler)]
    if method in _UNSAFE:
        parameters.append(_HEADER)
    if parameters:
        operation["parameters"] = parameters
    body = _body(handler)
    if body is not None:
        media = handler.opt.get("takes_type", "application/json")
        schema = {} if body is bytes else kinds.of(body)
        content = {"schema": kinds.new(body, handler.opt["needs"]) if "needs" in handler.opt else schema}
        if "example" in handler.opt:
            content["example"] = handler.opt["example"]
        operation["requestBody"] = {"required": True, "content": {media: content}}
    operation["responses"] = dict(_responses(path, method, handler, kinds))
    return operation


def _parameter(path: str, name: str, kind: Any, given: inspect.Parameter, kinds: _Kinds) -> dict[str, Any]:
    in_path = f"{{{name}}}" in path
    schema = kinds.of(kind)
    if not in_path and given.default not in (inspect.Parameter.empty, None, Empty):
        schema = {**schema, "default": given.default}
    return {
        "name": name,
        "in": "path" if in_path else "query",
        "required": in_path or given.default is inspect.Parameter.empty,
        "schema": schema,
    }


def _responses(path: str, method: str, handler: HTTPRouteHandler, kinds: _Kinds) -> Iterator[tuple[str, Any]]:
    success = HTTPStatus(handler.status_code)
    answer = _answer(handler)
    told: dict[str, Any] = {"description": handler.opt.get("answer_is") or success.phrase}
    if answer is not None:
        content = {"schema": kinds.of(answer)}
        if "answer_example" in handler.opt:
            content["example"] = handler.opt["answer_example"]
        told["content"] = {handler.opt.get("answers_type", "application/json"): content}
    if method == "GET":
        told["headers"] = {"ETag": {"schema": {"type": "string"}, "description": "Give it back as If-None-Match."}}
    yield str(success.value), told
    if method == "GET":
        yield "304", {"description": "Not Modified: what the client has is what there is."}
    refusals = {*_ALWAYS, *handler.opt.get("refuses", ())}
    if method in _UNSAFE:
        refusals.add(HTTPStatus.FORBIDDEN)
    if _body(handler) is not None:
        refusals.update(_BODY)
    if any(True for _ in _parameters(handler)):
        refusals.add(HTTPStatus.BAD_REQUEST)
    if "{" in path:
        refusals.add(HTTPStatus.NOT_FOUND)
    for status in sorted(refusals):
        yield str(status), _refusal(HTTPStatus(status), kinds)


def _refusal(status: HTTPStatus, kinds: _Kinds) -> dict[str, Any]:
    example = {"type": "about:blank", "title": status.phrase, "status": status.value, "detail": "what is wrong"}
    schema = kinds.of(Problem)
    return {"description": status.phrase, "content": {MEDIA_TYPE: {"schema": schema, "example": example}}}
