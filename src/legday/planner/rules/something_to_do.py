"""A plan trains legs at least once a week."""

from legday.planner.model import Model
from legday.planner.rule import Rule


def _post(model: Model) -> None:
    if model.problem.part_week:
        return  # what was missed may be let go
    model.require(RULE.id, "legs at least once a week", sum(model.leg_day.values()) >= 1)


RULE = Rule(
    id="something-to-do",
    sentence="Legs are trained at least once a week.",
    source="what a plan is for",
    hard=True,
    post=_post,
)
