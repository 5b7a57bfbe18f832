"""On a day of several parts the more important one comes first, where nothing else decides."""

from itertools import combinations

from legday.planner.costs import OUT_OF_ORDER
from legday.planner.model import Model
from legday.planner.rule import Rule


def _post(model: Model) -> None:
    for day in model.problem.days:
        for first, second in combinations(model.problem.ranking, 2):
            reversed_order = model.precedes(day, second, first)
            model.penalise(RULE.id, "method", f"{first} before {second} on {day}", OUT_OF_ORDER * reversed_order)


RULE = Rule(
    id="worst-first",
    sentence="What matters more comes earlier in a session, when there is most energy.",
    source="P4; Simão et al. 2012, Sports Med 42:251, doi:10.2165/11597240-000000000-00000",
    hard=False,
    post=_post,
)
