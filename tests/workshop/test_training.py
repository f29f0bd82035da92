"""Documents, joining, cutting, swapping: what training does to texts."""

import random
from pathlib import Path

import pytest

from onrecord.reading.labels import labels_of_vocabulary
from onrecord.reading.pieces import Pieces
from onrecord.reading.reader import PACKAGED
from workshop.corpora.marked import example
from workshop.training.documents import MASKED, Document, Numberer, cut, join
from workshop.training.recipe import Recipe
from workshop.training.swapping import Country, Swapper

LABELS = labels_of_vocabulary()
LINE = "[Vesk=1] [said~s1 q2] <2:[Norland=3] [met*CONSULT/meet/happened a3 r1 t4] it [on Monday=4]>."


class Letters(Pieces):
    """Pieces without a tokeniser file: a word's length."""

    def __init__(self) -> None:
        self._known = {}

    def of(self, word: str) -> tuple[int, ...]:
        return (1000 + len(word),)


def document() -> Document:
    return Numberer(LABELS, Letters()).document(example("x", LINE))


def test_words_bear_their_tags() -> None:
    found = document()
    met = 1 + 2 * LABELS.types.index("CONSULT")
    assert found.layers["event"].tolist() == [0, 0, 0, met, 0, 0, 0, 0]
    assert found.layers["content"].tolist() == [0, 0, 1, 2, 2, 2, 2, 0]
    assert set(found.layers["attribution"].tolist()) == {MASKED}


def test_joining_moves_all_spans() -> None:
    joined = join([document(), document()])
    first, second = (h for h in joined.heads if h.kind == "event")
    assert second.words[0] - first.words[0] == 8
    assert second.roles["time"] == [(a + 8, b + 8) for a, b in first.roles["time"]]
    assert [at for at, opens in enumerate(joined.paragraph) if opens] == [0, 8]


def test_a_cut_role_teaches_nothing() -> None:
    part = cut(document(), 1, 6)
    event = next(h for h in part.heads if h.kind == "event")
    assert event.words == (2, 2)
    assert event.roles["actor"] == [(1, 1)]
    assert "time" not in event.roles and "recipient" not in event.roles
    assert event.roles["place"] == []


def test_swapping_keeps_spans_on_their_words() -> None:
    countries = [Country("Norland", "Harbour", "Norlander"), Country("Veskovia", "Vesk", "Veskovian"), Country("Bo Land", "Bo", "Boish")]
    swapper = Swapper(countries, [("Ada", "Lund")], random.Random(3))
    before = example("x", LINE)
    after = swapper.swap(before)
    assert len(before.anchors) == len(after.anchors)
    for old, new in zip(before.anchors, after.anchors, strict=True):
        assert after.text[slice(*new.span)] == before.text[slice(*old.span)]
    met = after.anchors[1]
    assert after.text[slice(*met.roles["time"][0])] == "on Monday"
    assert after.text.startswith(after.text[slice(*met.roles["recipient"][0])])


def test_the_fold_is_the_same_in_every_run() -> None:
    pytest.importorskip("torch", reason="torch is needed to train only")
    from workshop.training.train import held_out

    names = [f"report-{at}" for at in range(2000)]
    share = sum(held_out(name, 0.07) for name in names) / len(names)
    assert 0.05 < share < 0.09
    assert not any(held_out(name, 0.0) for name in names)


def test_rate_rises_and_falls() -> None:
    pytest.importorskip("torch", reason="torch is needed to train only")
    from workshop.training.train import rate

    assert rate(0.0, 0.1, 0.02) < rate(0.05, 0.1, 0.02) < rate(0.1, 0.1, 0.02) > rate(0.6, 0.1, 0.02) > rate(1.0, 0.1, 0.02)


@pytest.mark.parametrize("path", sorted((Path(__file__).parents[2] / "workshop/training/recipes").glob("*.toml")), ids=lambda p: p.stem)
def test_recipes_are_whole(path: Path) -> None:
    recipe = Recipe.read(path)
    assert all(source.licence for source in recipe.sources)
    assert {name for stage in recipe.stages for name in stage.shares} <= {source.name for source in recipe.sources}
    assert not any("dev" in source.path for source in recipe.sources)


def test_a_kept_lesson_is_taught_with_words_hidden_and_stays_as_it_was() -> None:
    torch = pytest.importorskip("torch", reason="torch is needed to train only")
    from workshop.training.batches import collate, told
    from workshop.training.encoder import MASK
    from workshop.training.lessons import halved, whole
    from workshop.training.teaching import Lesson

    lesson = Lesson({"event": torch.tensor([0.5])}, [], {}, *(torch.ones(1),) * 2, (torch.tensor([3]),) * 3, torch.ones(1))
    half = halved(lesson)
    assert (half.layers["event"].dtype, half.arcs[0].dtype) == (torch.float16, torch.int64)
    assert whole(half).layers["event"].tolist() == [0.5]
    batch = collate([document()], LABELS)
    given = told(batch, half, hidden=1.0)
    assert given.lesson is half
    assert (given.ids == MASK).sum() == len(document().pieces)
    assert not (batch.ids == MASK).any()


def test_a_net_is_restored_from_what_ships(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch", reason="torch is needed to train only")
    pytest.importorskip("onnx", reason="onnx is needed to train only")
    pytest.importorskip("onnxscript", reason="onnxscript is needed to train only")
    from workshop.training.encoder import Encoder
    from workshop.training.export import write
    from workshop.training.net import Net
    from workshop.training.restore import OWN, restore

    shape = {"hidden_size": 32, "num_attention_heads": 2, "intermediate_size": 64, "num_hidden_layers": 2}
    old, new = (Net(Encoder(shape), LABELS) for _ in range(2))
    for parameter in old.parameters():  # equal ones would be written once
        torch.nn.init.normal_(parameter)
    write(old, LABELS, PACKAGED / "tokenizer.json", tmp_path, {})
    found = restore(tmp_path, new).state_dict()
    for name, value in old.state_dict().items():
        if not name.startswith(OWN):
            torch.testing.assert_close(found[name], value, rtol=0, atol=float(value.abs().max()) / 100 + 1e-6)
