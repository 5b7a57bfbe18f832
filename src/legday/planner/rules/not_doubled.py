"""What was missed is not piled on another day, nor given a day more: no session gets fuller than the fullest was."""

from legday.planner.model import Model
from legday.planner.rule import Rule


def _post(model: Model) -> None:
    standing, part_week = model.problem.standing, model.problem.part_week
    if standing is None:
        return
    model.require(RULE.id, f"at most {standing.most_days} leg days", sum(model.leg_day.values()) <= standing.most_days)
    if part_week is None:
        return
    (week,) = model.problem.kinds
    for day in model.problem.days:
        about = f"no fuller session on {day} than the week had"
        model.require(RULE.id, about, model.session_quarter_sets(day, week) <= part_week.fullest)
        for part in model.problem.program.parts:
            about = f"no more sets of {part} on {day} than a session of the week had"
            sets = model.session_quarter_sets(day, week, part)
            model.require(RULE.id, about, sets <= part_week.fullest_of.get(part, 0))


RULE = Rule(
    id="not-doubled",
    sentence="A plan made again has no more days than before, and no session fuller than the week's fullest was.",
    source="M8",
    hard=True,
    post=_post,
)
