"""The figures of summary.json that visits and contacts bring, and what cannot be judged without them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ..gaps import NOT_ENOUGH
from ..records import Figure, Gap, Journeys, NeedVerdict
from .logs import Logs

_FROM_JOURNEYS: Final = ("logged_in_contact_share", "contact_after_view_share", "repeat_contact_share", "ces")
_AVOIDABLE: Final = "avoidable_contacts_per_month"
_NEEDS_BOTH: Final = "needs visits and contacts, which were not given"
_NEEDS_VISITS: Final = "needs visits, which were not given"
_NEEDS_CONTACTS: Final = "needs contacts, which were not given"
_NOBODY_IN_BOTH: Final = "visits and contacts have no customer in common"
_NO_CAUSE: Final = "no gap was found that explains contacts"
_KINDS: Final = ("not_resolving", "next_issue")


def journey_figures(
    journeys: Journeys | None, gaps: Sequence[Gap], verdicts: Sequence[NeedVerdict], logs: Logs | None
) -> dict[str, Figure]:
    """Return the figures of journeys by their names in ``summary.json``; without contacts all are empty and say why."""
    if journeys is None:
        return {name: Figure(None, None, None, 0, _lacking(logs)) for name in (*_FROM_JOURNEYS, _AVOIDABLE)}
    avoided = avoidable_figure(gaps, verdicts, journeys.counts.n_contacts)
    if avoided.value is None and _lacking(logs):
        avoided = replace(avoided, reason=_lacking(logs))
    figures = {name: journeys.figures[name] for name in _FROM_JOURNEYS}
    if logs is not None and logs.share_nobody:
        figures = {
            name: replace(figure, reason=_NOBODY_IN_BOTH) if figure.reason == _NEEDS_VISITS else figure
            for name, figure in figures.items()
        }
    return {**figures, _AVOIDABLE: avoided}


def avoidable_figure(gaps: Sequence[Gap], verdicts: Sequence[NeedVerdict], n_contacts: int) -> Figure:
    """Return the contacts a month that mending all gaps would avoid.

    Next issues are left out: the contacts they would avoid are also contacts about the need that comes next, and no
    contact counts twice. The ends are those of independent counts: the distances to the values, squared, add up.
    """
    ranges = [gap.avoidable for gap in gaps if gap.avoidable is not None and gap.kind != "next_issue"]
    if not ranges:
        has_cause = any(verdict.kind not in ("", NOT_ENOUGH) for verdict in verdicts)
        is_known = any(verdict.kind == "" for verdict in verdicts)
        return Figure(None, None, None, n_contacts, _NO_CAUSE if is_known and not has_cause else "too_few_contacts")
    value = sum(one[0] for one in ranges)
    below = sum((one[0] - one[1]) ** 2 for one in ranges) ** 0.5
    above = sum((one[2] - one[0]) ** 2 for one in ranges) ** 0.5
    return Figure(round(value, 3), round(max(0.0, value - below), 3), round(value + above, 3), n_contacts)


def not_judged(logs: Logs | None) -> tuple[tuple[str, str], ...]:
    """Return the kinds of gap that could not be judged, and why."""
    reason = _lacking(logs)
    if not reason:
        return ()
    return tuple(
        (kind, reason) for kind in _KINDS if reason not in (_NEEDS_VISITS, _NOBODY_IN_BOTH) or kind != "next_issue"
    )


def _lacking(logs: Logs | None) -> str:
    """Say what was not given; "" nothing."""
    if logs is None:
        return _NEEDS_BOTH
    if logs.share_nobody:
        return _NOBODY_IN_BOTH
    return _NEEDS_CONTACTS if logs.contacts is None else _NEEDS_VISITS if logs.visits is None else ""
