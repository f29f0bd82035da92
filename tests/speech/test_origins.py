"""Independent origins: echoes count once."""

from __future__ import annotations

from onrecord.nouns import Report, Source, Statement
from onrecord.speech.origins import COPY, copies, likeness, origins, sketch

WIRE = (
    "Envoys of Torvia and Lund met in Oslo on Monday to discuss the closed strait. The talks lasted three "
    "hours and ended without a text. "
    "Two officials said that a second round would follow within ten days. Torvia's minister left the "
    "hall by a side door and spoke to nobody. "
    "Lund's delegation called the meeting useful and said it would report to parliament on Thursday."
)
SHORT = (
    "OSLO (Agency) - Envoys of Torvia and Lund met in Oslo on Monday to discuss the closed strait. Two "
    "officials said that a second round would "
    "follow within ten days. The talks lasted three hours and ended without a text."
)
OTHER = (
    "The strait has been closed since May, when a tanker of Lund was boarded. Fishermen on both shores "
    "say that they have lost a season's catch."
)


def statement(*links: Source) -> Statement:
    """A statement with that chain."""
    return Statement(content=(), chain=(*links, Source("report")))


def test_a_shortened_reordered_copy_is_a_copy() -> None:
    assert likeness(sketch(WIRE), sketch(SHORT)) >= COPY
    assert likeness(sketch(WIRE), sketch(OTHER)) < COPY
    assert copies([WIRE, OTHER, SHORT]) == ((0, 2), (1,))


def test_an_empty_text_is_like_nothing() -> None:
    assert likeness(sketch(""), sketch("")) == 0.0
    assert copies(["", ""]) == ((0,), (1,))


def test_five_reports_one_origin() -> None:
    people = Source("anonymous", description="two people briefed on the plans")
    texts = [
        "Alpha report one here.",
        "Beta is another text.",
        "Gamma has its own words.",
        "Delta writes it so.",
        "Epsilon writes it otherwise.",
    ]
    told = [(Report(text, outlet=f"Outlet {n}"), statement(people, Source("outlet", "The New York Times"))) for n, text in enumerate(texts)]
    assert [one.reports for one in origins(told)] == [(0, 1, 2, 3, 4)]


def test_unnamed_people_of_two_outlets_are_two_origins() -> None:
    people = Source("anonymous", description="officials")
    told = [
        (Report("Alpha report one here."), statement(people, Source("outlet", "Reuters"))),
        (Report("Beta is another text."), statement(people, Source("outlet", "AP"))),
    ]
    assert len(origins(told)) == 2


def test_the_same_speaker_is_one_origin_and_a_report_s_own_word_is_its_outlet_s() -> None:
    marik = Source("person", "Vesna Marik")
    told = [
        (Report("Alpha.", outlet="A"), statement(marik)),
        (Report("Beta.", outlet="B"), statement(marik)),
        (Report("Gamma.", outlet="C"), None),
    ]
    assert [(one.root, one.reports) for one in origins(told)] == [("vesna marik", (0, 1)), ("c", (2,))]
