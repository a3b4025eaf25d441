"""Everything that can be named, and the settings that go by kind of gap."""

import pytest

from faqeval.config import SavingsSettings, Settings
from faqeval.errors import ConfigError
from faqeval.gaps import KINDS
from faqeval.pipeline.glossary import GLOSSARY, with_shares_won_back
from faqeval.records import GapKind, Glossary, Named, Text, registry

TEXTS = {"name": "A name", "meaning": "A meaning.", "how_measured": "By counting.", "what_to_do": "Nothing."}


def kind(kind_id: str, **change: object) -> GapKind:
    values = {"work": "S", "advice": (Text(f"advice.{kind_id}", "Do it."),), **TEXTS, **change}
    return GapKind(id=kind_id, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize("part", Named.TEXTS)
def test_a_kind_without_a_text_is_refused_in_one_line(part: str):
    with pytest.raises(ValueError, match=rf"^text 'empty.{part}' must say something\. [^\n]*$"):
        kind("empty", **{part: ""})


def test_a_kind_without_advice_is_refused():
    with pytest.raises(ValueError, match=r"^kind of gap 'mute' must have an advice\. [^\n]*$"):
        kind("mute", advice=())


def test_a_number_that_nobody_gives_is_refused():
    with pytest.raises(ValueError, match=r"^message 'few.meaning' must have a value for limit\. [^\n]*$"):
        kind("few", meaning="Fewer than %(limit)s.")
    assert kind("few", meaning="Fewer than %(limit)s.", numbers={"limit": 3}).message("meaning").values


def test_two_kinds_with_one_id_are_refused():
    with pytest.raises(ValueError, match=r"^an id must name one thing. Got two called 'twin'\. [^\n]*$"):
        registry([kind("twin"), kind("other"), kind("twin")])


def test_a_kind_and_a_finding_with_one_id_are_refused():
    with pytest.raises(ValueError, match="two called 'twin'"):
        Glossary({"twin": kind("twin")}, {"twin": Named(id="twin", **TEXTS)}, {}, {})


def test_two_texts_with_one_id_are_refused():
    kinds = {"a": kind("a"), "b": kind("b", advice=(Text("advice.a", "Do that."),))}
    with pytest.raises(ValueError, match=r"^an id must name one text. Got two called 'advice.a'\."):
        Glossary(kinds, {}, {}, {})


def test_things_stand_in_their_order_and_what_has_none_comes_last():
    assert list(registry([kind("b"), kind("a"), kind("c", order=10)])) == ["c", "a", "b"]


def test_all_texts_have_ids_of_their_own():
    assert len(GLOSSARY.texts) > 4 * len(GLOSSARY.entries)


def test_every_kind_has_its_share_won_back_and_the_settings_go_first():
    shares = with_shares_won_back(Settings(savings=SavingsSettings(won_back={"missing": 0.1}))).savings.won_back
    assert shares == {
        name: 0.1 if name == "missing" else kind.won_back for name, kind in KINDS.items() if kind.won_back is not None
    }


@pytest.mark.parametrize("name", ["nonsense", *(name for name, kind in KINDS.items() if kind.won_back is None)])
def test_a_share_for_what_wins_nothing_back_is_refused_in_one_line(name: str):
    with pytest.raises(ConfigError, match=rf"^'savings.won_back.{name}' must be a known setting[^\n]*$"):
        with_shares_won_back(Settings(savings=SavingsSettings(won_back={name: 0.1})))
