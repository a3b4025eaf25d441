"""The effort index: how hard it is for customers to get a need handled."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ..config import JourneySettings
from ..measures.rank_correlation import rank_correlation
from ..records import Effort, EffortMarks, Figure, Journeys

_MIN_NEEDS: Final = 10  # with both index and CES, below which their correlation is not said


def score_effort(journeys: Journeys, settings: JourneySettings) -> Journeys:
    """Return the journeys with the effort of every need and of all contacts, and how the index relates to CES."""
    needs = tuple(replace(need, effort=effort_of(need.marks, need.n_contacts, settings)) for need in journeys.needs)
    pairs = [
        (need.effort.index, need.ces.value)
        for need in needs
        if need.effort is not None and need.effort.index is not None and need.ces.value is not None
    ]
    return replace(
        journeys,
        needs=needs,
        effort=effort_of(journeys.marks, journeys.counts.n_contacts, settings),
        effort_and_ces=_relation(pairs),
    )


def effort_of(marks: EffortMarks, n_contacts: int, settings: JourneySettings) -> Effort:
    """Weigh the marks of high effort into one index.

    Actual effort is what customers had to do: search again, make contact again. Perceived effort is what feels like
    waste: to be handed on and to change the channel (and say it all again), to have read the answer in vain, to have to
    call although one sits logged in on the site. Each part is the mean of its marks, 0..1; a mark without enough data
    is left out, and without any mark the part is None, and the index too unless that part has no weight.

    Notes
    -----
    index = (w_actual x actual + w_perceived x perceived) / (w_actual + w_perceived), by default 1/3 and 2/3. Source of
    the weights: research on customer effort by CEB; which mark belongs to which part: ours, see
    docs/method/journeys.md#effort.
    """
    actual = _mean((marks.repeated, marks.searched_again))
    perceived = _mean((marks.transferred, marks.switched, marks.viewed_in_vain, marks.logged_in))
    weighed = ((settings.actual_effort_weight, actual), (settings.perceived_effort_weight, perceived))
    parts = [(weight, part) for weight, part in weighed if weight > 0]
    known = [(weight, part) for weight, part in parts if part is not None]
    if len(known) < len(parts):
        return Effort(None, actual, perceived, n_contacts, "too_few_contacts")
    index = sum(weight * part for weight, part in known) / sum(weight for weight, _ in known)
    return Effort(round(index, 6), actual, perceived, n_contacts)


def _mean(marks: Sequence[Figure]) -> float | None:
    values = [mark.value for mark in marks if mark.value is not None]
    return round(sum(values) / len(values), 6) if values else None


def _relation(pairs: Sequence[tuple[float, float]]) -> Figure:
    if len(pairs) < _MIN_NEEDS:
        return Figure(None, None, None, len(pairs), "too_few_needs")
    value, low, high = rank_correlation([index for index, _ in pairs], [ces for _, ces in pairs])
    if value != value:
        return Figure(None, None, None, len(pairs), "too_few_needs")
    return Figure(round(value, 6), round(low, 6), round(high, 6), len(pairs))
