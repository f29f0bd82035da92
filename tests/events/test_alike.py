import pytest

from onrecord import events
from onrecord.nouns import Cast
from tests.marked import marked

ONE = {
    "infinitive": ("[Norland|actor1] [refuses|REJECT1:happened] to [rule out|REJECT2:denied] force.", "refuses"),
    "compound": ("A [missile|ASSAULT1:happened] [strike|ASSAULT2:happened] hit [the port|recipient2].", "missile"),
    "a visit for talks": ("[Lee|actor1] [visits|CONSULT1:happened] Bern for peace [talks|CONSULT2:planned].", "visits"),
    "a march to protest": ("[Students|actor1] [march|PROTEST1:happened] in Bern to [protest|PROTEST2:happened].", "march"),
}


@pytest.mark.parametrize(("source", "anchor"), ONE.values(), ids=ONE.keys())
def test_two_words_for_one_act(source: str, anchor: str) -> None:
    text = marked(source)
    (event,) = events.find(text.report, text.reading, (), Cast(), ())
    assert event.anchor.of(text.report.text) == anchor
    assert event.actor or event.recipient


TWO = {
    "another type": "[Norland|actor1] [agreed|AGREE1:happened] to [meet|CONSULT2:planned] Moor.",
    "two in a row": "[Norland|actor1] [shelled|ASSAULT1:happened] and [bombed|ASSAULT2:happened] the port.",
    "travels to meet": "[Lee|actor1] [travels|CONSULT1:happened] to Bern to [meet|CONSULT2:planned] Moor.",
    "against": "[Norland|actor1] [protested|PROTEST1:happened] against [protests|PROTEST2:happened].",
}


@pytest.mark.parametrize("source", TWO.values(), ids=TWO.keys())
def test_two_acts(source: str) -> None:
    text = marked(source)
    assert len(events.find(text.report, text.reading, (), Cast(), ())) == 2
