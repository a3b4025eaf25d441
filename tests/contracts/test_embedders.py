"""Every registered embedding model keeps the promises of ``Embedder``; so does the fake one of the tests."""

import sys
from importlib.util import find_spec

import numpy as np
import pytest

from faqeval.errors import MissingExtra
from faqeval.match.embedders import list_models, load_embedder, weights_name
from tests.hashing_embedder import HashingEmbedder


def _models():
    yield pytest.param(HashingEmbedder, id="hashing")
    for row in list_models():
        if not row.name.startswith("<"):
            missing = pytest.mark.skipif(not row.installed, reason=f"needs {row.needs}")
            yield pytest.param(lambda name=row.name: load_embedder(name), id=row.name, marks=missing)


TEXTS = ("betala faktura", "", "How do I pay?", "   ", "pay " * 600, "zero\0byte", "ø å ß")


@pytest.fixture(params=_models(), scope="module")
def embedder(request):
    return request.param()


@pytest.mark.parametrize("method", ["embed_queries", "embed_passages"])
def test_rows_are_unit_vectors_or_zeros(embedder, method):
    vectors = getattr(embedder, method)(TEXTS)
    assert vectors.shape == (len(TEXTS), embedder.dimensions)
    assert vectors.dtype == np.float32
    lengths = np.linalg.norm(vectors, axis=1)
    assert np.all((np.abs(lengths - 1) < 1e-4) | (lengths == 0))
    assert lengths[1] == lengths[3] == 0
    assert lengths[0] > 0


def test_a_row_does_not_depend_on_its_neighbours(embedder):
    together = embedder.embed_queries(TEXTS)
    for row, text in enumerate(TEXTS):
        np.testing.assert_allclose(embedder.embed_queries([text])[0], together[row], atol=2e-6)
    np.testing.assert_allclose(embedder.embed_queries(TEXTS[::-1])[::-1], together, atol=2e-6)


def test_no_texts_give_no_rows(embedder):
    assert embedder.embed_queries([]).shape == (0, embedder.dimensions)


def test_every_row_of_the_list_of_models_is_filled():
    rows = list_models()
    assert [row.name for row in rows][:2] == ["static", "e5"]
    assert all(row.languages and row.licence and row.weights == weights_name(row.name) for row in rows)
    assert rows[0].installed
    assert not rows[0].needs


@pytest.mark.skipif(find_spec("sentence_transformers") is not None, reason="sentence-transformers is installed")
def test_any_other_name_asks_for_sentence_transformers():
    with pytest.raises(MissingExtra, match=r"faqeval\[models\]"):
        load_embedder("some/model")


def test_a_sentence_transformers_model_of_the_e5_family_gets_its_prefixes(monkeypatch):
    import types

    seen = []

    class FakeModel:
        def __init__(self, name, device):
            assert device == "cpu"

        def get_sentence_embedding_dimension(self):
            return 3

        def encode(self, texts, **_):
            seen.extend(texts)
            return np.ones((len(texts), 3), dtype=np.float32)

    monkeypatch.setitem(sys.modules, "sentence_transformers", types.SimpleNamespace(SentenceTransformer=FakeModel))
    from faqeval.match.embedders.sentence_transformer import SentenceTransformerEmbedder

    model = SentenceTransformerEmbedder("intfloat/multilingual-e5-base")
    assert np.linalg.norm(model.embed_queries(["a", " "]), axis=1).tolist() == pytest.approx([1, 0])
    model.embed_passages(["b"])
    SentenceTransformerEmbedder("other/model").embed_queries(["c"])
    assert seen == ["query: a", "passage: b", "c"]


def test_a_model_that_cannot_be_loaded_is_a_matter_of_settings(monkeypatch):
    import types

    from faqeval.errors import ConfigError
    from faqeval.match.embedders.sentence_transformer import SentenceTransformerEmbedder

    def refuse(name, device):
        raise OSError("no such folder")

    monkeypatch.setitem(sys.modules, "sentence_transformers", types.SimpleNamespace(SentenceTransformer=refuse))
    with pytest.raises(ConfigError, match=r"match\.model"):
        SentenceTransformerEmbedder("nowhere")
