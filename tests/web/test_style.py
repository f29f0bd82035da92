"""The stylesheet: text stands out enough from what it stands on, light and dark; nothing is fetched."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

CSS = (files("onrecord.views.web") / "static" / "desk.css").read_text(encoding="utf-8")
TEXT = ("ink", "soft", "accent", "firm", "open", "harm", "off")
UNDER = ("paper", "faint")
MARKED = ("k-quote", "k-act", "k-meeting", "k-deadline")


def colours(scheme: str) -> dict[str, str]:
    """The custom properties of a scheme, those of the dark one over those of the light one."""
    blocks = re.findall(r":root \{(.*?)\}", CSS, re.S)
    found = dict(re.findall(r"--([\w-]+): (#\w+)", blocks[0]))
    return found | dict(re.findall(r"--([\w-]+): (#\w+)", blocks[1])) if scheme == "dark" else found


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours after WCAG 2.2."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance after WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read(scheme: str) -> None:
    known = colours(scheme)
    low = [(text, under) for text in TEXT for under in UNDER if contrast(known[text], known[under]) < 4.5]
    low += [("ink", under) for under in MARKED if contrast(known["ink"], known[under]) < 7]
    low += [("soft", under) for under in MARKED if contrast(known["soft"], known[under]) < 4.5]
    assert not low


def test_nothing_is_fetched() -> None:
    assert "@import" not in CSS and "http" not in CSS
    assert re.findall(r"url\(([^)]*)\)", CSS) == ['"#vague"']
