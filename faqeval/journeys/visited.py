"""What visits and contacts say together."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import narwhals as nw

from ..config import JourneySettings
from ..measures.time_zone import clock_of, wall_from_utc
from ..records import CONTACT_CHANNELS, AfterView, Figure, Path, Story, WrittenTexts
from .after_view import after_views, any_visit, readings
from .follow import Followed
from .frames import MONTH_S, Frame, Keep, to_pandas
from .paths import count_paths, ways_to_contact
from .searches import searches_for_needs
from .shares import OVERALL, nobody, rate_figure, share_by_need, share_figure, share_sums
from .stories import tell_stories

NO_VISITS: Final = "needs visits, which were not given"
_HOURS: Final = 24


@dataclass(frozen=True, slots=True)
class Visited:
    """What only visits can tell."""

    n_events: int
    n_visits: int
    n_known_visits: int
    n_linkable: int
    n_logged_in: int
    months: float
    logged_in: Mapping[int, Figure]  # by need, OVERALL
    by_channel: Mapping[str, Figure]
    by_hour: tuple[Figure, ...]
    rates: Mapping[int, Figure]  # contacts of logged-in customers a month, by need
    paths: Mapping[int, tuple[Path, ...]]
    searched_again: Mapping[int, Figure]
    in_vain: Mapping[int, Figure]
    searches_found: Mapping[int, Figure]
    after: Mapping[int, AfterView]
    after_overall: Figure
    any_visit: Figure
    stories: Mapping[int, tuple[Story, ...]]
    read: Frame | None


def without_visits() -> Visited:
    """Return what is known when no visits were given: nothing, and why."""
    none = nobody(NO_VISITS)
    return Visited(
        n_events=0, n_visits=0, n_known_visits=0, n_linkable=0, n_logged_in=0, months=0.0, logged_in={OVERALL: none},
        by_channel={}, by_hour=(none,) * _HOURS, rates={}, paths={}, searched_again={}, in_vain={}, searches_found={},
        after={}, after_overall=none, any_visit=none, stories={}, read=None,
    )  # fmt: skip


def visits_and_contacts(
    followed: Followed,
    steps: Frame,
    linked: Frame,
    made: Frame,
    made_between: tuple[int, int],
    reasons: WrittenTexts,
    searched: WrittenTexts,
    n_articles: int,
    settings: JourneySettings,
    time_zone: str,
    keep: Keep,
) -> Visited:
    """Measure what customers did in their visits before they made contact.

    Parameters
    ----------
    steps : those of ``followed``, with ``need``.
    linked : those of ``followed``, with the contacts' final ``need`` and the need as ``noted``.
    made : CONTACT_COLUMNS with ``need``; ``made_between`` are their first and last moment.
    """
    window_s, least, covered, visits = (
        settings.contact_window_s,
        settings.min_contacts,
        followed.covered,
        followed.visits,
    )
    ways = keep(ways_to_contact(linked, steps))
    read = keep(readings(steps, made, made_between, window_s))
    both = (max(covered[0], made_between[0]), min(covered[1] + window_s, made_between[1]))
    months = max(0.0, (both[1] - both[0]) / MONTH_S)
    after = after_views(read, settings)
    linked = linked.with_columns(hour=(wall_from_utc(nw.col("at_s"), clock_of(time_zone)) // 3600) % _HOURS)
    totals = to_pandas(linked.select(n=nw.len(), hits=nw.col("is_logged_in").cast(nw.Int64).sum()))
    counted = to_pandas(followed.events.select(n=nw.len(), sessions=nw.col("session").n_unique()))
    return Visited(
        n_events=int(counted["n"].iloc[0]),
        n_visits=int(counted["sessions"].iloc[0]),
        n_known_visits=int(to_pandas(visits.select(n=nw.len()))["n"].iloc[0]),
        n_linkable=int(totals["n"].iloc[0]),
        n_logged_in=int(totals["hits"].fillna(0).iloc[0]),
        months=months,
        # a need known from the visit is known only of those who were logged in: it must not choose whom the share is of
        logged_in=share_by_need(linked.with_columns(need=nw.col("noted")), "is_logged_in", least),
        by_channel=_by_channel(linked, least),
        by_hour=_by_hour(linked, least),
        rates=_rates(linked, months, least),
        paths=count_paths(ways),
        searched_again=share_by_need(ways.filter(nw.col("searched")), "searched_again", least),
        in_vain=share_by_need(ways, "in_vain", least),
        searches_found=share_by_need(searches_for_needs(steps, n_articles), "is_found", settings.min_views),
        after=after,
        after_overall=share_figure(share_sums(read, [], "is_followed").iloc[0], settings.min_views),
        any_visit=share_figure(
            share_sums(any_visit(visits, made, made_between, window_s), [], "is_followed").iloc[0], settings.min_views
        ),
        stories=tell_stories(linked, ways, steps, reasons, searched, keep),
        read=read,
    )


def _by_channel(linked: Frame, least: int) -> dict[str, Figure]:
    sums = share_sums(linked, ["channel"], "is_logged_in")
    found = {str(row["channel"]): share_figure(row, least) for _, row in sums.iterrows()}
    return {channel: found[channel] for channel in (*CONTACT_CHANNELS, "") if channel in found}


def _by_hour(linked: Frame, least: int) -> tuple[Figure, ...]:
    sums = share_sums(linked, ["hour"], "is_logged_in")
    found = {int(row["hour"]): share_figure(row, least) for _, row in sums.iterrows()}
    return tuple(found.get(hour, nobody()) for hour in range(_HOURS))


def _rates(linked: Frame, months: float, least: int) -> dict[int, Figure]:
    """Return the contacts a month of customers who were logged in meanwhile, per need."""
    sums = share_sums(linked.filter(nw.col("is_logged_in")), ["need"], "is_logged_in")
    return {
        int(row["need"]): rate_figure(float(row["n"]), float(row["squares"]), months, least)
        for _, row in sums.iterrows()
    }
