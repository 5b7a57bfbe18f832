"""Every part is trained each week, where anything for it can be done."""

from legday.planner.costs import PLACEMENT
from legday.planner.model import Model
from legday.planner.rule import Rule


def _post(model: Model) -> None:
    for part in model.problem.program.parts:
        if any(candidate.slot.part is part for candidate in model.problem.candidates):
            nothing = model.bool(f"nothing for {part}")
            model.cp.add(nothing + sum(model.trains[part, day] for day in model.problem.days) >= 1)
            model.penalise(RULE.id, "volume", f"nothing for {part}", PLACEMENT * len(model.problem.weeks) * nothing)


RULE = Rule(
    id="every-part",
    sentence="Every part is trained each week, however few the minutes, where it can be.",
    source="P1; C5",
    hard=False,
    post=_post,
)
