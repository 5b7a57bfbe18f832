"""What a benchmark found."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Result:
    """Our number, the baseline's in the same unit (if there is one), and the most that ours may be."""

    name: str
    unit: str
    ours: float
    target: float
    baseline: float | None = None
    detail: tuple[str, ...] = ()

    @property
    def met(self) -> bool:
        """Whether the target is met."""
        return self.ours <= self.target

    @property
    def baseline_text(self) -> str:
        """The baseline as a table shows it."""
        return "-" if self.baseline is None else f"{self.baseline:.4g} {self.unit}"


def median_seconds(work: Callable[[], object], times: int = 7) -> float:
    """Run some work several times and return the median wall time [s]."""
    seconds = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - began)
    return median(seconds)
