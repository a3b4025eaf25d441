"""Did a rewrite work? Contacts a week before and after, against the articles that nobody touched.

Formulas, sources and reasons: docs/method/compare.md.
"""

import math
from dataclasses import replace
from datetime import date

from ..measures.holm import holm
from .control_weeks import ControlWeeks, empty_start
from .rewrite import ERROR_RATE, SPEAK_OF, Rewrite, Rewrites
from .run_weeks import RunWeeks, periods
from .view_shares import view_shares


def judge_rewrites(before: RunWeeks, after: RunWeeks) -> Rewrites:
    """Say of every article whose text differs between two runs whether customers make fewer contacts about it."""
    span = periods(before, after)
    old, new = before.checksums(), after.checksums()
    shared = sorted(old.keys() & new.keys())
    touched = [key for key in shared if old[key] != new[key]]
    counts_before = span.run_before.counts("contacts", shared, span.before)
    counts_after = span.run_after.counts("contacts", shared, span.after)
    place = {key: number for number, key in enumerate(shared)}
    control = [
        place[key]
        for key in shared
        if old[key] == new[key]
        and counts_before[place[key]].sum() + counts_after[place[key]].sum() > 0
        and not empty_start(counts_before[place[key]])
    ]
    weeks = ControlWeeks(span, counts_before, counts_after, control)
    spoken = [key for key in touched if counts_before[place[key]].sum() + counts_after[place[key]].sum() > 0]
    names = after.names()
    rows = [place[key] for key in spoken]
    found = _decide([weeks.judge(row, key, names[key]) for row, key in zip(rows, spoken, strict=True)], rows, weeks)
    views = view_shares(span, [one.article_id for one in found], [shared[number] for number in control])
    found = [replace(one, views=view) for one, view in zip(found, views, strict=True)]
    found.sort(key=lambda one: (-one.contacts_before - one.contacts_after, one.article_id))
    return Rewrites(
        tuple(found),
        *_ends(span.before),
        *_ends(span.after),
        n_untouched=len(control),
        trend=weeks.trend(),
        drift=None if weeks.drift is None else math.sqrt(weeks.drift),
        is_one_yardstick=span.is_one_yardstick,
        n_silent=len(touched) - len(spoken),
    )


def _decide(unsure: list[Rewrite], rows: list[int], weeks: ControlWeeks) -> list[Rewrite]:
    """Give each article its verdict, all of them taken together."""
    tested = [number for number, one in enumerate(unsure) if not one.reason]
    adjusted = dict(zip(tested, holm([unsure[number].p_value or 0.0 for number in tested]), strict=True))
    n_open = max(1, sum(value >= ERROR_RATE for value in adjusted.values()))
    return [
        _verdict(one, adjusted.get(number), weeks, rows[number], ERROR_RATE / n_open)
        for number, one in enumerate(unsure)
    ]


def _verdict(one: Rewrite, p_adjusted: float | None, weeks: ControlWeeks, row: int, error_rate: float) -> Rewrite:
    change, low, high = one.change, one.low, one.high
    if p_adjusted is not None and change is not None and low is not None and high is not None:
        one = replace(one, p_adjusted=p_adjusted)
        if p_adjusted < ERROR_RATE:
            return replace(one, verdict="worked" if change < 0 else "got_worse")
        if low >= -SPEAK_OF and high <= SPEAK_OF:
            return replace(one, verdict="no_difference")
        one = replace(one, reason="not_sure")
    if one.reason == "no_untouched":  # no number of weeks helps
        return one
    return replace(one, more_weeks=weeks.more_weeks(one, row, error_rate))


def _ends(weeks: list[date]) -> tuple[str, str, int]:
    return (weeks[0].isoformat(), weeks[-1].isoformat(), len(weeks)) if weeks else ("", "", 0)
