"""What became of rewritten articles, as a content owner reads it."""

import math
from datetime import date, timedelta
from typing import Final

from ..compare import Rewrite, Rewrites
from ..report import plural

NO_WEEKS: Final = (
    "Whether a rewrite worked: not known. Give both runs --visits and --contacts, and it is told article by article."
)
_VERDICTS: Final = {
    "worked": "worked",
    "got_worse": "got worse",
    "no_difference": "no difference to speak of",
    "cannot_tell": "cannot tell yet",
}
_LONGEST: Final = 70  # characters of a title


def rewrites_in_words(found: Rewrites) -> list[str]:
    """Return the lines for the terminal."""
    if not found.rewrites and not found.n_silent:
        return ["Rewritten articles: none. The texts of all articles are as they were."]
    lines = [f"Rewritten articles: {len(found.rewrites) + found.n_silent}. {_weeks(found)}"]
    for one in found.rewrites:
        lines += [f"  {_VERDICTS[one.verdict]}: {_short(one.title)} ({one.article_id})", f"      {_counts(one, found)}"]
        lines += [f"      {text}" for text in (_outlook(one), _views(one)) if text]
    if found.n_silent:
        lines.append(f"  {found.n_silent} more: nobody made contact about them in these weeks")
    return lines + [f"  {text}" for text in _notes(found)]


def _weeks(found: Rewrites) -> str:
    if not found.n_before or not found.n_after:
        side = "earlier" if not found.n_before else "later"
        return f"The {side} run has no whole week of its own to compare."
    before = f"{plural(found.n_before, 'week')} before ({found.first_before} to {_sunday(found.last_before)})"
    after = f"{plural(found.n_after, 'week')} after ({found.first_after} to {_sunday(found.last_after)})"
    return f"{before} against {after}."


def _counts(one: Rewrite, found: Rewrites) -> str:
    if one.per_week_before is None or one.per_week_after is None:
        return f"contacts: {one.contacts_before} before, {one.contacts_after} after"
    said = f"{one.per_week_before:.1f} contacts a week before, {one.per_week_after:.1f} after"
    if one.change is None or one.low is None or one.high is None:
        return said
    against = "general trend not taken out" if one.p_value is None else "beyond the general trend"
    return f"{said}: {_percent(one.change)} ({_percent(one.low)} to {_percent(one.high)}) {against}"


def _outlook(one: Rewrite) -> str:
    if one.verdict != "cannot_tell":
        return ""
    if one.reason == "no_untouched":
        return "every article with contacts was rewritten, so a general trend looks just like an effect"
    if one.weeks_before < 2:
        return "the earlier run has too few whole weeks: give it contacts of a longer time"
    if one.more_weeks is None:
        return "more than a year at this volume"
    return f"{plural(one.more_weeks, 'more week')} at this volume"


def _views(one: Rewrite) -> str:
    views = one.views
    if views is None:
        return ""
    sure = "" if views.low > 0 or views.high < 0 else ", no sure change"
    usual = "" if views.untouched_difference is None else f"; untouched {_points(views.untouched_difference)}"
    return (
        f"contacts after reading: {views.before:.1%} before, {views.after:.1%} after, "
        f"{_points(views.difference)} points ({_points(views.low)} to {_points(views.high)}{sure}{usual})"
    )


def _notes(found: Rewrites) -> list[str]:
    """Return what the verdicts rest on, and what they leave out."""
    if not found.rewrites:
        return []
    notes = []
    if found.trend is not None:
        trend = (
            f"General trend: {_percent(found.trend)} contacts a week about "
            f"{plural(found.n_untouched, 'article')} that nobody touched"
        )
        if found.drift is None:
            notes.append(f"{trend}; too few to say how far articles drift apart by themselves.")
        elif found.drift > 0.005:
            spread = math.exp(found.drift) - 1
            notes.append(f"{trend}; they drift apart by some {spread:.0%} by themselves, which the ranges hold.")
        else:
            notes.append(f"{trend}; their weeks alone explain how they differ.")
    if len(found.rewrites) > 1:
        notes.append(
            f"The verdicts hold for all {len(found.rewrites)} together: one false alarm in 20 such comparisons."
        )
    same = sum(one.is_same_season for one in found.rewrites)
    if same == len(found.rewrites):
        notes.append("Held against the same weeks a year before, so the season is the same.")
    else:
        some = f"For {plural(len(found.rewrites) - same, 'article')}: a" if same else "A"
        notes.append(
            f"{some} season of one article alone is not told apart from its rewrite; the same weeks a year before "
            "would do it."
        )
    if not found.is_one_yardstick:
        notes.append(
            "A new text may also change which contacts count as being about it. To rule that out, give the later run "
            "the earlier contacts too."
        )
    return notes


def _sunday(monday: str) -> str:
    return (date.fromisoformat(monday) + timedelta(days=6)).isoformat()


def _percent(change: float) -> str:
    return f"{100 * change:+.0f} %" if change < 9.995 else "over +999 %"


def _points(difference: float) -> str:
    return f"{100 * difference:+.1f}"


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1]}…"
