"""Files to checked values: every row is kept, or rejected with a reason."""

from .articles import ArticlesRead, read_articles
from .contacts import read_contacts
from .drafts import queries_from_texts, read_draft, text_article
from .engines import Engine, open_engine
from .judgments import JudgmentsRead, read_judgments
from .log_texts import no_texts
from .pseudonyms import new_key
from .queries import QueriesRead, read_queries
from .query_references import TableRead
from .reader import Source
from .search_run import read_search_run
from .visits import read_visits

__all__ = [
    "ArticlesRead",
    "Engine",
    "JudgmentsRead",
    "QueriesRead",
    "Source",
    "TableRead",
    "new_key",
    "no_texts",
    "open_engine",
    "queries_from_texts",
    "read_articles",
    "read_contacts",
    "read_draft",
    "read_judgments",
    "read_queries",
    "read_search_run",
    "read_visits",
    "text_article",
]
