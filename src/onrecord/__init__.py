"""onrecord reads news reports and keeps a ledger of diplomacy and conflict."""

__version__ = "0.1.0"
