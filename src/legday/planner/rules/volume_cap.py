"""No part gets more hard sets in a week than the athlete's level can use."""

from legday.planner.model import Model
from legday.planner.problem import HARD_SET_BANDS
from legday.planner.rule import Rule


def _post(model: Model) -> None:
    level = model.problem.profile.level
    _, most = HARD_SET_BANDS[level]
    part_week = model.problem.part_week
    for part in model.problem.program.parts:
        done = part_week.quarters(part, direct=True) if part_week else 0
        for week in model.problem.kinds:
            about = f"at most {most} hard sets of {part} a week at level {level}"
            model.require(RULE.id, about, model.quarter_sets(part, week, direct=True) <= max(4 * most, done))


RULE = Rule(
    id="volume-cap",
    sentence="No part gets more hard sets in a week than the level allows: 12, 20 or 35.",
    source="C4; Schoenfeld et al. 2019, Med Sci Sports Exerc 51:94, doi:10.1249/MSS.0000000000001764",
    hard=True,
    post=_post,
)
