"""Fill in what all kinds of gap have in common."""

from collections.abc import Sequence
from hashlib import sha256

from ..records import Gap, Message, NearArticle
from .evidence import Evidence
from .kind import Kind
from .naming import most_typical_first


def make_gap(
    evidence: Evidence,
    kind: Kind,
    *,
    rows: Sequence[int],
    confidence: float,
    share_lost: float,
    advice: Message,
    cause: str = "",
    article: int = -1,
    others: Sequence[int] = (),
    need_id: str = "",
    need: str = "",
    customer_words: tuple[str, ...] = (),
    article_words: tuple[str, ...] = (),
    near: tuple[NearArticle, ...] = (),
    quote: str = "",
    language: str = "",
    examples: tuple[str, ...] = (),
    numbers: tuple[tuple[str, float], ...] = (),
    contacts: int | None = None,
    avoidable: tuple[float, float, float] | None = None,
) -> Gap:
    """Build one gap from what its kind found out.

    Parameters
    ----------
    rows : rows of the query table that the gap concerns; their counts are its demand.
    confidence : how sure we are that the gap is real, 0..1.
    share_lost : share of the demand that the gap stands in the way of, 0..1.
    language, examples : where no article and no query says them.

    Raises
    ------
    ValueError
        If its kind does not say what its other articles are, or has no such cause.

    Notes
    -----
    priority = demand x confidence x share lost: how many askings we expect to be helped. Source: ours, see
    docs/method/gaps.md#priority.
    """
    if others and not kind.others:
        raise ValueError(
            f"kind of gap '{kind.id}' must say what its other articles are. Got nothing. Set its 'others'."
        )
    if cause and cause not in {known.id for known in kind.causes}:
        raise ValueError(f"a cause of '{kind.id}' must be one of its kind. Got '{cause}'. Add it to its causes.")
    vocabulary = evidence.vocabulary
    ordered = most_typical_first(rows, vocabulary)
    demand = sum(vocabulary.queries[row].count for row in rows)
    article_id = evidence.articles[article].article_id if article >= 0 else ""
    other_ids = tuple(evidence.articles[other].article_id for other in others)
    if article >= 0:
        language = evidence.articles[article].language
    elif ordered:
        language = vocabulary.queries[ordered[0]].language
    return Gap(
        gap_id="g" + sha256("\n".join([kind.id, article_id, *other_ids, need_id]).encode()).hexdigest()[:10],
        kind=kind.id,
        cause=cause,
        article_id=article_id,
        other_article_ids=other_ids,
        need_id=need_id,
        need=need or (vocabulary.queries[ordered[0]].text if ordered else ""),
        language=language,
        demand=demand,
        demand_share=demand / max(float(evidence.counts.sum()), 1.0),
        confidence=round(confidence, 6),
        priority=round(demand * confidence * share_lost, 6),
        customer_words=customer_words,
        article_words=article_words,
        advice=advice,
        examples=(*(vocabulary.queries[row].text for row in ordered), *examples)[: evidence.settings.max_examples],
        query_rows=tuple(ordered),
        near=near,
        quote=quote,
        numbers=numbers,
        contacts=contacts,
        avoidable=avoidable,
    )
