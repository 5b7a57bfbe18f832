"""Sets, sessions, measures, foods, runs and more one at a time: each request that changes one makes one event."""

import datetime as dt
import re
from typing import Any

from litestar import delete, get, patch, post
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath, RawBody
from sqlalchemy import Engine

from legday.documents import InputError
from legday.log import CHANGES, Event, LoggedRun, Measure, OwnExercise, Recipe, Subject
from legday.store import add_events, load_thing, newest_event
from legday.web.bodies import read_body
from legday.web.clock import next_id, see
from legday.web.days import current_log
from legday.web.given import Athlete, Store
from legday.web.problems import Refusal

DEVICE = "server"
"""The device whose events these are."""

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,119}")
_SET = {"session": "free:019ab1c2", "name": "Squat", "exercise": "squat", "reps": 8, "load": "100 kg", "order": 1}
_KINDS: dict[Subject, tuple[str, tuple[str, ...], dict[str, Any]]] = {
    "set": ("sets", ("session", "name"), _SET),
    "session": ("sessions", ("start", "name"), {"start": "2026-11-23T18:00:00", "name": "Legs"}),
    "measure": (
        "measures",
        ("date", "kind", "value", "unit"),
        {"date": "2026-11-23", "kind": "thigh", "value": 58.5, "unit": "cm", "side": "left"},
    ),
    "exercise": ("exercises", ("name",), {"name": "Sandbag squat", "part": "quads"}),
    "food": (
        "foods",
        ("date", "energy"),
        {
            "date": "2026-11-23",
            "time": "12:30",
            "meal": "lunch",
            "name": "Rice bowl",
            "energy": "650 kcal",
            "protein": 32,
        },
    ),
    "recipe": (
        "recipes",
        ("name",),
        {"name": "Porridge", "servings": 2, "items": {"1": {"name": "Oats", "energy": "370 kcal", "protein": 13}}},
    ),
    "run": ("runs", ("start",), {"start": "2026-11-22T07:30:00", "kind": "easy", "meters": 8200, "seconds": 2880}),
}


@get("/measures", sync_to_thread=True)
def show_measures(store: Store, athlete: Athlete) -> tuple[Measure, ...]:
    """List the measures of the body, the oldest first."""
    return current_log(store, athlete).measures


@get("/exercises", sync_to_thread=True)
def show_exercises(store: Store, athlete: Athlete) -> tuple[OwnExercise, ...]:
    """List the exercises of the athlete's own."""
    return current_log(store, athlete).exercises


@get("/recipes", sync_to_thread=True)
def show_recipes(store: Store, athlete: Athlete) -> tuple[Recipe, ...]:
    """List the recipes, and the meals that are eaten often."""
    return current_log(store, athlete).recipes


@get("/runs", sync_to_thread=True)
def show_runs(store: Store, athlete: Athlete) -> tuple[LoggedRun, ...]:
    """List the runs, the oldest first."""
    return current_log(store, athlete).runs


def _changing(about: Subject) -> tuple[HTTPRouteHandler, ...]:
    """Make the handlers that make, change, remove and restore the things of a subject."""
    path, needed, example = _KINDS[about]
    change = CHANGES[about]

    @post(
        f"/{path}",
        sync_to_thread=True,
        name=f"make_{about}",
        opt={"says": f"Make a {about}", "takes": change, "needs": needed, "example": example},
    )
    def make(body: RawBody, store: Store, athlete: Athlete) -> Event:
        fields = read_body(body, dict[str, Any])
        of = fields.pop("id") if "id" in fields else next_id(store, athlete)
        if not isinstance(of, str) or not _ID.fullmatch(of):
            raise InputError.at("", "an id has up to 120 letters, digits and _ . : -", field="id")
        missing = [field for field in needed if fields.get(field) is None]
        if missing:
            raise InputError.at("", f"{' and '.join(missing)} must be given", field=missing[0])
        return record_change(store, athlete, about, of, fields)

    @patch(
        f"/{path}/{{thing_id:str}}",
        sync_to_thread=True,
        name=f"change_{about}",
        opt={"says": f"Change some fields of a {about}; null takes a field away", "takes": change},
    )
    def alter(thing_id: FromPath[str], body: RawBody, store: Store, athlete: Athlete) -> Event:
        _find(store, athlete, about, thing_id)
        return record_change(store, athlete, about, thing_id, read_body(body, dict[str, Any]))

    @delete(
        f"/{path}/{{thing_id:str}}",
        status_code=200,
        sync_to_thread=True,
        name=f"remove_{about}",
        opt={"says": f"Take a {about} out of the log; it can be restored"},
    )
    def remove(thing_id: FromPath[str], store: Store, athlete: Athlete) -> Event:
        _find(store, athlete, about, thing_id)
        return record_change(store, athlete, about, thing_id, {"removed": True})

    @post(
        f"/{path}/{{thing_id:str}}/restore",
        status_code=200,
        sync_to_thread=True,
        name=f"restore_{about}",
        opt={"says": f"Put a {about} back that was removed"},
    )
    def restore(thing_id: FromPath[str], store: Store, athlete: Athlete) -> Event:
        _find(store, athlete, about, thing_id)
        return record_change(store, athlete, about, thing_id, {"removed": None})

    return make, alter, remove, restore


def record_change(store: Engine, athlete: str, about: Subject, of: str, change: dict[str, Any]) -> Event:
    """Keep a change that was asked for here as an event of the server."""
    now = dt.datetime.now(dt.UTC)
    event = Event(next_id(store, athlete), now, DEVICE, about, of, change)
    add_events(store, athlete, [event], now)
    return event


def _find(store: Engine, athlete: str, about: Subject, of: str) -> None:
    see(store, athlete, newest_event(store, athlete))  # another server may have written to the same store
    if load_thing(store, athlete, about, of) is not None:
        return
    log = current_log(store, athlete)
    imported = about == "session" and any(session.id == of for session in log.sessions)
    if not imported and not (about == "set" and any(done.id == of for _, done in log.sets())):
        raise Refusal(404, f"there is no such {about}")


HANDLERS = (
    show_measures,
    show_exercises,
    show_recipes,
    show_runs,
    *(handler for about in _KINDS for handler in _changing(about)),
)
