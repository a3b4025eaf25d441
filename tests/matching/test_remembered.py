"""Articles are read once by any process, queries once by this one; nothing that a customer wrote is kept on disk."""

import sys
from pathlib import Path

import numpy as np
import pytest

from faqeval.matching.home import home
from faqeval.matching.remembered import Remembered
from tests.hashing_embedder import RememberingEmbedder


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


def test_another_process_does_not_read_the_same_articles_again() -> None:
    first, second = RememberingEmbedder(), RememberingEmbedder()
    found = Remembered(first).embed_passages(["pay a bill", "move house", "pay a bill"])
    again = Remembered(second).embed_passages(["move house", "lost card", "pay a bill"])
    assert first.passages == ["pay a bill", "move house"]
    assert second.passages == ["lost card"]
    assert np.array_equal(again[[2, 0]], found[:2])
    assert np.array_equal(found[0], found[2])


def test_another_model_reads_them_anew() -> None:
    other = RememberingEmbedder()
    other.checksum = "1" * 64
    Remembered(RememberingEmbedder()).embed_passages(["pay a bill"])
    Remembered(other).embed_passages(["pay a bill"])
    assert other.passages == ["pay a bill"]


def test_a_query_is_read_once_and_nothing_of_it_reaches_the_disk() -> None:
    model = RememberingEmbedder()
    remembered = Remembered(model)
    first = remembered.embed_queries(["my secret trouble", "bill", "bill"])
    again = remembered.embed_queries(["bill", "my secret trouble"])
    assert model.queries == ["my secret trouble", "bill"]
    assert np.array_equal(first[[1, 0]], again)
    assert not list(home().rglob("*"))


def test_a_damaged_file_costs_time_only(caplog: pytest.LogCaptureFixture) -> None:
    Remembered(RememberingEmbedder()).embed_passages(["pay a bill"])
    (file,) = home().rglob("*.sqlite")
    file.write_bytes(b"this is no database" * 100)
    model = RememberingEmbedder()
    assert Remembered(model).embed_passages(["pay a bill"]).any()
    assert model.passages == ["pay a bill"]
    assert "read anew" in caplog.text


def test_a_folder_that_cannot_be_written_to_costs_time_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert Remembered(RememberingEmbedder()).embed_passages(["pay a bill"]).any()


def test_the_oldest_vectors_go_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["faqeval.matching.remembered"], "_MOST", 3)
    for number in range(5):
        Remembered(RememberingEmbedder()).embed_passages([f"text {number}"])
    model = RememberingEmbedder()
    Remembered(model).embed_passages([f"text {number}" for number in range(5)])
    assert model.passages == ["text 0", "text 1"]


def test_no_texts_are_no_rows() -> None:
    assert Remembered(RememberingEmbedder()).embed_passages([]).shape == (0, 64)
    assert Remembered(RememberingEmbedder()).embed_queries([]).shape == (0, 64)
