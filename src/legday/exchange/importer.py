"""Training logs of other apps read into a log, whatever app, language, separator and unit."""

from collections.abc import Mapping
from pathlib import Path

from legday.documents import InputError
from legday.exchange.document import is_document, read_document
from legday.exchange.formats import all_formats
from legday.exchange.guess import named_columns, unknown_columns
from legday.exchange.layout import DocumentFormat, Layout, TableFormat
from legday.exchange.reading import Reading
from legday.exchange.rows import read_rows
from legday.exchange.separated import look_into
from legday.exchange.source import Source, encoding_of
from legday.exchange.table import Table
from legday.units import MassUnit

_Found = tuple[str, Table, Layout]


def read_log(
    file: Path | bytes,
    source_name: str = "",
    *,
    unit: MassUnit | None = None,
    columns: Mapping[str, str] | None = None,
) -> Reading:
    """Read a training log that another app exported, told apart by its columns; nothing is kept of it.

    Parameters
    ----------
    file
        The path of the file, or its bytes.
    source_name
        What messages call the file; the name of the path if not given.
    unit
        The unit of the weights, in place of the one the file states or the one inferred.
    columns
        For a table of no known app: its headings by what they hold, such as `{"date": "Day", "reps": "Wdh"}`, or
        the numbers of the columns from 1. What isn't named is guessed.

    Raises
    ------
    InputError
        The file can't be read, is empty, too large, cut off, no text, or no log that is known; or `columns` names
        what isn't there. It is an UnknownColumnsError where naming columns would help.
    """
    source = Source(source_name or (file.name if isinstance(file, Path) else "the file"), file)
    encoding = encoding_of(source)
    if is_document(source, encoding):
        name, table, layout = _in_document(source, encoding, columns)
    else:
        name, table, layout = _in_tables(look_into(source, encoding), columns)
    return read_rows(table, layout, name, unit)


def _in_tables(tables: list[Table], columns: Mapping[str, str] | None) -> _Found:
    formats = [form for form in all_formats() if isinstance(form, TableFormat)]
    if columns:
        name = next(form.name for form in formats if form.takes_any)
        return name, tables[0], named_columns(tables[0], columns)
    for takes_any in (False, True):
        tried = [(form, table) for form in formats if form.takes_any is takes_any for table in tables]
        found = [(form.name, table, layout) for form, table in tried if (layout := form.recognise(table))]
        if found:
            return max(found, key=lambda each: len(each[2].columns))
    raise unknown_columns(tables[0])


def _in_document(source: Source, encoding: str, columns: Mapping[str, str] | None) -> _Found:
    if columns:
        raise InputError.at(source.name, "this is JSON, which has no columns to name")
    document = read_document(source, encoding)
    formats = [form for form in all_formats() if isinstance(form, DocumentFormat)]
    for form in formats:
        if found := form.tabulate(source.name, document):
            return form.name, *found
    names = " or ".join(form.name for form in formats)
    raise InputError.at(source.name, f"this is JSON, but no log of {names}; export a CSV file from the app")
