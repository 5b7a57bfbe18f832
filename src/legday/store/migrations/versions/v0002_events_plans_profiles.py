"""Events, plans and profiles."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "events",
        sa.Column("seq", _ID, nullable=False),
        sa.Column("athlete_id", _ID, nullable=False),
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("at", sa.String(40), nullable=False),
        sa.Column("device", sa.String(120), nullable=False),
        sa.Column("about", sa.String(10), nullable=False),
        sa.Column("of", sa.String(120), nullable=False),
        sa.Column("change", sa.Text, nullable=False),
        sa.Column("received_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_events"),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"], name="fk_events_athlete_id_athletes"),
        sa.UniqueConstraint("athlete_id", "id", name="uq_events_athlete_id_id"),
    )
    op.create_index("ix_events_athlete_id_seq", "events", ["athlete_id", "seq"])
    op.create_table(
        "plans",
        sa.Column("athlete_id", _ID, nullable=False),
        sa.Column("id", sa.String(60), nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.Column("start", sa.Date, nullable=False),
        sa.Column("method_name", sa.Text, nullable=False),
        sa.Column("weeks", sa.JSON, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("athlete_id", "id", name="pk_plans"),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"], name="fk_plans_athlete_id_athletes"),
    )
    op.create_table(
        "profiles",
        sa.Column("athlete_id", _ID, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("changed_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("athlete_id", name="pk_profiles"),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"], name="fk_profiles_athlete_id_athletes"),
    )


def downgrade() -> None:
    """Drop the tables."""
    for table in ("profiles", "plans", "events"):
        op.drop_table(table)
