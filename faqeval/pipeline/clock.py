"""What each stage of a run took."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from ..records import StageCost


class StageClock:
    """Measures the stages of one run, in the order in which they end."""

    def __init__(self) -> None:
        self._costs: list[StageCost] = []

    @property
    def costs(self) -> tuple[StageCost, ...]:
        """The stages measured so far."""
        return tuple(self._costs)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measure what runs inside the block."""
        begin = time.perf_counter()
        yield
        self._costs.append(StageCost(name, round(time.perf_counter() - begin, 3), peak_memory_mb()))


def peak_memory_mb() -> float:
    """Return the highest resident memory of this process so far in MiB; 0 where the system does not tell."""
    try:
        import resource
    except ModuleNotFoundError:  # Windows
        return 0.0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (2**20 if sys.platform == "darwin" else 2**10), 1)
