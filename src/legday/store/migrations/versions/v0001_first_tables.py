"""The first tables: athletes, imports with every row of the source, sessions, sets, settled names."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_EXACT = sa.Numeric().with_variant(sa.String(40), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "athletes",
        sa.Column("id", _ID, nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_athletes"),
        sa.UniqueConstraint("name", name="uq_athletes_name"),
    )
    op.create_table(
        "imports",
        sa.Column("id", _ID, nullable=False),
        sa.Column("athlete_id", _ID, nullable=False),
        sa.Column("source", sa.String(500), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("format", sa.String(50), nullable=False),
        sa.Column("unit", sa.String(2)),
        sa.Column("unit_basis", sa.Text, nullable=False),
        sa.Column("imported_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("rows", sa.Integer, nullable=False),
        sa.Column("sets", sa.Integer, nullable=False),
        sa.Column("other", sa.JSON, nullable=False),
        sa.Column("listed", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_imports"),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"], name="fk_imports_athlete_id_athletes"),
        sa.UniqueConstraint("athlete_id", "sha256", name="uq_imports_athlete_id_sha256"),
    )
    op.create_table(
        "import_rows",
        sa.Column("import_id", _ID, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("athlete_id", _ID, nullable=False),
        sa.Column("line", sa.Integer, nullable=False),
        sa.Column("became", sa.String(10), nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.Column("raw", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("import_id", "number", name="pk_import_rows"),
        sa.ForeignKeyConstraint(
            ["import_id"], ["imports.id"], name="fk_import_rows_import_id_imports", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"], name="fk_import_rows_athlete_id_athletes"),
    )
    op.create_table(
        "sessions",
        sa.Column("id", _ID, nullable=False),
        sa.Column("athlete_id", _ID, nullable=False),
        sa.Column("start", sa.DateTime, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("seconds", sa.Integer),
        sa.Column("note", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sessions"),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"], name="fk_sessions_athlete_id_athletes"),
        sa.UniqueConstraint("athlete_id", "start", "name", name="uq_sessions_athlete_id_start_name"),
    )
    op.create_table(
        "import_sessions",
        sa.Column("import_id", _ID, nullable=False),
        sa.Column("session_id", _ID, nullable=False),
        sa.Column("athlete_id", _ID, nullable=False),
        sa.PrimaryKeyConstraint("import_id", "session_id", name="pk_import_sessions"),
        sa.ForeignKeyConstraint(
            ["import_id"], ["imports.id"], name="fk_import_sessions_import_id_imports", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name="fk_import_sessions_session_id_sessions", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"], name="fk_import_sessions_athlete_id_athletes"),
    )
    op.create_index("ix_import_sessions_session_id", "import_sessions", ["session_id"])
    op.create_table(
        "sets",
        sa.Column("session_id", _ID, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("athlete_id", _ID, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("reps", _EXACT),
        sa.Column("load", _EXACT),
        sa.Column("load_unit", sa.String(2)),
        sa.Column("seconds", _EXACT),
        sa.Column("meters", _EXACT),
        sa.Column("rpe", _EXACT),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("source_line", sa.Integer),
        sa.PrimaryKeyConstraint("session_id", "number", name="pk_sets"),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name="fk_sets_session_id_sessions", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"], name="fk_sets_athlete_id_athletes"),
    )
    op.create_table(
        "settled_names",
        sa.Column("athlete_id", _ID, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("answer", sa.String(130), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("athlete_id", "name", name="pk_settled_names"),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"], name="fk_settled_names_athlete_id_athletes"),
    )


def downgrade() -> None:
    """Drop the tables."""
    for table in ("settled_names", "sets", "import_sessions", "sessions", "import_rows", "imports", "athletes"):
        op.drop_table(table)
