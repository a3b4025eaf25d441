"""One work list, best first."""

from collections.abc import Iterable

from ..records import Gap


def prioritise(gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    """Order gaps by priority, then demand, then gap_id, so that equal input gives an equal list."""
    return tuple(sorted(gaps, key=lambda gap: (-gap.priority, -gap.demand, gap.gap_id)))
