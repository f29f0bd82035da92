"""Corpus readers, on lines of our own."""

import gzip
import json
from pathlib import Path

import pytest

pytest.importorskip("numpy")

from workshop.corpora.attributions import Attributions, trim
from workshop.corpora.conllu import Conllu, tag_of
from workshop.corpora.marked import Marked, example
from workshop.corpora.offsets import OWN, Offsets
from workshop.corpora.patterns import Patterns
from workshop.corpora.reports import Reports, cueless, locate
from workshop.corpora.stories import Stories

ROOT = Path(__file__).parents[2]


def test_the_nth_occurrence_is_found() -> None:
    assert locate("He said he left. He said no.", "He#2") == (17, 19)
    assert locate("sail, said", "sai") == (0, 3)
    assert locate("nothing", "no#9") is None


def test_a_report_becomes_anchors(tmp_path: Path) -> None:
    row = {
        "id": "x", "text": 'Oru met Lund. "We agree." They set a deadline.',
        "events": [{"anchor": "met", "type": "CONSULT", "mode": "meet", "status": "happened", "actor": [["Oru", "Jon Oru"]]}],
        "statements": [{"source": [["Oru", "Jon Oru"]], "cue": "", "content": ["We agree"], "quote": "direct"}],
        "deadlines": [{"anchor": "deadline", "status": "set", "setter": [["They", ""]]}],
    }  # fmt: skip
    path = tmp_path / "reports.jsonl"
    path.write_text(json.dumps(row) + "\n")
    (found,) = Reports(path)
    assert [(a.kind, found.text[slice(*a.span)]) for a in found.anchors] == [("event", "met"), ("cue", '"'), ("deadline", "deadline")]
    assert found.anchors[0].roles == {"actor": [(0, 3)]}
    assert found.names == [((0, 3), "Jon Oru")]


def test_a_statement_without_a_cue_hangs_on_its_first_word() -> None:
    assert cueless("Lund: talks go on", (6, 17)) == (6, 11)


def test_marked_text() -> None:
    found = example("x", "[Oru=1] [said~s1 q2] <2:[Lund=3] will [visit*CONSULT/visit/planned a3 p4] [Bern=4]>.")
    assert found.text == "Oru said Lund will visit Bern."
    cue, visit = found.anchors
    assert found.text[slice(*cue.roles["content"][0])] == "Lund will visit Bern"
    assert (visit.label, visit.traits["status"]) == ("CONSULT", "planned")
    assert found.text[slice(*visit.roles["place"][0])] == "Bern"


def test_wrong_marks_are_refused() -> None:
    with pytest.raises(ValueError, match="no such mark"):
        example("x", "[met*Consult/meet/happened]")


def test_our_sentences_keep_to_the_vocabulary() -> None:
    from onrecord.reading.labels import labels_of_vocabulary

    labels = labels_of_vocabulary()
    examples = list(Marked(ROOT / "corpus" / "statuses.txt"))
    assert len(examples) > 80
    for anchor in (a for e in examples for a in e.anchors if a.kind == "event"):
        assert anchor.traits["status"] in labels.statuses
        assert anchor.traits["mode"] in labels.modes[labels.types.index(anchor.label)]


def test_attributions_are_trimmed(tmp_path: Path) -> None:
    text = "Oru said that “talks go on.”"
    assert text[slice(*(trim(text, (9, 28)) or (0, 0)))] == "talks go on"
    path = tmp_path / "a.jsonl.gz"
    row = {"id": "x", "text": text, "attributions": [{"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 28]]}]}
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n")
    (found,) = Attributions(path)
    assert found.anchors[0].roles == {"content": [(15, 26)], "source": [(0, 3)]}
    assert found.anchors[0].open_roles == {"to", "via"}


CONLLU = """# newdoc id = d
# newpar
1\tOru\tOru\tPROPN\tNNP\t_\t3\tnsubj\t_\tEntity=(1-person-new)
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdid\tdo\tAUX\tVBD\tTense=Past|VerbForm=Fin\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tgo\tgo\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

"""


def test_a_treebank_keeps_its_offsets(tmp_path: Path) -> None:
    path = tmp_path / "t.conllu.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write(CONLLU)
    (found,) = Conllu(path, entities=True)
    assert found.text == "Oru didn't go. "
    tags = {found.text[slice(*place)]: tag for place, tag in found.tags.items()}
    assert tags == {"Oru": "PROPN", "did": "AUX:Past", "n't": "PART", "go": "VERB:Inf", ".": "PUNCT"}
    assert found.mentions == [((0, 3), "person")]
    assert found.heads[(4, 7)] == (11, 13)


def test_tags_of_verbs() -> None:
    assert tag_of("VERB", "Tense=Past|VerbForm=Part") == "VERB:PastPart"
    assert tag_of("NOUN", "Number=Sing") == "NOUN"
    assert tag_of("AUX", "VerbForm=Fin") == "AUX"


def test_stories_leave_out_what_is_annotated(tmp_path: Path) -> None:
    (tmp_path / "corpus" / "dev").mkdir(parents=True)
    seen = "The ministers of nine states met in Bern on Monday to talk."
    other = "Nine other states sent their ministers to Basel on Tuesday."
    (tmp_path / "corpus" / "dev" / "x.jsonl").write_text(json.dumps({"text": seen}) + "\n")
    path = tmp_path / "corpora" / "stories" / "s.jsonl.gz"
    path.parent.mkdir(parents=True)
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write("".join(json.dumps({"text": f"{text} (Harbour News) (Bern Post)"}) + "\n" for text in (seen, other)))
    assert [e.text for e in Stories(path, step=1)] == [other]


def test_patterns_are_whole_sentences() -> None:
    found = list(Patterns(OWN / "patterns.toml"))
    assert len({one.id for one in found}) == len(found) > 500
    for one in found:
        assert not set("{}[]*<>~") & set(one.text), one.text
        events = [anchor for anchor in one.anchors if anchor.kind == "event"]
        assert events and all(anchor.roles.get("actor") for anchor in events), one.text
    assert {a.traits["status"] for e in found for a in e.anchors if a.kind == "event"} >= {"planned", "denied", "postponed", "hypothetical"}


def test_offsets_name_their_passages(tmp_path: Path) -> None:
    met = {"anchor": [6, 9], "type": "CONSULT", "mode": "meet", "status": "happened", "actor": [[0, 5]]}
    doubted = {"anchor": [0, 5], "type": "AID", "mode": "", "status": "happened", "doubt": 1}
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({"row": "a", "start": 4, "end": 19, "events": [met, doubted]}))
    (found,) = Offsets(path, lambda _: iter([("b", "Nothing."), ("a", "Now Chile met Peru.")]), path)
    assert (found.id, found.text) == ("a@4", "Chile met Peru.")
    (anchor,) = found.anchors
    assert (anchor.label, anchor.span, anchor.roles) == ("CONSULT", (6, 9), {"actor": [(0, 5)]})
