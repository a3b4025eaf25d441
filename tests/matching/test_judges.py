"""Which judges a model's name asks for."""

import sys
from importlib.util import find_spec

import numpy as np
import pytest

from faqeval.config import MatchSettings
from faqeval.errors import ConfigError, MissingExtra
from faqeval.matching import fit_model, match_queries, match_site
from faqeval.matching.embedders import load_embedder, quick_embedder
from faqeval.matching.fitting import learn
from faqeval.matching.load_judges import load_judges
from faqeval.matching.rank import match_in_full
from faqeval.matching.weights import bundled_weights, fitted_weights
from tests.hashing_embedder import RememberingEmbedder
from tests.real_models import minilm_folder, needs_real_models

from .faq import query_table, small_faq
from .slow_judge import judges_with


def test_the_quick_model_judges_alone_by_its_own_weights() -> None:
    judges = load_judges("quick")
    assert judges.slow is None
    assert judges.embedder is quick_embedder()
    assert judges.best is bundled_weights("quick")


def test_the_site_is_seen_as_the_best_judge_sees_it() -> None:
    assert judges_with(None).best is bundled_weights("quick")
    assert judges_with(RememberingEmbedder()).best is bundled_weights("small")


def test_the_transformer_that_comes_with_faqeval_reads_everything_by_default() -> None:
    judges = load_judges(MatchSettings().model)
    assert judges.slow is not None
    assert judges.slow.embedder.name == "small"
    assert judges.slow.fusion is bundled_weights("small")
    table = query_table(("betala räkning", "sv"), ("mina pengar tillbaka", "sv"))
    read, unread = (match_queries(small_faq("sv"), table, MatchSettings(slow_budget=n)) for n in (None, 0))
    quick = match_queries(small_faq("sv"), table, MatchSettings(model="quick"))
    assert np.array_equal(unread.scores, quick.scores)
    assert (read.scores != quick.scores).any(axis=1).all()


@pytest.mark.skipif(find_spec("sentence_transformers") is not None, reason="sentence-transformers is installed")
def test_a_model_that_cannot_be_had_stops_before_anything_is_matched() -> None:
    with pytest.raises(MissingExtra):
        load_judges("some/model")


@needs_real_models
def test_any_other_model_is_fitted_once_and_judges_by_weights_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learn, "LANGUAGES", ("en",))  # the model reads English only
    name, told = str(minilm_folder()), list[str]()
    assert fitted_weights(load_embedder(name).checksum) is None
    judges = load_judges(name, lambda stage, done, total: told.append(stage))
    assert judges.slow is not None
    assert set(told) == {"fitting the model"}
    assert not np.allclose(judges.slow.fusion.coefficients, bundled_weights("small").coefficients)
    again = load_judges(name, lambda stage, done, total: pytest.fail("it was fitted before"))
    assert again.slow is not None
    assert np.allclose(again.slow.fusion.coefficients, judges.slow.fusion.coefficients, atol=1e-4)
    table = query_table(("i want my money back for the shoes", "en"))
    found = match_site(small_faq("en"), table, MatchSettings(model=name))
    assert found.n_read == 1
    assert 0 < found.rankings.scores[0, 0] < 1


@needs_real_models
def test_a_model_that_says_the_same_of_every_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    class Constant(RememberingEmbedder):
        def embed_queries(self, texts):  # type: ignore[no-untyped-def]
            return np.tile(super().embed_queries(["same"]), (len(texts), 1))

        embed_passages = embed_queries

    monkeypatch.setattr(sys.modules["faqeval.matching.load_judges"], "load_embedder", lambda name: Constant())
    monkeypatch.setattr(learn, "LANGUAGES", ("en",))
    with pytest.raises(ConfigError, match="tell texts apart"):
        fit_model("constant")


def test_given_judges_stand_in_for_those_of_the_settings() -> None:
    table = query_table(("betala räkning", "sv"))
    unknown = MatchSettings(model="a model that nobody has")
    found = match_in_full(small_faq("sv"), table, unknown, judges=judges_with(None)).rankings
    assert np.array_equal(found.scores, match_queries(small_faq("sv"), table, MatchSettings(model="quick")).scores)
