"""MacroFactor: its workbook of totals, weights, girths, steps and foods, and its tables as separated text."""

from legday.exchange.day_table import APP_ESTIMATES, Tally, add_table, measure_column, names_in, tables_in, things_of
from legday.exchange.diary import DiaryFormat, DiaryReading, DiaryRow, account
from legday.exchange.nutrition import read_columns
from legday.exchange.source import Source
from legday.exchange.spreadsheet import is_spreadsheet, sheets_of
from legday.exchange.table import Table

NAME = "MacroFactor"
_SOURCE = "macrofactor"
_LINES = 1_000_000
"""Where the rows of the next sheet are counted from, so that each has a number of its own."""
_FOODS = frozenset(("food name", "serving qty"))


def _recognise(source: Source) -> bool:
    if is_spreadsheet(source):
        return any("date" in names_in(table) and _holds(table) for _, table in sheets_of(source))
    return any(_is_own(table) for table in tables_in(source))


def _is_own(table: Table) -> bool:
    names = names_in(table)
    own = names >= _FOODS or ("expenditure" in names and any(name.startswith("trend weight") for name in names))
    return "date" in names and own


def _holds(table: Table) -> bool:
    """Whether a sheet has anything for the diary in it."""
    columns = set(read_columns(table.headings)) - {"date", "time", "name", "note", "meal", "amount", "complete"}
    return bool(columns) or any(map(measure_column, table.headings)) or "steps" in names_in(table)


def _read(source: Source, zone: str | None) -> DiaryReading:  # noqa: ARG001 - its days are local as they are
    sheets = sheets_of(source) if is_spreadsheet(source) else (("", table) for table in tables_in(source))
    tally = Tally(_SOURCE)
    for number, (name, table) in enumerate(sheets):
        if "date" in names_in(table) and _holds(table):
            add_table(tally, table, line_offset=number * _LINES)
            continue
        estimate = any("expenditure" in heading or "trend" in heading for heading in names_in(table))
        kind = APP_ESTIMATES if estimate else f"the sheet {name[:40]}"
        tally.rows += [DiaryRow(line + number * _LINES, "other", kind, raw) for line, _, raw, _ in table.records()]
    kept, rows = things_of(tally)
    left_out = sorted(name for name in tally.left_out if "expenditure" in name.lower() or "trend" in name.lower())
    notes = [f"Left out, as estimates of the app: {', '.join(left_out)}."] if left_out else []
    return account(NAME, kept, rows, notes)


DIARY = DiaryFormat(NAME, _recognise, _read)
