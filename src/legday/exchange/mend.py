"""Rows that have too many fields, as a text holds the separator and the app forgot the quotation marks."""

from collections.abc import Callable

from legday.exchange.headings import Role
from legday.exchange.layout import Layout, fits
from legday.exchange.table import Table

_TEXTS = (Role.EXERCISE, Role.CATEGORY, Role.SESSION, Role.NOTE, Role.SESSION_NOTE)
_KNOWN_BEFORE = (Role.EXERCISE, Role.CATEGORY, Role.SESSION)


def mender(table: Table, layout: Layout) -> Callable[[list[str]], list[str] | None]:
    """Make a function that puts the fields of a broken row together again, or returns None if it isn't certain how.

    It is certain if only one text can have been broken: then every other field has the shape of its column, and
    the exercise, the category and the session, unless it is they that were broken, are named in whole rows, too.
    """
    columns = {role: index for role, index in layout.columns.items() if index < table.width}
    known: dict[int, set[str]] = {}

    def can_be(fields: list[str], broken: Role) -> bool:
        if not known:
            known.update(_names_in_whole_rows(table, [columns[role] for role in _KNOWN_BEFORE if role in columns]))
        return all(
            fits(role, [fields[index]]) and (role is broken or fields[index] in known.get(index, fields))
            for role, index in columns.items()
        )

    def mend(fields: list[str]) -> list[str] | None:
        extra = len(fields) - table.width
        if extra < 1 or not table.separator:
            return None
        possible = []
        for role in _TEXTS:
            index = columns.get(role)
            if index is not None:
                text = table.separator.join(fields[index : index + extra + 1])
                whole = [*fields[:index], text, *fields[index + extra + 1 :]]
                if text.strip(table.separator + " ") and can_be(whole, role):
                    possible.append(whole)
        return possible[0] if len(possible) == 1 else None

    return mend


def _names_in_whole_rows(table: Table, columns: list[int]) -> dict[int, set[str]]:
    names: dict[int, set[str]] = {index: set() for index in columns}
    for _, fields, _, problem in table.records():
        if not problem and len(fields) == table.width:
            for index in columns:
                names[index].add(fields[index])
    return names
