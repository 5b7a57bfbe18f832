"""Logging in and out, where a server asks for a password."""

from typing import Any

import msgspec
from litestar import Request, Response, post
from litestar.datastructures import Cookie
from litestar.params import RawBody

from legday.web.bodies import read_body
from legday.web.given import Door
from legday.web.problems import Refusal, problem, respond
from legday.web.safety import COOKIE, SESSION_SECONDS, token_in


class Password(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The password of the server."""

    password: str


@post(
    "/login",
    status_code=204,
    sync_to_thread=True,
    opt={"takes": Password, "refuses": (429,), "example": {"password": "a long sentence"}},
)
def log_in(request: Request[Any, Any, Any], body: RawBody, door: Door) -> Response[None]:
    """Log in; the answer sets a cookie that lasts 30 days. Where no password is asked for, nothing happens."""
    told = read_body(body, Password)
    if door is None:
        return Response(None, status_code=204)
    place = request.client.host if request.client else ""
    wait = door.wait(place)
    if wait:
        sentence = f"that was wrong too often; try again in {wait:.0f} s"
        return respond(problem(429, sentence), {"Retry-After": str(int(wait) + 1)})  # type: ignore[return-value]
    token = door.log_in(place, told.password)
    if token is None:
        raise Refusal(401, "this is not the password")
    return Response(None, status_code=204, cookies=[_cookie(request, token, SESSION_SECONDS)])


@post("/logout", status_code=204, sync_to_thread=False)
def log_out(request: Request[Any, Any, Any], door: Door) -> Response[None]:
    """Log out here; other devices stay logged in."""
    if door is not None:
        door.log_out(token_in(request.headers.get("cookie", "")))
    return Response(None, status_code=204, cookies=[_cookie(request, "", 0)])


def _cookie(request: Request[Any, Any, Any], token: str, seconds: int) -> Cookie:
    secure = request.url.scheme == "https"
    return Cookie(COOKIE, value=token, max_age=seconds, httponly=True, samesite="strict", secure=secure)


HANDLERS = (log_in, log_out)
