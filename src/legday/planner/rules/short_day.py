"""On a short day the last drills of warm-up, stretch and support are left out, so that most of it is left for work."""

from fractions import Fraction
from math import ceil

from legday.notation import duration
from legday.planner.problem import SETUP_SECONDS, Candidate, Request
from legday.planner.rule import Rule
from legday.programs import Level, Slot

MOST_OF_DAY = Fraction(1, 3)
"""The share of a day's minutes that a routine's warm-up and stretch may take, and again its support; our own
convention. The first drill of each always stays."""


def _seconds(slot: Slot, level: Level) -> int:
    return ceil(duration(slot.scheme(level))) + (0 if slot.is_preparation else SETUP_SECONDS)


def _excludes(request: Request, candidate: Candidate) -> str | None:
    slot, profile = candidate.slot, request.profile
    minutes = profile.days.get(candidate.day)
    if slot.part is not None or minutes is None:
        return None
    group = [other for other in candidate.routine.slots if other.part is None]
    group = [other for other in group if other.is_preparation == slot.is_preparation]
    until = group[: group.index(slot) + 1]
    seconds = sum(_seconds(each, profile.level) for each in until)
    if len(until) == 1 or seconds <= MOST_OF_DAY * minutes.seconds:
        return None
    return f"{minutes} on {candidate.day} leave no room for it beside the work"


RULE = Rule(
    id="short-day",
    sentence="On a short day, drills are left out so that warm-up, stretch and support each take a third at most.",
    source="your days",
    hard=True,
    excludes=_excludes,
)
