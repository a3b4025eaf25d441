"""faqeval's matcher with weights that have not seen the set it is measured on."""

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from benchmarks.matching.plays import DEPTH, Matcher
from faqeval.match.embedders import Embedder, weights_name
from faqeval.match.fuse import Fusion, load_fusion
from faqeval.match.pair_features import PoolQueries
from faqeval.match.pool import make_pool
from faqeval.match.rank import best_first
from faqeval.records import Article, Rankings
from training.fitting import CaseFeatures, case_features, fit, fit_calibration, unseen_scores
from training.sets import Case
from training.site import fit_site

EmbedderOf = Callable[[str], Embedder]  # the model for a group of sets, without their texts where it learned from texts


def lessons(cases: Sequence[Case], embedder_of: EmbedderOf) -> list[CaseFeatures]:
    """Return what the weights are fitted to; each case as seen by vectors that have not seen it either."""
    return [case_features(case, embedder_of(case.group)) for case in cases]


def unseen_matcher(group: str, model: str, learned: Sequence[CaseFeatures], embedder: Embedder) -> Matcher:
    """Return the matcher as ``evaluate`` uses it, site calibration included, with weights from the other groups.

    Parameters
    ----------
    group : of the set that will be measured; one that is not among the lessons gets the weights that are shipped.
    model : ``static`` or ``e5``.
    learned : ``lessons`` of all training sets under that model.
    embedder : the model itself, not having seen the group.
    """
    known = any(case.case.group == group for case in learned)
    fusion = _fusion_without(group, learned) if known else load_fusion(weights_name(model))

    def match(articles: Sequence[Article], queries: pd.DataFrame) -> Rankings:
        pool = make_pool(articles, range(len(articles)), embedder)
        asked = PoolQueries.of(pool, embedder, list(queries["text"])).features()
        columns, sure = best_first(asked.columns, fusion.probabilities(asked.features), DEPTH)
        columns[~asked.has_words] = -1
        places = np.full((len(queries), DEPTH), -1, dtype=np.int32)
        scores = np.zeros((len(queries), DEPTH), dtype=np.float32)
        there = columns >= 0
        places[:, : columns.shape[1]] = np.where(there, pool.places[np.maximum(columns, 0)], -1)
        scores[:, : columns.shape[1]] = np.where(there, _on_this_site(fusion, sure, there[:, 0]), 0)
        names = tuple(article.article_id for article in articles)
        return Rankings(tuple(queries["query_id"]), names, places, scores)

    return match


def _on_this_site(fusion: Fusion, sure: NDArray[np.float32], has_first: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Move probabilities as ``calibrate_to_site`` does, with other weights than the shipped ones."""
    kept = np.clip(sure.astype(np.float64), 1e-6, 1 - 1e-6)
    log_odds = np.log(kept / (1 - kept))
    if not has_first.any():
        return kept
    moved = np.clip(fusion.site.log_odds(log_odds, np.sort(log_odds[has_first, 0])), -30, 30)
    return np.round(1 / (1 + np.exp(-moved)), 6)


def _fusion_without(group: str, learned: Sequence[CaseFeatures]) -> Fusion:
    others = [case for case in learned if case.case.group != group]
    coefficients, intercept = fit(others)
    calibration = fit_calibration(others, unseen_scores(others))
    return Fusion(coefficients.astype(np.float32), intercept, calibration, fit_site(others, calibration))
