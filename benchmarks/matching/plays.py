"""What a matcher is, and the queries as it reads them."""

from collections.abc import Callable, Sequence

import pandas as pd

from faqeval.records import Article, Rankings
from training.sets import Case

DEPTH = 10  # articles that a matcher may return per query

Matcher = Callable[[Sequence[Article], pd.DataFrame], Rankings]


def query_table(case: Case) -> pd.DataFrame:
    """Return the case's queries as matchers read them."""
    languages = sorted({article.language for article in case.articles})
    return pd.DataFrame(
        {
            "query_id": [f"q{number:05d}" for number in range(len(case.queries))],
            "text": [query.text for query in case.queries],
            "language": languages[0] if len(languages) == 1 else "und",
        }
    )
