"""How long profiles take to be solved to proven optimality, and how much memory that takes."""

import datetime as dt
import resource
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import yaml

from bench.result import Result
from legday.documents import read
from legday.log import Log
from legday.planner import Profile, make_plan, read_profile

ROOT = Path(__file__).parent.parent
START = dt.date(2026, 11, 23)
GENERATED = 50


def _profiles() -> Iterator[tuple[str, Profile]]:
    """The examples, and profiles of all sorts as the tests make them."""
    for file in sorted((ROOT / "examples").glob("*.yaml")):
        yield file.stem, read_profile(file)
    sys.path.insert(0, str(ROOT / "tests" / "planner"))
    from generated import fields_of

    for seed in range(GENERATED):
        yield f"generated {seed}", read(Profile, yaml.safe_dump(fields_of(seed)), f"profile {seed}")


def _solve(weeks: int, target: float) -> Result:
    seconds, unproven, slowest = [], 0, (0.0, "")
    for name, profile in _profiles():
        plan = make_plan(profile, Log(), START, weeks)
        if plan.status == "feasible":
            unproven += 1
        seconds.append(float("inf") if plan.status == "feasible" else plan.solve_seconds)
        slowest = max(slowest, (plan.solve_seconds, name))
    detail = (f"{len(seconds)} profiles, {unproven} not proven; slowest {slowest[0]:.2f} s ({slowest[1]})",)
    return Result(f"{weeks} weeks solved and proven, median", "s", median(seconds), target, detail=detail)


def four_weeks() -> Result:
    return _solve(4, 2)


def twelve_weeks() -> Result:
    return _solve(12, 15)


def peak_memory() -> Result:
    """The most memory of this run, so far: to be measured last."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Result("peak memory of this run", "MB", peak, 500)
