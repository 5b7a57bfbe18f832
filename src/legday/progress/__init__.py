"""What a log shows about an athlete, computed from the log alone: strength, volume, adherence, records, signs."""

from legday.progress.adherence import Streak, WeekDone, WeekPlan, adherence, monday_of, streak
from legday.progress.answer import Answer, AnswerKind
from legday.progress.balance import Balance
from legday.progress.balance_of_sides import SideDifference, balance_of_sides
from legday.progress.body_mass import body_mass_trend, weighed_days
from legday.progress.body_report import (
    BodyReport,
    GirthChange,
    MassDay,
    MassReport,
    Ratio,
    Sides,
    Weighed,
    body_report,
)
from legday.progress.efforts import body_masses, body_on
from legday.progress.estimates import e1rm_kg
from legday.progress.fatigue import Fatigue
from legday.progress.forecast import RepForecast, TopSet, forecast, forecast_by_strength, top_set
from legday.progress.history import ExerciseSession, StrengthPoint, exercise_history, strength_history
from legday.progress.level import LevelMove
from legday.progress.measures import Point, Series, measure_series, signs_of_progress
from legday.progress.plateau import Plateau, find_plateaus
from legday.progress.prescription import Aim, Prescription, prescribe
from legday.progress.readiness import (
    Action,
    Readiness,
    ReadinessRule,
    Sign,
    readiness,
    readiness_rules,
    rules_that_hold,
)
from legday.progress.reasons import AnsweredPlateau, Reason
from legday.progress.records import Feat, Records, records
from legday.progress.report import ExerciseStrength, Findings, Progress, find_all, progress_report
from legday.progress.soreness import CURVE, ExpectedSoreness, expected_soreness, last_trained, soreness_after
from legday.progress.statistics import Statistics, statistics
from legday.progress.strength import (
    FRESH_DAYS,
    Evidence,
    Followed,
    Strength,
    chance_of,
    follow,
    load_for,
    strength_trails,
    strengths,
)
from legday.progress.trail import TrailPoint
from legday.progress.trend import Trend, trend_of
from legday.progress.trunk import TrunkLift, TrunkUse, TrunkWeek, count_trunk, trunk_sets, trunk_use
from legday.progress.volume import WeekVolume, weekly_hard_sets

__all__ = [
    "CURVE",
    "FRESH_DAYS",
    "Action",
    "Aim",
    "Answer",
    "AnswerKind",
    "AnsweredPlateau",
    "Balance",
    "BodyReport",
    "Evidence",
    "ExerciseSession",
    "ExerciseStrength",
    "ExpectedSoreness",
    "Fatigue",
    "Feat",
    "Findings",
    "Followed",
    "GirthChange",
    "LevelMove",
    "MassDay",
    "MassReport",
    "Plateau",
    "Point",
    "Prescription",
    "Progress",
    "Ratio",
    "Readiness",
    "ReadinessRule",
    "Reason",
    "Records",
    "RepForecast",
    "Series",
    "SideDifference",
    "Sides",
    "Sign",
    "Statistics",
    "Streak",
    "Strength",
    "StrengthPoint",
    "TopSet",
    "TrailPoint",
    "Trend",
    "TrunkLift",
    "TrunkUse",
    "TrunkWeek",
    "WeekDone",
    "WeekPlan",
    "WeekVolume",
    "Weighed",
    "adherence",
    "balance_of_sides",
    "body_mass_trend",
    "body_masses",
    "body_on",
    "body_report",
    "chance_of",
    "count_trunk",
    "e1rm_kg",
    "exercise_history",
    "expected_soreness",
    "find_all",
    "find_plateaus",
    "follow",
    "forecast",
    "forecast_by_strength",
    "last_trained",
    "load_for",
    "measure_series",
    "monday_of",
    "prescribe",
    "progress_report",
    "readiness",
    "readiness_rules",
    "records",
    "rules_that_hold",
    "signs_of_progress",
    "soreness_after",
    "statistics",
    "streak",
    "strength_history",
    "strength_trails",
    "strengths",
    "top_set",
    "trend_of",
    "trunk_sets",
    "trunk_use",
    "weekly_hard_sets",
    "weighed_days",
]
