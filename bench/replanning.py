"""How long it takes to make the rest of a plan again: after a missed session, with a sore part, with new pain."""

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from msgspec.structs import replace

from bench.result import Result
from legday.anatomy import Joint
from legday.log import Log
from legday.planner import Pain, Plan, Replan, make_plan, read_profile, replan

ROOT = Path(__file__).parent.parent
START = dt.date(2026, 3, 2)
GENERATED = 30


def _plans() -> Iterator[tuple[str, Plan]]:
    for file in sorted((ROOT / "examples").glob("*.yaml")):
        yield file.stem, make_plan(read_profile(file), Log(), START)
    sys.path.insert(0, str(ROOT / "tests" / "planner"))
    from generated import block_of, fields_of, log_of

    from planning import profile_of

    for seed in range(GENERATED):
        yield f"generated {seed}", make_plan(profile_of(**fields_of(seed)), log_of(seed), *block_of(seed))


def _made_again(plan: Plan) -> Iterator[Replan]:
    """After each missed session of two weeks, on its day with a sore part, and with a knee that hurts."""
    profile = plan.request.profile
    hurting = replace(profile, pain=(Pain(Joint.KNEE, 5),))
    sessions = [session for week in plan.weeks[:2] for session in week.sessions]
    for session in sessions:
        yield replan(plan, Log(), session.date + dt.timedelta(days=1), missed=[session.date], log_is_whole=False)
        yield replan(plan, Log(), session.date, sore=session.parts[:1], log_is_whole=False)
    if sessions:
        yield replan(plan, Log(), sessions[-1].date, profile=hurting, log_is_whole=False)


def plan_made_again() -> Result:
    seconds: list[float] = []
    slowest = (0.0, "")
    for name, plan in _plans():
        for made in _made_again(plan):
            seconds.append(made.seconds)
            slowest = max(slowest, (made.seconds, name))
    told = f"{len(seconds)} times, median {median(seconds):.2f} s; slowest of them {slowest[1]}"
    return Result("a plan made again, slowest", "s", slowest[0], 1, detail=(told,))
