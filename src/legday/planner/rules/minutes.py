"""A session fits into the minutes the athlete has for legs on that day."""

from legday.planner.model import Model
from legday.planner.rule import Rule


def _post(model: Model) -> None:
    for day, limit in model.problem.profile.days.items():
        for week in model.problem.kinds:
            model.require(RULE.id, f"{limit} for legs on {day}", model.seconds(day, week) <= 60 * limit.minutes)


RULE = Rule(
    id="minutes",
    sentence="A session takes no longer than the minutes you have for legs on its day.",
    source="your days",
    hard=True,
    negotiable=True,
    post=_post,
)
