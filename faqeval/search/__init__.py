"""Who does answer? What the customer would have seen: a plain stand-in for the site's search, or the site's own run."""

from .run import rankings_from_run
from .standin import search_articles

__all__ = ["rankings_from_run", "search_articles"]
