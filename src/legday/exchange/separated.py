"""Separated text files as tables: separator, headings, stray quotes, limits."""

import contextlib
import csv
import io
import itertools
import re
from collections import Counter, deque
from collections.abc import Iterator
from functools import partial
from typing import TextIO

import msgspec

from legday.documents import InputError
from legday.exchange import table
from legday.exchange.source import Source
from legday.exchange.table import Record, Table

MAX_RECORD_CHARACTERS = 100_000
"""The longest row that is read [characters]."""
MAX_RECORD_LINES = 1_000
"""The most lines one row may span, by line breaks in quoted text."""
MAX_LINES = 2_000_000
"""The most lines that are read from a file, blank ones included."""
MAX_COLUMNS = 300
"""The most columns a table may have."""
MAX_PARTS = 50
"""The most tables that are looked for in one file."""
MAX_STRAY_QUOTES = 1_000
"""The most rows that may be lost to stray quotation marks before the file is given up."""

SAMPLE_ROWS = 400
_SEPARATORS = ",;\t|"
_START_CHARACTERS = 200_000
_BLANKS = "\ufeff \t\r\n"
_NUMBER = re.compile(r"[-+]?\d[\d.,:/ -]*")
_TITLE = re.compile(r"#{2,} *\w")
_MOST_TITLE = 200
_MOST_LINES_ABOVE = 12
_NO_TABLE = "this is not a table of fields set apart by commas, semicolons or tabs"
_TOO_LONG = f"the row is longer than {MAX_RECORD_CHARACTERS:,} characters or {MAX_RECORD_LINES:,} lines"
_STRAY_QUOTE = "a quotation mark opens here and is never closed"


class _Part(msgspec.Struct, frozen=True):
    """A part of a file: the lines before it, and the last line that is in it, if not that of the file."""

    before: int = 0
    last: int = MAX_LINES


class _Shape(msgspec.Struct, frozen=True):
    """How a file is written."""

    source: Source
    encoding: str
    part: _Part
    separator: str
    has_headings: bool
    width: int


def look_into(source: Source, encoding: str) -> list[Table]:
    """Find out how a file is written; raises InputError if it is empty or not a table.

    A file has one table, but some apps put several into one file, each below a line such as `### LOGS ###`.
    """
    parts = _parts(source, encoding)
    if len(parts) == 1:
        return [_look_into(source, encoding, parts[0])]
    tables = []
    for part in parts:
        with contextlib.suppress(InputError):
            tables.append(_look_into(source, encoding, part))
    if not tables:
        raise InputError.at(source.name, _NO_TABLE)
    return tables


def _parts(source: Source, encoding: str) -> list[_Part]:
    with source.open_text(encoding) as text:
        if not _TITLE.match(text.read(_MOST_TITLE).lstrip(_BLANKS)):
            return [_Part()]
        text.seek(0)
        titles = []
        for number in range(1, MAX_LINES):
            line = _next_line(text)
            if not line:
                break
            if line.startswith("#"):
                titles.append(number)
    return [_Part(before, last - 1) for before, last in itertools.pairwise([*titles, MAX_LINES + 1])][:MAX_PARTS]


def _look_into(source: Source, encoding: str, part: _Part) -> Table:
    with source.open_text(encoding) as text:
        _skip_lines(text, part.before)
        start = text.read(_START_CHARACTERS)
    excerpt = enumerate(itertools.islice(io.StringIO(start, newline=""), part.last - part.before))
    placed = [(place, line) for place, line in excerpt if line.strip(_BLANKS)]
    lines = [line for _, line in placed]
    if not lines:
        least = f"begins with {_START_CHARACTERS:,} blank characters" if len(start) == _START_CHARACTERS else "is empty"
        raise InputError.at(source.name, f"the file {least}")
    if len(start) == _START_CHARACTERS and len(lines) > 1:
        lines.pop()  # the last line of the excerpt may be half a line
    if len(lines[0]) > MAX_RECORD_CHARACTERS:
        message = f"the first line is longer than {MAX_RECORD_CHARACTERS:,} characters, which no log is"
        raise InputError.at(source.name, message, line=1)
    told = _told_separator(lines[0])
    if told:
        lines, placed = lines[1:], placed[1:]
    trials = [_sample(lines, separator) for separator in (told or _SEPARATORS)]
    rows, separator, width = max(trials, key=lambda trial: (trial[2] > 1, _agreement(trial[0], trial[2]), trial[2]))
    if width < 2:
        raise InputError.at(source.name, _NO_TABLE)
    above = _lines_above(rows, width)
    if above:
        rows, part = rows[above:], _Part(part.before + placed[above][0], part.last)
    headings = rows[0] if _are_headings(rows[0]) else ()
    body = rows[1:] if headings else rows
    if headings and _agreement(body, width) < 0.8:
        width = len(headings)
    if max(width, len(headings)) > MAX_COLUMNS:
        message = f"the table has {max(width, len(headings)):,} columns, more than the {MAX_COLUMNS} that are read"
        raise InputError.at(source.name, message, line=1)
    return Table(
        source.name,
        tuple(heading.strip("\ufeff \t") for heading in headings),
        tuple(body),
        width,
        partial(_all_records, _Shape(source, encoding, part, separator, bool(headings), width)),
        separator,
    )


def _all_records(shape: _Shape) -> Iterator[Record]:
    """Go through all rows below the headings; blank lines are no rows.

    Raises InputError where the file is cut off inside quoted text or goes on too long.
    """
    with shape.source.open_text(shape.encoding) as text:
        _skip_lines(text, shape.part.before)
        rows = _records(text, shape)
        if shape.has_headings:
            next(rows, None)
        yield from itertools.islice(rows, table.MAX_ROWS)
        if next(rows, None):
            raise InputError.at(shape.source.name, f"the file has more than {table.MAX_ROWS:,} rows; split it")


def _records(text: TextIO, shape: _Shape) -> Iterator[Record]:
    given_back: deque[str] = deque()
    fed: list[str] = []
    reader = csv.reader(iter(fed.pop, None), delimiter=shape.separator)
    readline = text.readline
    number, stray, last = shape.part.before, 0, shape.part.last
    while line := given_back.popleft() if given_back else readline(MAX_RECORD_CHARACTERS + 1):
        number += 1
        if number > last:
            if last < MAX_LINES:
                return
            raise InputError.at(shape.source.name, f"the file has more than {MAX_LINES:,} lines; split it")
        if line in ("\n", "\r\n"):
            continue
        raw, problem = line, ""
        fields: list[str] = []
        if len(line) > MAX_RECORD_CHARACTERS:
            problem = f"{_TOO_LONG}; what is beyond is not kept"
            _skip_rest(text, line)
        else:
            fed.append(line)
            try:
                fields = next(reader)
            except IndexError:  # the reader wants another line: quoted text goes on
                taken = _Spanning(line, given_back, text)
                fields, problem = _read_spanning(taken, number, shape)
                raw = "".join(taken.lines)
                stray += problem == _STRAY_QUOTE
        if stray > MAX_STRAY_QUOTES:
            message = f"more than {MAX_STRAY_QUOTES:,} rows have stray quotation marks; export the file again"
            raise InputError.at(shape.source.name, message, line=number)
        is_blank = len(fields) < 2 and raw.isspace()
        if not is_blank and not (number == 1 and _told_separator(raw)):
            yield number, fields, raw.rstrip("\r\n"), problem
        if raw is not line:
            number += len(taken.lines) - 1


def _next_line(text: TextIO) -> str:
    """Read a line, of a long one the beginning only."""
    line = text.readline(MAX_RECORD_CHARACTERS + 1)
    if len(line) > MAX_RECORD_CHARACTERS:
        _skip_rest(text, line)
    return line


def _skip_rest(text: TextIO, line: str) -> None:
    """Go to the end of a line of which the beginning was read, without holding it all."""
    while line and not line.endswith(("\n", "\r")):
        line = text.readline(MAX_RECORD_CHARACTERS)


def _skip_lines(text: TextIO, count: int) -> None:
    for _ in range(count):
        _next_line(text)


class _Spanning:
    """The lines of a row that spans several, for a csv reader; keeps those taken, so as to give them back."""

    def __init__(self, first: str, given_back: deque[str], text: TextIO) -> None:
        self.lines: list[str] = []
        self.ended = False
        self._characters = 0
        self._ahead, self._text = given_back, text
        self._ahead.appendleft(first)

    def __iter__(self) -> "_Spanning":
        return self

    def __next__(self) -> str:
        line = self._ahead.popleft() if self._ahead else self._text.readline(MAX_RECORD_CHARACTERS + 1)
        if not line:
            self.ended = True
            raise StopIteration
        self.lines.append(line)
        self._characters += len(line)
        if len(self.lines) > MAX_RECORD_LINES or self._characters > MAX_RECORD_CHARACTERS:
            raise _TooLongError
        return line

    def give_back(self) -> None:
        """Keep only the first line; the rest will be read anew."""
        self._ahead.extendleft(reversed(self.lines[1:]))
        del self.lines[1:]


class _TooLongError(Exception):
    pass


def _read_spanning(taken: _Spanning, first: int, shape: _Shape) -> tuple[list[str], str]:
    """Read a row that spans lines; where a quotation mark opened by mistake, it is the first line only."""
    fields: list[str] = []
    problem = _TOO_LONG
    with contextlib.suppress(_TooLongError):
        fields, problem = next(csv.reader(taken, delimiter=shape.separator)), ""
    alike = [
        line for line in taken.lines[1:] if len(next(csv.reader([line], delimiter=shape.separator))) == shape.width
    ]
    swallowed = (len(fields) != shape.width and bool(alike)) or any(line.count('"') % 2 == 0 for line in alike)
    if taken.ended and not swallowed:
        message = "the file ends inside quoted text that begins here; it was cut off, so export it again"
        raise InputError.at(shape.source.name, message, line=first)
    if problem or swallowed:
        taken.give_back()
        return [], _STRAY_QUOTE
    return fields, ""


def _told_separator(line: str) -> str:
    """Return the separator that Excel's own first line `sep=;` tells, or nothing."""
    bare = line.strip('\ufeff \t\r\n"').lower()
    return line.strip('\ufeff \r\n"')[4:5] if bare.startswith("sep=") and len(bare) <= 5 else ""


def _sample(lines: list[str], separator: str) -> tuple[list[tuple[str, ...]], str, int]:
    rows: list[tuple[str, ...]] = []
    with contextlib.suppress(csv.Error):  # a field too long for the csv module: what was read before it will do
        rows.extend(map(tuple, itertools.islice(csv.reader(lines, delimiter=separator), SAMPLE_ROWS + 1)))
    widths = Counter(len(row) for row in rows)
    return rows, separator, max(widths, key=lambda width: (widths[width], width), default=0)


def _lines_above(rows: list[tuple[str, ...]], width: int) -> int:
    """Count the lines above the headings, such as the title of a spreadsheet, which leave most fields blank."""
    filled = [2 * sum(bool(field.strip(_BLANKS)) for field in row) > width for row in rows[:_MOST_LINES_ABOVE]]
    above = filled.index(True) if True in filled else 0
    single = not any("\n" in field for row in rows[:above] for field in row)
    return above if single and _are_headings(rows[above]) else 0


def _agreement(rows: list[tuple[str, ...]] | tuple[tuple[str, ...], ...], width: int) -> float:
    return sum(len(row) == width for row in rows) / len(rows) if rows else 0.0


def _are_headings(row: tuple[str, ...]) -> bool:
    """Headings hold words: a row of data always has a number in some field."""
    return bool(row) and not any(_NUMBER.fullmatch(field.strip("\ufeff \t")) for field in row)
