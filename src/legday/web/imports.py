"""Logs and diaries of other apps: looked at first, taken in, taken back; and what the names in them stand for."""

import datetime as dt
import hashlib
from collections import Counter
from typing import Annotated, Any, Literal
from urllib.parse import unquote

import msgspec
from anyio import to_thread
from litestar import Request, delete, get, post, put
from litestar.params import FromPath, QueryParameter, RawBody
from sqlalchemy import Engine

from legday.exchange import (
    DiaryReading,
    Listed,
    NameReport,
    Reading,
    read_file,
    settle_names,
    without_known_runs,
)
from legday.log import Log, Subject
from legday.store import (
    PastImport,
    Saved,
    Undone,
    load_profile,
    newest_event,
    past_imports,
    save_diary,
    save_import,
    settle_name,
    settled_names,
    undo_import,
)
from legday.units import MassUnit
from legday.web.bodies import read_body
from legday.web.clock import see
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
    """What a file holds: `rows == kept + sum(other.values()) + listed_count`; of `listed` at most the first 200.

    A training log has `sets`, made of as many rows, and `sessions`; a diary has `things` by what they are: food, run,
    measure and day. `first` and `last` are the first and the last day in it, `notes` sentences about the file.
    """

    format: str
    kind: Literal["log", "diary"]
    rows: int
    kept: int
    sets: int
    things: dict[Subject, int]
    notes: tuple[str, ...]
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
    """Read a log or a diary that another app exported and tell what it holds; nothing is kept.

    The body is the file, the header X-File-Name its name.
    """
    content, name = await request.body(), _file_name(request)
    return await to_thread.run_sync(lambda: _preview(_read(content, name, unit, store, athlete), store, athlete))


@post("/imports", request_max_body_size=MAX_FILE, opt=_FILE)
async def take_in(request: Request[Any, Any, Any], store: Store, athlete: Athlete, unit: Unit = None) -> Imported:
    """Take in a log or a diary that another app exported. A file taken in before adds nothing.

    The body is the file, the header X-File-Name its name.
    """
    content, name = await request.body(), _file_name(request)

    def work() -> Imported:
        reading = _read(content, name, unit, store, athlete)
        looked = _preview(reading, store, athlete)  # before, for afterwards every run is known
        digest, now = hashlib.sha256(content).hexdigest(), dt.datetime.now(dt.UTC)
        if isinstance(reading, DiaryReading):
            saved = save_diary(store, athlete, reading, name, digest, now)
            see(store, athlete, newest_event(store, athlete))
        else:
            saved = save_import(store, athlete, reading, name, digest, now)
        return Imported(looked, saved)

    return await to_thread.run_sync(work)


@get("/imports", sync_to_thread=True)
def show_imports(store: Store, athlete: Athlete) -> list[PastImport]:
    """List what was taken in, the oldest first."""
    return list(past_imports(store, athlete))


@delete("/imports/{import_id:int}", status_code=200, sync_to_thread=True)
def take_back(import_id: FromPath[int], store: Store, athlete: Athlete) -> Undone:
    """Take an import back, with the sessions, foods, runs, measures and days that no other import holds."""
    if all(each.id != import_id for each in past_imports(store, athlete)):
        raise Refusal(404, "there is no such import; GET /api/imports lists them")
    undone = undo_import(store, athlete, import_id)
    see(store, athlete, newest_event(store, athlete))
    return undone


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


def _read(content: bytes, name: str, unit: MassUnit | None, store: Engine, athlete: str) -> Reading | DiaryReading:
    profile = load_profile(store, athlete)
    return read_file(content, name, unit=unit, zone=profile.time_zone if profile else None)


def _preview(reading: Reading | DiaryReading, store: Engine, athlete: str) -> Preview:
    if isinstance(reading, DiaryReading):
        return _diary_preview(without_known_runs(reading, current_log(store, athlete).runs))
    days = [session.start.date() for session in reading.log.sessions]
    return Preview(
        format=reading.format,
        kind="log",
        rows=reading.rows,
        kept=reading.sets,
        sets=reading.sets,
        things={},
        notes=(),
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


def _diary_preview(reading: DiaryReading) -> Preview:
    days = [date for each in reading.kept if (date := each.date)]
    return Preview(
        format=reading.format,
        kind="diary",
        rows=reading.rows,
        kept=reading.rows_kept,
        sets=0,
        things=dict(Counter(each.about for each in reading.kept)),
        notes=reading.notes,
        other=reading.other,
        listed=reading.listed[:_MOST_LISTED],
        listed_count=len(reading.listed),
        unit=None,
        unit_basis="",
        sessions=0,
        first=min(days, default=None),
        last=max(days, default=None),
        names=settle_names(Log(), {})[1],
    )


def _file_name(request: Request[Any, Any, Any]) -> str:
    """The name that messages call the file; percent-encoded, as headers hold nothing but ASCII."""
    return unquote(request.headers.get("x-file-name", ""))[:200].replace("\0", "") or _ANY


HANDLERS = (preview, take_in, show_imports, take_back, show_names, answer_name)
