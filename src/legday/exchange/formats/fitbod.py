"""The CSV export of Fitbod: the older one with a column of sets, and the newer one with a row for each set."""

import datetime as dt

import msgspec

from legday.exchange.headings import Role
from legday.exchange.layout import Layout, TableFormat, by_headings
from legday.exchange.several import repeated
from legday.exchange.table import Table

_HEADINGS = {
    "date": Role.START,
    "exercise": Role.EXERCISE,
    "sets": Role.SETS,
    "reps": Role.REPS,
    **dict.fromkeys(("weight", "weight(kg)", "weight(lbs)", "weight(lb)"), Role.WEIGHT),
    "duration(s)": Role.SECONDS,
    **dict.fromkeys(("distance(m)", "distance(km)", "distance(mi)"), Role.DISTANCE),
    "iswarmup": Role.WARM_UP,
    "note": Role.NOTE,
}
_TELLING = (Role.START, Role.EXERCISE, Role.REPS, Role.WEIGHT, Role.WARM_UP)
_GAP = dt.timedelta(minutes=90)


def _recognise(table: Table) -> Layout | None:
    layout = by_headings(table, _HEADINGS)
    if not all(role in layout.columns for role in _TELLING):
        return None
    sets_at = layout.columns.get(Role.SETS)
    return msgspec.structs.replace(layout, unfold=None if sets_at is None else repeated(sets_at), gap=_GAP)


FORMAT = TableFormat("fitbod", _recognise)
