"""What a log shows about an athlete, computed from the log alone: strength, volume, adherence, records, signs."""

from legday.progress.adherence import Streak, WeekDone, WeekPlan, adherence, monday_of, streak
from legday.progress.balance_of_sides import SideDifference, balance_of_sides
from legday.progress.estimates import e1rm_kg
from legday.progress.history import ExerciseSession, exercise_history
from legday.progress.measures import Point, Series, measure_series, signs_of_progress
from legday.progress.records import Feat, Records, records
from legday.progress.soreness import CURVE, ExpectedSoreness, expected_soreness, soreness_after
from legday.progress.statistics import Statistics, statistics
from legday.progress.strength import FRESH_DAYS, Evidence, Strength, load_for, strengths
from legday.progress.volume import WeekVolume, weekly_hard_sets

__all__ = [
    "CURVE",
    "FRESH_DAYS",
    "Evidence",
    "ExerciseSession",
    "ExpectedSoreness",
    "Feat",
    "Point",
    "Records",
    "Series",
    "SideDifference",
    "Statistics",
    "Streak",
    "Strength",
    "WeekDone",
    "WeekPlan",
    "WeekVolume",
    "adherence",
    "balance_of_sides",
    "e1rm_kg",
    "exercise_history",
    "expected_soreness",
    "load_for",
    "measure_series",
    "monday_of",
    "records",
    "signs_of_progress",
    "soreness_after",
    "statistics",
    "streak",
    "strengths",
    "weekly_hard_sets",
]
