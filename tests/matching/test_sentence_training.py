"""The steps that teach the static vectors meaning in context, on small made-up numbers."""

import time

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from training.vectors.fit_vectors import fit_vectors
from training.vectors.fixed_npz import write_npz
from training.vectors.sentence_space import Directions, Taught, ridge, targets
from training.vectors.sums import word_sums


@pytest.fixture
def world():
    """300 texts over 60 entries; the last 10 entries are in no text. The true vectors are a map of the words', plus."""
    rng = np.random.default_rng(3)
    words = rng.normal(size=(60, 30)).astype(np.float32)
    true = words @ rng.normal(size=(30, 20)).astype(np.float32)
    shifted = true + 8 * rng.normal(size=true.shape).astype(np.float32)
    counts = np.zeros((300, 60), dtype=np.float32)
    for row in counts:
        row[rng.integers(0, 50, size=4)] += 1
    sums = csr_matrix(counts)
    wanted = sums @ shifted
    return words, true, sums, (wanted / np.linalg.norm(wanted, axis=1, keepdims=True)).astype(np.float32)


def cosines(a, b):
    return (a * b).sum(axis=1) / np.linalg.norm(a, axis=1) / np.linalg.norm(b, axis=1)


def test_fitted_sums_come_nearer_to_their_targets_than_any_map_of_the_words_does(world):
    words, _, sums, wanted = world
    mapped = sums @ (words @ ridge(sums @ words, wanted))
    fitted = sums @ fit_vectors(sums, words, wanted)
    assert cosines(fitted, wanted).mean() > cosines(mapped, wanted).mean() + 0.02


def test_entries_that_no_text_holds_move_with_the_map(world):
    words, true, sums, wanted = world
    vectors = fit_vectors(sums, words, wanted)
    assert cosines(vectors[50:], true[50:]).mean() > 0.4


def test_a_text_that_one_teacher_read_lies_near_the_same_text_read_by_the_other():
    rng = np.random.default_rng(5)
    meaning = rng.normal(size=(900, 40)).astype(np.float32)
    meaning[600:] = meaning[:300]
    first = meaning @ rng.normal(size=(40, 384)).astype(np.float32)
    second = meaning @ rng.normal(size=(40, 512)).astype(np.float32)
    rows_1, rows_2 = np.arange(600), np.arange(300, 900)
    found = targets(Taught(900, first[rows_1], rows_1, second[rows_2], rows_2), meaning)
    assert found.shape == (900, 256)
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)
    assert np.median(cosines(found[:300], found[600:])) > 0.8


def test_leaving_texts_out_keeps_each_vector_with_its_text():
    taught = Taught(4, np.eye(2, dtype=np.float32), np.array([0, 2]), np.eye(3, dtype=np.float32), np.array([1, 2, 3]))
    fewer = taught.only(np.array([1, 2]))
    assert fewer.n_texts == 2
    assert fewer.first_rows.tolist() == [1]
    assert fewer.first.tolist() == [[0, 1]]
    assert fewer.second_rows.tolist() == [0, 1]
    assert fewer.second.tolist() == [[1, 0, 0], [0, 1, 0]]


def test_directions_have_unit_length_and_do_not_depend_on_the_order_of_the_sample():
    sample = np.random.default_rng(1).normal(size=(50, 6)).astype(np.float32)
    there, back = (Directions.of(part, 4, 0.5)(sample) for part in (sample, sample[::-1]))
    assert np.allclose(np.linalg.norm(there, axis=1), 1, atol=1e-5)
    assert np.allclose(there, back, atol=1e-4)


def test_a_word_put_together_from_pieces_counts_as_one_word():
    assert word_sums(["elfaktura el"], ["el", "faktura"]).toarray().tolist() == [[1.5, 0.5]]


def test_the_stored_file_is_the_same_whenever_it_is_written(tmp_path, monkeypatch):
    arrays = {"vectors": np.arange(6, dtype=np.int8).reshape(2, 3), "scales": np.ones(2, dtype=np.float32)}
    write_npz(tmp_path / "a.npz", arrays)
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    write_npz(tmp_path / "b.npz", arrays)
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()
    with np.load(tmp_path / "a.npz") as stored:
        assert np.array_equal(stored["vectors"], arrays["vectors"])
