"""Times: when things are said to happen.

Takes a Report and its Reading; gives a When for every time expression: TIMEX3 (type, value, mod) and a window on the calendar.
It resolves against the day of publication and the report's own mentions; where that day is unknown, relative times stay relative.
It has no clock, reads no other room's findings, and does not say which event a time belongs to.
English only; the rules are values in ``english``, their examples in ``cases.toml``.
"""

from onrecord.times.find import find

__all__ = ["find"]
