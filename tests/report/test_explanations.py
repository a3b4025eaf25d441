"""What the kinds mean, and how precise they were measured to be."""

import io
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

import openpyxl
import pytest

from faqeval.config import JourneySettings, Settings
from faqeval.errors import ConfigError
from faqeval.pipeline.glossary import GLOSSARY
from faqeval.report.files.xlsx import xlsx_bytes
from faqeval.report.wording import explanations
from faqeval.report.wording.explanations import is_hint
from faqeval.score.understandability.bands import band_of
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
    heavy = ("numpy", "pandas", "jinja2")
    code = f"import sys, faqeval.report.wording.explanations; sys.exit(any(m in sys.modules for m in {heavy}))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_numbers_in_texts_are_those_of_the_settings() -> None:
    assert "surely above 1.2 times chance (journeys.next_issue_lift)" in explain("next_issue").how_measured
    assert "at least 60 % (journeys.in_vain_share)" in explain("not_found").how_measured
    assert "a chance of at most 5 % of one false alarm" in explain("not_resolving").how_measured


def test_a_report_says_the_numbers_of_its_own_run() -> None:
    evaluation = tiny_evaluation()
    settings = Settings(journeys=JourneySettings(next_issue_lift=2.5, contact_window_minutes=45))
    own = replace(evaluation, settings=settings)
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(own)))["How to read this"]
    said = {str(row[0]): str(row[2]) for row in sheet.iter_rows(values_only=True)}
    assert "above 2.5 times chance" in said["The next question"]
    assert "within 45 minutes" in said["Contact after reading"]


PLACES = sorted({place for text in GLOSSARY.texts.values() for place in text.places if "." in place})


@pytest.mark.parametrize("place", PLACES)
def test_number_of_a_setting_stands_with_the_name_of_the_setting(place: str) -> None:
    part, _, name = place.partition(".")
    assert name in type(getattr(Settings(), part)).model_fields
    for text in GLOSSARY.texts.values():
        if place in text.places:
            assert f"({place})" in text.english


@pytest.mark.parametrize(
    ("score", "band"), [(0.81, "very_easy"), (0.6, "easy"), (0.59, "medium"), (0.2, "hard"), (0.1, "very_hard")]
)
def test_a_band_begins_where_its_text_says(score: float, band: str) -> None:
    assert band_of(score) == band
    begins = int(re.findall(r"begins at (\d+) of 100", explain(band).how_measured)[0])
    assert band_of(begins / 100) == band
    assert begins == 0 or band_of(begins / 100 - 0.001) != band
