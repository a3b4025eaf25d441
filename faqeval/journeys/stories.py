"""Examples: single contacts and what the customer did before, without id and clock time."""

from typing import Final

import narwhals as nw
import numpy as np
import pandas as pd

from ..records import Step, Story, WrittenTexts
from .frames import Frame, Keep, to_pandas

MAX_STORIES: Final = 5  # per need
MAX_STEPS: Final = 12  # of one story, the last ones


def tell_stories(
    linked: Frame, before: Frame, reasons: WrittenTexts, searched: WrittenTexts, keep: Keep
) -> dict[int, tuple[Story, ...]]:
    """Return up to five contacts of logged-in customers per need: those with most to tell first, then the earliest.

    Parameters
    ----------
    linked, before : as ``link_contacts`` and ``events_before`` return them.
    reasons, searched : the texts that their hashes stand for.
    """
    lengths = before.group_by("contact").agg(n_steps=nw.len())
    told = (
        linked.filter(nw.col("is_logged_in") & (nw.col("need") >= 0) & ~nw.col("reason").is_null())
        .join(lengths, on="contact", how="inner")
        .with_columns(
            shown=nw.when(nw.col("n_steps") > MAX_STEPS).then(MAX_STEPS).otherwise(nw.col("n_steps")).cast(nw.Int64)
        )
        .with_columns(short=-nw.col("shown"), one=nw.lit(1).cast(nw.Int64))
        .with_columns(place=nw.col("one").cum_sum().over("need", order_by=["short", "at_s", "contact"]))
        .filter(nw.col("place") <= MAX_STORIES)
    )
    chosen = keep(told.select("contact", "need", "channel", "reason", "place"))
    heads = to_pandas(chosen).sort_values(["need", "place"], ignore_index=True)
    if heads.empty:
        return {}
    steps = to_pandas(
        before.join(chosen.select("contact"), on="contact", how="semi").select(
            "contact", "at_s", "event", "article", words=nw.coalesce(nw.col("words"), nw.lit(-1)),
            ago_s=nw.col("made_s") - nw.col("at_s"),
        )
    ).sort_values(["contact", "at_s", "event", "article", "words"], ignore_index=True)  # fmt: skip
    word_row = dict(zip(searched.keys.tolist(), searched.rows.tolist(), strict=True))
    reason_row = dict(zip(reasons.keys.tolist(), reasons.rows.tolist(), strict=True))
    of_contact = {int(rows["contact"].iloc[0]): rows for _, rows in steps.groupby("contact")}
    found: dict[int, list[Story]] = {}
    for contact, need, channel, reason in heads[["contact", "need", "channel", "reason"]].itertuples(
        index=False, name=None
    ):
        told_steps = _steps(of_contact[int(contact)].tail(MAX_STEPS), word_row)
        found.setdefault(int(need), []).append(Story(str(channel), reason_row.get(int(reason), -1), told_steps))
    return {need: tuple(stories) for need, stories in found.items()}


def _steps(rows: pd.DataFrame, word_row: dict[int, int]) -> tuple[Step, ...]:
    columns = rows[["event", "ago_s", "words", "article"]]
    return tuple(
        Step(str(event), round(float(np.float64(ago)) / 60, 2), word_row.get(int(words), -1), int(article))
        for event, ago, words, article in columns.itertuples(index=False, name=None)
    )
