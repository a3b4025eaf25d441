"""Files to checked values: every row is kept, or rejected with a reason."""

from .cells.clean_text import public_phones
from .engines import Engine, open_engine
from .files.reader import Source
from .logs.contacts import read_contacts
from .logs.log_texts import no_texts
from .logs.pseudonyms import new_key
from .logs.visits import read_visits
from .looked_at import LookedAt, look_at_file
from .tables.articles import ArticlesRead, read_articles
from .tables.drafts import queries_from_texts, read_draft, text_article
from .tables.judgments import JudgmentsRead, read_judgments
from .tables.queries import QueriesRead, read_queries
from .tables.query_references import TableRead
from .tables.search_run import read_search_run

__all__ = [
    "ArticlesRead",
    "Engine",
    "JudgmentsRead",
    "LookedAt",
    "QueriesRead",
    "Source",
    "TableRead",
    "look_at_file",
    "new_key",
    "no_texts",
    "open_engine",
    "public_phones",
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
