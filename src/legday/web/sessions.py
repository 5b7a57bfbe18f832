"""What was done: sessions in pages, the newest first, and each beside what was planned."""

import datetime as dt
from collections.abc import Iterator
from typing import Annotated

import msgspec
from litestar import get
from litestar.params import FromPath, QueryParameter
from sqlalchemy import Engine

from legday.log import LoggedSession, LoggedSet
from legday.session import SessionSteps
from legday.web.days import current_log, steps_of
from legday.web.given import Athlete, Store
from legday.web.problems import Refusal

_MOST = 200


class SessionInShort(msgspec.Struct, frozen=True):
    """A session without its sets: how many there are, and of which exercises, as they are called."""

    id: str
    start: dt.datetime
    name: str
    seconds: int | None
    note: str
    plan: str | None
    planned_date: dt.date | None
    finished: bool
    sets: int
    exercises: tuple[str, ...]


class SessionPage(msgspec.Struct, frozen=True):
    """Sessions, the newest first; `next` is what to give as `before` for those that follow, null at the end."""

    items: tuple[SessionInShort, ...]
    next: str | None


class SessionView(msgspec.Struct, frozen=True):
    """A session with its sets in order, and the steps that were planned for it, if there were any."""

    id: str
    start: dt.datetime
    name: str
    seconds: int | None
    note: str
    plan: str | None
    planned_date: dt.date | None
    finished: bool
    sets: tuple[LoggedSet, ...]
    planned: SessionSteps | None
    overruled: tuple[str, ...]


@get("/sessions", sync_to_thread=True)
def show_all(
    store: Store,
    athlete: Athlete,
    before: Annotated[str | None, QueryParameter(max_length=300)] = None,
    limit: Annotated[int, QueryParameter(ge=1, le=_MOST)] = 50,
    search: Annotated[str | None, QueryParameter(max_length=200)] = None,
) -> SessionPage:
    """List what was done, the newest first, in pages.

    `search` keeps sessions that have all its words in their name, their notes or the names of their exercises.
    """
    words = (search or "").casefold().split()
    items: list[SessionInShort] = []
    for session in sorted(current_log(store, athlete).sessions, key=_place, reverse=True):
        if (before is None or _place(session) < before) and all(_has(session, word) for word in words):
            if len(items) == limit:
                return SessionPage(tuple(items), _place(items[-1]))
            items.append(_in_short(session))
    return SessionPage(tuple(items), None)


@get("/sessions/{session_id:str}", sync_to_thread=True)
def show(session_id: FromPath[str], store: Store, athlete: Athlete) -> SessionView:
    """Show a session with its sets, and what was planned beside it."""
    for session in current_log(store, athlete).sessions:
        if session.id == session_id:
            return SessionView(
                **{name: getattr(session, name) for name in SessionView.__struct_fields__ if name != "planned"},
                planned=_planned(store, athlete, session),
            )
    raise Refusal(404, "there is no such session")


def _place(session: LoggedSession | SessionInShort) -> str:
    """Where a session stands among all; no two have the same place."""
    return f"{session.start.isoformat()}|{session.id}"


def _has(session: LoggedSession, word: str) -> bool:
    return any(word in text.casefold() for text in _texts(session))


def _texts(session: LoggedSession) -> Iterator[str]:
    yield from (session.name, session.note)
    for done in session.sets:
        yield from (done.name, done.note)


def _in_short(session: LoggedSession) -> SessionInShort:
    return SessionInShort(
        id=session.id,
        start=session.start,
        name=session.name,
        seconds=session.seconds,
        note=session.note,
        plan=session.plan,
        planned_date=session.planned_date,
        finished=session.finished,
        sets=len(session.sets),
        exercises=tuple(dict.fromkeys(done.name for done in session.sets)),
    )


def _planned(store: Engine, athlete: str, session: LoggedSession) -> SessionSteps | None:
    if session.plan is None or session.planned_date is None:
        return None
    try:
        return steps_of(store, athlete, session.plan, session.planned_date)
    except Refusal:  # a plan of another store
        return None


HANDLERS = (show_all, show)
