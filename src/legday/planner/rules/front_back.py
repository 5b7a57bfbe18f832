"""The back of the thigh keeps up with the front."""

from legday.anatomy import Joint, Part
from legday.planner.model import Model
from legday.planner.problem import Problem
from legday.planner.rule import Placed, Rule

LEAST_BACK_TO_FRONT = 3
"""Hams get at least one hard set for every so many of the quads; our own convention for row C5."""


def _post(model: Model) -> None:
    problem = model.problem
    if not {Part.QUADS, Part.HAMS} <= set(problem.program.parts):
        return
    if not any(candidate.slot.part is Part.HAMS for candidate in problem.candidates):
        return
    for week, times in problem.kinds.items():
        if any(problem.is_free(day, week) for day in problem.days):
            continue  # a week cut short by a race can't be held to a balance
        front, back = model.quarter_sets(Part.QUADS, week), model.quarter_sets(Part.HAMS, week)
        behind = problem.part_week.hams_behind if problem.part_week else 0
        model.require(
            RULE.id,
            f"hams at least a third of quads in week {week.number}",
            LEAST_BACK_TO_FRONT * back >= front - behind,
        )
        if not problem.profile.pain_at(Joint.KNEE):  # a hip-led week is what knee pain asks for
            surplus = model.amount(f"more back than front in week {week.number}")
            model.cp.add(surplus >= back - LEAST_BACK_TO_FRONT * front)
            about = f"quads at least a third of hams in week {week.number}"
            model.penalise(RULE.id, "method", about, times * surplus, week=week)


def _why(_: Problem, placed: Placed) -> str | None:
    if placed.candidate.slot.part is not Part.HAMS:
        return None
    return "It keeps the back of the thigh in step with the front: at least a third as many hard sets every week."


RULE = Rule(
    id="front-back-balance",
    sentence="Hams get at least a third as many hard sets as quads, every week.",
    source="C5",
    hard=True,
    post=_post,
    why=_why,
)
