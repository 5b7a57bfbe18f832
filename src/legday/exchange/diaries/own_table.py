"""Tables of food of one's own: a date, an energy and grams, in any of the languages whose words are known."""

from legday.exchange.day_table import Tally, add_table, tables_in, things_of
from legday.exchange.diary import DiaryFormat, DiaryReading, account
from legday.exchange.headings import Role, read_heading
from legday.exchange.nutrition import read_columns
from legday.exchange.source import Source
from legday.exchange.table import Table

_NAME, _SOURCE = "table of food", "table"
_OF_TRAINING = (Role.EXERCISE, Role.REPS, Role.SETS)


def _recognise(source: Source) -> bool:
    return any(map(_is_food, tables_in(source)))


def _is_food(table: Table) -> bool:
    columns = set(read_columns(table.headings))
    trained = any(read_heading(heading).role in _OF_TRAINING for heading in table.headings)
    return {"date", "energy"} <= columns and bool({"protein", "carbohydrate", "fat"} & columns) and not trained


def _read(source: Source, zone: str | None) -> DiaryReading:  # noqa: ARG001 - its days are local as they are
    tally = Tally(_SOURCE)
    for table in filter(_is_food, tables_in(source)):
        add_table(tally, table)
    kept, rows = things_of(tally)
    notes = [f"Columns left out: {', '.join(sorted(tally.left_out))}."] if tally.left_out else []
    return account(_NAME, kept, rows, notes)


DIARY = DiaryFormat(_NAME, _recognise, _read)
