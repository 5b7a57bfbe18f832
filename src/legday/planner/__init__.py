"""The planner: a profile, a method and a log in; the best plan under the rules out, with a reason for every choice."""

import datetime as dt

from msgspec.structs import replace

from legday.log import Log
from legday.planner.aftercare import food_after
from legday.planner.compose import compose
from legday.planner.energy_target import EnergyTarget, energy_target
from legday.planner.explain import Explanation, explain, read_plan
from legday.planner.gear import BARS, Gear, Plates, Stack
from legday.planner.goals import GOALS, EnergyAim, Goal, GoalEffect, PageAim, ProteinAim
from legday.planner.layout import lay_out
from legday.planner.loads import load_share, load_step, reserve_of
from legday.planner.methods import choose_method, fit_program
from legday.planner.person import USUAL_ACTIVITY, Missing, fat_on, knowing_intake, mass_on, person_of
from legday.planner.plan import (
    Change,
    Conflict,
    FreeMeal,
    Item,
    ItemLoad,
    Move,
    NextDay,
    Plan,
    PlannedWeek,
    Relaxation,
    Session,
    Volume,
)
from legday.planner.problem import HARD_SET_BANDS, SETUP_SECONDS, Request
from legday.planner.profile import PLACES, MassGoal, Pain, Place, Profile, Run, next_monday, read_profile
from legday.planner.replan import Replan, replan
from legday.planner.running import PlannedRun
from legday.planner.solver import solve
from legday.planner.stand_in import StandIn, stand_in
from legday.planner.trunk import planned_trunk_sets
from legday.programs import Program
from legday.progress import Followed, balance_of_sides, find_all, follow

__all__ = [
    "BARS",
    "GOALS",
    "HARD_SET_BANDS",
    "PLACES",
    "SETUP_SECONDS",
    "USUAL_ACTIVITY",
    "Change",
    "Conflict",
    "EnergyAim",
    "EnergyTarget",
    "Explanation",
    "FreeMeal",
    "Gear",
    "Goal",
    "GoalEffect",
    "Item",
    "ItemLoad",
    "MassGoal",
    "Missing",
    "Move",
    "NextDay",
    "PageAim",
    "Pain",
    "Place",
    "Plan",
    "PlannedRun",
    "PlannedWeek",
    "Plates",
    "Profile",
    "ProteinAim",
    "Relaxation",
    "Replan",
    "Request",
    "Run",
    "Session",
    "Stack",
    "StandIn",
    "Volume",
    "energy_target",
    "explain",
    "fat_on",
    "food_after",
    "knowing_intake",
    "load_share",
    "load_step",
    "make_plan",
    "mass_on",
    "next_monday",
    "person_of",
    "plan_request",
    "planned_trunk_sets",
    "read_plan",
    "read_profile",
    "replan",
    "reserve_of",
    "stand_in",
]

SIDES_COUNT_DAYS = 42
"""How long a difference between left and right is answered after it was seen [days]; our own convention."""


def make_plan(
    profile: Profile,
    log: Log,
    start: dt.date,
    weeks: int = 4,
    method: str | None = None,
    *,
    program: Program | None = None,
    later_block: bool = False,
    followed: Followed | None = None,
) -> Plan:
    """Make the best plan for an athlete.

    Parameters
    ----------
    profile
        The athlete.
    log
        What they did so far; loads start from it, and what it shows is answered: a difference between left and right,
        exercises that stopped progressing, fatigue, and a part that lags behind another.
    start
        The first day of the block.
    weeks
        The length of the block [weeks], 1 to 12.
    method
        The method's id; without it the profile's, or the best of all put together.
    program
        A program of one's own, in place of a method.
    later_block
        Whether it follows another block, so that sets and loads start where a stretch after a deload does.
    followed
        The log as it was followed (`legday.progress.follow`), if it was already.

    Raises
    ------
    InputError
        If there is no such method.
    """
    if program is None:
        program, because = choose_method(profile, method)
    else:
        program, because = fit_program(program, profile), "it is your own program"
    needed = {reference.exercise.id for slot in program.slots for reference in slot.choose}
    followed = follow(log, followed)
    shown = {exercise: strength for exercise, strength in followed.strengths.items() if exercise in needed}
    uneven = {
        sides.exercise: sides
        for sides in balance_of_sides(log)
        if sides.weaker and sides.exercise in needed and (start - sides.date).days <= SIDES_COUNT_DAYS
    }
    found = find_all(log, followed.trails, HARD_SET_BANDS[profile.level], start)
    behind = (answer.part for answer in found.answers if answer.kind == "lagging" and answer.part in program.parts)
    lagging = tuple(dict.fromkeys((*profile.lagging, *filter(None, behind))))
    profile = replace(profile, lagging=lagging)
    request = Request(profile, program, start, weeks, shown, later_block, uneven, found.answers)
    return plan_request(request, because)


def plan_request(request: Request, because: str = "") -> Plan:
    """Solve a request and write the plan out."""
    problem = lay_out(request)
    return compose(problem, solve(problem), because)
