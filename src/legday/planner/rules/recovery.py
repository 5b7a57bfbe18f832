"""A part is trained by one routine a day, and has a day between two sessions, also from one week to the next."""

from itertools import combinations

from legday.planner.model import Model
from legday.planner.rule import Rule


def _post(model: Model) -> None:
    for one, other in combinations(model.problem.program.routines, 2):
        if set(one.parts) & set(other.parts):
            for day in model.problem.days:
                both = model.sessions[one.id, day] + model.sessions[other.id, day]
                model.require(RULE.id, f"{one.name} and {other.name} not both on {day}", both <= 1)
    for part in model.problem.program.parts:
        for day in model.problem.days:
            after = model.problem.after(day)
            if after is not None and (part, after) in model.trains:
                about = f"{part} not on {day} and {after}"
                model.require(RULE.id, about, model.trains[part, day] + model.trains[part, after] <= 1)
    if part_week := model.problem.part_week:
        for part, day in part_week.resting:
            if (part, day) in model.trains:
                model.require(RULE.id, f"{part} rest on {day}", model.trains[part, day] == 0)


RULE = Rule(
    id="recovery",
    sentence="A part is trained by one routine a day and has the next day off: 48 hours pass between its sessions.",
    source="P4; ACSM 2009, Med Sci Sports Exerc 41:687, doi:10.1249/MSS.0b013e3181915670",
    hard=True,
    post=_post,
)
