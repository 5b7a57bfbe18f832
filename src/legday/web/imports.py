"""Logs of other apps: looked at first, taken in, taken back; and what the names in them stand for."""

import datetime as dt
import hashlib
from typing import Annotated, Any
from urllib.parse import unquote

import msgspec
from anyio import to_thread
from litestar import Request, delete, get, post, put
from litestar.params import FromPath, QueryParameter, RawBody
from sqlalchemy import Engine

from legday.exchange import Listed, NameReport, Reading, read_log, settle_names
from legday.store import (
    PastImport,
    Saved,
    Undone,
    past_imports,
    save_import,
    settle_name,
    settled_names,
    undo_import,
)
from legday.units import MassUnit
from legday.web.bodies import read_body
from legday.web.days import current_log
from legday.web.given import Athlete, Store
from legday.web.problems import Refusal

MAX_FILE = 64 * 2**20
"""The largest file that is taken [bytes]."""

_MOST_LISTED = 200
_FILE = {"takes": bytes, "takes_type": "application/octet-stream", "refuses": (413, 422)}
_ANY = "the file"

Unit = Annotated[MassUnit | None, QueryParameter(description="The unit of the weights, where the file does not say.")]


class Preview(msgspec.Struct, frozen=True):
    """What a file holds: `rows == sets + sum(other.values()) + listed_count`; of `listed` at most the first 200.

    `first` and `last` are the days of its first and last session.
    """

    format: str
    rows: int
    sets: int
    other: dict[str, int]
    listed: tuple[Listed, ...]
    listed_count: int
    unit: MassUnit | None
    unit_basis: str
    sessions: int
    first: dt.date | None
    last: dt.date | None
    names: NameReport


class Imported(msgspec.Struct, frozen=True):
    """What a file held, and what of it is new."""

    preview: Preview
    saved: Saved


class Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a name stands for: the id of an exercise, `exercise/variant`, or `other` for what is no leg exercise."""

    name: Annotated[str, msgspec.Meta(min_length=1, max_length=500)]
    answer: Annotated[str, msgspec.Meta(min_length=1, max_length=130)]


@post("/imports/preview", status_code=200, request_max_body_size=MAX_FILE, opt=_FILE)
async def preview(request: Request[Any, Any, Any], store: Store, athlete: Athlete, unit: Unit = None) -> Preview:
    """Read a log that another app exported and tell what it holds; nothing is kept.

    The body is the file, the header X-File-Name its name.
    """
    content, name = await request.body(), _file_name(request)
    return await to_thread.run_sync(lambda: _preview(read_log(content, name, unit=unit), store, athlete))


@post("/imports", request_max_body_size=MAX_FILE, opt=_FILE)
async def take_in(request: Request[Any, Any, Any], store: Store, athlete: Athlete, unit: Unit = None) -> Imported:
    """Take in a log that another app exported. A file taken in before adds nothing.

    The body is the file, the header X-File-Name its name.
    """
    content, name = await request.body(), _file_name(request)

    def work() -> Imported:
        reading = read_log(content, name, unit=unit)
        digest = hashlib.sha256(content).hexdigest()
        saved = save_import(store, athlete, reading, name, digest, dt.datetime.now(dt.UTC))
        return Imported(_preview(reading, store, athlete), saved)

    return await to_thread.run_sync(work)


@get("/imports", sync_to_thread=True)
def show_imports(store: Store, athlete: Athlete) -> list[PastImport]:
    """List what was taken in, the oldest first."""
    return list(past_imports(store, athlete))


@delete("/imports/{import_id:int}", status_code=200, sync_to_thread=True)
def take_back(import_id: FromPath[int], store: Store, athlete: Athlete) -> Undone:
    """Take an import back, with the sessions that no other import holds."""
    if all(each.id != import_id for each in past_imports(store, athlete)):
        raise Refusal(404, "there is no such import; GET /api/imports lists them")
    return undo_import(store, athlete, import_id)


@get("/names", sync_to_thread=True)
def show_names(store: Store, athlete: Athlete) -> NameReport:
    """Tell what the names in the log stand for, and which of them are open."""
    return _names(store, athlete)


@put("/names", sync_to_thread=True, opt={"takes": Answer, "example": {"name": "Squat (Barbell)", "answer": "squat"}})
def answer_name(body: RawBody, store: Store, athlete: Athlete) -> NameReport:
    """Settle what a name stands for, in this and every later import."""
    told = read_body(body, Answer)
    settle_name(store, athlete, told.name, told.answer, dt.datetime.now(dt.UTC))
    return _names(store, athlete)


def _names(store: Engine, athlete: str) -> NameReport:
    return settle_names(current_log(store, athlete), settled_names(store, athlete))[1]


def _preview(reading: Reading, store: Engine, athlete: str) -> Preview:
    days = [session.start.date() for session in reading.log.sessions]
    return Preview(
        format=reading.format,
        rows=reading.rows,
        sets=reading.sets,
        other=reading.other,
        listed=reading.listed[:_MOST_LISTED],
        listed_count=len(reading.listed),
        unit=reading.unit,
        unit_basis=reading.unit_basis,
        sessions=len(days),
        first=min(days, default=None),
        last=max(days, default=None),
        names=settle_names(reading.log, settled_names(store, athlete))[1],
    )


def _file_name(request: Request[Any, Any, Any]) -> str:
    """The name that messages call the file; percent-encoded, as headers hold nothing but ASCII."""
    return unquote(request.headers.get("x-file-name", ""))[:200].replace("\0", "") or _ANY


HANDLERS = (preview, take_in, show_imports, take_back, show_names, answer_name)
