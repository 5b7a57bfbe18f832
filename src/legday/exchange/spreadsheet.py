"""Spreadsheets in Excel's format read as tables of text, with bounds on what they may unpack to."""

import contextlib
import datetime as dt
import itertools
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from legday.documents import InputError
from legday.exchange import table
from legday.exchange.separated import MAX_COLUMNS
from legday.exchange.source import MAX_BYTES, Source
from legday.exchange.table import Record, Table

MAX_UNPACKED = 128 * 2**20
"""The most that a spreadsheet may unpack to [bytes]."""
MAX_FILES, MAX_SHEETS = 500, 60
"""The most files that a spreadsheet may hold inside, and the most sheets that are read of it."""

_ZIP = b"PK\x03\x04"
_SAMPLE_ROWS = 20


def is_spreadsheet(source: Source) -> bool:
    """Whether a file is a workbook of Excel, as far as its list of files tells."""
    with source.open() as stream:
        if stream.read(4) != _ZIP:
            return False
        try:
            stream.seek(0)
            with zipfile.ZipFile(stream) as archive:
                return "xl/workbook.xml" in archive.namelist()
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            return False


def sheets_of(source: Source) -> Iterator[tuple[str, Table]]:
    """Read the sheets of a workbook with their names, one after the other; empty sheets are left out.

    Raises InputError where the file is damaged, or unpacks to too much.
    """
    from openpyxl import load_workbook  # type: ignore[import-untyped]

    _check_size(source)
    try:
        with source.open() as stream, contextlib.closing(load_workbook(stream, read_only=True, data_only=True)) as book:
            for name in book.sheetnames[:MAX_SHEETS]:
                sheet = book[name]
                if not hasattr(sheet, "iter_rows"):  # a chart
                    continue
                rows = sheet.iter_rows(values_only=True, max_col=MAX_COLUMNS)
                found = _table(f"{source.name}: {name}", itertools.islice(rows, table.MAX_ROWS + 1))
                if found:
                    yield name, found
    except InputError:
        raise
    except Exception as error:
        message = f"the spreadsheet is damaged; export it again ({type(error).__name__})"
        raise InputError.at(source.name, message) from None


def _check_size(source: Source) -> None:
    try:
        with source.open() as stream, zipfile.ZipFile(stream) as archive:
            members = archive.infolist()
            unpacked = sum(member.file_size for member in members)
            if len(members) > MAX_FILES or unpacked > MAX_UNPACKED:
                message = f"the spreadsheet unpacks to more than {MAX_UNPACKED // 2**20} MB; export it in parts"
                raise InputError.at(source.name, message)
            for member in members:  # what a file says of its size may be a lie
                with archive.open(member) as file:
                    left = member.file_size
                    while chunk := file.read(2**20):
                        left -= len(chunk)
                        if left < 0:
                            raise InputError.at(source.name, "the spreadsheet is damaged; export it again")
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError):
        raise InputError.at(source.name, "the spreadsheet is cut off or damaged; export it again") from None
    with source.open() as stream:
        if stream.seek(0, 2) > MAX_BYTES:
            raise InputError.at(source.name, f"the file is larger than {MAX_BYTES // 2**20} MB; export it in parts")


def _table(name: str, rows: Iterator[tuple[Any, ...]]) -> Table | None:
    read = [(number, [_text(cell) for cell in row]) for number, row in enumerate(rows, start=1)]
    filled = [(number, cells) for number, cells in read if any(cells)]
    if len(filled) > table.MAX_ROWS:
        raise InputError.at(name, f"the sheet has more than {table.MAX_ROWS:,} rows; split it")
    if len(filled) < 2:
        return None
    (_, headings), *body = filled

    def records() -> Iterator[Record]:
        return ((number, cells, ", ".join(filter(None, cells)), "") for number, cells in body)

    sample = tuple(tuple(cells) for _, cells in body[:_SAMPLE_ROWS])
    return Table(name, tuple(headings), sample, len(headings), records)


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, dt.datetime):
        return cell.isoformat(" ", "seconds") if cell.time() != dt.time() else cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, dt.date | dt.time) else str(cell).strip()
