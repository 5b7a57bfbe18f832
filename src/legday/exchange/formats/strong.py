"""The CSV export of Strong: all its generations, languages and separators, with headings or without."""

from collections.abc import Mapping

import msgspec

from legday.exchange.headings import Role
from legday.exchange.layout import Layout, TableFormat, by_headings, by_shape, column, fits
from legday.exchange.table import Table

_R = Role
_SET_TO_SECONDS = (_R.WEIGHT, _R.REPS, _R.DISTANCE, _R.SECONDS)
_NOTES = (_R.NOTE, _R.SESSION_NOTE)
_WITH_UNITS = (
    *(_R.START, _R.SESSION, _R.EXERCISE, _R.ORDER, _R.WEIGHT, _R.WEIGHT_UNIT, _R.REPS, _R.RPE),
    *(_R.DISTANCE, _R.DISTANCE_UNIT, _R.SECONDS, *_NOTES),
)
_OLDEST = (_R.START, _R.SESSION, _R.EXERCISE, _R.ORDER, *_SET_TO_SECONDS)
_TIMED = (_R.START, _R.SESSION, _R.SESSION_TIME, _R.EXERCISE, _R.ORDER, *_SET_TO_SECONDS)
_NUMBERED = (
    *(_R.IGNORED, _R.START, _R.SESSION, _R.SESSION_TIME, _R.EXERCISE, _R.ORDER),
    *(_R.WEIGHT, _R.REPS, _R.RPE, _R.DISTANCE, _R.SECONDS, *_NOTES),
)
GENERATIONS = (
    _OLDEST,
    (*_OLDEST, _R.NOTE),
    (*_OLDEST, *_NOTES, _R.RPE),
    (*_TIMED, _R.RPE),
    (*_TIMED, *_NOTES, _R.RPE),
    _WITH_UNITS,
    (*_WITH_UNITS, _R.SESSION_TIME),
    _NUMBERED,
)
"""The columns of each generation of the export in their order, oldest first."""


def _recognise(table: Table) -> Layout | None:
    layout = by_headings(table)
    columns = layout.columns
    if _R.EXERCISE not in columns and columns.get(_R.ORDER, 0) > 0:
        left = columns[_R.ORDER] - 1  # where the exercise stands in every generation
        if left not in columns.values() and fits(_R.EXERCISE, column(table, left)):
            columns = {**columns, _R.EXERCISE: left}
            layout = msgspec.structs.replace(layout, columns=columns)
    if {_R.START, _R.SESSION, _R.EXERCISE, _R.ORDER}.issubset(columns) and _says_set_order(table, columns):
        return layout if _R.END not in columns else None
    return by_shape(table, GENERATIONS, layout)


def _says_set_order(table: Table, columns: Mapping[Role, int]) -> bool:
    """Tell Strong's order of sets from the numbers of sets in other tables."""
    in_english = table.headings[columns[_R.ORDER]].lower().replace("_", " ") == "set order"
    return in_english or {_R.DISTANCE, _R.SECONDS}.issubset(columns)


FORMAT = TableFormat("strong", _recognise)
