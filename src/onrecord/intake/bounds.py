"""How much is read of anything: texts are hostile until read."""

MAX_TEXT = 4_000_000
"""Bytes of a text file, characters of a text in a JSON line."""

MAX_LINE = 8_000_000
"""Bytes of a line of JSON."""

MAX_HTML = 8_000_000
"""Bytes of an HTML page."""

MAX_ELEMENTS = 12_000
"""Elements of an HTML page, scripts and drawings left out; news pages have a few thousand."""

MANY_ELEMENTS = 4_000
"""From so many on, a page is read by the quick method alone: the others would take too long."""

MAX_PAGE_TEXT = 1_000_000
"""Characters between the tags of an HTML page, scripts left out."""

MAX_DEPTH = 200
"""How deep the elements of an HTML page may be nested."""
