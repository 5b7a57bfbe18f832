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
    columns = {**layout.columns, Role.WEIGHT: table.width, Role.REPS: table.width + 1}
    return msgspec.structs.replace(layout, columns=columns, unfold=weights_by_reps(columns[Role.SETS]))


FORMAT = TableFormat("jefit", _recognise)
