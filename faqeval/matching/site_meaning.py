"""What texts of a site mean to each other, under the model that judges."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..measures.unit_rows import unit_rows
from ..records import Article
from .embedders import Embedder
from .features.vectors import from_their_middle
from .load_judges import load_judges
from .meaning import ArticleMeaning
from .pool import title_of


@dataclass(frozen=True, slots=True)
class SiteMeaning:
    """Unit vectors of queries and articles, each seen from their own middle: unrelated texts lie around 0."""

    embedder: Embedder

    def queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one row per text, float32 of shape (n_texts, dimensions); zeros for a text without a word."""
        return from_their_middle(self.embedder.embed_queries(texts), texts, self.embedder)

    def articles(self, articles: Sequence[Article]) -> NDArray[np.float32]:
        """Return one row per article, the mean of its title and its body; a missing one is stood for by the other."""
        titles = [title_of(article) for article in articles]
        bodies = [article.body or article.title for article in articles]
        found = ArticleMeaning.of(self.embedder, titles, bodies)
        return unit_rows(found.title.vectors + found.body.vectors)


def site_meaning(model: str) -> SiteMeaning:
    """Return the meaning under a matching model, by its name.

    Raises
    ------
    MissingExtra, ConfigError
        If the model cannot be had.
    """
    judges = load_judges(model)
    return SiteMeaning(judges.slow.embedder if judges.slow else judges.embedder)
