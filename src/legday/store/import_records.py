"""An import as it is kept: what is said of its file, and every row of it."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, insert, select

from legday.store.tables import import_rows, imports


def find_import(connection: Connection, owner: int, sha256: str) -> int | None:
    """Return the import of an athlete that took in a file with this SHA-256, if there is one."""
    same = select(imports.c.id).where(imports.c.athlete_id == owner, imports.c.sha256 == sha256)
    return connection.execute(same).scalar()


def keep_import(
    connection: Connection, owner: int, said: Mapping[str, Any], rows: Iterable[tuple[int, str, str, str]]
) -> int:
    """Keep a new import of an athlete, and return its number.

    Parameters
    ----------
    said
        What is said of it, by the columns of `imports`.
    rows
        The line, what became of it, more about that, and the text of each row of the file, in their order.
    """
    values = {"athlete_id": owner, **said}
    identifier: int = connection.execute(insert(imports).values(values).returning(imports.c.id)).scalar_one()
    kept = [
        {
            "athlete_id": owner,
            "import_id": identifier,
            "number": number,
            "line": line,
            "became": became,
            "detail": detail,
            "raw": raw.replace("\0", "\N{SYMBOL FOR NULL}"),  # PostgreSQL has no NUL in texts
        }
        for number, (line, became, detail, raw) in enumerate(rows, start=1)
    ]
    if kept:
        connection.execute(insert(import_rows), kept)
    return identifier
