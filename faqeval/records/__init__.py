"""The vocabulary that flows between rooms: frozen values and tables with named columns."""

from .articles import Article, Block, Link
from .evaluation import Evaluation, Figure, StageCost
from .explanations import Explanation, SharedWord, WordPair
from .gaps import Gap, NearArticle, Need
from .messages import Message
from .progress import Progress
from .queries import QUERY_COLUMNS, Queries
from .rankings import Rankings
from .rejects import REJECT_COLUMNS, empty_rejects
from .scores import ArticleFindability, Findability, Finding, Understandability

__all__ = [
    "QUERY_COLUMNS",
    "REJECT_COLUMNS",
    "Article",
    "ArticleFindability",
    "Block",
    "Evaluation",
    "Explanation",
    "Figure",
    "Findability",
    "Finding",
    "Gap",
    "Link",
    "Message",
    "NearArticle",
    "Need",
    "Progress",
    "Queries",
    "Rankings",
    "SharedWord",
    "StageCost",
    "Understandability",
    "WordPair",
    "empty_rejects",
]
