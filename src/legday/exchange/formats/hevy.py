"""The CSV export of Hevy, from the app and from its web site."""

from legday.exchange.headings import Role
from legday.exchange.layout import Layout, TableFormat, by_headings, by_shape
from legday.exchange.table import Table

_HEADINGS = {
    "title": Role.SESSION,
    "start_time": Role.START,
    "end_time": Role.END,
    "description": Role.SESSION_NOTE,
    "exercise_title": Role.EXERCISE,
    "exercise_notes": Role.NOTE,
    "set_index": Role.ORDER,
    "set_type": Role.KIND,
    "weight_kg": Role.WEIGHT,
    **dict.fromkeys(("weight_lbs", "weight_lb", "weight"), Role.WEIGHT),
    "reps": Role.REPS,
    "distance_km": Role.DISTANCE,
    **dict.fromkeys(("distance_miles", "distance_meters", "distance_m"), Role.DISTANCE),
    **dict.fromkeys(("duration_seconds", "duration_s"), Role.SECONDS),
    "rpe": Role.RPE,
}
_ORDER = (
    Role.SESSION,
    Role.START,
    Role.END,
    Role.SESSION_NOTE,
    Role.EXERCISE,
    Role.IGNORED,
    Role.NOTE,
    Role.ORDER,
    Role.KIND,
    Role.WEIGHT,
    Role.REPS,
    Role.DISTANCE,
    Role.SECONDS,
    Role.RPE,
)
_TELLING = (Role.START, Role.EXERCISE, Role.ORDER, Role.REPS)


def _recognise(table: Table) -> Layout | None:
    layout = by_headings(table, _HEADINGS)
    if all(role in layout.columns for role in _TELLING):
        return layout
    return by_shape(table, (_ORDER,), layout)


FORMAT = TableFormat("hevy", _recognise)
