"""Visits and contacts of one run: read, matched like queries, measured."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from typing import Final

import narwhals as nw
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..config import Settings
from ..gaps import REASON, SEARCH, ContactEvidence, FoundNeeds, LogTexts
from ..ingest import Engine, Source, new_key, no_texts, open_engine, read_contacts, read_visits
from ..journeys import Followed, follow_customers, measure_journeys, words_before_contacts
from ..matching import match_site
from ..records import Article, Journeys, LogRead, Progress, Rankings, WrittenTexts, positions
from ..score import score_effort

_NOBODY: Final = (
    "have no customer in common, so nothing is said about what customers did before they made contact; both need the "
    "same kind of customer id"
)


@dataclass(frozen=True, slots=True)
class Logs:
    """Checked visits and contacts, on the engine that computes them; None for what was not given.

    ``followed`` ties the two together, where both were given.
    """

    engine: Engine
    contacts: LogRead | None
    visits: LogRead | None
    followed: Followed | None = None
    share_nobody: bool = False  # both know customers, and none of them is in both

    @property
    def reasons(self) -> WrittenTexts:
        """Why customers made contact."""
        return no_texts() if self.contacts is None else self.contacts.texts

    @property
    def searched(self) -> WrittenTexts:
        """The words searched for by customers who made contact."""
        return no_texts() if self.visits is None else self.visits.texts


@contextmanager
def open_logs(
    visits: Source | None,
    contacts: Source | None,
    articles: Sequence[Article],
    settings: Settings,
    prior: Mapping[str, float],
) -> Iterator[Logs]:
    """Read visits and contacts and keep them on their engine for the time of the block.

    Raises
    ------
    FileUnreadable, ColumnMissing, NothingUsable, TooManyRejects, ConfigError, MissingExtra
    """
    with closing(open_engine(settings.journeys)) as engine:
        key, called, seen, followed = new_key(settings.ingest), None, None, None
        if contacts is not None:
            called = read_contacts(contacts, settings.ingest, engine, articles, key, prior=prior)
        if visits is not None:
            callers, ids = (None, None) if called is None else (called.frame, called.customers)
            seen = read_visits(
                visits, settings.ingest, engine, articles, key, prior=prior, callers=callers, caller_ids=ids
            )
        share_nobody = False
        if called is not None and seen is not None:
            share_nobody = _share_nobody(seen, called, engine)
            if share_nobody:
                seen = replace(seen, notes=(*seen.notes, f"{seen.source} and {called.source} {_NOBODY}"))
            else:
                followed = follow_customers(seen.frame, called.frame, settings.journeys, engine.keep)
        yield Logs(engine, called, seen, followed, share_nobody)


def _share_nobody(visits: LogRead, contacts: LogRead, engine: Engine) -> bool:
    """Say whether both logs know customers, and none of them is in both."""
    seen, called = (
        log.frame.select("customer").filter(~nw.col("customer").is_null()).unique() for log in (visits, contacts)
    )
    counts = [engine.look(frame.select(n=nw.len()))["n"].iloc[0] for frame in (seen, called)]
    both = engine.look(seen.join(called, on="customer", how="inner").select(n=nw.len()))["n"].iloc[0]
    return bool(min(counts)) and not both


def match_log_texts(
    logs: Logs, articles: Sequence[Article], settings: Settings, on_progress: Progress | None
) -> LogTexts:
    """Match reasons of contacts and searched words with the matcher that queries go through, each calibrated alone."""
    reasons, searched = logs.reasons, logs.searched
    ranked = [
        match_site(articles, table, settings.match, on_progress).rankings
        for table in (reasons.table, searched.table)
        if len(table)
    ]
    if ranked:
        matches = Rankings(
            query_ids=tuple(query_id for one in ranked for query_id in one.query_ids),
            article_ids=ranked[0].article_ids,
            places=np.vstack([one.places for one in ranked]),
            scores=np.vstack([one.scores for one in ranked]),
        )
    else:
        depth = min(settings.match.depth, len(articles))
        ids = tuple(article.article_id for article in articles)
        matches = Rankings((), ids, np.zeros((0, depth), dtype=np.int32), np.zeros((0, depth), dtype=np.float32))
    return LogTexts(
        table=pd.concat([reasons.table.assign(source=REASON), searched.table.assign(source=SEARCH)], ignore_index=True),
        matches=matches,
        pairs=_pairs(logs),
        reason_threshold=settings.journeys.reason_threshold,
    )


def _pairs(logs: Logs) -> pd.DataFrame:
    """Count the customers who searched for words and then made contact for a reason, by rows of the joint table."""
    if logs.followed is None:
        return pd.DataFrame({name: pd.Series(dtype="int64") for name in ("words", "reason", "n_customers")})
    pairs = words_before_contacts(logs.followed)
    words, reason = _rows(pairs["words"], logs.searched), _rows(pairs["reason"], logs.reasons)
    known = pairs.assign(words=words + len(logs.reasons.table), reason=reason).dropna()  # texts that were not read
    return known.astype("int64").groupby(["words", "reason"])["n_customers"].sum().reset_index()


def _rows(keys: "pd.Series[int]", texts: WrittenTexts) -> "pd.Series[float]":
    """Return the row of each text by its key; nan where it was not read."""
    return keys.map(pd.Series(texts.rows, index=texts.keys, dtype="float64"))


@dataclass(frozen=True, slots=True)
class Measured:
    """What the logs say, and which need each of their texts belongs to.

    ``need_keys`` has one code per need of the run, ``reason_needs`` one per row of the reasons (-1 none).
    """

    journeys: Journeys
    need_keys: tuple[int, ...]
    reason_needs: tuple[int, ...]
    evidence: ContactEvidence


def measure_logs(
    logs: Logs, contacts: LogRead, log: LogTexts, found: FoundNeeds, articles: Sequence[Article], settings: Settings
) -> Measured:
    """Say what customers did before they made contact, need by need."""
    codes = code_needs(found, articles)
    of_text = np.array([codes[need] if need >= 0 else -1 for need in found.need_of_log_text], dtype=np.int64)
    source = log.table["source"].to_numpy(dtype=object)
    of_reason, of_words = of_text[source == REASON], of_text[source == SEARCH]
    reasons, searched = logs.reasons, logs.searched
    journeys = measure_journeys(
        logs.followed,
        contacts.frame,
        reason_needs=logs.engine.table(pd.DataFrame({"reason": reasons.keys, "need": of_reason[reasons.rows]})),
        word_needs=logs.engine.table(pd.DataFrame({"words": searched.keys, "need": of_words[searched.rows]})),
        reasons=reasons,
        searched=searched,
        n_articles=len(articles),
        settings=settings.journeys,
        time_zone=settings.ingest.contacts_time_zone or settings.ingest.time_zone,
        keep=logs.engine.keep,
    )
    journeys = score_effort(journeys, settings.journeys)
    evidence = ContactEvidence(
        journeys=journeys,
        need_of_code={code: need for need, code in enumerate(codes)},
        searched=searched,
        reasons=reasons,
        reasons_of_code=_most_used(of_reason, reasons.table["count"].to_numpy()),
        words_of_code=_words_of_codes(log, of_reason),
        settings=settings.journeys,
        savings=settings.savings,
    )
    return Measured(journeys, codes, tuple(of_reason.tolist()), evidence)


def code_needs(found: FoundNeeds, articles: Sequence[Article]) -> tuple[int, ...]:
    """Return the code of each need: the position of the article that answers it, or a number behind all articles."""
    position = positions(articles)
    n_open = 0
    codes = []
    for need in found.needs:
        if need.article_id:
            codes.append(position[need.article_id])
        else:
            codes.append(len(articles) + n_open)
            n_open += 1
    return tuple(codes)


def _most_used(codes: NDArray[np.int64], counts: NDArray[np.int64]) -> dict[int, tuple[int, ...]]:
    found: dict[int, list[int]] = {}
    for row in np.lexsort((np.arange(len(codes)), -counts)):
        found.setdefault(int(codes[row]), []).append(int(row))
    return {code: tuple(rows) for code, rows in found.items() if code >= 0}


def _words_of_codes(log: LogTexts, of_reason: NDArray[np.int64]) -> dict[int, tuple[int, ...]]:
    """Return the rows of the searched words used most before contacts about each need."""
    if not len(log.pairs):
        return {}
    search = (log.table["source"] == SEARCH).cumsum().to_numpy() - 1  # row among the searches
    pairs = log.pairs.assign(
        need=of_reason[log.pairs["reason"].to_numpy()], words=search[log.pairs["words"].to_numpy()]
    )
    used = pairs.groupby(["need", "words"])["n_customers"].sum().reset_index()
    used = used.sort_values(["need", "n_customers", "words"], ascending=[True, False, True])
    known = used[used["need"] >= 0]
    words: dict[int, list[int]] = {}
    for need, row in zip(known["need"].tolist(), known["words"].tolist(), strict=True):
        words.setdefault(need, []).append(row)
    return {need: tuple(rows) for need, rows in words.items()}
