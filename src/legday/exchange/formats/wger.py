"""The JSON of wger's REST API: the log, its pages or the logs of a routine, alone or with sessions and exercises."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from legday.exchange.document import Entry, make_entry, table_of
from legday.exchange.headings import Role
from legday.exchange.layout import DocumentFormat, Layout
from legday.exchange.numbers import read_number
from legday.exchange.table import Table

_COLUMNS = (
    *(Role.START, Role.END, Role.SESSION_ID, Role.SESSION_NOTE, Role.EXERCISE, Role.KIND),
    *(Role.WEIGHT, Role.WEIGHT_UNIT, Role.REPS, Role.DISTANCE, Role.DISTANCE_UNIT, Role.SECONDS, Role.RIR, Role.NOTE),
)
_LAYOUT = Layout({role: index for index, role in enumerate(_COLUMNS)}, gap=dt.timedelta(minutes=90))
_DEPTH = 8
_SESSION_KEYS = frozenset(("impression", "time_start", "datetime_start"))

# The names of units by their numbers, as every instance of wger is set up with them.
_WEIGHT_UNITS = {"1": "kg", "2": "lb", "3": "body weight", "4": "plates", "5": "km/h", "6": "mph"}
_REPETITION_UNITS = {
    "1": "repetitions",
    "2": "until failure",
    "3": "seconds",
    "4": "minutes",
    "5": "miles",
    "6": "kilometers",
    "7": "max reps",
    "8": "meters",
}
_NO_LOAD = ("body weight", "km/h", "mph", "kilometers per hour", "miles per hour")
_LENGTHS = {"miles": "mi", "kilometers": "km", "meters": "m"}

Fields = Mapping[str, Any]


def _tabulate(name: str, document: object) -> tuple[Table, Layout] | None:
    sessions: dict[str, Fields] = {}
    exercises: dict[str, str] = {}
    logs: list[tuple[Fields, Fields]] = []
    for found, around in _objects(document, {}, _DEPTH):
        if _is_log(found):
            logs.append((found, around))
        elif not _SESSION_KEYS.isdisjoint(found):
            sessions[_text(found.get("id"))] = found
        elif exercise := _name_in(found):
            number = _text(found.get("exercise") or found.get("exercise_base") or found.get("id"))
            if number not in exercises or _is_english(found):
                exercises[number] = exercise
    if not logs:
        return None
    entries = [_entry(log, _session_of(log, sessions) or around, exercises) for log, around in logs]
    return table_of(name, [role.value for role in _COLUMNS], entries), _LAYOUT


def _objects(value: object, around: Fields, depth: int) -> Iterator[tuple[Fields, Fields]]:
    """Go through the objects of a document, each with the session around it; not into logs and exercises."""
    if isinstance(value, dict):
        yield value, around
        if _is_log(value) or _name_in(value):
            return
        around = value["session"] if isinstance(value.get("session"), dict) else around
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in inside if depth else ():
        if isinstance(each, dict | list):
            yield from _objects(each, around, depth - 1)


def _is_log(value: Fields) -> bool:
    names_exercise = any(key in value for key in ("exercise", "exercise_base", "exercise_name"))
    return names_exercise and "weight" in value and ("repetitions" in value or "reps" in value)


def _session_of(log: Fields, sessions: Mapping[str, Fields]) -> Fields | None:
    own = log.get("session")
    return own if isinstance(own, dict) else sessions.get(_text(own))


def _entry(log: Fields, session: Fields, exercises: Mapping[str, str]) -> Entry:
    cells: dict[Role, str] = {}
    problem = ""
    try:
        cells = {**_when(log, session), **_what(log, exercises), **_how_much(log)}
    except ValueError as error:
        problem = str(error)
    return make_entry([cells.get(role, "") for role in _COLUMNS], log, problem)


def _when(log: Fields, session: Fields) -> dict[Role, str]:
    start, end = _text(session.get("datetime_start")), _text(session.get("datetime_end"))
    day = _text(session.get("date"))[:10]
    if day:
        start = start or f"{day} {_text(session.get('time_start'))}".strip()
        end = end or (f"{day} {_text(session['time_end'])}" if session.get("time_end") else "")
    own = log.get("session")
    return {
        Role.START: start or _text(log.get("date")),
        Role.END: end,
        Role.SESSION_ID: _text(own) if not isinstance(own, dict) else _text(own.get("id")),
        Role.SESSION_NOTE: _text(session.get("notes")),
    }


def _what(log: Fields, exercises: Mapping[str, str]) -> dict[Role, str]:
    given = log.get("exercise", log.get("exercise_base"))
    name = _text(log.get("exercise_name"))
    if not name and isinstance(given, dict):
        name = _name_in(given) or _text(given.get("name"))
    elif not name:
        name = exercises.get(_text(given), _text(given))
        if name.isdigit():
            raise ValueError(
                f"the exercise is only a number, {name}; put the answer of exerciseinfo into the file, too"
            )
    return {Role.EXERCISE: name, Role.NOTE: _text(log.get("comment") or log.get("notes"))}


def _name_in(exercise: Fields) -> str:
    """Return the name of an exercise, the English one if it is translated; nothing if this is no exercise."""
    if isinstance(exercise.get("translations"), list):
        named = [each for each in exercise["translations"] if isinstance(each, dict) and each.get("name")]
        named.sort(key=_is_english, reverse=True)
        return _text(named[0]["name"]) if named else ""
    return _text(exercise.get("name")) if "category" in exercise or "language" in exercise else ""


def _is_english(translation: Fields) -> bool:
    return translation.get("language") in (2, "2", "en")


def _how_much(log: Fields) -> dict[Role, str]:
    amount = _text(log.get("repetitions", log.get("reps")))
    unit = _unit(log.get("repetitions_unit", log.get("repetition_unit")), _REPETITION_UNITS)
    weight_unit = _unit(log.get("weight_unit"), _WEIGHT_UNITS)
    has_load = weight_unit not in _NO_LOAD
    cells = {
        Role.WEIGHT: _text(log.get("weight")) if has_load else "",
        Role.WEIGHT_UNIT: weight_unit if has_load else "",
        Role.RIR: _text(log.get("rir")),
        Role.SECONDS: _text(log.get("duration")),
        Role.DISTANCE: _text(log.get("distance")),
    }
    distance_unit = _unit(log.get("distance_unit"), _REPETITION_UNITS)
    cells[Role.DISTANCE_UNIT] = _LENGTHS.get(distance_unit, distance_unit)
    if unit in ("", "repetitions", "until failure", "max reps"):
        cells[Role.REPS] = amount
        cells[Role.KIND] = "failure" if unit == "until failure" else ""
    elif unit == "seconds":
        cells[Role.SECONDS] = amount
    elif unit == "minutes":
        cells[Role.SECONDS] = str((read_number(amount) or 0) * 60)
    elif unit in _LENGTHS:
        cells[Role.DISTANCE], cells[Role.DISTANCE_UNIT] = amount, _LENGTHS[unit]
    else:
        raise ValueError(f"the unit of the repetitions, {unit[:40]!r}, is not known")
    return cells


def _unit(value: object, names: Mapping[str, str]) -> str:
    if isinstance(value, dict):
        value = value.get("name") or value.get("id")
    text = _text(value)
    return names.get(text, text).lower()


def _text(value: object) -> str:
    if value is None or isinstance(value, dict | list):
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value).strip()


FORMAT = DocumentFormat("wger", _tabulate)
