"""How long a planned day takes to become steps that a phone plays."""

import datetime as dt
from pathlib import Path

from bench.result import Result, median_seconds
from legday.documents import encode
from legday.log import Log
from legday.planner import make_plan, read_profile
from legday.session import make_session

EXAMPLE = Path(__file__).parents[1] / "examples" / "beginner-woman.yaml"


def day_as_steps() -> Result:
    plan = make_plan(read_profile(EXAMPLE), Log(), dt.date(2026, 3, 2), 1)
    longest = max(plan.weeks[0].sessions, key=lambda session: session.minutes)

    def ours() -> bytes:
        return encode(make_session(plan, "plan", longest.date, Log()))

    size = len(ours())
    detail = (f"{longest.minutes} minutes, {len(longest.items)} exercises, {size / 1e3:.0f} kB of JSON",)
    return Result("a day as steps, encoded", "ms", median_seconds(ours, 30) * 1e3, 10, detail=detail)
