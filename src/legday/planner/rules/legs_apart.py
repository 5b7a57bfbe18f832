"""Two days running are not both days of heavy legs, where other days would do."""

from itertools import product

from legday.planner.costs import PREFERENCE
from legday.planner.model import Model
from legday.planner.problem import HEAVY
from legday.planner.rule import Rule


def _post(model: Model) -> None:
    heavy = [part for part in model.problem.program.parts if part in HEAVY]
    for day in model.problem.days:
        after = model.problem.after(day)
        if after is None or after not in model.leg_day:
            continue
        close = model.bool(f"heavy legs on {day} and {after}")
        for one, other in product(heavy, heavy):
            model.cp.add(close >= model.trains[one, day] + model.trains[other, after] - 1)
        cost = PREFERENCE * len(model.problem.weeks) * close
        model.penalise(RULE.id, "volume", f"heavy legs on {day} and {after}", cost)


RULE = Rule(
    id="legs-apart",
    sentence="Days of heavy legs have a day between them where they can.",
    source="P3: three days lie between the two long sessions",
    hard=False,
    post=_post,
)
