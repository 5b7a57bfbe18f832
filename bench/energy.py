"""How long it takes to follow the body mass of a crowd."""

import numpy as np

from bench.result import Result, median_seconds
from legday.energy import adults, simulate

PEOPLE, DAYS = 10_000, 1095


def people_followed() -> Result:
    random = np.random.default_rng(6)
    crowd = adults(
        random.random(PEOPLE) < 0.5,
        random.uniform(18, 80, PEOPLE),
        random.normal(1.72, 0.08, PEOPLE).clip(1.5, 2.0),
        random.uniform(65, 120, PEOPLE),
        random.uniform(1.3, 2.2, PEOPLE),
    )
    intake = crowd.intake + random.uniform(-500, 500, PEOPLE)
    days = np.arange(0, DAYS + 1, 30)
    return Result(
        f"body mass of {PEOPLE:,} people for {DAYS} days",
        "s",
        median_seconds(lambda: simulate(crowd, intake, days), 3),
        5,
    )
