"""Tables with a row for each day, meal or food: what each row becomes in the diary, and an account of all rows."""

import datetime as dt
import hashlib
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from legday.documents import InputError
from legday.exchange.dates import DateOrder, date_order, read_date
from legday.exchange.diary import DiaryRow, Kept, problem_of
from legday.exchange.numbers import read_flag, read_number
from legday.exchange.nutrition import (
    Column,
    food_fields,
    food_id,
    is_empty,
    read_clock,
    read_columns,
    read_meal,
    slug,
    three_places,
)
from legday.exchange.separated import look_into
from legday.exchange.source import Source, encoding_of
from legday.exchange.table import Table
from legday.exchange.words import plain
from legday.log import MeasureKind, day_id
from legday.units import MassUnit, unit_of

NOTHING = "days or meals with nothing logged"
TOTALS = "totals of other rows"
TWICE = "rows that are in the file twice"
APP_ESTIMATES = "estimates of the app"

_TOTAL_WORDS = ("total", "daily total", "totals", "summe", "gesamt", "totaux")
_ESTIMATED = ("expenditure", "trend weight", "weight trend", "target")
_GIRTHS: dict[str, MeasureKind] = {
    **dict.fromkeys(("waist", "waist size", "waist circumference"), "waist"),
    **dict.fromkeys(("hip", "hips", "hip size", "hip circumference"), "hip"),
}
_FAT_NAMES = ("body fat", "body fat %", "body fat percentage", "fat percent", "body fat percent")


@dataclass(frozen=True)
class MeasureColumn:
    """A column of body measures: the kind, and the unit as the log writes it, empty where the file does not say."""

    kind: MeasureKind
    unit: str


@dataclass
class Tally:
    """What the rows of the tables of a file became so far."""

    source: str
    mass_unit: MassUnit | None = None
    kept: dict[tuple[str, str], Kept] = field(default_factory=dict)
    rows: list[DiaryRow] = field(default_factory=list)
    left_out: set[str] = field(default_factory=set)
    seen: Counter[tuple[str, ...]] = field(default_factory=Counter)
    table: str = ""

    def number(self, *key: str) -> int:
        """Count how often something stood in the table that is being read."""
        self.seen[self.table, *key] += 1
        return self.seen[self.table, *key]


def tables_in(source: Source) -> list[Table]:
    """The tables of a file of separated text; none if it is no such file."""
    try:
        return look_into(source, encoding_of(source))
    except InputError:
        return []


def names_in(table: Table) -> frozenset[str]:
    """The headings of a table in plain letters."""
    return frozenset(plain(heading) for heading in table.headings)


def measure_column(heading: str) -> MeasureColumn | None:
    """Tell what body measure a column holds, such as `Weight (lbs)`; None if none."""
    name, _, rest = plain(heading).partition("(")
    name, unit = name.strip(), rest.strip(" )")
    if plain(heading) in _FAT_NAMES or name in _FAT_NAMES:
        return MeasureColumn("body-fat", "%")
    if name in ("weight", "gewicht", "scale weight", "body weight"):
        return MeasureColumn("body-mass", unit_of(unit) or "")
    if name in _GIRTHS and unit in ("cm", "in", "inches"):
        return MeasureColumn(_GIRTHS[name], "cm" if unit == "cm" else "in")
    return None


def add_table(tally: Tally, table: Table, *, line_offset: int = 0) -> None:
    """Read all rows of a table into a tally.

    Raises InputError where it has no column of dates, or weights without a unit.
    """
    columns = read_columns(table.headings)
    if "date" not in columns:
        raise InputError.at(table.name, "this table has no column of dates")
    measures = {place: each for place, heading in enumerate(table.headings) if (each := measure_column(heading))}
    if any(not each.unit for each in measures.values()) and tally.mass_unit is None:
        message = "this file does not say whether its weights are in kg or lb; import the whole archive that it is from"
        raise InputError.at(table.name, message)
    steps = next((place for place, heading in enumerate(table.headings) if plain(heading) == "steps"), None)
    tally.table = table.name
    tally.left_out.update(_left_out(table.headings, columns, measures, steps))
    known = {heading for heading in map(plain, table.headings) if heading.startswith(_ESTIMATED)}
    reader = _Reader(tally, columns, measures, steps, table.separator in (",", ""), _order(table, columns["date"][0]))
    for line, fields, raw, problem in table.records():
        line += line_offset
        try:
            if problem:
                raise ValueError(problem)
            found = reader.read(fields, line)
            if found == NOTHING and known:
                found = APP_ESTIMATES
        except ValueError as error:
            tally.rows.append(DiaryRow(line, "listed", str(error), raw))
            continue
        if isinstance(found, str):
            tally.rows.append(DiaryRow(line, "other", found, raw))
            continue
        for kept in found:
            before = tally.kept.get((kept.about, kept.of))
            merged = {**before.change, **kept.change} if before else kept.change
            tally.kept[kept.about, kept.of] = Kept(kept.about, kept.of, merged, kept.line)
        tally.rows.append(DiaryRow(line, "kept", "", raw))


def things_of(tally: Tally) -> tuple[list[Kept], list[DiaryRow]]:
    """What is kept of a tally, and its rows; foods that have nutrients but nowhere an energy are listed."""
    whole = [kept for kept in tally.kept.values() if kept.about != "food" or "energy" in kept.change]
    lacking = {kept.line for kept in tally.kept.values()} - {kept.line for kept in whole}
    rows = [
        DiaryRow(row.line, "listed", "there is no energy on this day to put the nutrients with", row.raw)
        if row.became == "kept" and row.line in lacking
        else row
        for row in tally.rows
    ]
    return whole, rows


def _order(table: Table, place: int) -> DateOrder:
    texts = (fields[place] for _, fields, _, _ in itertools.islice(table.records(), 5_000) if place < len(fields))
    return date_order(texts, "month first")


def _left_out(
    headings: tuple[str, ...],
    columns: dict[str, tuple[int, Column]],
    measures: dict[int, MeasureColumn],
    steps: int | None,
) -> Iterator[str]:
    read = {place for place, column in columns.values() if column.factor is not None} | set(measures) | {steps}
    return (heading for place, heading in enumerate(headings) if place not in read and heading)


@dataclass
class _Reader:
    """Reads the rows of one table."""

    tally: Tally
    columns: dict[str, tuple[int, Column]]
    measures: dict[int, MeasureColumn]
    steps: int | None
    comma_separates: bool
    order: DateOrder

    def read(self, fields: list[str], line: int) -> list[Kept] | str:
        """Make what a row becomes: things, or the kind of other row that it is; raises ValueError with the reason."""

        def cell(name: str) -> str:
            place = self.columns[name][0] if name in self.columns else len(fields)
            return fields[place].strip() if place < len(fields) else ""

        if any(plain(cell(name)) in _TOTAL_WORDS for name in ("date", "name")):
            return TOTALS
        if "time" not in self.columns and "name" not in self.columns and self.tally.number("row", *fields) > 1:
            return TWICE
        moment = read_date(cell("date"), self.order)
        if moment is None:
            raise ValueError(f"{cell('date')[:40]!r} is no date")
        found = [
            *self._food(cell, moment.date(), line),
            *self._measured(fields, moment.date(), line),
            *self._day(cell, fields, moment.date(), line),
        ]
        for kept in found:
            if problem := problem_of(kept):
                raise ValueError(problem)
        if not found:
            return NOTHING
        return found

    def _food(self, cell: Any, date: dt.date, line: int) -> list[Kept]:
        change = food_fields(cell, self.columns, self.comma_separates)
        if not change or (is_empty(change) and not cell("name")):
            return []
        meal, name = cell("meal"), " ".join(cell("name").split())[:200]
        whole = not meal and not name and "name" not in self.columns
        if plain(meal) in _TOTAL_WORDS:
            whole, meal = True, ""
        if "energy" not in change and (not whole or "energy" in self.columns):
            raise ValueError("the row has no energy")
        change["date"] = date.isoformat()
        if whole:
            number = self.tally.number(date.isoformat(), "day")
            key = "day" if number == 1 else f"day.{number}"
            return [Kept("food", food_id(self.tally.source, date, key), change | {"whole_day": True}, line)]
        if known := read_meal(meal):
            change["meal"] = known
        if name or (meal and not known):
            change["name"] = name or meal[:200]
        if time := read_clock(cell("time")):
            change["time"] = time
        if note := cell("note"):
            change["note"] = note[:4000]
        key = slug(meal) if meal else "food"
        if name:
            key += "." + hashlib.sha256(name.encode()).hexdigest()[:10]
        number = self.tally.number(date.isoformat(), key)
        return [Kept("food", food_id(self.tally.source, date, f"{key}.{number}"), change, line)]

    def _measured(self, fields: list[str], date: dt.date, line: int) -> Iterable[Kept]:
        for place, column in self.measures.items():
            value = read_number(fields[place], self.comma_separates) if place < len(fields) else None
            if value:
                yield measured(self.tally, column.kind, column.unit or self.tally.mass_unit or "", value, date, line)

    def _day(self, cell: Any, fields: list[str], date: dt.date, line: int) -> Iterable[Kept]:
        place = len(fields) if self.steps is None else self.steps
        steps = read_number(fields[place], self.comma_separates) if place < len(fields) else None
        said = {"steps": int(steps)} if steps else {}
        if read_flag(cell("complete")) and cell("complete"):
            said["complete"] = True
        if said:
            yield Kept("day", day_id(date), said, line)


def measured(tally: Tally, kind: MeasureKind, unit: str, value: Decimal, date: dt.date, line: int) -> Kept:
    """Make a measure of the body; several of one kind on a day are told apart by their place in the file."""
    number = tally.number(date.isoformat(), kind)
    of = f"measure:{tally.source}:{date.isoformat()}:{kind}" + (f".{number}" if number > 1 else "")
    change = {"date": date.isoformat(), "kind": kind, "value": float(three_places(value)), "unit": unit}
    return Kept("measure", of, change, line)
