"""Which import holds which food, run, measure or day."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "import_things",
        sa.Column("import_id", _ID, nullable=False),
        sa.Column("about", sa.String(10), nullable=False),
        sa.Column("of", sa.String(120), nullable=False),
        sa.Column("athlete_id", _ID, nullable=False),
        sa.PrimaryKeyConstraint("import_id", "about", "of", name="pk_import_things"),
        sa.ForeignKeyConstraint(
            ["import_id"], ["imports.id"], name="fk_import_things_import_id_imports", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"], name="fk_import_things_athlete_id_athletes"),
    )
    op.create_index("ix_import_things_athlete_id_about_of", "import_things", ["athlete_id", "about", "of"])


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("import_things")
