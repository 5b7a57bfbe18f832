"""The CSV export of FitNotes for Android and for the iPhone."""

import msgspec

from legday.exchange.headings import Role, read_heading
from legday.exchange.layout import Layout, TableFormat, Unfold, by_headings
from legday.exchange.table import Table

_HEADINGS = {
    "date": Role.START,
    "exercise": Role.EXERCISE,
    "category": Role.CATEGORY,
    **dict.fromkeys(("weight", "weight (kg)", "weight (kgs)", "weight (lb)", "weight (lbs)"), Role.WEIGHT),
    "weight unit": Role.WEIGHT_UNIT,
    "reps": Role.REPS,
    "distance": Role.DISTANCE,
    "distance unit": Role.DISTANCE_UNIT,
    "time": Role.SECONDS,
    "comment": Role.NOTE,
    "notes": Role.NOTE,
    "kind": Role.KIND,
}
_TELLING = (Role.START, Role.EXERCISE, Role.CATEGORY, Role.WEIGHT, Role.REPS)


def _recognise(table: Table) -> Layout | None:
    layout = by_headings(table, _HEADINGS)
    if not all(role in layout.columns for role in _TELLING):
        return None
    weights = [index for index, text in enumerate(table.headings) if _HEADINGS.get(text.lower()) is Role.WEIGHT]
    if len(weights) != 2 or Role.WEIGHT_UNIT in layout.columns:
        return layout
    units = [read_heading(table.headings[index]).mass_unit or "" for index in weights]
    return msgspec.structs.replace(layout, unfold=_weight_of_either((weights[0], weights[1]), units[1]))


def _weight_of_either(columns: tuple[int, int], other_unit: str) -> Unfold:
    """Take the weight of the second column, with its unit, where the first is blank."""

    def unfold(fields: list[str]) -> list[list[str]]:
        if not fields[columns[0]] and fields[columns[1]]:
            fields[columns[0]] = f"{fields[columns[1]]} {other_unit}"
        return [fields]

    return unfold


FORMAT = TableFormat("fitnotes", _recognise)
