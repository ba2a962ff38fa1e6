"""The first schema, which `schema.bring_up_to_date` makes whole for a new file: nothing to migrate from."""

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Do nothing: no file is older than this."""
