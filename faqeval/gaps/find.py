"""From rankings to needs, and from needs and scores to the work list."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..config import GapSettings
from ..records import Article, Gap, Need, NeedVerdict, Rankings, Understandability
from .contact_evidence import ContactEvidence
from .embed import Embed, Meaning
from .evidence import Evidence, shown_ranks
from .kinds import KINDS
from .log_texts import QUERY, REASON, LogTexts, learn_from_contacts
from .needs import apply_need_answers, group_needs, name_needs
from .prioritise import prioritise, prioritise_by_contacts
from .savings import with_savings
from .verdicts import judge_needs
from .vocabulary import Vocabulary, lacking_terms, read_vocabulary


@dataclass(frozen=True, slots=True)
class FoundNeeds:
    """What customers want; tuples per query are in the order of the query table.

    ``matches`` are the rankings given, with the answers that whole needs decided. ``need_of_query`` is the position in
    ``needs`` (-1: in none), ``answer_of_query`` the position of the article that answers (-1: none), ``missing_words``
    the customer's words that this article lacks.
    """

    needs: tuple[Need, ...]
    matches: Rankings
    vocabulary: Vocabulary
    need_of_query: tuple[int, ...]
    answer_of_query: tuple[int, ...]
    missing_words: tuple[tuple[str, ...], ...]
    need_of_log_text: tuple[int, ...] = ()  # position in ``needs`` of each text of the logs, -1 in none


def find_needs(
    articles: Sequence[Article],
    queries: pd.DataFrame,
    matches: Rankings,
    meaning: Meaning,
    settings: GapSettings,
    *,
    answer_threshold: float,
    seed: int,
    log: LogTexts | None = None,
) -> FoundNeeds:
    """Group queries into needs and decide which article answers each.

    With the texts of the logs, needs that only contacts tell of are found too, and contacts say what the words of
    searches that find nothing mean.

    Parameters
    ----------
    articles, queries : n_articles articles and the query table with n_queries rows; ``matches`` ranks the same articles
        (``article_ids`` in the same order) for the same queries.
    meaning : of queries and articles, under the model that judges.
    answer_threshold : answer probability (0..1) from which an article counts as an answer.
    seed : of the grouping.
    """
    texts, ranked = _joined(queries, matches, log)
    source = texts["source"].to_numpy(dtype=object)
    is_query = np.asarray(source == QUERY, dtype=np.bool_)
    vocabulary = read_vocabulary(articles, texts, is_query)
    thresholds = np.full(len(texts), answer_threshold)
    if log is not None:
        thresholds[source == REASON] = min(log.reason_threshold, answer_threshold)
    groups, settled = group_needs(articles, ranked, vocabulary, meaning, settings, answer_threshold, seed, thresholds)
    if log is not None:
        groups, learned = learn_from_contacts(
            groups,
            source,
            log.pairs.assign(words=log.pairs["words"] + len(queries), reason=log.pairs["reason"] + len(queries)),
            settings.min_need_customers,
            frozenset(np.flatnonzero(matches.places[:, 0] < 0).tolist()),
        )
        settled = apply_need_answers(settled, learned)
    needs, groups_of_needs = name_needs(groups, articles, vocabulary, is_query)
    need_of_text = np.full(len(texts), -1, dtype=np.int64)
    best = np.full(len(texts), -1, dtype=np.int64)
    for number, group in enumerate(groups_of_needs):
        need_of_text[list(group.rows)] = number
        best[list(group.rows)] = group.article
    own = np.flatnonzero(is_query)
    vocabulary = replace(vocabulary, queries=tuple(vocabulary.queries[row] for row in own.tolist()))
    return FoundNeeds(
        needs=needs,
        matches=Rankings(matches.query_ids, matches.article_ids, settled.places[own], settled.scores[own]),
        vocabulary=vocabulary,
        need_of_query=tuple(need_of_text[own].tolist()),
        answer_of_query=tuple(best[own].tolist()),
        missing_words=_missing_words(vocabulary, best[own]),
        need_of_log_text=tuple(need_of_text[~is_query].tolist()),
    )


def _joined(queries: pd.DataFrame, matches: Rankings, log: LogTexts | None) -> tuple[pd.DataFrame, Rankings]:
    """Return one list of texts: the queries, and the texts of the logs if there are any, with their ``source``."""
    asked = queries.assign(source=QUERY)
    if log is None:
        return asked, matches
    depth = min(matches.places.shape[1], log.matches.places.shape[1])
    ranked = Rankings(
        query_ids=(*matches.query_ids, *log.matches.query_ids),
        article_ids=matches.article_ids,
        places=np.vstack([matches.places[:, :depth], log.matches.places[:, :depth]]),
        scores=np.vstack([matches.scores[:, :depth], log.matches.scores[:, :depth]]),
    )
    return pd.concat([asked, log.table], ignore_index=True), ranked


def find_gaps(
    found: FoundNeeds,
    articles: Sequence[Article],
    queries: pd.DataFrame,
    search: Rankings,
    understandability: Sequence[Understandability],
    embed: Embed,
    settings: GapSettings,
    *,
    found_depth: int,
    contacts: ContactEvidence | None = None,
) -> tuple[tuple[Gap, ...], tuple[NeedVerdict, ...]]:
    """Name the gaps, best first, and with contacts the verdict on each need.

    Parameters
    ----------
    found : needs and settled rankings of the same articles and queries.
    search : what the customer would have seen, same articles and queries.
    found_depth : places in which an answer counts as found.
    contacts : what customers did before they made contact; None: no contacts were given.
    """
    best = np.array(found.answer_of_query, dtype=np.int64)
    own = (found.matches.places == best[:, None]) & (best[:, None] >= 0)
    evidence = Evidence(
        articles=tuple(articles),
        queries=queries,
        matches=found.matches,
        search=search,
        understandability=tuple(understandability),
        needs=found.needs,
        vocabulary=found.vocabulary,
        embed=embed,
        best=best,
        sure=np.where(own, found.matches.scores, 0).max(axis=1).astype(np.float64),
        shown_rank=shown_ranks(search, best),
        n_shown=(search.places >= 0).sum(axis=1).astype(np.int64),
        found_depth=found_depth,
        settings=settings,
        wanted=frozenset(contacts.by_code if contacts is not None else ()),
    )
    gaps = [gap for kind in KINDS.values() if kind.detect is not None for gap in kind.detect(evidence)]
    if contacts is None:
        return prioritise(gaps), ()
    verdicts = judge_needs(evidence, contacts, gaps)
    for kind in KINDS.values():
        if kind.detect_from_contacts is not None:
            gaps += kind.detect_from_contacts(evidence, contacts, verdicts, gaps)
    return prioritise_by_contacts(with_savings(gaps, verdicts, evidence, contacts)), verdicts


def _missing_words(vocabulary: Vocabulary, best: NDArray[np.int64]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(
            vocabulary.spelling[query.language][term]
            for term in lacking_terms(query.terms, vocabulary.article_terms[article], query.language)
        )
        if article >= 0
        else ()
        for query, article in zip(vocabulary.queries, best.tolist(), strict=True)
    )
