"""Separated text files as a stream of rows: encoding, separator, headings, stray quotes, limits."""

import codecs
import contextlib
import csv
import io
import itertools
from collections import Counter, deque
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from legday.documents import InputError

MAX_BYTES = 64 * 1024 * 1024
"""The largest file that is read [bytes]."""
MAX_ROWS = 500_000
"""The most rows that are read from a file."""
MAX_RECORD_CHARACTERS = 100_000
"""The longest row that is read [characters]."""
MAX_RECORD_LINES = 1_000
"""The most lines one row may span, by line breaks in quoted text."""

SAMPLE_ROWS = 400
_SEPARATORS = ",;\t|"
_TOO_LONG = f"the row is longer than {MAX_RECORD_CHARACTERS:,} characters or {MAX_RECORD_LINES:,} lines"
_STRAY_QUOTE = "a quotation mark opens here and is never closed"
_CHUNK = 1024 * 1024
_KINDS_BY_START = (
    (b"PK\x03\x04", "a spreadsheet or a zip archive; unpack it, or save the sheet as CSV"),
    (b"SQLite format 3", "a database; export a CSV file from the app"),
    (b"%PDF", "a PDF; export a CSV file from the app"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an old Excel file; save it as CSV"),
    (b"\x89PNG", "a picture; export a CSV file from the app"),
    (b"\xff\xd8\xff", "a picture; export a CSV file from the app"),
    (b"<", "a web page; download the CSV file itself"),
)


Record = tuple[int, list[str], str, str]
"""A row of the file: the line it begins on, from 1; its fields; its text; why it can't be read, if so."""


class Source(msgspec.Struct, frozen=True):
    """A file, or its bytes, that can be opened again and again; `name` is what messages call it."""

    name: str
    content: Path | bytes

    def open(self) -> BinaryIO:
        """Open at the start; raises InputError if the file can't be read."""
        if isinstance(self.content, bytes):
            return io.BytesIO(self.content)
        try:
            if not self.content.is_file():
                raise InputError.at(self.name, "there is no such file" if not self.content.exists() else "not a file")
            return self.content.open("rb")
        except OSError as error:
            raise InputError.at(self.name, f"the file can't be read: {error.strerror or error}") from error

    def open_text(self, encoding: str) -> io.TextIOWrapper:
        """Open as text with the line ends as they are; what the encoding can't read becomes U+FFFD."""
        return io.TextIOWrapper(self.open(), encoding=encoding, errors="replace", newline="")


class Table(msgspec.Struct, frozen=True):
    """A separated text file that was looked into: how it is written, its headings if any, its first rows."""

    source: Source
    encoding: str
    separator: str
    headings: tuple[str, ...]
    sample: tuple[tuple[str, ...], ...]
    width: int

    def records(self) -> Iterator[Record]:
        """Go through all rows below the headings; blank lines are no rows.

        Raises InputError where the file is cut off inside quoted text or has more than `MAX_ROWS` rows.
        """
        with self.source.open_text(self.encoding) as text:
            rows = _records(text, self)
            if self.headings:
                next(rows, None)
            yield from itertools.islice(rows, MAX_ROWS)
            if next(rows, None):
                raise InputError.at(self.source.name, f"the file has more than {MAX_ROWS:,} rows; split it")


def look_into(source: Source) -> Table:
    """Find out how a file is written; raises InputError if it is empty, too large, or not a table of text."""
    encoding = _encoding_of(source)
    with source.open_text(encoding) as text:
        start = text.read(200_000)
    if not start.strip("\ufeff \t\r\n"):
        raise InputError.at(source.name, "the file is empty")
    lines = [line for line in io.StringIO(start, newline="") if line.strip("\ufeff \t\r\n")]
    if len(start) == 200_000 and len(lines) > 1:
        lines.pop()  # the last line of the excerpt may be half a line
    told = _told_separator(lines[0])
    if told:
        lines = lines[1:]
    trials = [_sample(lines, separator) for separator in (told or _SEPARATORS)]
    rows, separator, width = max(trials, key=lambda trial: (trial[2] > 1, _agreement(trial[0], trial[2]), trial[2]))
    if width < 2:
        raise InputError.at(source.name, "this is not a table of fields set apart by commas, semicolons or tabs")
    headings = rows[0] if _are_headings(rows[0]) else ()
    body = rows[1:] if headings else rows
    if headings and _agreement(body, width) < 0.8:
        width = len(headings)
    return Table(source, encoding, separator, tuple(h.strip("\ufeff \t") for h in headings), tuple(body), width)


def _records(text: Iterator[str], table: Table) -> Iterator[Record]:
    given_back: deque[str] = deque()
    fed: list[str] = []
    reader = csv.reader(iter(fed.pop, None), delimiter=table.separator)
    number = 0
    while line := given_back.popleft() if given_back else next(text, ""):
        number += 1
        raw, problem = line, ""
        fields: list[str] = []
        if len(line) > MAX_RECORD_CHARACTERS:
            problem = _TOO_LONG
        else:
            fed.append(line)
            try:
                fields = next(reader)
            except csv.Error:
                problem = _TOO_LONG
            except IndexError:  # the reader wants another line: quoted text goes on
                taken = _Spanning(line, given_back, text)
                fields, problem = _read_spanning(taken, number, table)
                raw = "".join(taken.lines)
        is_blank = len(fields) < 2 and raw.isspace()
        if not is_blank and not (number == 1 and _told_separator(raw)):
            yield number, fields, raw.rstrip("\r\n"), problem
        if raw is not line:
            number += len(taken.lines) - 1


class _Spanning:
    """The lines of a row that spans several, for a csv reader; keeps those taken, so as to give them back."""

    def __init__(self, first: str, given_back: deque[str], text: Iterator[str]) -> None:
        self.lines: list[str] = []
        self.ended = False
        self._characters = 0
        self._ahead, self._text = given_back, text
        self._ahead.appendleft(first)

    def __iter__(self) -> "_Spanning":
        return self

    def __next__(self) -> str:
        line = self._ahead.popleft() if self._ahead else next(self._text, "")
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


def _read_spanning(taken: _Spanning, first: int, table: Table) -> tuple[list[str], str]:
    """Read a row that spans lines; where a quotation mark opened by mistake, it is the first line only."""
    fields: list[str] = []
    problem = _TOO_LONG
    with contextlib.suppress(_TooLongError, csv.Error):
        fields, problem = next(csv.reader(taken, delimiter=table.separator)), ""
    swallowed = any(len(_fields(line, table.separator)) == table.width for line in taken.lines[1:])
    if taken.ended and not swallowed:
        message = "the file ends inside quoted text that begins here; it was cut off, so export it again"
        raise InputError.at(table.source.name, message, line=first)
    if problem or swallowed:
        taken.give_back()
        return [], _STRAY_QUOTE
    return fields, ""


def _fields(line: str, separator: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=separator), [])
    except csv.Error:
        return []


def _told_separator(line: str) -> str:
    """Return the separator that Excel's own first line `sep=;` tells, or nothing."""
    bare = line.strip('\ufeff \t\r\n"').lower()
    return line.strip('\ufeff \r\n"')[4:5] if bare.startswith("sep=") and len(bare) <= 5 else ""


def _sample(lines: list[str], separator: str) -> tuple[list[tuple[str, ...]], str, int]:
    rows = []
    try:
        for row in csv.reader(lines, delimiter=separator):
            rows.append(tuple(row))
            if len(rows) > SAMPLE_ROWS:
                break
    except csv.Error:  # a field too long for the csv module: what was read before it will do
        pass
    widths = Counter(len(row) for row in rows)
    return rows, separator, max(widths, key=lambda width: (widths[width], width), default=0)


def _agreement(rows: list[tuple[str, ...]] | tuple[tuple[str, ...], ...], width: int) -> float:
    return sum(len(row) == width for row in rows) / len(rows) if rows else 0.0


def _are_headings(row: tuple[str, ...]) -> bool:
    """Headings hold words only: a row of data always has a digit at the start of some field."""
    return bool(row) and not any(field.strip("\ufeff \t-+")[:1].isdigit() for field in row)


def _encoding_of(source: Source) -> str:
    with source.open() as stream:
        start = stream.read(65_536)
        if len(start) == 0:
            raise InputError.at(source.name, "the file is empty")
        for magic, kind in _KINDS_BY_START:
            if start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(magic):
                raise InputError.at(source.name, f"this is {kind}")
        wide = _wide_encoding(start)
        if not wide and _looks_binary(start):
            raise InputError.at(source.name, "this is no text; export a CSV file from the app")
        decoder = codecs.getincrementaldecoder("utf-8")("strict")
        size, valid, good, bad = 0, True, 0, 0
        chunk = start
        while chunk:
            size += len(chunk)
            if size > MAX_BYTES:
                raise InputError.at(source.name, f"the file is larger than {MAX_BYTES // 2**20} MB; split it")
            if not wide:
                try:
                    decoder.decode(chunk)
                except UnicodeDecodeError:
                    valid = False
                    decoder.reset()
                    text = chunk.decode("utf-8", "replace")
                    replaced = text.count("\ufffd")
                    bad += replaced
                    good += sum(character > "\x7f" for character in text) - replaced
            chunk = stream.read(_CHUNK)
    if wide:
        return wide
    # Windows programs save in the code page of their country; a few broken letters in UTF-8 are still UTF-8
    return "utf-8-sig" if valid or good > bad else "cp1252"


def _wide_encoding(start: bytes) -> str:
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    pairs = len(start) // 2
    if pairs and start[1::2].count(0) > 0.4 * pairs and start[::2].count(0) < 0.1 * pairs:
        return "utf-16-le"
    if pairs and start[::2].count(0) > 0.4 * pairs and start[1::2].count(0) < 0.1 * pairs:
        return "utf-16-be"
    return ""


def _looks_binary(start: bytes) -> bool:
    control = sum(byte < 9 or 13 < byte < 32 for byte in start)
    return control > 0.05 * len(start)
