"""Errors of the API as problem details (RFC 9457): a status, one clear sentence, and what is wrong with which field."""

import logging
from http import HTTPStatus
from typing import Any

import msgspec
from litestar import Request, Response
from litestar.exceptions import HTTPException
from litestar.types import ExceptionHandlersMap

from legday.documents import InputError, encode
from legday.planner import Conflict, Relaxation
from legday.store import StoreError

MEDIA_TYPE = "application/problem+json"

_log = logging.getLogger("legday.web")


class FieldProblem(msgspec.Struct, frozen=True):
    """What is wrong with one field; `field` is its path, such as `days.friday`, empty for the whole."""

    field: str
    message: str


class Problem(msgspec.Struct, frozen=True, omit_defaults=True):
    """An error as the API tells it. `conflict` and `relaxations` come with a plan that can't be made."""

    type: str
    title: str
    status: int
    detail: str
    problems: tuple[FieldProblem, ...] = ()
    conflict: tuple[Conflict, ...] = ()
    relaxations: tuple[Relaxation, ...] = ()


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """A request that is answered with a problem."""

    def __init__(self, status: int, detail: str, **more: Any) -> None:
        self.problem = problem(status, detail, **more)
        super().__init__(detail)


def problem(status: int, detail: str, **more: Any) -> Problem:
    """Make a problem of a status and a sentence."""
    return Problem("about:blank", HTTPStatus(status).phrase, status, detail, **more)


def respond(told: Problem, headers: dict[str, str] | None = None) -> Response[bytes]:
    """Make the response that tells a problem."""
    return Response(encode(told), status_code=told.status, media_type=MEDIA_TYPE, headers=headers)


def _refusal(_: Request[Any, Any, Any], error: Refusal) -> Response[bytes]:
    return respond(error.problem)


def _input_error(_: Request[Any, Any, Any], error: InputError) -> Response[bytes]:
    fields = tuple(FieldProblem(each.field, each.message) for each in error.problems)
    return respond(problem(HTTPStatus.UNPROCESSABLE_ENTITY, _sentence(fields), problems=fields))


def _http_error(_: Request[Any, Any, Any], error: HTTPException) -> Response[bytes]:
    wrong = error.extra if isinstance(error.extra, list) else []
    fields = tuple(FieldProblem(str(each.get("key", "")), str(each.get("message", ""))) for each in wrong)
    return respond(problem(error.status_code, _sentence(fields) or error.detail, problems=fields), error.headers)


def _store_error(_: Request[Any, Any, Any], error: StoreError) -> Response[bytes]:
    _log.error("%s", error)
    return respond(problem(HTTPStatus.SERVICE_UNAVAILABLE, str(error)))


def _fault(request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    _log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return respond(problem(HTTPStatus.INTERNAL_SERVER_ERROR, "something in legday is wrong; nothing was kept of this"))


def _sentence(fields: tuple[FieldProblem, ...]) -> str:
    return "; ".join(f"{each.field}: {each.message}" if each.field else each.message for each in fields)


def _too_deep(*_: object) -> Response[bytes]:
    return respond(problem(HTTPStatus.BAD_REQUEST, "this JSON is nested too deep"))


HANDLERS: ExceptionHandlersMap = {
    Refusal: _refusal,
    InputError: _input_error,
    HTTPException: _http_error,
    StoreError: _store_error,
    RecursionError: _too_deep,
    Exception: _fault,
}
