"""The CSV export of the history in Liftosaur, with and without the weights that were asked for."""

import msgspec

from legday.exchange.headings import Role
from legday.exchange.layout import Layout, TableFormat, Unfold, by_headings
from legday.exchange.table import Table

_HEADINGS = {
    "workout datetime": Role.START,
    "day name": Role.SESSION,
    "exercise": Role.EXERCISE,
    "is warmup set?": Role.WARM_UP,
    "completed reps": Role.REPS,
    "rpe": Role.RPE,
    "completed rpe": Role.RPE,
    "weight value": Role.WEIGHT,
    "completed weight value": Role.WEIGHT,
    "weight unit": Role.WEIGHT_UNIT,
    "completed weight unit": Role.WEIGHT_UNIT,
    "notes": Role.NOTE,
}
_TELLING = (Role.START, Role.EXERCISE, Role.WARM_UP, Role.REPS, Role.WEIGHT)
_REQUIRED = "required weight value", "required weight unit"


def _recognise(table: Table) -> Layout | None:
    layout = by_headings(table, _HEADINGS)
    if not all(role in layout.columns for role in _TELLING):
        return None
    headings = [heading.lower() for heading in table.headings]
    if Role.WEIGHT_UNIT not in layout.columns or not set(_REQUIRED).issubset(headings):
        return layout
    done = layout.columns[Role.WEIGHT], layout.columns[Role.WEIGHT_UNIT]
    required = headings.index(_REQUIRED[0]), headings.index(_REQUIRED[1])
    return msgspec.structs.replace(layout, unfold=_with_required_weight(done, required))


def _with_required_weight(done: tuple[int, int], required: tuple[int, int]) -> Unfold:
    """Take the weight that was asked for where a set was done and its own weight is not there, as the app does."""

    def unfold(fields: list[str]) -> list[list[str]]:
        if not fields[done[0]]:
            fields[done[0]], fields[done[1]] = fields[required[0]], fields[required[1]]
        return [fields]

    return unfold


FORMAT = TableFormat("liftosaur", _recognise)
