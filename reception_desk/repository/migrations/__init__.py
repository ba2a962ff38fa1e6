"""Alembic: how the stored schema came to be."""
