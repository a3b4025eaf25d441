"""The small transformer that comes with the package."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from faqeval.errors import ConfigError
from faqeval.matching import verify_bundled_models
from faqeval.matching.embedders.small import FILES, FOLDER, SmallEmbedder, small_embedder

MEGABYTES = 45
SAME = {
    "en": ("i want my money back", "How do I get a refund?", "Opening hours at Christmas"),
    "sv": ("har tappat plånboken", "Spärra ditt bankkort", "Öppettider i jul"),
    "nb": ("får ikke logget meg inn", "Glemt passord", "Parkering ved butikken"),
    "da": ("min pakke er ikke kommet", "Spor din forsendelse", "Åbningstider i julen"),
    "nl": ("ik ga verhuizen", "Uw adres wijzigen", "Uw betaalpas blokkeren"),
    "de": ("mein handy ist kaputt", "Reparatur eines Geräts anmelden", "Newsletter abbestellen"),
}


def test_the_files_are_those_that_were_made_and_small_enough() -> None:
    assert verify_bundled_models() == ""
    assert sum((FOLDER / name).stat().st_size for name in FILES) <= MEGABYTES * 1e6


@pytest.mark.parametrize("language", SAME)
def test_words_of_customers_lie_nearer_to_what_they_mean(language: str) -> None:
    query, near, far = SAME[language]
    vectors = small_embedder().embed_passages([near, far])
    asked = small_embedder().embed_queries([query])[0]
    assert asked @ vectors[0] > asked @ vectors[1]


def test_a_text_s_vector_does_not_depend_on_its_neighbours_by_a_single_bit() -> None:
    texts = ["pay", "hvor er pakken", "x " * 300, "😀", "a"]
    together = small_embedder().embed_queries(texts)
    for row, text in enumerate(texts):
        assert np.array_equal(small_embedder().embed_queries([text])[0], together[row])


@pytest.mark.parametrize("text", ["a", "?", "😀😀", "ß", "\0", "\u200b", "é" * 5_000, "word " * 10_000, "中文"])
def test_any_text_gives_numbers_of_length_one_or_none(text: str) -> None:
    vector = small_embedder().embed_queries([text])[0]
    assert np.isfinite(vector).all()
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5) or not vector.any()


def test_query_and_passage_of_the_same_words_are_told_apart() -> None:
    query, passage = small_embedder().embed_queries(["refund"])[0], small_embedder().embed_passages(["refund"])[0]
    assert not np.array_equal(query, passage)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("damage", ["missing", "cut"])
def test_a_damaged_installation_says_so(tmp_path: Path, name: str, damage: str) -> None:
    for file in FILES:
        shutil.copy(FOLDER / file, tmp_path / file)
    if damage == "missing":
        (tmp_path / name).unlink()
    else:
        (tmp_path / name).write_bytes((FOLDER / name).read_bytes()[:1_000])
    with pytest.raises(ConfigError, match="Install faqeval again"):
        SmallEmbedder(tmp_path)
