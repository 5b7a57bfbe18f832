"""Energy and body mass: the published adult model of mass change, and goals of body mass that are safe."""

from legday.energy.adults import KJ_PER_KCAL, LIMITS, Adults, adults, resting_rate, usual_fat
from legday.energy.cases import fill_cases
from legday.energy.dynamics import Path, State, intake_to_hold, simulate, steady_state
from legday.energy.goal import GoalPath, Limit, PathDay, Person, Refusal, SafeGoal, plan_mass_goal

__all__ = [
    "KJ_PER_KCAL",
    "LIMITS",
    "Adults",
    "GoalPath",
    "Limit",
    "Path",
    "PathDay",
    "Person",
    "Refusal",
    "SafeGoal",
    "State",
    "adults",
    "fill_cases",
    "intake_to_hold",
    "plan_mass_goal",
    "resting_rate",
    "simulate",
    "steady_state",
    "usual_fat",
]
