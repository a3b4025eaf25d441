"""One work list, best first."""

from collections.abc import Iterable
from dataclasses import replace

from ..records import Gap


def prioritise(gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    """Order gaps by priority, then demand, then gap_id, so that equal input gives an equal list."""
    return tuple(sorted(gaps, key=lambda gap: (-gap.priority, -gap.demand, gap.gap_id)))


def prioritise_by_contacts(gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    """Order gaps by the contacts a month that mending them avoids; where that is not known they come last, as before.

    Where it is known of none, the order and the priorities stay those without contacts.
    """
    ordered = prioritise(gaps)
    if all(gap.avoidable is None for gap in ordered):
        return ordered
    valued = [replace(gap, priority=gap.avoidable[0] if gap.avoidable else 0.0) for gap in ordered]
    return tuple(sorted(valued, key=lambda gap: -gap.priority))
