"""Profiles of all sorts, made from a seed: the same seed makes the same athlete everywhere."""

import datetime as dt
from decimal import Decimal
from random import Random
from typing import Any

from checker import DAYS, LEVELS, PARTS, exercises

from legday.log import Log, LoggedSession, LoggedSet
from legday.units import Mass

TRAININGS = ("chest", "back", "shoulders", "arms", "run", "hard-run", "long-run", "cycling", "sport")
MINUTES = (15, 20, 30, 40, 45, 60, 75, 90, 120)
METHODS = ("priority-split", "priority-split", "circuit", "circuit", "foundation", "machine-day", "best")
GOALS = ("grow", "hips", "lose-weight", "leaner", "tighter-core", "performance", "longevity")
START = dt.date(2026, 3, 2)
RACES = ("5 km", "10 km", "13.1 mi", "30 km", "42.2 km", "50 mi", None)
JOINTS = ("trunk", "hip", "knee", "ankle")


def fields_of(seed: int) -> dict[str, Any]:
    """Make the fields of a profile."""
    random = Random(seed)  # noqa: S311 no secret
    days = sorted(random.sample(DAYS, random.randint(1, 7)), key=DAYS.index)
    free = [day for day in DAYS if day not in days]
    minutes = random.choice((MINUTES, MINUTES, MINUTES, MINUTES, (5, 6)))
    parts = list(PARTS)
    random.shuffle(parts)
    fields: dict[str, Any] = {
        "name": f"Athlete {seed}",
        "days": {day: f"{random.choice(minutes)} min" for day in days},
        "rest_days": random.sample(free, min(len(free), random.choice((0, 0, 1, 2)))),
        "level": random.choice(LEVELS),
        "method": random.choice(METHODS),
        "goal": random.choice(("grow", *GOALS)),
        "other_training": {day: random.sample(TRAININGS, random.randint(1, 2)) for day in _some(random, DAYS, 0.35)},
        "place": random.choice(("gym", "gym", "home-dumbbells", "bodyweight")),
        "partner": random.choice((True, False, random.sample(days, random.randint(1, len(days))))),
        "cage": random.random() < 0.5,
        "units": random.choice(("kg", "lb")),
        "ranking": random.choice(([], [], parts, parts[:2])),
        "lagging": random.sample(parts, random.choice((0, 0, 1))),
        "avoid": sorted(_some(random, sorted(exercises()), 0.06)),
    }
    needed = sorted({thing for each in exercises().values() for thing in each.get("equipment", [])})
    fields["has"] = _some(random, needed, 0.15) if fields["place"] != "gym" else []
    fields["lacks"] = _some(random, needed, 0.2) if random.random() < 0.5 else []
    if random.random() < 0.3:
        kinds = {day: random.choice(("easy", "hard", "long")) for day in _some(random, DAYS, 0.3)}
        fields["runs"] = {day: {"kind": kind, "distance": "8 km"} for day, kind in kinds.items()}
        fields["trade_mileage"] = random.random() < 0.5
    if random.random() < 0.2:
        fields["race"] = {"date": START + dt.timedelta(days=random.randrange(60))}
        distance = Random(f"race {seed}").choice(RACES)  # noqa: S311 no secret
        fields["race"] |= {"distance": distance} if distance else {}
    if random.random() < 0.8:
        fields["sex"] = random.choice(("female", "male"))
    if random.random() < 0.5:
        fields["body_mass"] = random.choice(("58 kg", "92.5 kg", "150 lb"))
    if random.random() < 0.4:
        fields["pain"] = [
            {"joint": joint, "severity": random.randint(1, 10), "weeks": random.choice((0, 8))}
            for joint in random.sample(JOINTS, random.choice((1, 1, 2)))
        ]
    return fields


def block_of(seed: int) -> tuple[dt.date, int]:
    """Choose the start and the weeks of a block."""
    random = Random(-seed - 1)  # noqa: S311 no secret
    return START + dt.timedelta(days=random.choice((0, 0, 0, 2, 6))), random.choice((1, 2, 4, 4, 4, 8))


def log_of(seed: int) -> Log:
    """Make the log of the weeks before a block: for every other athlete some loads of half of all exercises."""
    random = Random(f"log {seed}")  # noqa: S311 no secret
    sessions = []
    for name in _some(random, sorted(exercises()), 0.5 if seed % 2 else 0.0):
        start = dt.datetime.combine(START - dt.timedelta(days=random.randint(1, 120)), dt.time(18))
        load, reps = Mass(random.randint(4, 120), random.choice(("kg", "lb"))), Decimal(random.randint(3, 20))
        sessions.append(LoggedSession(start, "Legs", (LoggedSet(name, name, 1, reps=reps, load=load),)))
    return Log(tuple(sorted(sessions, key=lambda session: session.start)))


def _some(random: Random, things: list[str], share: float) -> list[str]:
    return [thing for thing in things if random.random() < share]
