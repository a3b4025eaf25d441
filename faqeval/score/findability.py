"""Do customers' own words lead to the article that answers them, through the search they have?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from ..config import ScoreSettings
from ..measures.gini import gini
from ..records import Article, ArticleFindability, Figure, Findability, Rankings
from .answers import MIN_ANSWER_PROBABILITY, Answers, find_answers
from .echo import Echo, load_echo, widened
from .resampling import interval, resampled_means, shifted_interval

FIGURES = ("findability", "found_share", "answerable_share")  # rows of the whole FAQ, below those of the articles


def score_findability(
    articles: Sequence[Article],
    queries: pd.DataFrame,
    matches: Rankings,
    search: Rankings,
    settings: ScoreSettings,
    seed: int,
    *,
    has_answer: NDArray[np.float32] | None = None,
    echo: Echo | None = None,
    min_probability: float = MIN_ANSWER_PROBABILITY,
) -> Findability:
    """Say how well each article, and the FAQ as a whole, is found in the customers' own words.

    Parameters
    ----------
    articles : the FAQ; ids are unique.
    queries : table with the columns ``query_id`` (unique) and ``count``.
    matches : answer probabilities, 0 and 1 where people have judged.
    search : what the customer would have seen; its width is the depth to which customers look.
    settings : minimum number of queries, places that count as found, bootstrap rounds.
    seed : seed of the bootstrap.
    has_answer : probability that some article answers each query, float32 of shape (n_queries,); None: that of the
    best. echo : what the judge's belief in the search is corrected by; None: the weights that come with the package.
    min_probability : answer probability below which an article does not count as an answer.

    Returns
    -------
    Findability, articles in the order given. The order of articles and queries changes no figure.

    Notes
    -----
    f(a) = Σ count·p(q,a)·ξ(rank(q,a)) / Σ count·p(q,a) over the queries that ``a`` counts as an answer of;
    ξ = 1/rank within the depth, else 0. Source: Sinha, Mall & Roy, CIKM 2023. The FAQ's figure is the mean over
    queries of the first right article's ξ, see docs/method/findability.md#the-whole-faq. Queries that people have not
    judged are corrected, and all intervals of the judge's own opinion widened: docs/method/findability.md#echo.
    """
    echo = echo or load_echo()
    article_ids = sorted(article.article_id for article in articles)
    named = [name for name in ("text", "language", "query_id") if name in queries.columns]  # ids may be row numbers
    table = queries.sort_values(named, kind="stable")
    answers = find_answers(table["query_id"].tolist(), article_ids, matches, search, min_probability)
    count = table["count"].to_numpy(np.float64)
    sums = _article_sums(answers, count, len(article_ids), settings)
    judged = np.flatnonzero((sums.n_queries >= settings.min_queries) & (sums.expected >= 1.0))
    some = answers.best
    if has_answer is not None:
        some = np.asarray(pd.Series(has_answer, queries.index)[table.index], dtype=np.float64)
    rows = _rows(answers, count, judged, settings.found_depth, echo, some)
    resampled = resampled_means(rows.weights, rows.values, rounds=settings.bootstrap_rounds, seed=seed)
    found = _article_records(article_ids, sums, judged, resampled, rows.widths)
    figures = _figures(rows, resampled, [found[article_ids[position]] for position in judged], settings)
    return Findability(
        tuple(found[article.article_id] for article in articles),
        figures,
        _believed(answers, count) if figures["findability"].value is not None else None,
        _widened_by(figures["findability"], resampled[len(judged)]),
    )


@dataclass(frozen=True, slots=True)
class _ArticleSums:
    """Sums over the queries of each article; every array has the shape (n_articles,)."""

    demand: NDArray[np.float64]  # Σ count·p
    credit: NDArray[np.float64]  # Σ count·p·ξ
    shown: NDArray[np.float64]  # Σ count·p where the search showed the article
    top: NDArray[np.float64]  # Σ count·p where it stood in the first places
    expected: NDArray[np.float64]  # Σ p: unique queries it is expected to answer
    n_queries: NDArray[np.int64]


def _article_sums(
    answers: Answers, count: NDArray[np.float64], n_articles: int, settings: ScoreSettings
) -> _ArticleSums:
    query, place = np.nonzero(answers.article >= 0)
    article, rank = answers.article[query, place], answers.rank[query, place]
    probability = answers.probability[query, place]
    demand = count[query] * probability

    def total(values: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.asarray(np.bincount(article, weights=values, minlength=n_articles), dtype=np.float64)

    return _ArticleSums(
        demand=total(demand),
        credit=total(demand * answers.reciprocal_rank[query, place]),
        shown=total(demand * (rank > 0)),
        top=total(demand * ((rank > 0) & (rank <= settings.found_depth))),
        expected=total(probability),
        n_queries=np.bincount(article, minlength=n_articles),
    )


@dataclass(frozen=True, slots=True)
class _Rows:
    """The articles with a figure and, in the last rows, the figures of the whole FAQ; columns are queries."""

    weights: sparse.csr_array
    values: sparse.csr_array
    widths: NDArray[np.float64]  # (n_rows,) half width of what the echo leaves, as an angle


def _rows(
    answers: Answers,
    count: NDArray[np.float64],
    judged: NDArray[np.int64],
    found_depth: int,
    echo: Echo,
    has_answer: NDArray[np.float64],
) -> _Rows:
    n_queries, n_judged = len(count), len(judged)
    query, place = np.nonzero(np.isin(answers.article, judged))
    probability = answers.probability[query, place]
    article_rows = np.searchsorted(judged, answers.article[query, place])
    everything = np.arange(n_queries)
    answered = np.where(answers.probability.any(axis=1), count * echo.weights(answers.best), 0.0)
    found = ((answers.rank > 0) & (answers.rank <= found_depth)).astype(np.float64)
    rows = np.concatenate([article_rows, *(np.full(n_queries, n_judged + extra) for extra in range(len(FIGURES)))])
    columns = np.concatenate([query, everything, everything, everything])
    weight = np.concatenate([count[query] * probability, answered, answered, count])
    value = np.concatenate(
        [
            answers.reciprocal_rank[query, place],
            echo.values(answers.best, first_right(answers, answers.reciprocal_rank), answered),
            echo.values(answers.best, first_right(answers, found), answered),
            has_answer,
        ]
    )
    # What people have judged is no echo; the share of answers does not depend on the search.
    doubted = np.concatenate([probability < 1, answers.best < 1, answers.best < 1, np.zeros(n_queries, bool)])
    shape = (n_judged + len(FIGURES), n_queries)
    total = np.bincount(rows, weights=weight, minlength=shape[0])
    doubtful = np.bincount(rows, weights=weight * doubted, minlength=shape[0])
    share = np.divide(doubtful, total, out=np.zeros(shape[0]), where=total > 0)
    widths = share * np.repeat([echo.article_width, echo.overall_width], [n_judged, len(FIGURES)])
    return _Rows(
        sparse.csr_array((weight, (rows, columns)), shape), sparse.csr_array((value, (rows, columns)), shape), widths
    )


def first_right(answers: Answers, value: NDArray[np.float64]) -> NDArray[np.float64]:
    """Expected best value among the articles that really answer each query, given that one of them does.

    Parameters
    ----------
    answers : probabilities of shape (n_queries, depth).
    value : what each answer is worth to the customer, such as 1/rank; same shape.

    Returns
    -------
    float64 array of shape (n_queries,); 0 for a query without an answer.

    Notes
    -----
    E = Σᵢ vᵢ·pᵢ·Π_{j before i}(1 − pⱼ) / (1 − Π(1 − p)), answers in falling order of v, taken as independent. With
    judged answers (p = 1) this is the best v: finding either of two duplicates is success. Source: ours.
    """
    order = np.argsort(-value, axis=1, kind="stable")
    p = np.take_along_axis(answers.probability, order, axis=1)
    v = np.take_along_axis(value, order, axis=1)
    none_yet = np.cumprod(1 - p, axis=1)
    before = np.concatenate([np.ones((len(p), 1)), none_yet[:, :-1]], axis=1)[:, : p.shape[1]]
    some = 1 - (none_yet[:, -1] if p.shape[1] else np.ones(len(p)))
    best: NDArray[np.float64] = np.divide((v * p * before).sum(axis=1), some, out=np.zeros(len(p)), where=some > 0)
    return np.minimum(best, 1.0)


def _believed(answers: Answers, count: NDArray[np.float64]) -> float:
    """Return the FAQ's findability as it would be if the judge were simply believed."""
    weight = np.where(answers.probability.any(axis=1), count * answers.best, 0.0)
    return float((weight * first_right(answers, answers.reciprocal_rank)).sum() / weight.sum())


def _widened_by(figure: Figure, resampled: NDArray[np.float64]) -> float:
    """Return by how much, on the wider side, the doubt about the judge moved an end of the interval."""
    if figure.value is None or figure.low is None or figure.high is None:
        return 0.0
    low, high = interval(figure.value, resampled)
    return max(low - figure.low, figure.high - high)


def _article_records(
    article_ids: Sequence[str],
    sums: _ArticleSums,
    judged: NDArray[np.int64],
    resampled: NDArray[np.float64],
    widths: NDArray[np.float64],
) -> dict[str, ArticleFindability]:
    row_of = {int(position): row for row, position in enumerate(judged)}
    records = {}
    for position, article_id in enumerate(article_ids):
        demand, n_queries = float(sums.demand[position]), int(sums.n_queries[position])
        row = row_of.get(position)
        if row is None:
            records[article_id] = ArticleFindability(article_id, demand, n_queries, None, None, None, None, None)
            continue
        value = float(sums.credit[position]) / demand
        low, high = widened(value, *interval(value, resampled[row]), float(widths[row]))
        shown, top = float(sums.shown[position]) / demand, float(sums.top[position]) / demand
        records[article_id] = ArticleFindability(article_id, demand, n_queries, value, low, high, shown, top)
    return records


def _figures(
    rows: _Rows,
    resampled: NDArray[np.float64],
    judged: Sequence[ArticleFindability],
    settings: ScoreSettings,
) -> Mapping[str, Figure]:
    figures = {}
    for row, name in enumerate(FIGURES, start=len(judged)):
        weight, value = rows.weights[[row]].toarray()[0], rows.values[[row]].toarray()[0]
        figures[name] = _mean_figure(weight, value, resampled[row], float(rows.widths[row]), settings.min_queries)
    answerable = figures["answerable_share"]
    figures["missing_share"] = _complement(answerable)
    figures["findability_gini"] = _gini_figure([a.findability or 0.0 for a in judged], resampled[: len(judged)])
    return figures


def _mean_figure(
    weight: NDArray[np.float64],
    value: NDArray[np.float64],
    resampled: NDArray[np.float64],
    width: float,
    min_queries: int,
) -> Figure:
    n = int(np.count_nonzero(weight))
    if n < min_queries:
        return Figure(None, None, None, n, "too_few_queries")
    mean = float((weight * value).sum() / weight.sum())
    low, high = widened(mean, *interval(mean, resampled), width)
    return Figure(mean, low, high, n)


def _complement(figure: Figure) -> Figure:
    if figure.value is None or figure.low is None or figure.high is None:
        return figure
    return Figure(1 - figure.value, 1 - figure.high, 1 - figure.low, figure.n)


def _gini_figure(values: Sequence[float], resampled: NDArray[np.float64]) -> Figure:
    """Inequality between the articles that have data; below two articles there is none to speak of."""
    if len(values) < 2:
        return Figure(None, None, None, len(values), "too_few_articles")
    value = gini(values)
    rounds = np.array([gini(resampled[:, column]) for column in range(resampled.shape[1])])
    low, high = shifted_interval(value, rounds)
    return Figure(value, low, high, len(values))
