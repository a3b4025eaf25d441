"""What logged-in customers did in their visit before they made contact."""

from itertools import product
from typing import Final

import narwhals as nw
import pandas as pd

from ..records import Path
from ..records.journeys import Viewed
from .frames import Frame, known, to_pandas
from .shares import OVERALL
from .visits import VISIT

_WAYS: tuple[tuple[bool, Viewed], ...] = tuple(product((True, False), ("answer", "other", "nothing")))
_EVENT: Final = -1  # stands where a contact's number would


def ways_to_contact(linked: Frame, events: Frame) -> Frame:
    """Return one row per logged-in contact: what its customer had done in the visit up to the contact.

    Parameters
    ----------
    linked : as ``link_contacts`` returns them.
    events : as ``events_in_visits`` returns them.

    Returns
    -------
    contact, customer, need, n_steps (events), searched, searched_again (different words), viewed (``Path``), and
    in_vain (the answer was opened).

    Notes
    -----
    Events and contacts of a visit are laid in one order of time and what was done is carried along: a visit with many
    events and many contacts costs their sum, not their product.
    """
    line = nw.concat([_events(_in(callers(linked), events)), _contacts(callers(linked))], how="vertical")
    order = ["at_s", "contact"]  # what happened in the second of the contact came before it

    def so_far(column: str, *within: str) -> nw.Expr:
        return nw.col(column).cum_sum().over(*VISIT, *within, order_by=order)

    line = line.with_columns(
        uses=nw.col("is_event").cum_sum().over(*VISIT, "words", order_by=order),
        answers=so_far("is_opened", "topic"),
    ).with_columns(
        is_new=nw.when((nw.col("uses") == 1) & ~nw.col("words").is_null()).then(1).otherwise(0).cast(nw.Int64)
    )
    line = line.with_columns(
        n_steps=so_far("is_event"), searches=so_far("is_search"), n_words=so_far("is_new"), opened=so_far("is_opened")
    ).filter(nw.col("contact") != _EVENT)
    is_answered = (nw.col("answers") > 0) & (nw.col("topic") >= 0)
    viewed = nw.when(is_answered).then(nw.lit("answer")).when(nw.col("opened") > 0).then(nw.lit("other"))
    return line.select(
        "contact",
        "customer",
        need=nw.col("topic"),
        n_steps=nw.col("n_steps").cast(nw.Int64),
        searched=nw.col("searches") > 0,
        searched_again=nw.col("n_words") > 1,
        viewed=viewed.otherwise(nw.lit("nothing")),
        in_vain=is_answered,
    )


def callers(linked: Frame) -> Frame:
    """Return the contacts of customers who were logged in."""
    return linked.filter(nw.col("is_logged_in") & ~nw.col("session").is_null())


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


def words_and_reasons(linked: Frame, events: Frame) -> pd.DataFrame:
    """Return which searched words came before contacts for which reason: words, reason (hashes), n_customers.

    Words came before a reason when they were first searched for before the visit's last contact for it.
    """
    called = known(callers(linked), "reason").group_by(*VISIT, "reason").agg(last_s=nw.col("at_s").max())
    searched = known(events, "words").group_by(*VISIT, "words").agg(first_s=nw.col("at_s").min())
    pairs = called.join(searched, on=list(VISIT), how="inner").filter(nw.col("first_s") <= nw.col("last_s"))
    each = pairs.select("words", "reason", "customer").unique()
    return to_pandas(each.group_by("words", "reason").agg(n_customers=nw.len()))


def _in(called: Frame, events: Frame) -> Frame:
    return events.join(called.select(*VISIT).unique(), on=list(VISIT), how="semi")


def _events(events: Frame) -> Frame:
    is_search, is_opened = nw.col("event") == "search", nw.col("article") >= 0
    return events.select(
        *VISIT, "at_s", "words", topic=nw.col("article"), contact=nw.lit(_EVENT).cast(nw.Int64),
        is_event=nw.lit(1).cast(nw.Int64), is_search=is_search.cast(nw.Int64), is_opened=is_opened.cast(nw.Int64),
    )  # fmt: skip


def _contacts(called: Frame) -> Frame:
    none = nw.lit(0).cast(nw.Int64)
    return called.select(
        *VISIT, "at_s", words=nw.lit(None, dtype=nw.Int64), topic=nw.col("need"), contact=nw.col("contact"),
        is_event=none, is_search=none, is_opened=none,
    )  # fmt: skip
