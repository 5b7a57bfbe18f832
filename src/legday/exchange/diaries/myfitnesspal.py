"""MyFitnessPal: the archive that it sends by mail, and the nutrition table in it or of older exports alone."""

import zipfile
import zlib
from collections.abc import Iterator

from legday.documents import InputError
from legday.exchange.dates import read_date
from legday.exchange.day_table import Tally, add_table, names_in, tables_in, things_of
from legday.exchange.diary import DiaryFormat, DiaryReading, DiaryRow, Kept, account
from legday.exchange.numbers import read_number
from legday.exchange.nutrition import read_columns
from legday.exchange.source import MAX_BYTES, Source
from legday.exchange.table import Table
from legday.exchange.words import plain
from legday.log import day_id
from legday.units import MassUnit

NAME = "MyFitnessPal"
_SOURCE = "myfitnesspal"
_ZIP = b"PK\x03\x04"
_PARTS = ("nutrition-summary", "measurement-summary", "exercise-summary")
_EXERCISE = "exercise"
_LINES = 1_000_000
"""Where the lines of the next table of an archive are counted from, so that each row has a line of its own."""
_SHARES = ("vitamin a", "vitamin c", "calcium", "iron")


def _recognise(source: Source) -> bool:
    with source.open() as stream:
        is_zip = stream.read(4) == _ZIP
    if is_zip:
        return any(_PARTS[0] in name.lower() for name in _names(source))
    return any(_is_nutrition(table) or _is_measurements(table) for table in tables_in(source))


def _is_nutrition(table: Table) -> bool:
    columns = read_columns(table.headings)
    return (
        {"date", "meal", "energy"} <= set(columns)
        and bool({"carbohydrate", "protein", "fat"} & set(columns))
        and (columns["meal"][0] == columns["date"][0] + 1 and "amount" not in columns and "serving_qty" not in columns)
    )


def _is_measurements(table: Table) -> bool:
    return tuple(map(plain, table.headings[:2])) == ("date", "weight") and table.width <= 8


def _names(source: Source) -> list[str]:
    try:
        with source.open() as stream, zipfile.ZipFile(stream) as archive:
            return archive.namelist()[:1000]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return []


def _read(source: Source, zone: str | None) -> DiaryReading:  # noqa: ARG001 - its days are local as they are
    with source.open() as stream:
        is_zip = stream.read(4) == _ZIP
    tables = list(_in_archive(source)) if is_zip else tables_in(source)
    tally = Tally(_SOURCE, _mass_unit(tables))
    for number, table in enumerate(tables):
        if "exercise calories" in names_in(table):
            _add_steps(tally, table, number * _LINES)
        else:
            add_table(tally, _without_shares(table), line_offset=number * _LINES)
    kept, rows = things_of(tally)
    notes = []
    if any(column in _SHARES for table in tables for column in names_in(table)):
        notes.append(
            "Vitamin A, vitamin C, calcium and iron are left out: MyFitnessPal does not say whether they are shares "
            "of a daily value or amounts."
        )
    return account(NAME, kept, rows, notes)


def _in_archive(source: Source) -> Iterator[Table]:
    try:
        with source.open() as stream, zipfile.ZipFile(stream) as archive:
            for member in archive.infolist()[:1000]:
                if not any(part in member.filename.lower() for part in _PARTS):
                    continue
                with archive.open(member) as file:
                    content = file.read(MAX_BYTES + 1)
                yield from tables_in(Source(f"{source.name}: {member.filename}", content))
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError):
        raise InputError.at(source.name, "the archive is cut off or damaged; download it again") from None


def _mass_unit(tables: list[Table]) -> MassUnit | None:
    """The unit of weights: only the table of exercises names it, in a heading."""
    names = frozenset[str]().union(*map(names_in, tables))
    return "kg" if "kilograms" in names else "lb" if "pounds" in names else None


def _without_shares(table: Table) -> Table:
    from msgspec.structs import replace

    return replace(table, headings=tuple("" if plain(each) in _SHARES else each for each in table.headings))


def _add_steps(tally: Tally, table: Table, offset: int) -> None:
    """Take the steps from the table of exercises, the most that a row of the day tells; the rest is no diary."""
    places = {plain(heading): place for place, heading in enumerate(table.headings)}
    for line, fields, raw, problem in table.records():
        line += offset
        date = read_date(fields[places["date"]]) if not problem and "date" in places else None
        place = places.get("steps", len(fields))
        try:
            steps = read_number(fields[place]) if place < len(fields) else None
        except ValueError:
            steps = None
        if date is None or not steps:
            tally.rows.append(DiaryRow(line, "other", _EXERCISE, raw))
            continue
        of = day_id(date.date())
        before = tally.kept.get(("day", of))
        most = max(int(steps), before.change["steps"] if before else 0)
        tally.kept["day", of] = Kept("day", of, {"steps": most}, line)
        tally.rows.append(DiaryRow(line, "kept", "", raw))


DIARY = DiaryFormat(NAME, _recognise, _read)
