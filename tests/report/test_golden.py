"""The whole report of a tiny evaluation, byte for byte."""

import pytest

from tests.golden.regenerate import FOLDER, golden_files

FILES = golden_files()


@pytest.mark.parametrize("name", sorted(FILES))
def test_report_of_the_tiny_evaluation_is_as_it_was(name: str) -> None:
    assert FILES[name].decode() == (FOLDER / name).read_bytes().decode(), "python -m tests.golden.regenerate"


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(FILES)
