"""Cronometer: daily totals, servings and biometrics as it exports them, each a table of its own."""

from legday.exchange.dates import read_date
from legday.exchange.day_table import Tally, add_table, measured, names_in, tables_in, things_of
from legday.exchange.diary import DiaryFormat, DiaryReading, DiaryRow, Kept, account, problem_of
from legday.exchange.numbers import read_number
from legday.exchange.nutrition import read_columns
from legday.exchange.source import Source
from legday.exchange.table import Table
from legday.exchange.words import plain
from legday.log import MeasureKind
from legday.units import unit_of

NAME = "Cronometer"
_SOURCE = "cronometer"
_KINDS: tuple[tuple[str, MeasureKind], ...] = (
    ("weight", "body-mass"),
    ("body fat", "body-fat"),
    ("waist", "waist"),
    ("hip", "hip"),
    ("thigh", "thigh"),
    ("calf", "calf"),
)
_BIOMETRICS = frozenset(("day", "metric", "unit", "amount"))


def _recognise(source: Source) -> bool:
    return any(_is_biometrics(table) or _is_food(table) for table in tables_in(source))


def _is_biometrics(table: Table) -> bool:
    return names_in(table) >= _BIOMETRICS


def _is_food(table: Table) -> bool:
    names, columns = names_in(table), read_columns(table.headings)
    energy = any(name.startswith("energy (") for name in names)
    servings = {"meal", "name", "amount"} <= set(columns) and any(name == "group" for name in names)
    daily = "completed" in names or any("(thiamine)" in name for name in names)
    return "date" in columns and energy and (servings or daily)


def _read(source: Source, zone: str | None) -> DiaryReading:  # noqa: ARG001 - its days are local as they are
    tally = Tally(_SOURCE)
    for table in tables_in(source):
        if _is_biometrics(table):
            _add_biometrics(tally, table)
        elif _is_food(table):
            add_table(tally, table)
    return account(NAME, *things_of(tally))


def _add_biometrics(tally: Tally, table: Table) -> None:
    places = {plain(heading): place for place, heading in enumerate(table.headings)}
    for line, fields, raw, problem in table.records():
        try:
            if problem:
                raise ValueError(problem)
            found = _biometric(tally, dict(zip(places, fields, strict=False)), line, comma=table.separator == ",")
        except ValueError as error:
            tally.rows.append(DiaryRow(line, "listed", str(error), raw))
            continue
        if isinstance(found, str):
            tally.rows.append(DiaryRow(line, "other", found, raw))
            continue
        tally.kept["measure", found.of] = found
        tally.rows.append(DiaryRow(line, "kept", "", raw))


def _biometric(tally: Tally, row: dict[str, str], line: int, *, comma: bool) -> Kept | str:
    metric = plain(row.get("metric", ""))
    kind = next((kind for stem, kind in _KINDS if metric.startswith(stem)), None)
    if kind is None:
        return f"{metric or 'rows without a metric'}"[:60]
    moment = read_date(row.get("day", ""))
    if moment is None:
        raise ValueError(f"{row.get('day', '')[:40]!r} is no date")
    value = read_number(row.get("amount", ""), comma)
    if value is None:
        raise ValueError("the row has no amount")
    said = plain(row.get("unit", ""))
    unit = unit_of(said) if kind == "body-mass" else {"cm": "cm", "in": "in", "inches": "in", "%": "%"}.get(said)
    if unit is None:
        raise ValueError(f"{said[:20]!r} is no unit of {kind}")
    found = measured(tally, kind, unit, value, moment.date(), line)
    if reason := problem_of(found):
        raise ValueError(reason)
    return found


DIARY = DiaryFormat(NAME, _recognise, _read)
