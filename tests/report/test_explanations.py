"""What the kinds mean, and how precise they were measured to be."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from faqeval.errors import ConfigError
from faqeval.pipeline.glossary import GLOSSARY
from faqeval.report import explanations
from faqeval.report.explanations import is_hint
from faqeval.service.explain import explain, explainable
from tests.factories import tiny_evaluation


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    entry = {"n": 40, "where": "demo corpora", "low": 0.6, "high": 0.9}
    table = {"not_found": {**entry, "precision": 0.79}, "missing": {**entry, "precision": 0.9}}
    monkeypatch.setattr(explanations, "_precision", lambda: table)
    return


@pytest.mark.parametrize("kind", [*GLOSSARY.entries, *tiny_evaluation().figures])
def test_every_kind_and_figure_is_explained(kind: str) -> None:
    words = explain(kind).in_words()
    assert kind in words
    assert "How it is measured:" in words


def test_precision_comes_from_measurement(measured: None) -> None:
    assert explain("not_found").precision == "79 % of 40 were right (95 % interval 60–90 %; demo corpora)"
    assert explain("duplicate").precision == "not measured yet"


def test_kind_below_four_fifths_is_a_hint(measured: None) -> None:
    assert is_hint("not_found")
    assert not is_hint("missing")
    assert not is_hint("duplicate")


def test_unknown_kind_is_answered_with_the_list() -> None:
    with pytest.raises(ConfigError, match="not_found"):
        explain("nonsense")


@pytest.mark.parametrize("spelling", ["not_found", " Not-Found "])
def test_kind_is_understood_in_other_spellings(spelling: str) -> None:
    assert explain(spelling).kind == "not_found"


def test_all_that_is_explained_is_listed() -> None:
    assert set(explainable()) == set(GLOSSARY.entries)


def test_explanations_load_nothing_heavy() -> None:
    code = (
        "import sys, faqeval.report.explanations; sys.exit(any(m in sys.modules for m in ('numpy','pandas','jinja2')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
