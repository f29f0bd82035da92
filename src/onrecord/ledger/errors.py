"""Why a ledger cannot be opened or written; every message says what to do."""


class LedgerError(Exception):
    """Something is wrong with the ledger, not with the report."""


class NoLedgerError(LedgerError):
    """There is no ledger at that place, and none was to be made."""


class NotALedgerError(LedgerError):
    """The file or database is something else."""


class NewerLedgerError(LedgerError):
    """The ledger was written by a later version of this program."""
