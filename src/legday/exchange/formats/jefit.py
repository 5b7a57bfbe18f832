"""The CSV export of Jefit: many tables in one file, of which the log has a row for each exercise of a day."""

import msgspec

from legday.exchange.headings import Role
from legday.exchange.layout import Layout, TableFormat, by_headings
from legday.exchange.several import weights_by_reps
from legday.exchange.table import Table

_HEADINGS = {
    "mydate": Role.START,
    "ename": Role.EXERCISE,
    "logs": Role.SETS,
    "belongsession": Role.SESSION_ID,
}


def _recognise(table: Table) -> Layout | None:
    layout = by_headings(table, _HEADINGS)
    if not {Role.START, Role.EXERCISE, Role.SETS}.issubset(layout.columns):
        return None
    weight_at, reps_at = table.width, table.width + 1  # columns that are added
    columns = {**layout.columns, Role.WEIGHT: weight_at, Role.REPS: reps_at}
    unfold = weights_by_reps(columns[Role.SETS], weight_at, reps_at)
    return msgspec.structs.replace(layout, columns=columns, unfold=unfold)


FORMAT = TableFormat("jefit", _recognise)
