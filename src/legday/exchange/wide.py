"""Tables with columns for each set of a row, such as `Set 1, Set 2` or `Reps 1, Weight 1, Reps 2, Weight 2`."""

import re
from collections.abc import Mapping

import msgspec

from legday.exchange.headings import Role, read_heading
from legday.exchange.layout import Unfold
from legday.exchange.several import split_set
from legday.exchange.table import Table
from legday.exchange.words import has_stem, known_words
from legday.units import MassUnit

_NUMBERED = re.compile(r"\s*(?P<before>.*?)\s*(?<!\d)(?P<number>[1-9]|[1-4]\d)(?!\d)(?P<after>.*)")
_MEASURES = (Role.REPS, Role.WEIGHT, Role.RPE, Role.RIR, Role.SECONDS)
_SHORT_FOR_SET = frozenset(("s", "set"))


class SetColumns(msgspec.Struct, frozen=True):
    """Where the measures of each set of a row are, one entry for each set; `width` is that of the table.

    `mass_unit` and `seconds` [s] are the units of weights and times that the headings state, and `in_cells` says that
    a cell may hold a weight and reps.
    """

    sets: tuple[Mapping[Role, int], ...]
    width: int
    mass_unit: MassUnit | None = None
    seconds: int = 1
    in_cells: bool = False

    @property
    def taken(self) -> frozenset[int]:
        """The columns of the table that are of single sets."""
        return frozenset(index for each in self.sets for index in each.values())

    @property
    def added(self) -> dict[Role, int]:
        """The columns that `unfold` puts at the end of the fields."""
        roles = dict.fromkeys(role for each in self.sets for role in each)
        if self.in_cells:
            roles[Role.WEIGHT] = None
        return {role: self.width + place for place, role in enumerate(roles)}


def set_columns(table: Table) -> SetColumns | None:
    """Find the columns of single sets by their headings; None unless there are two sets in a row at least."""
    sets: dict[int, dict[Role, int]] = {}
    mass_unit: MassUnit | None = None
    seconds = 1
    for index, text in enumerate(table.headings[: table.width]):
        passed_over = has_stem(read_heading(text).telling, known_words().passed_over)
        match = None if passed_over else _NUMBERED.fullmatch(text)
        role = _measure(f"{match['before']} {match['after']}") if match else None
        if match and role is Role.EXERCISE:
            return None  # several exercises in a row
        if match and role in _MEASURES:
            sets.setdefault(int(match["number"]), {}).setdefault(role, index)
            mass_unit = read_heading(text).mass_unit or mass_unit
            seconds = read_heading(text).seconds or seconds
    if sorted(sets) != list(range(1, len(sets) + 1)) or len(sets) < 2:
        return None
    in_order = tuple(sets[number] for number in sorted(sets))
    if not all(Role.REPS in each or Role.SECONDS in each for each in in_order):
        return None
    weighed = any(Role.WEIGHT in each for each in in_order)
    cells = [
        row[each[Role.REPS]]
        for row in table.sample
        for each in in_order
        if Role.REPS in each and len(row) == table.width
    ]
    in_cells = not weighed and any(_holds_weight(cell) for cell in cells)
    return SetColumns(in_order, table.width, mass_unit, seconds, in_cells)


def unfolded(columns: SetColumns) -> Unfold:
    """Make a set of each numbered group of columns that is filled; puts its measures at the end of the row."""
    added = columns.added

    def unfold(fields: list[str]) -> list[list[str]]:
        sets = []
        for places in columns.sets:
            cells = {role: fields[index].strip() for role, index in places.items()}
            if not (cells.get(Role.REPS) or cells.get(Role.SECONDS)):
                continue
            if columns.in_cells:
                cells[Role.REPS], cells[Role.WEIGHT] = split_set(cells[Role.REPS])
            sets.append([*fields, *(cells.get(role, "") for role in added)])
        return sets

    return unfold


def _measure(text: str) -> Role | None:
    heading = read_heading(text)
    if heading.mass_unit:
        return Role.WEIGHT
    if heading.telling in _SHORT_FOR_SET or heading.telling in known_words().headings.set:
        return Role.SECONDS if heading.seconds else Role.REPS
    if heading.telling in known_words().whole_headings.rir:
        return Role.RIR
    return heading.role


def _holds_weight(cell: str) -> bool:
    try:
        return bool(split_set(cell)[1])
    except ValueError:
        return False
