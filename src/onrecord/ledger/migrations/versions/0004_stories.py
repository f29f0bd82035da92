"""The view of the stories; views are made anew from today's code at every migration, so that nothing is left to do here.

Revision ID: 0004
"""

from __future__ import annotations

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Nothing: ``migrate`` makes the views."""
