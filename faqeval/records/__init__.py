"""The vocabulary that flows between rooms: frozen values and tables with named columns."""

from .articles import Article, Block, Link, positions
from .evaluation import Evaluation, StageCost
from .explanations import Explanation, SharedWord, WordPair
from .figure import Figure
from .gaps import EXAMPLES_SHOWN, GAPS_SHOWN, NOT_ENOUGH, Gap, NearArticle, Need, NeedVerdict
from .journeys import (
    AfterView,
    Effort,
    EffortMarks,
    JourneyCounts,
    Journeys,
    NeedJourney,
    NextIssue,
    Path,
    Step,
    Story,
)
from .logs import CONTACT_CHANNELS, CONTACT_COLUMNS, EVENT_COLUMNS, EVENTS, LogRead, WrittenTexts
from .messages import Message, Text, Value
from .progress import Progress
from .queries import QUERY_COLUMNS, Queries
from .rankings import Rankings
from .rejects import REJECT_COLUMNS, empty_rejects
from .scores import ArticleFindability, Findability, Finding, Understandability
from .specs import FigureSpec, GapKind, Glossary, Log, Named, ScoreBand, modules_in, registry, specs_in

__all__ = [
    "CONTACT_CHANNELS",
    "CONTACT_COLUMNS",
    "EVENTS",
    "EVENT_COLUMNS",
    "EXAMPLES_SHOWN",
    "GAPS_SHOWN",
    "NOT_ENOUGH",
    "QUERY_COLUMNS",
    "REJECT_COLUMNS",
    "AfterView",
    "Article",
    "ArticleFindability",
    "Block",
    "Effort",
    "EffortMarks",
    "Evaluation",
    "Explanation",
    "Figure",
    "FigureSpec",
    "Findability",
    "Finding",
    "Gap",
    "GapKind",
    "Glossary",
    "JourneyCounts",
    "Journeys",
    "Link",
    "Log",
    "LogRead",
    "Message",
    "Named",
    "NearArticle",
    "Need",
    "NeedJourney",
    "NeedVerdict",
    "NextIssue",
    "Path",
    "Progress",
    "Queries",
    "Rankings",
    "ScoreBand",
    "SharedWord",
    "StageCost",
    "Step",
    "Story",
    "Text",
    "Understandability",
    "Value",
    "WordPair",
    "WrittenTexts",
    "empty_rejects",
    "modules_in",
    "positions",
    "registry",
    "specs_in",
]
