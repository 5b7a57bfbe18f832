"""What the tests of sessions share: plans of generated athletes, and one day of the priority split as it is written."""

import datetime as dt
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml
from msgspec.structs import replace

from legday.documents import read
from legday.log import Log, LoggedSession, LoggedSet
from legday.planner import Plan, Profile, make_plan, read_profile
from legday.units import Mass

MONDAY = dt.date(2026, 3, 2)
EXAMPLES = Path(__file__).parents[2] / "examples"
SEEDS = range(10)
SPLIT_LINES = {
    "straight-knee-raise": "4 x 6 > 6 > 6 > 6 @ 700 lb drop 100 lb rest 90s",
    "bent-knee-raise": "7 x 10 > 10 > 10 > 10 @ 4 plates drop 1 plate rest 90s",
    "squat": "5 x 12 @ 315 lb pyramid to 3 work to failure + forced 2 rest 3 min",
    "leg-press": "4 work x 20 @ 450 lb rest 2-3 min",
    "lying-curl": "6 x 12 @ 90 lb point 6 then flex + forced 2 + negative 6s from set 4 rest 90s",
}
"""The lines of articles P5 to P8 with loads, as the plan prints them."""


def profile_of(**fields: Any) -> Profile:
    """Read a profile from fields, the way a file of them is read."""
    return read(Profile, yaml.safe_dump({"name": "Test", **fields}), "profile.yaml")


@cache
def example(name: str) -> Plan:
    """Plan the first week of an example."""
    return make_plan(read_profile(EXAMPLES / f"{name}.yaml"), Log(), MONDAY, 1)


@cache
def split() -> Plan:
    """Plan a week of the priority split in pounds, with the loads of the articles."""
    plan = example("male-bodybuilder")
    pounds = replace(plan.request, profile=replace(plan.request.profile, units="lb"))
    weeks = tuple(
        replace(
            week,
            sessions=tuple(
                replace(
                    session,
                    items=tuple(replace(i, sets=SPLIT_LINES.get(i.slot, i.sets)) for i in session.items),
                )
                for session in week.sessions
            ),
        )
        for week in plan.weeks
    )
    return replace(plan, request=pounds, weeks=weeks)


@cache
def generated(seed: int) -> Plan:
    """Plan a week for an athlete of any sort, who owns what they own, from a log that knows some of their loads."""
    random = Random(seed)  # noqa: S311 no secret
    unit = random.choice(("kg", "lb"))
    place = random.choice(("gym", "gym", "home-dumbbells", "bodyweight"))
    gear: dict[str, Any] = {}
    if random.random() < 0.7:
        masses = random.sample(("20", "15", "10", "5", "2.5", "1.25"), random.randint(1, 6))
        gear["plates"] = [f"{random.randint(1, 8)} x {mass} {random.choice(('kg', unit))}" for mass in masses]
        gear["dumbbells"] = sorted({f"{random.randint(2, 40)} {unit}" for _ in range(random.randint(1, 6))})
        gear["bars"] = {"barbell": f"{random.choice((10, 15, 20))} kg"}
        gear["stack"] = {"lightest": f"{random.randint(2, 9)} {unit}", "step": f"{random.randint(2, 12)} {unit}"}
    profile = profile_of(
        days={"monday": f"{random.choice((25, 60, 90))} min", "thursday": "60 min"},
        method=random.choice(("priority-split", "circuit", "machine-day", "best")),
        level=random.choice(("beginner", "intermediate", "advanced")),
        partner=random.choice((True, False, ["monday"])),
        cage=random.random() < 0.5,
        place=place,
        units=unit,
        gear=gear,
        pain=[{"joint": "knee", "severity": random.randint(1, 9)}] if random.random() < 0.3 else [],
        lacks=["leg-press-machine", "seated-calf-machine"] if random.random() < 0.4 else [],
    )
    return make_plan(profile, log_of(seed), MONDAY, 1)


@cache
def log_of(seed: int) -> Log:
    """Make a log of exercises that methods use, with loads of all sizes, left and right apart."""
    random = Random(-seed - 1)  # noqa: S311 no secret
    known = ("squat", "leg-press", "donkey-calf-raise", "seated-calf-raise", "goblet-squat", "bulgarian-split-squat")
    sets = tuple(
        LoggedSet(
            name=name,
            exercise=name,
            position=number,
            reps=Decimal(random.randint(5, 15)),
            load=Mass(random.randint(1, 160), random.choice(("kg", "lb"))),
            side=random.choice((None, "left", "right")),
        )
        for name in known
        for number in (1, 2)
        if random.random() < 0.7
    )
    start = dt.datetime.combine(MONDAY - dt.timedelta(days=3), dt.time(18))
    return Log((LoggedSession(start, "Legs", sets),)) if sets else Log()
