"""faqeval's matcher as ``evaluate`` uses it, with weights that have not seen the set it is measured on."""

from collections.abc import Sequence

import pandas as pd

from benchmarks.matching.plays import DEPTH, AnsweredRankings, Matcher
from faqeval.config import MatchSettings
from faqeval.matching import match_site
from faqeval.matching.judges import Judges
from faqeval.records import Article

SETTINGS = MatchSettings(depth=DEPTH, cross_language="always")


def matcher_of(judges: Judges, read_share: float = 1.0) -> Matcher:
    """Return the matcher with these judges, site calibration included; it reads ``read_share`` of the queries."""

    def match(articles: Sequence[Article], queries: pd.DataFrame) -> AnsweredRankings:
        n_read = round(read_share * queries["text"].nunique())
        settings = SETTINGS.model_copy(update={"slow_budget": n_read})
        found = match_site(articles, queries, settings, judges=judges)
        ranked = found.rankings
        return AnsweredRankings(
            ranked.query_ids, ranked.article_ids, ranked.places, ranked.scores, has_answer=found.has_answer
        )

    return match
