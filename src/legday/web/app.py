"""The app: every handler put together behind one guard."""

from functools import cache
from pathlib import Path
from typing import Any

from litestar import Litestar, Request, Response, Router, get
from litestar.connection import ASGIConnection
from litestar.di import Provide
from litestar.exceptions import ClientException
from litestar.handlers import BaseRouteHandler
from litestar.types import ASGIApp
from sqlalchemy import Engine

from legday.documents import encode
from legday.web import (
    body,
    catalogue,
    check_ins,
    days,
    energy,
    events,
    evidence,
    exercises,
    figures,
    food,
    goals,
    guide,
    imports,
    login,
    pages,
    plans,
    profile,
    replans,
    session_energy,
    sessions,
    statistics,
    things,
    whole,
)
from legday.web.freshness import tagged
from legday.web.given import Store
from legday.web.openapi import describe
from legday.web.problems import HANDLERS
from legday.web.safety import Login, guard

MAX_BODY = 4 * 2**20
"""The most that a request of JSON may hold [bytes]; a thousand events are about a tenth of it."""


class _Json(Response[Any]):
    def render(self, content: Any, *_: Any) -> bytes:
        return content if isinstance(content, bytes) else encode(content)


def make_app(
    store: Engine,
    athlete: str,
    *,
    names: tuple[str, ...] = (),
    password: str | None = None,
    folder: Path = pages.STATIC,
    handbook: Path = pages.HANDBOOK,
) -> ASGIApp:
    """Make the app of an athlete.

    Parameters
    ----------
    store
        From `legday.store.open_store`.
    athlete
        Whose profile, plans and log it shows.
    names
        Host names it is known by, beside localhost and addresses.
    password
        What opens the API; nothing is asked for if None.
    folder
        The built front end.
    handbook
        The built documentation.
    """
    door = Login(password) if password else None
    routes = make_routes(store, athlete, door, folder, handbook)
    return guard(tagged(routes), tuple(name.lower() for name in names), door)


def make_routes(
    store: Engine,
    athlete: str,
    door: Login | None = None,
    folder: Path = pages.STATIC,
    handbook: Path = pages.HANDBOOK,
) -> Litestar:
    """Make the handlers without the guard around them."""

    def whose(store: Store) -> str:  # noqa: ARG001  (after the store: at the same time they would take a task group)
        return athlete

    rooms = (
        profile,
        plans,
        replans,
        days,
        catalogue,
        events,
        things,
        energy,
        evidence,
        check_ins,
        sessions,
        session_energy,
        statistics,
        body,
        goals,
        exercises,
        figures,
        guide,
        food,
        imports,
        whole,
        login,
    )
    api = Router(
        "/api",
        route_handlers=[openapi_document, *(handler for room in rooms for handler in room.HANDLERS)],
        guards=[_takes_json],
    )
    return Litestar(
        [api, pages.page, pages.handbook_page],
        dependencies={
            "store": Provide(lambda: store, sync_to_thread=False),
            "athlete": Provide(whose, sync_to_thread=False),
            "folder": Provide(lambda: folder, sync_to_thread=False),
            "handbook": Provide(lambda: handbook, sync_to_thread=False),
            "door": Provide(lambda: door, sync_to_thread=False),
        },
        exception_handlers=HANDLERS,
        logging_config=None,
        openapi_config=None,
        request_max_body_size=MAX_BODY,
        response_class=_Json,
    )


@get("/openapi.json", sync_to_thread=True)
def openapi_document(request: Request[Any, Any, Any]) -> dict[str, Any]:
    """Describe this API."""
    return _description(request.app)


@cache
def _description(app: Litestar) -> dict[str, Any]:
    return describe(app)


async def _takes_json(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
    """Refuse a body that does not say it is JSON, where JSON is taken; async, for else it would be given a thread."""
    if "takes" in handler.opt and "takes_type" not in handler.opt:
        kind = connection.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind != "application/json":
            raise ClientException("send this as application/json", status_code=415)
