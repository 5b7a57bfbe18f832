"""Energy and body mass: the ledger, what people spend, the published model of mass change, and goals that are safe."""

from legday.energy.accounts import Ledger, LedgerDay, Posting, Stores, totals
from legday.energy.adults import JOULES_PER_KCAL, KJ_PER_KCAL, LIMITS, Adults, adults, resting_rate, usual_fat
from legday.energy.after_training import AfterTraining, after_training
from legday.energy.books import Books, athlete_books, open_books
from legday.energy.bouts import SAME, Bout, Lift, moved_kg, part_lift, span_of
from legday.energy.cases import fill_cases
from legday.energy.density import Density, nutrient_density
from legday.energy.doubts import Answer, Choice, Doubt, doubted_foods, find_doubts
from legday.energy.dynamics import Path, State, intake_to_hold, simulate, steady_state
from legday.energy.eaten import Counted, Eaten, Total, counted_foods, eaten, foods_on, source_of
from legday.energy.exercise_energy import EnergyRange, ExerciseEnergy, bout_energy, said_range
from legday.energy.expenditure import (
    MOST_DAYS,
    Band,
    ExpenditureDay,
    ObservedDay,
    TrendDay,
    find_expenditure,
    mass_trend,
)
from legday.energy.free_meal import FreeMealBudget, free_meal_budget
from legday.energy.goal import (
    GoalPath,
    Limit,
    PathDay,
    Person,
    RateIntake,
    Refusal,
    SafeGoal,
    intake_at_rate,
    least_safe_intake,
    plan_mass_goal,
)
from legday.energy.ledger import DayFacts, Usual, keep_ledger
from legday.energy.movement import run_energy, running_cost, steps_energy
from legday.energy.movements import Effort, Movement, Movements, Source, energy_sources, load_movements, movement_of
from legday.energy.own_intake import own_intake, recent_training
from legday.energy.session_energy import SessionEnergy, bouts_energy, session_energy, training_energy
from legday.energy.statement import AccountLine, Balance, DayLine, Statement, make_statement

__all__ = [
    "JOULES_PER_KCAL",
    "KJ_PER_KCAL",
    "LIMITS",
    "MOST_DAYS",
    "SAME",
    "AccountLine",
    "Adults",
    "AfterTraining",
    "Answer",
    "Balance",
    "Band",
    "Books",
    "Bout",
    "Choice",
    "Counted",
    "DayFacts",
    "DayLine",
    "Density",
    "Doubt",
    "Eaten",
    "Effort",
    "EnergyRange",
    "ExerciseEnergy",
    "ExpenditureDay",
    "FreeMealBudget",
    "GoalPath",
    "Ledger",
    "LedgerDay",
    "Lift",
    "Limit",
    "Movement",
    "Movements",
    "ObservedDay",
    "Path",
    "PathDay",
    "Person",
    "Posting",
    "RateIntake",
    "Refusal",
    "SafeGoal",
    "SessionEnergy",
    "Source",
    "State",
    "Statement",
    "Stores",
    "Total",
    "TrendDay",
    "Usual",
    "adults",
    "after_training",
    "athlete_books",
    "bout_energy",
    "bouts_energy",
    "counted_foods",
    "doubted_foods",
    "eaten",
    "energy_sources",
    "fill_cases",
    "find_doubts",
    "find_expenditure",
    "foods_on",
    "free_meal_budget",
    "intake_at_rate",
    "intake_to_hold",
    "keep_ledger",
    "least_safe_intake",
    "load_movements",
    "make_statement",
    "mass_trend",
    "moved_kg",
    "movement_of",
    "nutrient_density",
    "open_books",
    "own_intake",
    "part_lift",
    "plan_mass_goal",
    "recent_training",
    "resting_rate",
    "run_energy",
    "running_cost",
    "said_range",
    "session_energy",
    "simulate",
    "source_of",
    "span_of",
    "steady_state",
    "steps_energy",
    "totals",
    "training_energy",
    "usual_fat",
]
