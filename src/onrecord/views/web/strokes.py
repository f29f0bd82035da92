"""One mark of the drawing as SVG. Made without a template: a drawing may have thousands. Words are escaped all the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from onrecord.views.printable import printable

LETTER = 6.3
"""About how wide a letter of a label is."""


@dataclass(slots=True)
class Mark:
    """One thread. ``ghosts`` are the places (x, width) where it stood before it was moved; ``soft`` where its window is vague or open;
    ``by`` where its shape stands, if not at its beginning."""

    thread: str
    x: float
    width: float
    label: str
    title: str
    tone: str
    shape: str
    soft: bool = False
    ghosts: tuple[tuple[float, float], ...] = ()
    left: bool = False
    y: float = 0
    by: float | None = None

    @property
    def ends(self) -> tuple[float, float]:
        """From where to where it is drawn, ghosts and all: the label stands before or after that."""
        first = min([self.x, *(x for x, _ in self.ghosts)])
        return first, max([self.x + self.width, *(x + width for x, width in self.ghosts)])

    @property
    def reach(self) -> tuple[float, float]:
        """From where to where it and its label take room."""
        first, last = self.ends
        text = len(self.label) * LETTER + 16
        return (first - text, last + 8) if self.left else (first - 8, last + text)


def strokes(mark: Mark, query: str) -> Markup:
    """A link to the thread, whose address ends with ``query``, around the mark with its title and label."""
    title, label = escape(printable(mark.title)), escape(printable(mark.label))
    link = f'<a href="/threads/{escape(mark.thread)}{escape(query)}" class="mark {escape(mark.tone)}"><title>{title}</title>'
    return Markup(f"{link}{''.join(_shapes(mark))}{_label(mark, label)}</a>")


def _shapes(mark: Mark) -> Iterator[str]:
    x, y = mark.x, mark.y
    for ghost, width in mark.ghosts:
        yield f'<path d="M{ghost:g} {y + 11:g}H{x:g}" class="join"/>'
        if width:
            yield f'<rect x="{ghost:g}" y="{y + 7:g}" width="{width:g}" height="8" rx="4" class="ghost"/>'
        else:
            yield f'<circle cx="{ghost:g}" cy="{y + 11:g}" r="4" class="ghost"/>'
    if mark.width:
        yield f'<rect x="{x:g}" y="{y + 6:g}" width="{mark.width:g}" height="10" rx="5" class="{"soft" if mark.soft else "bar"}"/>'
    x = mark.x if mark.by is None else mark.by
    if mark.shape == "flag":
        yield f'<path d="M{x:g} {y + 3:g}v16" class="pole"/><path d="M{x:g} {y + 3:g}h9l-3 4 3 4h-9z" class="shape"/>'
    elif mark.tone == "harm":
        yield f'<path d="M{x:g} {y + 5:g}l6 11h-12z" class="shape"/>'
    elif mark.tone == "off":
        yield f'<path d="M{x - 5:g} {y + 6:g}l10 10m0 -10l-10 10" class="cross"/>'
    elif mark.shape == "square":
        yield f'<rect x="{x - 4.5:g}" y="{y + 6.5:g}" width="9" height="9" class="shape"/>'
    else:
        yield f'<circle cx="{x:g}" cy="{y + 11:g}" r="5" class="shape"/>'


def _label(mark: Mark, label: str) -> str:
    first, last = mark.ends
    if mark.left:
        return f'<text x="{first - 10:g}" y="{mark.y + 15:g}" text-anchor="end">{label}</text>'
    return f'<text x="{last + (16 if mark.shape == "flag" else 12):g}" y="{mark.y + 15:g}">{label}</text>'
