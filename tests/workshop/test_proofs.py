"""What proves a body with its state, and what does not."""

import pytest

from workshop.gazetteer.proofs import Given, proof

STATE = "(?:Norland|Norlandic)"


@pytest.mark.parametrize(
    ("title", "items", "linked", "code"),
    [
        ("Norlandic Army", ["The Norlandic Army leaves the valley."], {}, "ce"),
        ("Norlandic Army", ["The Norlandic army leaves the valley."], {}, ""),
        ("Senate (Norland)", ["Norland's Senate votes."], {}, "ce"),
        ("Senate (Norland)", ["The Senate of Norland votes."], {}, "ce"),
        ("Senate (Norland)", ["The Senate votes.", "Norland votes."], {}, ""),
        ("Senate (Norland)", ["Norland and the Senate of Sudria vote."], {}, ""),
        ("Senate (Norland)", [], {"Senate (Norland)": ["The upper house votes."]}, "cl"),
        ("Landsrad", [], {"Landsrad": ["Norland's parliament votes."]}, "cl"),
        ("Landsrad", [], {"Landsrad": ["Sudria's parliament votes."]}, ""),
        ("Landsrad", ["Norland: the Landsrad votes.", "The Landsrad met in Norland."], {}, "ce"),
        ("Landsrad", ["Norland: the Landsrad votes.", "The Landsrad met.", "A Landsrad."], {}, ""),
        ("Navy of Norland", [], {}, "wt"),
    ],
)
def test_name_and_state_must_stand_together(title: str, items: list[str], linked: dict[str, list[str]], code: str) -> None:
    given = Given(items, linked, frozenset({"Navy of Norland", "Landsrad"}))
    assert proof(title, [], STATE, {"Landsrad"}, given)[0] == code
