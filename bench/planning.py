"""How long the example profiles take to be solved to proven optimality."""

import datetime as dt
from pathlib import Path
from statistics import median

from bench.result import Result
from legday.log import Log
from legday.planner import make_plan, read_profile

EXAMPLES = Path(__file__).parent.parent / "examples"
START = dt.date(2026, 11, 23)


def solve_examples() -> Result:
    seconds, detail = [], []
    for file in sorted(EXAMPLES.glob("*.yaml")):
        plan = make_plan(read_profile(file), Log(), START)
        seconds.append(plan.solve_seconds)
        detail.append(f"{file.stem:<20} {plan.solve_seconds:6.2f} s  {plan.status}")
        if plan.status != "optimal":
            seconds[-1] = float("inf")
    return Result("four weeks proven optimal, median", "s", median(seconds), 2, detail=tuple(detail))
