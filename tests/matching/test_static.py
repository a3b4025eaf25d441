import hashlib
import json
from pathlib import Path

import numpy as np
import pytest

from faqeval.errors import ConfigError
from faqeval.matching import embedders
from faqeval.matching.embedders import load_embedder
from faqeval.matching.embedders.split_word import split_word
from faqeval.matching.embedders.static import StaticEmbedder


@pytest.fixture(scope="module")
def static():
    return load_embedder("quick")


@pytest.mark.parametrize(
    ("near", "also_near", "far"),
    [
        ("betala fakturan", "betalning av räkning", "katten äter fisk"),
        ("pay my invoice", "how to pay a bill", "the cat eats fish"),
        ("Rechnung bezahlen", "pay the bill", "Katze und Hund"),
        ("passord glemt", "forgot my password", "været i morgen"),
        ("wachtwoord vergeten", "glömt lösenord", "het weer morgen"),
        ("nulstil adgangskode", "reset password", "vejret i morgen"),
    ],
)
def test_texts_that_mean_the_same_are_nearer_within_and_across_languages(static, near, also_near, far):
    a, b, c = static.embed_queries([near, also_near, far])
    assert a @ b > a @ c + 0.1


def test_a_word_that_is_not_stored_is_put_together(static):
    a, b, c = static.embed_queries(["betalningspåminnelse", "påminnelse", "bredband"])
    assert a @ b > a @ c


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("faktura", ("faktura",)),
        ("elfaktura", ("el", "faktura")),
        ("fakturael", ("faktura", "el")),
        ("xxfakturaxx", ("faktura",)),
        ("", ()),
        ("q", ()),
    ],
)
def test_a_word_is_cut_into_the_fewest_known_pieces(word, pieces):
    assert split_word(word, {"faktura", "el", "fa", "ktura"}, 7) == pieces


def test_the_stored_model_is_the_one_on_its_card():
    folder = Path(embedders.__file__).parent / "static_model"
    card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    with np.load(folder / "vectors.npz") as stored:
        parts = [stored[name].tobytes() for name in ("vectors", "scales", "entries")]
        assert stored["vectors"].shape == (card["entries"], card["dimensions"])
    assert hashlib.sha256(b"".join(parts)).hexdigest() == card["content_sha256"]
    assert hashlib.sha256((folder / "vectors.npz").read_bytes()).hexdigest() == card["sha256"]
    assert (folder / "vectors.npz").stat().st_size < 22_000_000


def test_a_broken_model_file_says_what_to_do(tmp_path):
    path = tmp_path / "vectors.npz"
    path.write_bytes(b"not a model")
    with pytest.raises(ConfigError, match="Install faqeval again"):
        StaticEmbedder(path)
