"""Hams are trained only on a day that trains calves too."""

from legday.planner.model import Model
from legday.planner.rule import Rule


def _post(model: Model) -> None:
    for part, needed in model.problem.program.placement.needs_part.items():
        for day in model.problem.days:
            about = f"{part} on {day} only with {needed}"
            model.require(RULE.id, about, model.trains[part, day] <= model.trains[needed, day])


RULE = Rule(
    id="needs-part",
    sentence="Hams are trained on a day of calves, because the ham routine begins with them.",
    source="P4, P6",
    hard=True,
    negotiable=True,
    post=_post,
)
