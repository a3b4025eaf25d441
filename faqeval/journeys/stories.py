"""Examples: single contacts and what the customer did before, without id and clock time."""

from typing import Final

import narwhals as nw
import numpy as np
import pandas as pd

from ..records import Step, Story, WrittenTexts
from .frames import Frame, Keep, known, to_pandas
from .paths import callers
from .visits import VISIT

MAX_STORIES: Final = 5  # per need
MAX_STEPS: Final = 12  # of one story, the last ones
_TURNS: Final = ("login", "page", "search", "click", "view", "logout")  # order of what bears the same second


def tell_stories(
    linked: Frame, ways: Frame, events: Frame, reasons: WrittenTexts, searched: WrittenTexts, keep: Keep
) -> dict[int, tuple[Story, ...]]:
    """Return up to five contacts of logged-in customers per need: those with most to tell first, then the earliest.

    Parameters
    ----------
    linked, ways : as ``link_contacts`` and ``ways_to_contact`` return them.
    events : as ``events_in_visits`` returns them.
    reasons, searched : the texts that the hashes of both stand for.
    """
    chosen = keep(_chosen(linked, ways))
    heads = to_pandas(chosen.select("contact", "need", "channel", "reason", "place"))
    if heads.empty:
        return {}
    heads = heads.sort_values(["need", "place"], ignore_index=True)
    steps = to_pandas(_last_steps(chosen, events))
    steps = steps.sort_values(["contact", "place"], ascending=[True, False], ignore_index=True)
    word_row = dict(zip(searched.keys.tolist(), searched.rows.tolist(), strict=True))
    reason_row = dict(zip(reasons.keys.tolist(), reasons.rows.tolist(), strict=True))
    of_contact = {int(rows["contact"].iloc[0]): rows for _, rows in steps.groupby("contact")}
    found: dict[int, list[Story]] = {}
    for contact, need, channel, reason in heads[["contact", "need", "channel", "reason"]].itertuples(
        index=False, name=None
    ):
        told_steps = _steps(of_contact[int(contact)], word_row)
        found.setdefault(int(need), []).append(Story(str(channel), reason_row.get(int(reason), -1), told_steps))
    return {need: tuple(stories) for need, stories in found.items()}


def _chosen(linked: Frame, ways: Frame) -> Frame:
    shown = nw.when(nw.col("n_steps") > MAX_STEPS).then(MAX_STEPS).otherwise(nw.col("n_steps")).cast(nw.Int64)
    told = known(callers(linked).filter(nw.col("need") >= 0), "reason")
    told = told.join(ways.select("contact", short=-shown), on="contact", how="inner")
    place = nw.col("one").cum_sum().over("need", order_by=["short", "at_s", "contact"])
    return (
        told.with_columns(one=nw.lit(1).cast(nw.Int64)).with_columns(place=place).filter(nw.col("place") <= MAX_STORIES)
    )


def _last_steps(chosen: Frame, events: Frame) -> Frame:
    """Return the last steps before each chosen contact, place 1 the very last; the rest never leaves the engine."""
    before = chosen.select(*VISIT, "contact", made_s=nw.col("at_s")).join(events, on=list(VISIT), how="inner")
    steps = before.filter(nw.col("at_s") <= nw.col("made_s")).select(
        "contact", "event", "article", words=nw.coalesce(nw.col("words"), nw.lit(-1)),
        ago_s=nw.col("made_s") - nw.col("at_s"), one=nw.lit(1).cast(nw.Int64),
        turn=-_turn(nw.col("event")),
    )  # fmt: skip
    place = nw.col("one").cum_sum().over("contact", order_by=["ago_s", "turn", "article", "words"])
    return steps.with_columns(place=place).filter(nw.col("place") <= MAX_STEPS)


def _turn(event: nw.Expr) -> nw.Expr:
    turn: nw.Expr = nw.lit(len(_TURNS))
    for number, name in enumerate(_TURNS):
        turn = nw.when(event == name).then(number).otherwise(turn)
    return turn.cast(nw.Int64)


def _steps(rows: pd.DataFrame, word_row: dict[int, int]) -> tuple[Step, ...]:
    columns = rows[["event", "ago_s", "words", "article"]]
    return tuple(
        Step(str(event), round(float(np.float64(ago)) / 60, 2), word_row.get(int(words), -1), int(article))
        for event, ago, words, article in columns.itertuples(index=False, name=None)
    )
