"""Alembic's scripts: each version of the schema, and how one comes from the last. A released script is never changed."""
