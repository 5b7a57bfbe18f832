"""Logs written as FitNotes, Fitbod, Liftosaur, wger, Jefit and athletes themselves write them are read back equal."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from log_files import (
    FITNOTES,
    JEFIT,
    LIFTOSAUR,
    NEW_FITBOD,
    OLD_FITBOD,
    OWN,
    OWN_HEADINGS,
    WGER,
    Dialect,
    WgerForm,
    dialects,
    logs,
    write_fitnotes,
    write_jefit,
    write_liftosaur,
    write_new_fitbod,
    write_old_fitbod,
    write_own,
    write_wger,
)

from legday.exchange import Reading, read_log
from legday.log import Log
from legday.units import MassUnit

_units: st.SearchStrategy[MassUnit] = st.sampled_from(("kg", "lb"))
_slow = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
_APART = 24 * 60
"""Sessions a day apart, where a format knows them by their times only [min]."""


def assert_read_back(reading: Reading, log: Log, rows: int | None = None) -> None:
    """Check that the log came back, in the units it was entered in, with every row accounted for."""

    def seen(log: Log) -> list[object]:
        return [
            (
                *(session.start, session.name, session.seconds, session.note),
                *((s.name, s.position, s.kind, s.reps, s.load, s.seconds, s.rpe, s.note) for s in session.sets),
            )
            for session in log.sessions
        ]

    assert seen(reading.log) == seen(log)
    entered = [done.load.unit for _, done in log.sets() if done.load]
    assert [done.load.unit for _, done in reading.log.sets() if done.load] == entered
    assert reading.sets_made == sum(1 for _ in log.sets())
    assert reading.rows == reading.sets == (reading.sets_made if rows is None else rows)
    assert (reading.other, reading.listed) == ({}, ())


@given(data=st.data(), unit=_units, dialect=dialects, unit_column=st.booleans(), comments=st.booleans())
@_slow
def test_fitnotes_comes_back(
    data: st.DataObject, unit: MassUnit, dialect: Dialect, unit_column: bool, comments: bool
) -> None:
    log = FITNOTES.of(data.draw(logs(unit, noted=comments)))
    content = write_fitnotes(log, unit, dialect, unit_column=unit_column, comments=comments)
    reading = read_log(content, "log.csv")
    assert reading.format == "fitnotes"
    assert_read_back(reading, log)


@given(data=st.data(), unit=_units, dialect=dialects)
@_slow
def test_old_fitbod_comes_back_with_every_set_of_a_row(data: st.DataObject, unit: MassUnit, dialect: Dialect) -> None:
    log = OLD_FITBOD.of(data.draw(logs(unit)))
    content, rows = write_old_fitbod(log, dialect)
    if rows:
        reading = read_log(content, "log.csv", unit=unit)
        assert reading.format == "fitbod"
        assert_read_back(reading, log, rows)


@given(data=st.data(), unit=_units, dialect=dialects)
@_slow
def test_new_fitbod_comes_back(data: st.DataObject, unit: MassUnit, dialect: Dialect) -> None:
    log = NEW_FITBOD.of(data.draw(logs(unit, apart=_APART)))
    reading = read_log(write_new_fitbod(log, unit, dialect), "log.csv")
    assert reading.format == "fitbod"
    assert_read_back(reading, log)


@given(data=st.data(), unit=_units, dialect=dialects, new=st.booleans(), weight_as_asked=st.booleans())
@_slow
def test_liftosaur_comes_back(
    data: st.DataObject, unit: MassUnit, dialect: Dialect, new: bool, weight_as_asked: bool
) -> None:
    log = LIFTOSAUR.of(data.draw(logs(unit)))
    if log.sessions:
        content = write_liftosaur(log, dialect, new=new, weight_as_asked=weight_as_asked)
        reading = read_log(content, "log.csv")
        assert reading.format == "liftosaur"
        assert_read_back(reading, log)


@pytest.mark.parametrize("form", ["pages", "routine", "parts", "lines"])
@given(data=st.data(), unit=_units)
@_slow
def test_wger_comes_back_from_answers_of_every_kind(form: WgerForm, data: st.DataObject, unit: MassUnit) -> None:
    log = WGER.of(data.draw(logs(unit, apart=_APART)))
    reading = read_log(write_wger(log, form), "log.json")
    assert (reading.format, reading.counted) == ("wger", "entry")
    assert_read_back(reading, log)
    assert [row.line for row in reading.source_rows] == list(range(1, reading.rows + 1))


@given(data=st.data(), unit=_units)
@_slow
def test_jefit_comes_back_out_of_its_many_tables(data: st.DataObject, unit: MassUnit) -> None:
    log = JEFIT.of(data.draw(logs(unit)))
    content, rows = write_jefit(log)
    if rows:
        reading = read_log(content, "log.csv", unit=unit)
        assert reading.format == "jefit"
        assert_read_back(reading, log, rows)


@pytest.mark.parametrize("language", OWN_HEADINGS)
@given(
    data=st.data(),
    unit=_units,
    dialect=dialects,
    order=st.permutations(range(10)),
    form=st.sampled_from(("%Y-%m-%d %H:%M:%S", "%d.%m.%Y %H:%M:%S", "%d %b %Y, %H:%M:%S", "%Y/%m/%d %H:%M:%S")),
)
@_slow
def test_a_table_of_ones_own_comes_back_with_columns_in_any_order_and_language(
    language: str, data: st.DataObject, unit: MassUnit, dialect: Dialect, order: list[int], form: str
) -> None:
    log = OWN.of(data.draw(logs(unit, apart=_APART)))
    reading = read_log(write_own(log, language, unit, dialect, order, form), "log.csv")
    assert reading.format == "csv"
    assert_read_back(reading, log)
