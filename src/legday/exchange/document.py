"""JSON files read as documents, with bounds on their size and depth, and their entries as tables."""

import json
import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

import msgspec

from legday.documents import InputError
from legday.exchange import table
from legday.exchange.source import Source
from legday.exchange.table import Record, Table

MAX_VALUES = 2_000_000
"""The most values a JSON file may hold, counted by its commas, opening brackets and lines."""
MAX_ENTRY_CHARACTERS = 100_000
"""The longest entry that is read [characters]."""

Entry = tuple[list[str], str, str]
"""An entry of a document: its fields, its text, and why it can't be read, if so."""

_OPENING = re.compile(r"[\ufeff\s]*(\{\s*[\"}]|\[\s*[\[{\]\"\d-])")


def is_document(source: Source, encoding: str) -> bool:
    """Say whether a text begins as JSON does."""
    with source.open_text(encoding) as text:
        return bool(_OPENING.match(text.read(1_000)))


def read_document(source: Source, encoding: str) -> Any:
    """Read a JSON file, or one with a JSON value on each line as a list; raises InputError."""
    with source.open_text(encoding) as stream:
        text = stream.read().lstrip("\ufeff")
    if sum(map(text.count, ",[{\n")) > MAX_VALUES:
        raise InputError.at(source.name, f"the file holds more than {MAX_VALUES:,} values; export it in parts")
    decode = msgspec.json.decode
    try:
        lines = [line for line in text.split("\n") if line and not line.isspace()]
        if len(lines) > 1 and all(line.startswith("{") and line.rstrip().endswith("}") for line in lines):
            return [decode(line) for line in lines]
        return decode(text)
    except (msgspec.DecodeError, ValueError) as error:
        place = re.search(r"byte (\d+)", str(error))
        where = f" at byte {int(place[1]):,}" if place else ""
        message = f"the JSON is cut off or damaged{where}; export the file again"
        raise InputError.at(source.name, message) from error
    except RecursionError as error:
        raise InputError.at(source.name, "the JSON is nested deeper than any log; export the file again") from error


def table_of(name: str, headings: Sequence[str], entries: Sequence[Entry]) -> Table:
    """Make a table of the entries of a document, in their order, numbered from 1."""
    records = partial(_records, name, entries)
    return Table(name, tuple(headings), (), len(headings), records, counted="entry")


def make_entry(fields: list[str], value: object, problem: str = "") -> Entry:
    """Make an entry of its fields and the value of the document that they are from."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if len(text) > MAX_ENTRY_CHARACTERS:
        problem = f"the entry is longer than {MAX_ENTRY_CHARACTERS:,} characters; what is beyond is not kept"
    return fields, text[:MAX_ENTRY_CHARACTERS], problem


def _records(name: str, entries: Sequence[Entry]) -> Iterator[Record]:
    if len(entries) > table.MAX_ROWS:
        raise InputError.at(name, f"the file has more than {table.MAX_ROWS:,} entries; export it in parts")
    for number, (fields, raw, problem) in enumerate(entries, start=1):
        yield number, list(fields), raw, problem
