"""``not_found``: an article answers, but customers' own words do not lead there."""

from collections import Counter
from collections.abc import Sequence

from ...records import Gap, Message, NeedVerdict
from ..contact_evidence import ContactEvidence
from ..draft import make_gap
from ..evidence import Evidence
from ..vocabulary import lacking_terms
from ..wording import article_words, customer_words, rows_by_article


def detect_not_found(evidence: Evidence) -> list[Gap]:
    """Return one gap per article that the customer search misses for a large share of the askings it answers.

    A query is lost when its article stands outside the first ``found_depth`` places. The gap is reported when enough
    different queries are lost and they make up the stated share of the article's askings, both weighted by how
    sure we are that the article answers them. The cause is the one behind most of the lost askings.
    """
    gaps = []
    for article, rows in sorted(rows_by_article(evidence).items()):
        lost = [row for row in rows if not 1 <= evidence.shown_rank[row] <= evidence.found_depth]
        share = _weight(evidence, lost) / max(_weight(evidence, rows), 1e-9)
        if len(lost) < evidence.settings.min_need_queries or share < evidence.settings.not_found_share:
            continue
        cause = _cause(evidence, lost, article)
        causing = [row for row in lost if _cause_of_query(evidence, row, article) == cause]
        words = customer_words(evidence, lost, article)
        instead = article_words(evidence, lost, article) if words else ()
        rivals = _rivals(evidence, lost, article) if cause == "outranked" else ()
        gaps.append(
            make_gap(
                evidence,
                "not_found",
                cause=cause,
                article=article,
                others=rivals,
                rows=[*causing, *(row for row in lost if row not in set(causing))],
                confidence=_weight(evidence, lost) / sum(evidence.vocabulary.queries[row].count for row in lost),
                share_lost=1.0,
                customer_words=words,
                article_words=instead,
                advice=_advice(evidence, article, cause, words, instead, rivals),
            )
        )
    return gaps


def detect_not_found_from_contacts(
    evidence: Evidence, contacts: ContactEvidence, verdicts: Sequence[NeedVerdict], found: Sequence[Gap]
) -> list[Gap]:
    """Return one gap per article that customers searched for in vain before they made contact about it.

    Only articles that their queries do not already show as not found. The advice names what they searched for.
    """
    known = {gap.article_id for gap in found if gap.kind == "not_found"}
    rows = rows_by_article(evidence)
    gaps = []
    for verdict in verdicts:
        if verdict.kind != "not_found" or evidence.articles[verdict.need].article_id in known:
            continue
        article = evidence.articles[verdict.need]
        texts = contacts.searched.table["text"].iloc[list(contacts.words_of_code.get(verdict.need, ()))]
        searched = tuple(texts)[: evidence.settings.max_words]
        gaps.append(
            make_gap(
                evidence,
                "not_found",
                cause="vocabulary",
                article=verdict.need,
                rows=rows.get(verdict.need, ()),
                confidence=verdict.confidence,
                share_lost=verdict.confidence,
                need=article.title,
                examples=searched,
                customer_words=searched,
                advice=Message("advice.not_found.searched", (("title", article.title), ("words", searched))),
            )
        )
    return gaps


def _weight(evidence: Evidence, rows: Sequence[int]) -> float:
    return float((evidence.counts[list(rows)] * evidence.sure[list(rows)]).sum())


def _cause_of_query(evidence: Evidence, row: int, article: int) -> str:
    """Name why the search misses the article for one query.

    ``no_result``: the search shows nothing at all. ``vocabulary``: the article lacks at least half of the query's
    content words. ``outranked``: the words are there, and other articles stand before it.
    """
    if evidence.n_shown[row] == 0:
        return "no_result"
    query = evidence.vocabulary.queries[row]
    lacking = lacking_terms(query.terms, evidence.vocabulary.article_terms[article], query.language)
    return "vocabulary" if 2 * len(lacking) >= max(len(query.terms), 1) else "outranked"


def _cause(evidence: Evidence, rows: Sequence[int], article: int) -> str:
    askings: Counter[str] = Counter()
    for row in rows:
        askings[_cause_of_query(evidence, row, article)] += evidence.vocabulary.queries[row].count
    return min(askings, key=lambda cause: (-askings[cause], cause))


def _rivals(evidence: Evidence, rows: Sequence[int], article: int) -> tuple[int, ...]:
    """Return the articles that the search most often puts first instead, at most three."""
    first: Counter[int] = Counter()
    for row in rows:
        place = int(evidence.search.places[row, 0])
        if place >= 0 and place != article:
            first[place] += evidence.vocabulary.queries[row].count
    order = sorted(first, key=lambda place: (-first[place], evidence.articles[place].article_id))
    return tuple(order[:3])


def _advice(
    evidence: Evidence,
    article: int,
    cause: str,
    words: tuple[str, ...],
    instead: tuple[str, ...],
    rivals: tuple[int, ...],
) -> Message:
    title = evidence.articles[article].title
    if cause == "outranked" and rivals:
        rival = evidence.articles[rivals[0]].title
        return Message("advice.not_found.outranked", (("title", title), ("words", words), ("rival", rival)))
    if not words:
        return Message("advice.not_found.title", (("title", title),))
    if not instead:
        return Message("advice.not_found.words", (("title", title), ("words", words)))
    return Message("advice.not_found.instead", (("title", title), ("words", words), ("instead", instead)))
