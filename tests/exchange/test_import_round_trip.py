"""Logs written in every dialect of every generation are read back equal, with every row accounted for."""

import csv
import dataclasses

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from log_files import (
    HEVY_MONTHS,
    STRONG_GENERATIONS,
    STRONG_HEADINGS,
    Dialect,
    dialects,
    logs,
    write_hevy,
    write_strong,
)

from legday.exchange import Reading, read_log
from legday.log import Log
from legday.units import MassUnit

_units: st.SearchStrategy[MassUnit] = st.sampled_from(("kg", "lb"))
_slow = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def assert_read_back(reading: Reading, log: Log, *, lost: tuple[str, ...] = ()) -> None:
    """Check that the log came back but for the fields that the dialect has no column for."""
    blank_set: dict[str, object] = {"source_line": None}
    blank_session: dict[str, object] = {}
    if "rpe" in lost:
        blank_set["rpe"] = None
    if "note" in lost:
        blank_set["note"] = ""
    if "seconds" in lost:
        blank_session["seconds"] = None
    if "session note" in lost:
        blank_session["note"] = ""

    def seen(log: Log) -> list[object]:
        replace = msgspec.structs.replace
        return [
            replace(session, sets=tuple(replace(done, **blank_set) for done in session.sets), **blank_session)
            for session in log.sessions
        ]

    assert seen(reading.log) == seen(log)
    entered = [done.load.unit for _, done in log.sets() if done.load]
    assert [done.load.unit for _, done in reading.log.sets() if done.load] == entered
    assert reading.rows == reading.sets == sum(len(session.sets) for session in log.sessions)
    assert (reading.other, reading.listed) == ({}, ())


def lost_by(columns: tuple[str, ...]) -> tuple[str, ...]:
    """Name the fields that a generation of Strong's export has no column for."""
    lost = [] if any("Duration" in column for column in columns) else ["seconds"]
    telling = {"rpe": "RPE", "note": "Notes", "session note": "Workout Notes"}
    return (*lost, *(name for name, column in telling.items() if column not in columns))


@pytest.mark.parametrize("generation", STRONG_GENERATIONS)
@given(data=st.data())
@_slow
def test_strong_comes_back_from_every_generation(generation: str, data: st.DataObject) -> None:
    style = STRONG_GENERATIONS[generation]
    unit: MassUnit = "lb" if "lb" in generation else "kg" if "kg" in generation else data.draw(_units)
    log, dialect = data.draw(logs(unit)), data.draw(dialects)
    stated = "Weight Unit" in style.columns or style.weight != "Weight"
    reading = read_log(write_strong(log, style, dialect), "log.csv", unit=None if stated else unit)
    assert reading.format == "strong"
    assert_read_back(reading, log, lost=lost_by(style.columns))
    if any(done.load for _, done in log.sets()):
        assert reading.unit == unit


@pytest.mark.parametrize("language", STRONG_HEADINGS)
@given(data=st.data())
@_slow
def test_strong_comes_back_in_every_language(language: str, data: st.DataObject) -> None:
    name = "current" if language == "unheard of" else data.draw(st.sampled_from(("2018", "current")))
    style = dataclasses.replace(STRONG_GENERATIONS[name], language=language)
    unit = data.draw(_units)
    log, dialect = data.draw(logs(unit)), data.draw(dialects)
    reading = read_log(write_strong(log, style, dialect), "log.csv", unit=unit)
    assert_read_back(reading, log, lost=lost_by(style.columns))


@pytest.mark.parametrize("generation", [name for name in STRONG_GENERATIONS if "numbered" not in name])
@given(data=st.data())
@_slow
def test_strong_comes_back_without_headings(generation: str, data: st.DataObject) -> None:
    style = STRONG_GENERATIONS[generation]
    log = data.draw(logs("kg"))
    dialect = Dialect(data.draw(st.sampled_from(",;")), quoting=csv.QUOTE_MINIMAL, headings=False)
    reading = read_log(write_strong(log, style, dialect), "log.csv", unit="kg")
    assert_read_back(reading, log, lost=lost_by(style.columns))


@pytest.mark.parametrize(
    "form",
    (
        "%d.%m.%Y %H:%M:%S",
        "%Y/%m/%d %H:%M:%S",
        "%d %b %Y %H:%M:%S",
        "%Y-%m-%dT%H:%M:%S",
        "%Y-%m-%d %I:%M:%S %p",
    ),
)
@given(log=logs("kg"), dialect=dialects)
@_slow
def test_strong_comes_back_with_dates_as_spreadsheets_write_them(form: str, log: Log, dialect: Dialect) -> None:
    reading = read_log(write_strong(log, STRONG_GENERATIONS["current"], dialect, form), "log.csv", unit="kg")
    assert_read_back(reading, log)


@pytest.mark.parametrize("form", [*HEVY_MONTHS, "American", "dotted", "ISO"])
@given(data=st.data(), unit=_units, dialect=dialects)
@_slow
def test_hevy_comes_back_with_dates_of_every_language(
    form: str, data: st.DataObject, unit: MassUnit, dialect: Dialect
) -> None:
    log = data.draw(logs(unit, seconds=False))
    reading = read_log(write_hevy(log, unit, dialect, form), "log.csv")
    assert reading.format == "hevy"
    assert_read_back(reading, log)
