"""How sure may we be on this site? All queries of a run, seen together, move each answer probability."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..config import MatchSettings
from ..records import Article, Progress, Rankings
from .calibrate import Calibration
from .judges import Judges
from .load_judges import load_judges
from .log_odds import log_odds_of, probabilities_of
from .rank import Matched, match_in_full
from .site_calibration import SiteCalibration
from .titles import put_titles_first


def match_site(
    articles: Sequence[Article],
    queries: pd.DataFrame,
    settings: MatchSettings,
    on_progress: Progress | None = None,
    *,
    judges: Judges | None = None,
) -> Matched:
    """Match all queries of a site, with probabilities that fit this site.

    The same as ``match_in_full``, then ``calibrate_to_site``, then ``put_titles_first``: give it all queries, not a
    slice.
    """
    judges = judges or load_judges(settings.model, on_progress, reader=settings.reader)
    two_deep = settings.model_copy(update={"depth": max(settings.depth, 2)})
    matched = match_in_full(articles, queries, two_deep, on_progress, judges=judges)
    languages = [str(code) for code in queries["language"]]
    found = calibrate_to_site(matched.rankings, languages, judges.best.site)
    has_answer = answered_at_all(matched.rankings, judges.best.has_answer)
    for rows, judged in matched.parts:
        found = put_titles_first(found, rows, judged.queries.texts, judged.queries.pool)
    kept = slice(settings.depth)
    first = found.scores[:, 0] if found.scores.shape[1] else np.zeros(len(queries), dtype=np.float32)
    return replace(
        matched,
        rankings=replace(found, places=found.places[:, kept], scores=found.scores[:, kept]),
        has_answer=np.maximum(has_answer, first),
    )


def calibrate_to_site(matches: Rankings, languages: Sequence[str], calibration: SiteCalibration) -> Rankings:
    """Return the rankings with probabilities that fit this site; which article stands where does not change.

    Parameters
    ----------
    matches : as ``match_queries`` returns them, before people's judgments: all queries of the run, not a slice, and at
        least two articles deep, since it counts how far the first stands above the second.
    languages : language of each query, as many as ``matches`` has; each language is a site of its own.
    calibration : of the judges that the rankings come from.

    Notes
    -----
    Every different query counts once, whatever their order. Source: ours, see docs/method/match.md#site.
    """
    scores = matches.scores.copy()
    for rows, log_odds in _by_language(matches, languages):
        moved = probabilities_of(calibration.log_odds(log_odds, log_odds[:, :2]))
        scores[rows] = np.where(matches.places[rows] >= 0, moved, 0)
    return replace(matches, scores=scores)


def answered_at_all(matches: Rankings, calibration: Calibration) -> NDArray[np.float32]:
    """Return the probability that some article answers each query, float32 of shape (n_queries,), 0 without an article.

    Parameters
    ----------
    matches : as ``match_queries`` returns them.
    calibration : for this question, of the judges that the rankings come from.
    """
    first = log_odds_of(matches.scores[:, 0]).astype(np.float32)
    return np.where(matches.places[:, 0] >= 0, calibration.probabilities(first), np.float32(0))


def _by_language(
    matches: Rankings, languages: Sequence[str]
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float64]]]:
    """Yield the rows of each language's queries that have an article, with the log odds of their places."""
    of_query = np.asarray(languages, dtype=object)
    for language in sorted(set(languages)):
        rows = np.flatnonzero((of_query == language) & (matches.places[:, 0] >= 0))
        if len(rows):
            yield rows, log_odds_of(matches.scores[rows])
