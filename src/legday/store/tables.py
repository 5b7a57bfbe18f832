"""The tables: what each athlete imported, did, planned and answered. Every one names its athlete."""

import datetime as dt
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Date,
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

import_things = Table(
    "import_things",
    metadata,
    Column("import_id", Identifier, ForeignKey("imports.id", ondelete="CASCADE"), primary_key=True),
    Column("about", String(10), primary_key=True),
    Column("of", String(120), primary_key=True),
    _athlete(),
    Index(None, "athlete_id", "about", "of"),
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

events = Table(
    "events",
    metadata,
    Column("seq", Identifier, primary_key=True),  # in the order of their arrival: the cursor of what comes after
    _athlete(),
    Column("id", String(36), nullable=False),
    Column("at", String(40), nullable=False),  # as the device wrote it, with its offset
    Column("device", String(120), nullable=False),
    Column("about", String(10), nullable=False),
    Column("of", String(120), nullable=False),
    Column("change", Text, nullable=False),  # the JSON text, so that numbers stay as they were written
    Column("received_at", Moment, nullable=False),
    UniqueConstraint("athlete_id", "id"),
    Index(None, "athlete_id", "seq"),
)

plans = Table(
    "plans",
    metadata,
    _athlete(primary_key=True),
    Column("id", String(60), primary_key=True),
    Column("made_at", Moment, nullable=False),
    Column("start", Date, nullable=False),
    Column("method_name", Text, nullable=False),
    Column("weeks", JSON, nullable=False),  # when each starts, whether it is easy, and the dates of its sessions
    Column("document", Text, nullable=False),
)

plan_versions = Table(
    "plan_versions",
    metadata,
    _athlete(primary_key=True),
    Column("plan_id", String(60), primary_key=True),
    Column("number", Integer, primary_key=True),  # from 1; the version in force is in `plans`
    Column("replaced_at", Moment, nullable=False),
    Column("document", Text, nullable=False),
)

profiles = Table(
    "profiles",
    metadata,
    _athlete(primary_key=True),
    Column("document", Text, nullable=False),
    Column("changed_at", Moment, nullable=False),
)
