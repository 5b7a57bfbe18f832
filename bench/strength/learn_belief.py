"""Learns what is shipped about strength in general: how far athletes differ, how strength wanders, what sets show."""

from legday.progress.prior import Levels, StrengthPrior

BEGIN = StrengthPrior(
    spread=Levels(0.3, 0.15, 0.3),
    walk=Levels(0.003, 0.002, 0.004),
    day=0.025,
    failure_noise=0.03,
    fatigue_noise=0.04,
    rating_noise=0.05,
    fatigue_reserve=1.0,
    plan_reserve=0.08,
    light_share=0.2,
    usual={},
    usual_by_load={
        "barbell": 4.6,
        "dumbbells": 3.2,
        "dumbbell": 3.2,
        "kettlebell": 3.2,
        "stack": 4.2,
        "plates": 4.8,
        "bodyweight": 4.6,
        "band": 3.0,
        "none": 4.6,
    },
)
