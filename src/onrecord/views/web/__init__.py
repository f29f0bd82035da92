"""The desk: a ledger as pages that a person looks at, with the same listings for programs and feeds for calendars and readers.

Takes an open ledger (``Desk``), the day that is today, whatever reads a text or fetches a page, and the ``Hand`` that writes for whoever
has its key; gives a Starlette application. Every request reads one unchanging state over a connection that cannot write. It runs no script;
words of reports reach a page only as text: escaped, on the page's own direction, and bounded in length.
"""

from onrecord.views.web.app import app
from onrecord.views.web.desk import Desk
from onrecord.views.web.seat import Hand

__all__ = ["Desk", "Hand", "app"]
