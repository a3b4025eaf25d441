"""Files to checked values: every row is kept, or rejected with a reason."""

from .articles import ArticlesRead, read_articles
from .drafts import queries_from_texts, read_draft, text_article
from .judgments import JudgmentsRead, read_judgments
from .queries import QueriesRead, read_queries
from .query_references import TableRead
from .reader import Source
from .search_run import read_search_run

__all__ = [
    "ArticlesRead",
    "JudgmentsRead",
    "QueriesRead",
    "Source",
    "TableRead",
    "queries_from_texts",
    "read_articles",
    "read_draft",
    "read_judgments",
    "read_queries",
    "read_search_run",
    "text_article",
]
