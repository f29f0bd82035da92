"""What the reader of a report is told from outside, and knows better than the report."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from onrecord.intake import dateline
from onrecord.intake.dates import in_url
from onrecord.nouns import Published, Report


@dataclass(frozen=True, slots=True)
class Overrides:
    """Time of publication, outlet, URL: those given take the place of what a report says. ``encoding`` is that of text and HTML files."""

    published: Published = field(default_factory=Published)
    outlet: str = ""
    url: str = ""
    encoding: str = ""

    def onto(self, report: Report) -> Report:
        """The report with what is told, and with what its URL and dateline say where nothing else does."""
        told = replace(report, outlet=self.outlet or report.outlet, url=self.url or report.url)
        line = dateline.find(told.text)
        day = in_url(told.url)
        published = self.published if self.published.day else told.published
        if published.day is None and line is not None:
            published = line.published(day.day.year if day.day else None)
        if published.day is None:
            published = day
        return replace(told, published=published, outlet=told.outlet or (line.agency if line else ""))
