"""Why does this article answer this query? What each signal adds to the score."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..config import MatchSettings
from ..records import Article
from .embedders import load_embedder, weights_name
from .fuse import load_fusion
from .pair_features import FEATURES, PoolQueries
from .pool import make_pool, pool_places


@dataclass(frozen=True, slots=True)
class Signal:
    """One feature of a query and an article: its value, and what it adds to the log odds that the article answers."""

    name: str  # signal and view, e.g. "cosine.raw"; docs/method/match.md#signals says what each is
    value: float
    contribution: float


def signals(
    articles: Sequence[Article], text: str, language: str, article_id: str, settings: MatchSettings
) -> tuple[Signal, ...]:
    """Return the signals of one query and one article, the one that says most first.

    Parameters
    ----------
    articles : the FAQ.
    text, language : the query.
    article_id : the article asked about.
    settings : the model.

    Returns
    -------
    tuple of Signal, by size of contribution, then by name. Empty when the article was not on the query's short list:
    then no signal saw anything in it.
    """
    places = pool_places(articles, language, settings.cross_language)
    if not places:
        return ()
    embedder = load_embedder(settings.model)
    pool = make_pool(articles, places, embedder)
    pairs = PoolQueries.of(pool, embedder, pool.spelling.mended([text], [language])).features()
    ids = [articles[pool.places[column]].article_id if column >= 0 else None for column in pairs.columns[0]]
    if article_id not in ids:
        return ()
    values = pairs.features[0, ids.index(article_id)]
    fusion = load_fusion(weights_name(settings.model))
    found = [
        Signal(name, float(value), float(value * coefficient))
        for name, value, coefficient in zip(FEATURES, values, fusion.coefficients, strict=True)
    ]
    return tuple(sorted(found, key=lambda signal: (-abs(signal.contribution), signal.name)))
