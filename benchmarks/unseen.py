"""faqeval's matcher as ``evaluate`` uses it, with weights that have not seen the set it is measured on."""

from collections.abc import Sequence

import pandas as pd

from benchmarks.matching.plays import DEPTH, Matcher
from faqeval.config import MatchSettings
from faqeval.match import match_site
from faqeval.match.judges import Judges
from faqeval.records import Article, Rankings

SETTINGS = MatchSettings(depth=DEPTH, cross_language="always")


def matcher_of(judges: Judges, slow_share: float = SETTINGS.slow_share) -> Matcher:
    """Return the matcher with these judges, site calibration included; ``slow_share`` as the setting of that name."""
    settings = SETTINGS.model_copy(update={"slow_share": slow_share})

    def match(articles: Sequence[Article], queries: pd.DataFrame) -> Rankings:
        return match_site(articles, queries, settings, judges=judges).rankings

    return match
