"""Everything an athlete owns as one file, and back again without loss.

The file is a zip of JSON: `legday.json` says what it is, and each table has a file with its rows. Numbers that the
database made up are written from 1, so that the same data give the same bytes wherever they are kept.
"""

import datetime as dt
import io
import zipfile
import zlib
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal

import msgspec
from sqlalchemy import JSON, Column, Connection, Date, DateTime, Engine, Integer, Table, insert, select
from sqlalchemy.exc import DataError, IntegrityError

from legday.catalogue import match as match_name
from legday.documents import InputError, decode
from legday.log import Event, check_event
from legday.planner import Plan, Profile
from legday.store.athletes import athlete_id, make_athlete
from legday.store.database import reading, writing
from legday.store.tables import Exact, Moment, athletes, metadata

HEAD = "legday.json"
MOST_BYTES = 2**30
"""The most that a file to restore may unpack to [bytes]."""

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the least date in a zip: the file says nothing of when it was made
_TABLES = [table for table in metadata.sorted_tables if table is not athletes]
_ADDED_LATER = frozenset({"plan_versions", "import_things"})  # older exports have no file of these
_Rows = list[dict[str, Any]]
_Numbers = dict[str, dict[int, int]]  # by table: what stands for what


class _Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: Literal["legday export"]
    athlete: str
    version: Literal[1] = 1


def export_all(store: Engine, athlete: str) -> bytes:
    """Write everything an athlete owns to one file, and return its bytes; the same data give the same bytes."""
    file = io.BytesIO()
    numbers: _Numbers = {}
    with reading(store) as connection, zipfile.ZipFile(file, "w") as archive:
        _add(archive, HEAD, _Head("legday export", athlete))
        owner = athlete_id(connection, athlete)
        for table in _TABLES:
            rows = _rows_of(connection, table, owner)
            if made_up := _made_up(table):
                numbers[table.name] = {row.pop(made_up): number for number, row in enumerate(rows, start=1)}
            _renumber(table, rows, numbers)
            _add(archive, f"{table.name}.json", rows)
    return file.getvalue()


def restore(store: Engine, athlete: str, data: bytes, source: str = "") -> dict[str, int]:
    """Take in what `export_all` wrote, for an athlete who has nothing yet, all or none of it.

    Parameters
    ----------
    store
        From `open_store`.
    athlete
        The athlete's name, not necessarily that of the file.
    data, source
        The bytes of the file, and what to call it in errors.

    Returns
    -------
    dict
        How many rows each table got.

    Raises
    ------
    InputError
        The athlete has data already, or this is not a whole and sound export of legday.
    """
    content = _content(data, source)
    for table in _TABLES:
        _check(table, content[table.name], source)
    numbers: _Numbers = {}
    try:
        with writing(store) as connection:
            owner = make_athlete(connection, athlete)
            if any(_rows_of(connection, table, owner, limit=1) for table in _TABLES):
                message = f"{athlete} has data already; restore into a new athlete"
                raise InputError.at(source, message)
            for table in _TABLES:
                rows = content[table.name]
                _renumber(table, rows, numbers)
                numbers[table.name] = _insert(connection, table, [row | {"athlete_id": owner} for row in rows])
    except KeyError as error:
        raise InputError.at(source, f"this export is damaged: a row refers to {error}, which is not in it") from error
    except (IntegrityError, DataError, OverflowError) as error:
        reason = str(getattr(error, "orig", error)).splitlines()[0]
        raise InputError.at(source, f"this export is damaged: {reason}") from error
    return {table.name: len(content[table.name]) for table in _TABLES}


def _add(archive: zipfile.ZipFile, name: str, value: object) -> None:
    member = zipfile.ZipInfo(name, _FIRST_DAY)
    member.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(member, msgspec.json.format(msgspec.json.encode(value), indent=1))


def _rows_of(connection: Connection, table: Table, owner: int | None, limit: int | None = None) -> _Rows:
    columns = [column for column in table.c if column.name != "athlete_id"]
    query = select(*columns).where(table.c.athlete_id == owner).order_by(*table.primary_key).limit(limit)
    return [dict(row) for row in connection.execute(query).mappings()]


def _made_up(table: Table) -> str | None:
    """Return the column that the database numbers by itself, if there is one."""
    column = table.autoincrement_column
    return column.name if column is not None and not column.foreign_keys and len(table.primary_key) == 1 else None


def _renumber(table: Table, rows: _Rows, numbers: _Numbers) -> None:
    for column in table.c:
        for key in column.foreign_keys:
            if key.column.table is not athletes:
                for row in rows:
                    row[column.name] = numbers[key.column.table.name][row[column.name]]


def _insert(connection: Connection, table: Table, rows: _Rows) -> dict[int, int]:
    """Insert rows and return the numbers that the database gave them, by their place from 1."""
    made_up = _made_up(table)
    if not rows:
        return {}
    if made_up is None:
        connection.execute(insert(table), rows)
        return {}
    inserting = insert(table).returning(table.c[made_up], sort_by_parameter_order=True)
    return dict(enumerate(connection.execute(inserting, rows).scalars(), start=1))


def _content(data: bytes, source: str) -> dict[str, _Rows]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(member.file_size for member in archive.infolist()) > MOST_BYTES:
                raise InputError.at(source, f"this file unpacks to more than {MOST_BYTES // 2**20} MB")
            msgspec.json.decode(archive.read(HEAD), type=_Head)
            missing = _ADDED_LATER - {name.removesuffix(".json") for name in archive.namelist()}
            return {
                table.name: msgspec.to_builtins(
                    msgspec.json.decode(archive.read(f"{table.name}.json"), type=list[_row_type(table)]),  # type: ignore[misc]
                    builtin_types=(dt.datetime, dt.date, Decimal),
                )
                for table in _TABLES
                if table.name not in missing
            } | {name: [] for name in missing}
    except KeyError as error:
        raise InputError.at(source, f"this is not a whole export of legday: {error.args[0]}") from error
    except msgspec.MsgspecError as error:
        raise InputError.at(source, f"this is not a sound export of legday: {error}") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as error:
        raise InputError.at(source, "this is not an export of legday, or it is damaged") from error


@cache
def _row_type(table: Table) -> type[msgspec.Struct]:
    columns = [column for column in table.c if column.name not in ("athlete_id", _made_up(table))]
    fields = [(str(column.name), _type_of(column)) for column in columns]
    return msgspec.defstruct(str(table.name), fields, forbid_unknown_fields=True)


def _type_of(column: Column[Any]) -> Any:
    kind = column.type
    found: Any = str
    if isinstance(kind, Moment | DateTime):
        found = Annotated[dt.datetime, msgspec.Meta(tz=isinstance(kind, Moment))]
    elif isinstance(kind, Exact):
        found = Decimal
    elif isinstance(kind, Integer):
        found = int
    elif isinstance(kind, Date):
        found = dt.date
    elif isinstance(kind, JSON):
        found = Any
    return found | None if column.nullable and found is not Any else found


def _check(table: Table, rows: _Rows, source: str) -> None:
    """Check what the types of the columns don't: that events, plans, profiles and answers can be read."""
    for row in rows:
        try:
            match table.name:
                case "events":
                    fields = {name: value for name, value in row.items() if name != "received_at"}
                    check_event(msgspec.convert(fields | {"change": msgspec.json.decode(row["change"])}, Event))
                case "plans" | "plan_versions":
                    decode(row["document"], Plan)
                case "profiles":
                    decode(row["document"], Profile)
                case "settled_names":
                    match_name(row["name"], {row["name"]: row["answer"]})
        except (msgspec.MsgspecError, InputError, KeyError) as error:
            raise InputError.at(source, f"this export is damaged: {table.name}: {error}") from error
