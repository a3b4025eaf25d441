import numpy as np
import pytest

from benchmarks.matching.baselines import bm25, reciprocal_rank_fusion, vectors_alone
from benchmarks.matching.peers import _embed_prefixed, peers
from benchmarks.matching.plays import query_table
from benchmarks.matching.unseen import matcher_of
from faqeval.config import MatchSettings
from faqeval.matching import load_embedder, match_site
from faqeval.matching.fitting.cases import Case, LabelledQuery
from faqeval.matching.load_judges import load_judges
from faqeval.records import Article
from tests.hashing_embedder import HashingEmbedder, RememberingEmbedder
from training.sites.judges import School

from .cases import case

STATIC = load_embedder("quick")


def test_bm25_returns_only_articles_that_share_a_word() -> None:
    played = case("shop")
    found = bm25(played.articles, query_table(played))
    nothing = found.places[[query.text.startswith("weather") for query in played.queries]]
    assert (nothing == -1).all()
    assert found.article_ids[found.places[0, 0]] == "shop-invoice"


def test_equal_scores_stand_in_the_order_of_the_ids() -> None:
    articles = tuple(Article.plain(name, "parking", "", "en") for name in ("c", "a", "b"))
    asked = query_table(Case("x", "x", articles, (LabelledQuery("parking", frozenset()),)))
    for matcher in (bm25, vectors_alone(STATIC), reciprocal_rank_fusion(STATIC)):
        found = matcher(articles, asked)
        assert [found.article_ids[place] for place in found.places[0, :3]] == ["a", "b", "c"]


def test_reciprocal_rank_fusion_adds_one_over_sixty_plus_the_rank() -> None:
    articles = (Article.plain("a", "parking garden", "", "en"), Article.plain("b", "parking", "", "en"))
    asked = query_table(Case("x", "x", articles, (LabelledQuery("parking garden", frozenset()),)))
    found = reciprocal_rank_fusion(STATIC)(articles, asked)
    assert found.scores[0, :2] == pytest.approx([2 / 61, 2 / 62])


def test_the_seam_gives_what_evaluate_gives_when_the_weights_are_the_shipped_ones() -> None:
    played = case("shop")
    asked = query_table(played)
    found = matcher_of(load_judges("quick"))(played.articles, asked)
    shipped = match_site(played.articles, asked, MatchSettings(model="quick", depth=found.places.shape[1])).rankings
    assert (found.places == shipped.places).all()
    assert (found.scores == shipped.scores).all()


def test_a_share_of_the_queries_goes_to_the_slow_model_and_all_do_when_all_are_asked_about() -> None:
    slow, played = RememberingEmbedder(), case("shop")
    cases = [case(name, shift=shift) for shift, name in enumerate(("one", "two", "three"))]
    judges = School(cases, lambda _: STATIC, slow).judges_without("shop")
    n_asked = []
    for share in (0, 0.3, 1):
        slow.queries.clear()
        matcher_of(judges, read_share=share)(played.articles, query_table(played))
        n_asked.append(sum(query.text in slow.queries for query in played.queries))
    assert n_asked == [0, 7, 23]


@pytest.mark.parametrize("slow", [None, HashingEmbedder()], ids=["static", "slow"])
def test_labels_of_the_measured_set_change_nothing(slow: HashingEmbedder | None) -> None:
    others = [case(name, shift=shift) for shift, name in enumerate(("one", "two", "three"))]
    own = case("own")
    turned = Case(own.name, own.group, own.articles, tuple(LabelledQuery(q.text, frozenset()) for q in own.queries))
    found = [
        matcher_of(School([*others, version], lambda _: STATIC, slow).judges_without("own"))(
            own.articles, query_table(own)
        )
        for version in (own, turned)
    ]
    assert (found[0].places == found[1].places).all()
    assert (found[0].scores == found[1].scores).all()


def test_prefixes_choose_between_query_and_passage_and_are_taken_off() -> None:
    found = _embed_prefixed(STATIC, ["passage: my invoice", "query: my invoice"])
    assert np.allclose(found, STATIC.embed_queries(["my invoice"] * 2))
    with pytest.raises(ValueError, match="query: "):
        _embed_prefixed(STATIC, ["my invoice"])


@pytest.mark.parametrize("name", ["sentence-transformers semantic search", "txtai hybrid"])
def test_a_peer_that_is_installed_finds_the_article_with_the_same_words(name: str) -> None:
    found = peers(STATIC).get(name)
    if found is None:
        pytest.skip("not installed")
    played = case("shop", n_unanswerable=0)
    ranking = found(played.articles, query_table(played))
    assert ranking.article_ids[ranking.places[0, 0]] == "shop-invoice"


def test_queries_of_a_case_in_two_languages_have_no_language() -> None:
    articles = (Article.plain("a", "a", "", "en"), Article.plain("b", "b", "", "sv"))
    assert query_table(Case("x", "x", articles, (LabelledQuery("a", frozenset()),)))["language"].tolist() == ["und"]
