"""The planning problem: everything a plan depends on, and every choice that the rules leave open."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache
from itertools import pairwise
from math import ceil, floor
from typing import Annotated, get_args

import msgspec

from legday.anatomy import Part
from legday.catalogue import Exercise, Variant
from legday.notation import Scheme, duration, hard_sets, with_sets
from legday.physics import HALF, indirect_parts
from legday.planner import easing
from legday.planner.goals import GOALS
from legday.planner.profile import Profile
from legday.planner.race import is_free, weeks_around
from legday.planner.standing import PartWeek, Standing, Work
from legday.planner.weeks import Ease, Week, block_weeks
from legday.programs import Level, Program, Routine, Slot
from legday.progress import Answer, SideDifference, Strength
from legday.units import Weekday

SETUP_SECONDS = 60
"""Walking to the next exercise and setting it up [s]; our own convention."""

HARD_SET_BANDS = {Level.BEGINNER: (6, 12), Level.INTERMEDIATE: (8, 20), Level.ADVANCED: (10, 35)}
"""Hard sets a week for one part: the least to aim for, and the most that is allowed, by level.

Growth rises with weekly sets (Schoenfeld, Ogborn, Krieger 2017, J Sports Sci 35:1073,
doi:10.1080/02640414.2016.1210197); trained men grew on up to 45 sets a week for the thigh
(Schoenfeld et al. 2019, Med Sci Sports Exerc 51:94, doi:10.1249/MSS.0000000000001764). The bands stay below that.
"""

HEAVY = (Part.GLUTES, Part.QUADS, Part.HAMS)
"""The parts whose days are heavy legs; calves are a short addition to any day."""

FEWER_SETS_SHARE = Fraction(2, 3)
"""What is left of a part's sets where a plateau is answered with fewer; our own convention."""

MOST_SETS_WISHED = 10
"""The most sets of one exercise in a session that an athlete can ask for."""

Weeks = Annotated[int, msgspec.Meta(ge=1, le=12)]


class Request(msgspec.Struct, frozen=True):
    """All that a plan is made from; the same request gives the same plan. `start` is the first day of week 1.

    `later_block` says that it follows another block, whose last week it continues from. `uneven` holds the exercises in
    which one side is behind the other. `answers` say what the log asks for:
    of plateaus, of fatigue, and of parts that lag.
    """

    profile: Profile
    program: Program
    start: dt.date
    weeks: Weeks = 4
    strengths: dict[str, Strength] = {}
    later_block: bool = False
    uneven: dict[str, SideDifference] = {}
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, eq=False)
class Candidate:
    """An exercise that could fill a slot on a day, done as the rules let it be done.

    `place` is its position in the slot's order of preference, from 0; `shaped_by` names the rules that changed how
    it is done.
    """

    day: Weekday
    routine: Routine
    slot: Slot
    exercise: Exercise
    variant: Variant
    scheme: Scheme
    place: int
    shaped_by: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """A name for the choice, unique within a problem."""
        return f"{self.day}/{self.slot.id}/{self.exercise.id}/{self.variant.id}"

    @property
    def work(self) -> Work:
        """What is done, on whatever day."""
        return self.slot.id, self.exercise.id, self.variant.id

    @cached_property
    def most_sets(self) -> int:
        """The most sets it is done for."""
        return self.scheme.sets.high

    @cached_property
    def least_sets(self) -> int:
        """The fewest sets it is worth doing: a third, two at least, and for a pyramid one work set."""
        ramp = self.most_sets - (self.scheme.pyramid_work_sets or self.most_sets)
        return min(self.most_sets, max(ramp + 1, 2, ceil(Fraction(self.most_sets, 3))))

    def done(self, sets: int, week: Week) -> Scheme:
        """Return how it is done in a week: with so many sets, lightened in an easy week."""
        return _done(self.scheme, sets, self._ease(week))

    def seconds(self, week: Week) -> tuple[int, int]:
        """Fixed and per-set seconds [s], rounded so that no number of sets takes longer than they say."""
        return self._seconds[week.ease]

    def quarter_sets(self, week: Week) -> tuple[int, int]:
        """Fixed and per-set hard sets, in quarters, rounded so that no number of sets gives less than they say."""
        return self._quarter_sets[week.ease]

    def seconds_of(self, sets: int, week: Week) -> int:
        """How long so many sets take in a week with setting up [s]."""
        setup = 0 if self.slot.is_preparation else SETUP_SECONDS
        return setup + _seconds(self.scheme, sets, self._ease(week))

    @cached_property
    def _seconds(self) -> dict[Ease, tuple[int, int]]:
        return {week.ease: _line_above([(n, self.seconds_of(n, week)) for n in self._counts(week)]) for week in _KINDS}

    @cached_property
    def _quarter_sets(self) -> dict[Ease, tuple[int, int]]:
        return {
            week.ease: _line_below([(n, floor(4 * hard_sets(self.done(n, week)))) for n in self._counts(week)])
            for week in _KINDS
        }

    def _ease(self, week: Week) -> Ease:
        return "full" if self.slot.is_preparation else week.ease

    def _counts(self, week: Week) -> range:
        """The numbers of sets that it is done for."""
        few = week.is_light or self.slot.part is None
        return range(1 if few else self.least_sets, self.most_sets + 1)

    def share_for(self, part: Part) -> Fraction:
        """What a hard set counts for a part: 1 for what the slot is there for, half for what else works enough."""
        return share_for(part, self.slot.part, self.exercise.id, self.variant.id)


def share_for(part: Part, lead: Part | None, exercise: str, variant: str) -> Fraction:
    """What a hard set of a variant that is done for one part counts for another; see `legday.physics.counting`."""
    if lead is None or lead is part:
        return Fraction(int(lead is not None))
    return HALF if part in indirect_parts(exercise, variant, lead) else Fraction(0)


@lru_cache(maxsize=4096)  # the same lines come back on every day and in every week
def _done(scheme: Scheme, sets: int, ease: Ease) -> Scheme:
    return with_sets(_EASED[ease](scheme) if ease in _EASED else scheme, sets)


@lru_cache(maxsize=4096)
def _seconds(scheme: Scheme, sets: int, ease: Ease) -> int:
    return ceil(duration(_done(scheme, sets, ease)))


_EASED: dict[Ease, Callable[[Scheme], Scheme]] = {"taper": easing.taper, "easy": easing.lighten}
_KINDS = tuple(Week(1, Fraction(1), Fraction(1), ease == "easy", ease == "taper") for ease in get_args(Ease))


def _line_above(points: list[tuple[int, int]]) -> tuple[int, int]:
    """The offset and slope of a line that no point lies above."""
    slope = max((b[1] - a[1] for a, b in pairwise(points)), default=points[0][1] // points[0][0])
    return max(y - slope * x for x, y in points), slope


def _line_below(points: list[tuple[int, int]]) -> tuple[int, int]:
    """The offset and slope of a line that no point lies below."""
    slope = min((b[1] - a[1] for a, b in pairwise(points)), default=points[0][1] // points[0][0])
    return min(y - slope * x for x, y in points), slope


@dataclass(frozen=True)
class Exclusion:
    """A choice that a rule took away, and why."""

    day: Weekday
    slot: Slot
    exercise: Exercise
    variant: Variant
    rule: str
    reason: str


@dataclass(frozen=True)
class Problem:
    """A request with all choices laid out; `standing` is there where a plan is made again from one that holds."""

    request: Request
    candidates: tuple[Candidate, ...]
    exclusions: tuple[Exclusion, ...]
    standing: Standing | None = None

    @property
    def profile(self) -> Profile:
        """The athlete."""
        return self.request.profile

    @property
    def program(self) -> Program:
        """The method."""
        return self.request.program

    @cached_property
    def days(self) -> tuple[Weekday, ...]:
        """The days on which legs can be trained, Monday first."""
        return tuple(day for day in Weekday if day in self.profile.days)

    @cached_property
    def weeks(self) -> tuple[Week, ...]:
        """The weeks to plan, all of the block but when it is planned again.

        The weeks up to a race are a taper, those after it easy, and the first week where fatigue asks for it.
        """
        level, total, later = self.profile.level, self.request.weeks, self.request.later_block
        taper, easy = weeks_around(self.profile.race, self.request.start, total) if self.profile.race else ({}, set())
        if any(answer.kind == "deload" for answer in self.request.answers):
            easy.add(1)
        weeks = block_weeks(level, total, easy=frozenset(easy), later=later, taper=taper)
        return tuple(week for week in weeks if self.standing is None or week.number in self.standing.weeks)

    @property
    def part_week(self) -> PartWeek | None:
        """What is settled of the only week to plan, where there is but one that is planned again."""
        return self.standing.part_week if self.standing else None

    def after(self, day: Weekday, days: int = 1) -> Weekday | None:
        """The day so many days later, as the weeks repeat; None where that is beyond a week that is planned alone."""
        beyond = Weekday.of(self.request.start).days_until(day) + days > 6
        return None if self.part_week and beyond else day.plus(days)

    def is_free(self, day: Weekday, week: Week) -> bool:
        """Whether a day of a week stays free of legs because a race is near."""
        race = self.profile.race
        if race is None:
            return False
        date = self.request.start + dt.timedelta(weeks=week.number - 1)
        date += dt.timedelta(days=Weekday.of(date).days_until(day))
        return is_free(race, date)

    @cached_property
    def kinds(self) -> dict[Week, int]:
        """One week of each kind, with how many weeks ask for just the same: the weeks that the model tells apart."""
        return dict(Counter(self.kind(week) for week in self.weeks))

    def kind(self, week: Week) -> Week:
        """Return the first week that asks for the same sets as a week."""
        return self._kind_of[week.number]

    @cached_property
    def _kind_of(self) -> dict[int, Week]:
        first: dict[tuple[object, ...], Week] = {}
        return {week.number: first.setdefault(self._asked(week), week) for week in self.weeks}

    def _asked(self, week: Week) -> tuple[object, ...]:
        targets = tuple(self.target_quarter_sets(part, week) for part in self.program.parts)
        asked = tuple(self.sets_asked(slot, week) for slot in self.program.slots)
        return week.ease, targets, asked, tuple(self.is_free(day, week) for day in self.days)

    @cached_property
    def ranking(self) -> tuple[Part, ...]:
        """The parts in order of importance: the athlete's own ranking, else the goal's, else the method's for them."""
        sex, parts = self.profile.sex, self.program.parts
        default = self.program.ranking.get(sex, parts) if sex else parts
        own = self.profile.ranking or GOALS[self.profile.goal].ranking
        return tuple(dict.fromkeys([*(part for part in own if part in parts), *default]))

    def weight(self, part: Part) -> int:
        """How much a missing set of a part counts: the rank from the bottom, and more when it lags or is asked for."""
        asked = {wish.part for wish in self.profile.wishes if wish.kind == "shift"}
        return len(self.ranking) - self.ranking.index(part) + (2 if part in asked.union(self.profile.lagging) else 0)

    def sets_asked(self, slot: Slot, week: Week) -> int:
        """The sets that the method asks for in a slot in a week."""
        most = slot.scheme(self.profile.level).sets.high
        least = 1 if week.is_light or slot.part is None else 2  # a single set is not worth the setting up
        share = week.share if week.is_light else self._answered_share(slot, week.share)
        return max(min(least, most), floor(most * share + Fraction(1, 2)))

    def _answered_share(self, slot: Slot, share: Fraction) -> Fraction:
        """The share of the method's sets in a full week, changed where a plateau of the part is answered by volume."""
        kinds = {answer.kind for answer in self.request.answers if answer.part and answer.part is slot.part}
        if "fewer-sets" in kinds:
            return share * FEWER_SETS_SHARE
        return Fraction(1) if "more-sets" in kinds else share

    def sets_wished(self, candidate: Candidate, week: Week) -> int:
        """The most sets of an exercise that a wish for so many sets of it asks for in a week, 0 without one."""
        if week.is_light:
            return 0
        wished = (wish.number for wish in self.profile.wishes if candidate.exercise.id in wish.exercises)
        return min(MOST_SETS_WISHED, max(wished, default=0))

    def target_quarter_sets(self, part: Part, week: Week) -> int:
        """The hard sets to reach for a part in a week, in quarters: what the method asks, within the level's band."""
        return self._targets[part, week]

    @cached_property
    def _targets(self) -> dict[tuple[Part, Week], int]:
        level = self.profile.level
        low, high = HARD_SET_BANDS[level]
        asked: dict[tuple[Part, Week], Fraction] = {
            (part, week): Fraction(0) for part in self.program.parts for week in self.weeks
        }
        for routine in self.program.routines:
            for slot in routine.slots:
                for week in self.weeks:
                    if slot.part is not None:
                        hard = hard_sets(with_sets(slot.scheme(level), self.sets_asked(slot, week)))
                        asked[slot.part, week] += 4 * hard * routine.times.aim
        return {
            (part, week): floor(min(max(total, 4 * low * week.share), Fraction(4 * high)))
            for (part, week), total in asked.items()
        }

    def of_slot(self, day: Weekday, slot: Slot) -> tuple[Candidate, ...]:
        """The candidates for a slot on a day."""
        return self._by_slot.get((day, slot.id), ())

    @cached_property
    def _by_slot(self) -> dict[tuple[Weekday, str], tuple[Candidate, ...]]:
        found: dict[tuple[Weekday, str], tuple[Candidate, ...]] = {}
        for candidate in self.candidates:
            key = (candidate.day, candidate.slot.id)
            found[key] = (*found.get(key, ()), candidate)
        return found
