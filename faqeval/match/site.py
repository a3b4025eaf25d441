"""How sure may we be on this site? All queries of a run, seen together, move each answer probability."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from ..config import MatchSettings
from ..records import Article, Progress, Rankings
from .judges import Judges, load_judges
from .log_odds import log_odds_of, probabilities_of
from .rank import Matched, match_in_full
from .site_calibration import SiteCalibration


def match_site(
    articles: Sequence[Article],
    queries: pd.DataFrame,
    settings: MatchSettings,
    on_progress: Progress | None = None,
    *,
    judges: Judges | None = None,
) -> Matched:
    """Match all queries of a site, with probabilities that fit this site.

    The same as ``match_in_full``, and then ``calibrate_to_site``: give it all queries, not a slice.
    """
    judges = judges or load_judges(settings.model)
    two_deep = settings.model_copy(update={"depth": max(settings.depth, 2)})
    matched = match_in_full(articles, queries, two_deep, on_progress, judges=judges)
    found = calibrate_to_site(matched.rankings, [str(code) for code in queries["language"]], judges.site)
    kept = slice(settings.depth)
    return replace(matched, rankings=replace(found, places=found.places[:, kept], scores=found.scores[:, kept]))


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
    scores, of_query = matches.scores.copy(), np.asarray(languages, dtype=object)
    for language in sorted(set(languages)):
        rows = np.flatnonzero((of_query == language) & (matches.places[:, 0] >= 0))
        if len(rows) == 0:
            continue
        log_odds = log_odds_of(matches.scores[rows])
        moved = probabilities_of(calibration.log_odds(log_odds, log_odds[:, :2]))
        scores[rows] = np.where(matches.places[rows] >= 0, moved, 0)
    return Rankings(matches.query_ids, matches.article_ids, matches.places, scores)
