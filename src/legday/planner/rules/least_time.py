"""Of two plans that are otherwise equal, the one that takes less time is better."""

from legday.planner.model import Model
from legday.planner.rule import Rule


def _post(model: Model) -> None:
    for day in model.problem.days:
        for week, times in model.problem.kinds.items():
            model.penalise(RULE.id, "time", f"{day} in week {week.number}", times * model.seconds(day, week))


RULE = Rule(
    id="least-time",
    sentence="Of two plans that are equal otherwise, the shorter one is taken.",
    source="your time",
    hard=False,
    post=_post,
)
