"""Versions of plans that were changed."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "plan_versions",
        sa.Column("athlete_id", _ID, nullable=False),
        sa.Column("plan_id", sa.String(60), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("replaced_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("athlete_id", "plan_id", "number", name="pk_plan_versions"),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"], name="fk_plan_versions_athlete_id_athletes"),
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("plan_versions")
