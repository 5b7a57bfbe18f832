"""A table of text, whatever file it is from: its headings, its first rows, and all its rows as a stream."""

from collections.abc import Callable, Iterator
from typing import Literal

import msgspec

MAX_ROWS = 250_000
"""The most rows that are read from a file, and the most sets that are made of them."""

Record = tuple[int, list[str], str, str]
"""A row: its number in the file, from 1; its fields; its text; why it can't be read, if so."""


class Table(msgspec.Struct, frozen=True):
    """A table that was looked into.

    `name` is what messages call the file. `sample` has the first rows, `width` is how many fields a row has, and
    `records` goes through all rows below the headings, again at every call. Rows are numbered by the line they
    begin on, or by their place among the entries of a document; `counted` says which. `separator` stands between
    the fields of a line, if there are lines.
    """

    name: str
    headings: tuple[str, ...]
    sample: tuple[tuple[str, ...], ...]
    width: int
    records: Callable[[], Iterator[Record]]
    separator: str = ""
    counted: Literal["line", "entry"] = "line"
