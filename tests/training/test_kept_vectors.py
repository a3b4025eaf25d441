from collections.abc import Sequence
from pathlib import Path

import numpy as np

from training.sites.kept_vectors import KeptVectors


class Counting:
    """Embeds a text as its length, and remembers what it was asked."""

    name, dimensions, checksum = "counting", 2, "0" * 64

    def __init__(self) -> None:
        self.asked: list[str] = []

    def embed_queries(self, texts: Sequence[str]) -> np.ndarray:
        self.asked += texts
        return np.array([[len(text), 0] for text in texts], dtype=np.float32)

    def embed_passages(self, texts: Sequence[str]) -> np.ndarray:
        self.asked += texts
        return np.array([[len(text), 1] for text in texts], dtype=np.float32)


def test_a_text_is_embedded_once_even_by_another_run(tmp_path: Path) -> None:
    model = Counting()
    first = KeptVectors(model, tmp_path).embed_queries(["a", "bb", "a"])
    again = KeptVectors(model, tmp_path).embed_queries(["bb", "ccc", "a"])
    assert model.asked == ["a", "bb", "ccc"]
    assert first.tolist() == [[1, 0], [2, 0], [1, 0]]
    assert again.tolist() == [[2, 0], [3, 0], [1, 0]]


def test_a_query_and_a_passage_of_the_same_words_are_two_texts(tmp_path: Path) -> None:
    kept = KeptVectors(Counting(), tmp_path)
    assert kept.embed_queries(["a"]).tolist() != kept.embed_passages(["a"]).tolist()


def test_no_text_gives_no_row(tmp_path: Path) -> None:
    assert KeptVectors(Counting(), tmp_path).embed_queries([]).shape == (0, 2)
