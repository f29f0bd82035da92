"""Whom a report speaks of: names, offices, descriptions and pronouns, each led back to an actor or left alone."""

from __future__ import annotations

from onrecord.actors.describe import describe
from onrecord.actors.people import Names
from onrecord.actors.registry import Registry
from onrecord.actors.scan import scan
from onrecord.actors.scene import PARTIES, Scene
from onrecord.actors.stage import Stage
from onrecord.actors.words import Words
from onrecord.nouns import Cast, Reading, Report


def find(report: Report, reading: Reading, registry: Registry) -> Cast:
    """The cast of a report: every participant of the reading that can be resolved, and every name and pronoun that was found besides."""
    words = Words.of(report.text)
    stage = Stage(registry, report.published.day.isoformat() if report.published.day else "")
    tails = {arc.tail for arc in reading.arcs if arc.role in PARTIES}
    people = {mark.span for mark in reading.layer("mention") if mark.label == "person"}
    bodies = {mark.span for mark in reading.layer("mention") if mark.label == "organization"}
    persons = {index for span in people for index in words.within(span)}
    hinted = persons | {index for span in tails - bodies for index in words.within(span)}
    items = Names(words, stage, hinted, persons).collect(scan(words, registry))
    describe(words, items, stage)
    Scene(report.text, reading, words, stage, items).play(tails, people - tails, bodies - tails)
    return stage.cast()
