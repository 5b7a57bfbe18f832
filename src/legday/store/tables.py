"""The tables: what each athlete imported, did and answered. Every one names its athlete."""

import datetime as dt
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Numeric,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.types import TypeEngine

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Identifier = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts up only a plain INTEGER by itself


class Exact(TypeDecorator[Decimal]):
    """A decimal number with all its digits: NUMERIC where there is one, its text in SQLite."""

    impl = Numeric
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:  # noqa: D102
        return dialect.type_descriptor(String(40) if dialect.name == "sqlite" else Numeric())

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Any:  # noqa: D102
        return str(value) if value is not None and dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:  # noqa: ARG002, D102
        return None if value is None else Decimal(value)


class Moment(TypeDecorator[dt.datetime]):
    """A moment with its zone, kept in UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:  # noqa: ARG002, D102
        if value is not None and value.tzinfo is None:
            raise ValueError("a moment to keep must have a time zone")
        return None if value is None else value.astimezone(dt.UTC)

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:  # noqa: ARG002, D102
        return None if value is None else value.replace(tzinfo=value.tzinfo or dt.UTC)


def _athlete(**options: Any) -> Column[int]:
    return Column("athlete_id", Identifier, ForeignKey("athletes.id"), nullable=False, **options)


athletes = Table(
    "athletes",
    metadata,
    Column("id", Identifier, primary_key=True),
    Column("name", String(200), nullable=False, unique=True),
)

imports = Table(
    "imports",
    metadata,
    Column("id", Identifier, primary_key=True),
    _athlete(),
    Column("source", String(500), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("format", String(50), nullable=False),
    Column("unit", String(2)),
    Column("unit_basis", Text, nullable=False),
    Column("imported_at", Moment, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("sets", Integer, nullable=False),
    Column("other", JSON, nullable=False),
    Column("listed", Integer, nullable=False),
    UniqueConstraint("athlete_id", "sha256"),
)

import_rows = Table(
    "import_rows",
    metadata,
    Column("import_id", Identifier, ForeignKey("imports.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    _athlete(),
    Column("line", Integer, nullable=False),
    Column("became", String(10), nullable=False),
    Column("detail", Text, nullable=False),
    Column("raw", Text, nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    Column("id", Identifier, primary_key=True),
    _athlete(),
    Column("start", DateTime, nullable=False),
    Column("name", Text, nullable=False),
    Column("seconds", Integer),
    Column("note", Text, nullable=False),
    UniqueConstraint("athlete_id", "start", "name"),
)

import_sessions = Table(
    "import_sessions",
    metadata,
    Column("import_id", Identifier, ForeignKey("imports.id", ondelete="CASCADE"), primary_key=True),
    Column("session_id", Identifier, ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True),
    _athlete(),
    Index(None, "session_id"),
)

sets = Table(
    "sets",
    metadata,
    Column("session_id", Identifier, ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    _athlete(),
    Column("name", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("kind", String(10), nullable=False),
    Column("reps", Exact),
    Column("load", Exact),
    Column("load_unit", String(2)),
    Column("seconds", Exact),
    Column("meters", Exact),
    Column("rpe", Exact),
    Column("note", Text, nullable=False),
    Column("source_line", Integer),
)

settled_names = Table(
    "settled_names",
    metadata,
    _athlete(primary_key=True),
    Column("name", Text, primary_key=True),
    Column("answer", String(130), nullable=False),
    Column("settled_at", Moment, nullable=False),
)
