"""What logged-in customers did in their visit before they made contact."""

from itertools import product

import narwhals as nw
import pandas as pd

from ..records import Path
from ..records.journeys import Viewed
from .frames import Frame, to_pandas
from .shares import OVERALL

_WAYS: tuple[tuple[bool, Viewed], ...] = tuple(product((True, False), ("answer", "other", "nothing")))


def events_before(linked: Frame, events: Frame) -> Frame:
    """Return the events of each logged-in contact's visit up to the contact.

    Parameters
    ----------
    linked : as ``link_contacts`` returns them.
    events : as ``events_in_visits`` returns them, with ``need`` of what was searched or opened.
    """
    callers = linked.filter(nw.col("is_logged_in") & ~nw.col("session").is_null()).select(
        "contact",
        "customer",
        "session",
        "start_s",
        made_s=nw.col("at_s"),
        wanted=nw.col("need"),
        reason=nw.col("reason"),
    )
    joined = callers.join(events, on=["customer", "session", "start_s"], how="inner")
    return joined.filter(nw.col("at_s") <= nw.col("made_s"))


def ways_to_contact(linked: Frame, before: Frame) -> Frame:
    """Return one row per logged-in contact: searched, n_words (different searches), viewed, searched_again, in_vain."""
    article, wanted = nw.col("article"), nw.col("wanted")
    is_answer = ((article >= 0) & (article == wanted)).cast(nw.Int64)
    is_other = ((article >= 0) & (article != wanted)).cast(nw.Int64)
    seen = (
        before.with_columns(is_answer=is_answer, is_other=is_other)
        .group_by("contact")
        .agg(
            answer=nw.col("is_answer").max(),
            other=nw.col("is_other").max(),
            searches=(nw.col("event") == "search").cast(nw.Int64).sum().cast(nw.Int64),
        )
    )
    words = (
        before.filter(~nw.col("words").is_null())
        .select("contact", "words")
        .unique()
        .group_by("contact")
        .agg(n_words=nw.len())
    )
    ways = (
        linked.filter(nw.col("is_logged_in"))
        .select("contact", "customer", "need")
        .join(seen, on="contact", how="left")
        .join(words, on="contact", how="left")
    )
    viewed = (
        nw.when(nw.col("answer") == 1).then(nw.lit("answer")).when(nw.col("other") == 1).then(nw.lit("other"))
    )  # fmt: skip
    searched = nw.col("searches").fill_null(0) > 0
    return ways.select(
        "contact",
        "customer",
        "need",
        searched=searched,
        searched_again=nw.col("n_words").fill_null(0) > 1,
        viewed=viewed.otherwise(nw.lit("nothing")),
        in_vain=nw.col("answer").fill_null(0) == 1,
    )


def count_paths(ways: Frame) -> dict[int, tuple[Path, ...]]:
    """Return all six ways with the number of contacts that came by each, per need and under ``OVERALL``."""
    counts = to_pandas(ways.group_by("need", "searched", "viewed").agg(n=nw.len()))
    counted: dict[int, dict[tuple[bool, str], int]] = {OVERALL: {}}
    for need, searched, viewed, n in counts[["need", "searched", "viewed", "n"]].itertuples(index=False, name=None):
        for key in (int(need), OVERALL):
            ways_of = counted.setdefault(key, {})
            ways_of[bool(searched), viewed] = ways_of.get((bool(searched), viewed), 0) + int(n)
    return {need: tuple(Path(*way, of.get(way, 0)) for way in _WAYS) for need, of in counted.items()}


def no_paths() -> tuple[Path, ...]:
    """Return the six ways, gone by nobody."""
    return tuple(Path(*way, 0) for way in _WAYS)


def words_and_reasons(before: Frame) -> pd.DataFrame:
    """Return which searched words came before contacts for which reason: words, reason (hashes), n_customers."""
    pairs = before.filter(~nw.col("words").is_null() & ~nw.col("reason").is_null())
    each = pairs.select("words", "reason", "customer").unique()
    return to_pandas(each.group_by("words", "reason").agg(n_customers=nw.len()))
