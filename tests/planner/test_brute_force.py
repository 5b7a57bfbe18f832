"""Tiny problems of which every plan is listed and costed in plain Python: the solver finds none that is cheaper.

The rules are stated again here, from their sentences. Only what single choices take and give (the seconds and
quarter sets of a candidate) is taken from the problem.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, permutations, product
from math import ceil, floor
from typing import Any, NamedTuple

import pytest
from checker import moment_at, share_for

from legday.anatomy import Part
from legday.notation import hard_sets, with_sets
from legday.planner import Run
from legday.planner.layout import lay_out
from legday.planner.problem import Candidate, Problem, Request
from legday.planner.solver import solve
from legday.planner.weeks import Week
from legday.planner.wishes import Wish
from legday.programs import Level, Program, Routine, Sex, Slot, Training
from legday.units import Weekday
from planning import MONDAY, profile_of, program_of, routine_of, slot_of

GLUTES, QUADS, HAMS, CALVES = Part.GLUTES, Part.QUADS, Part.HAMS, Part.CALVES
HEAVY = {GLUTES, QUADS, HAMS}
Cost = tuple[int, int, int]
BlockCost = tuple[int, int, int, int]
Chosen = tuple[Candidate, ...]


class Dose(NamedTuple):
    candidate: Candidate
    sets: int
    week: Week


Doses = list[Dose]
IMPOSSIBLE = None
EASY = Fraction(1, 2)

BANDS = {Level.BEGINNER: (6, 12), Level.INTERMEDIATE: (8, 20), Level.ADVANCED: (10, 35)}
SESSION_CAPS = {Level.BEGINNER: 18, Level.INTERMEDIATE: 22, Level.ADVANCED: 27}
FIRST_WEEK = {Level.BEGINNER: Fraction(2, 3), Level.INTERMEDIATE: Fraction(3, 4), Level.ADVANCED: Fraction(1)}
PLACEMENT, PREFERENCE, MISSING_SET, SECOND_CHOICE, PAINFUL, ORDER = 48, 16, 12, 5, 20, 2
PAINFUL_MOMENT = 0.4


# --- the rules, once more ---


@dataclass(frozen=True)
class Template:
    """What is done on each day of every week, routine by routine."""

    days: dict[Weekday, dict[str, Chosen]]

    def on(self, day: Weekday) -> Chosen:
        return tuple(candidate for chosen in self.days[day].values() for candidate in chosen)

    def parts(self, day: Weekday) -> set[Part]:
        return {c.slot.part for c in self.on(day) if c.slot.part} if day in self.days else set()


def cheapest(problem: Problem) -> BlockCost | None:
    """Cost every plan there is, and return the least: by volume, then method, then easy weeks, then time."""
    ordering = sum(order_cost(problem) for _ in problem.days)
    best: BlockCost | None = None
    placed = [(placement_cost(problem, t), t) for t in templates(problem) if allowed(problem, t)]
    for (volume, method, time), template in sorted(placed, key=lambda costed: costed[0]):
        if best and volume > best[0]:
            break
        weeks = cheapest_weeks(problem, template)
        if weeks is not None:
            fixed = (volume, method + template_cost(problem, template) + ordering, 0, time)
            total = added(fixed, weeks)
            best = min(best, total) if best else total
    return best


def added(one: BlockCost, other: BlockCost) -> BlockCost:
    return (one[0] + other[0], one[1] + other[1], one[2] + other[2], one[3] + other[3])


def templates(problem: Problem) -> Iterator[Template]:
    """Every way to put routines on days and exercises in their slots; warm-ups are never left out."""
    per_day = []
    for day in problem.days:
        per_routine = []
        for routine in problem.program.routines:
            slots = []
            for slot in routine.slots:
                found = [c for c in problem.candidates if c.day is day and c.slot is slot]
                slots.append(found if slot.part is None and found else [None, *found])
            filled = (tuple(c for c in chosen if c) for chosen in product(*slots))
            sessions = [chosen for chosen in filled if any(c.slot.part for c in chosen)]
            per_routine.append([(), *sessions])
        per_day.append(
            [dict(zip([r.id for r in problem.program.routines], s, strict=True)) for s in product(*per_routine)]
        )
    for days in product(*per_day):
        yield Template(dict(zip(problem.days, days, strict=True)))


def allowed(problem: Problem, template: Template) -> bool:
    """The hard rules that don't hang on the number of sets."""
    profile, placement = problem.profile, problem.program.placement
    if not any(template.on(day) for day in problem.days):
        return False
    if not all(granted(problem, template, wish) for wish in profile.wishes if not wish.is_soft):
        return False
    for routine in problem.program.routines:
        if times(template, routine) > routine.times.most:
            return False
    for day in problem.days:
        parts = template.parts(day)
        exercises = [c.exercise.id for c in template.on(day) if c.slot.part]
        done = [set(routine.parts) for routine in problem.program.routines if template.days[day][routine.id]]
        if any(one & other for one, other in combinations(done, 2)):
            return False
        if len(set(exercises)) < len(exercises) or parts & template.parts(day.plus(1)):
            return False
        if any(part in parts and needed not in parts for part, needed in placement.needs_part.items()):
            return False
        runs = (*profile.trains(day), *profile.trains(day.plus(1)))
        if Training.LONG_RUN in runs and parts & {GLUTES, QUADS, HAMS}:
            return False
    return True


def granted(problem: Problem, template: Template, wish: Wish) -> bool:
    """Whether a week keeps a wish about parts and days."""
    days = [day for day in problem.days if template.on(day)]
    with_part = [day for day in days if wish.part in template.parts(day)]
    match wish.kind:
        case "part-on" | "no-part-on":
            return (wish.day in with_part) == (wish.kind == "part-on")
        case "times":
            return len(with_part) == wish.number
        case "legs-on":
            return (wish.day in days) == bool(wish.number)
        case "days":
            return len(days) <= wish.number
    raise AssertionError(wish)


def times(template: Template, routine: Routine) -> int:
    return sum(bool(sessions[routine.id]) for sessions in template.days.values())


def length(run: Run) -> Fraction:
    assert run.distance
    return run.distance.meters


def template_cost(problem: Problem, template: Template) -> int:
    """Choices further down, exercises that stress what hurts, sessions of a part only two days apart."""
    cost = 0
    for day in problem.days:
        for candidate in template.on(day):
            cost += SECOND_CHOICE * candidate.place
            same_slot = [c for c in problem.candidates if c.day is day and c.slot is candidate.slot]
            moment = moment_of(problem, candidate)
            if moment is not None and not candidate.slot.is_preparation:
                more = moment - min(each for other in same_slot if (each := moment_of(problem, other)) is not None)
                cost += round(PAINFUL_MOMENT * more) if more >= 5 else 0
            elif hurts(problem, candidate) and not all(hurts(problem, other) for other in same_slot):
                cost += PAINFUL
        cost += ORDER * len(template.parts(day) & template.parts(day.plus(2)))
        run = problem.profile.runs.get(day)
        if run and run.kind == "easy" and problem.profile.trade_mileage:
            easy = [length(each) for each in problem.profile.runs.values() if each.kind == "easy"]
            cost += min(4, 1 + sum(each < length(run) for each in easy)) * bool(template.on(day))
        elif Training.RUN in problem.profile.trains(day):
            cost += SECOND_CHOICE * bool(template.on(day))
    return cost


def moment_of(problem: Problem, candidate: Candidate) -> float | None:
    joints = {str(pain.joint) for pain in problem.profile.pain if pain.severity}
    return moment_at(joints, candidate.exercise.id, candidate.variant.id) if joints else None


def hurts(problem: Problem, candidate: Candidate) -> bool:
    loads = candidate.exercise.loads
    return any(pain.severity and loads.get(pain.joint, "low") != "low" for pain in problem.profile.pain)


def order_cost(problem: Problem) -> int:
    """The least disorder of parts on a day, given what must come first and last."""
    ranking, placement, profile = ranked(problem), problem.program.placement, problem.profile
    last = placement.last_part
    leads = last and (
        last is ranking[0] or last in profile.lagging or (profile.sex is Sex.FEMALE and not profile.ranking)
    )

    def cost(order: tuple[Part, ...]) -> int | None:
        if last and order[0 if leads else -1] is not last:
            return IMPOSSIBLE
        for first, later_parts in placement.before_part.items():
            if any(order.index(first) > order.index(later) for later in later_parts):
                return IMPOSSIBLE
        return ORDER * sum(order.index(a) > order.index(b) for a, b in combinations(ranking, 2))

    return min(found for order in permutations(ranking) if (found := cost(order)) is not None)


def placement_cost(problem: Problem, template: Template) -> Cost:
    """Where routines fall in the week, with the best choice of day 1 and of the calves' days."""
    weeks, placement, profile = problem.request.weeks, problem.program.placement, problem.profile
    fixed = 0
    for routine in problem.program.routines:
        number = times(template, routine)
        fixed += PLACEMENT * max(0, routine.times.aim - number) + PREFERENCE * max(0, number - routine.times.aim)
    fixed += PLACEMENT * sum(not granted(problem, template, wish) for wish in profile.wishes if wish.is_soft)
    possible = {candidate.slot.part for candidate in problem.candidates if candidate.slot.part}
    fixed += PLACEMENT * len(possible - {part for day in problem.days for part in template.parts(day)})
    for part, wanted in placement.before_training.items():
        if not any(set(wanted) & set(profile.trains(day)) for day in problem.days):
            continue
        company = {a for a, b in placement.needs_part.items() if b is part}
        for day in problem.days:
            followed = set(wanted) & set(profile.trains(day))
            if part in template.parts(day) and not followed and not company & template.parts(day):
                fixed += PREFERENCE
    for day in problem.days:
        runs = profile.trains(day.plus(1))
        if Training.HARD_RUN in runs and Training.LONG_RUN not in (*runs, *profile.trains(day)):
            fixed += PREFERENCE * len(template.parts(day) & {GLUTES, QUADS, HAMS})
        if template.parts(day) & HEAVY and template.parts(day.plus(1)) & HEAVY:
            fixed += PREFERENCE
    if placement.rest_day is None:
        volume, time = day_cost(problem, template, Weekday.SUNDAY), 0
    else:
        volume, time = min(
            (rest_cost(problem, template, first) + day_cost(problem, template, first), 6 - first.number)
            for first in Weekday
        )
    return weeks * (fixed + volume), 0, time


def rest_cost(problem: Problem, template: Template, first: Weekday) -> int:
    profile = problem.profile
    cost = PLACEMENT * bool(template.parts(first)) + PLACEMENT * bool(profile.trains(first))
    return cost + PREFERENCE * bool(profile.rest_days and first not in profile.rest_days)


def day_cost(problem: Problem, template: Template, first: Weekday) -> int:
    """What it costs, each week, that things are off the days the method numbers from day 1."""
    placement, routines, ranking = problem.program.placement, problem.program.routines, ranked(problem)
    numbered = {day: 1 + (day.number - first.number) % 7 for day in problem.days}
    lead = next(routine for part in ranking for routine in routines if part in routine.parts)
    rest = [part for part in ranking if part not in lead.parts]
    second = next((routine for part in rest for routine in routines if part in routine.parts), None)
    cost = 0
    for routine, number in ((lead, placement.first_part), (second, placement.second_part)):
        if routine and number:
            on_its_day = any(n == number and template.days[day][routine.id] for day, n in numbered.items())
            cost += PLACEMENT * (not on_its_day)
    big = [number for number in (placement.first_part, placement.second_part) if number]
    for routine in routines:
        if big and not set(routine.parts) & set(placement.days):
            cost += PREFERENCE * sum(
                bool(template.days[day][routine.id]) and n not in big for day, n in numbered.items()
            )
    for part, patterns in placement.days.items():
        trained = [n for day, n in numbered.items() if part in template.parts(day)]
        cost += min(PREFERENCE * sum(n not in pattern for n in trained) for pattern in patterns)
    return cost


def cheapest_weeks(problem: Problem, template: Template) -> BlockCost | None:
    """The cheapest sets of all weeks; easy weeks have at most half of the sets of the full one before, rounded up."""
    shares = week_shares(problem)
    total: BlockCost = (0, 0, 0, 0)
    for number, share in enumerate(shares):
        if share == EASY:
            break
        followed_by_easy = shares[number + 1 : number + 2] == [EASY]
        lighter = week_options(problem, template, EASY) if followed_by_easy else []
        costs = [
            (volume, method, sum(easy[:2]), time + easy[2])
            for sets, (volume, method, time) in week_options(problem, template, share)
            for half, easy in (lighter if followed_by_easy else [(tuple(0 for _ in sets), (0, 0, 0))])
            if all(2 * few <= many + 1 for few, many in zip(half, sets, strict=True))
        ]
        if not costs:
            return None
        total = added(total, min(costs))
    return total


def week_options(problem: Problem, template: Template, share: Fraction) -> list[tuple[tuple[int, ...], Cost]]:
    """Every number of sets for a week that keeps to the minutes, the caps and the balance, with what it costs."""
    goals = targets(problem, share)
    chosen = [candidate for day in problem.days for candidate in template.on(day)]
    week = Week(1, share, Fraction(1), deload=share == EASY)
    options = []
    for sets in product(*(set_options(problem, candidate, share) for candidate in chosen)):
        doses = [Dose(candidate, done, week) for candidate, done in zip(chosen, sets, strict=True)]
        seconds, hard = dict.fromkeys(problem.days, 0), dict.fromkeys(problem.days, 0)
        for candidate, done, _ in doses:
            fixed, each = candidate.seconds(week)
            seconds[candidate.day] += fixed + each * done
            fixed, each = candidate.quarter_sets(week)
            hard[candidate.day] += (fixed + each * done) if candidate.slot.part else 0
        if any(seconds[day] > problem.profile.days[day].seconds for day in problem.days):
            continue
        if any(hard[day] > 4 * SESSION_CAPS[problem.profile.level] for day in problem.days):
            continue
        volume = volume_cost(problem, doses, goals)
        if volume is not None:
            counted = tuple(done for candidate, done, _ in doses if candidate.slot.part)
            options.append((counted, (volume, method_cost(problem, template, doses, share), sum(seconds.values()))))
    return options


def set_options(problem: Problem, candidate: Candidate, share: Fraction) -> range:
    asked, most = asked_sets(problem, candidate.slot, share), candidate.scheme.sets.high
    work_sets = candidate.scheme.pyramid_work_sets
    worth_doing = ceil(Fraction(most, 3)) if work_sets is None else most - work_sets + 1
    least = 1 if share == EASY else min(most, max(2, worth_doing))
    return range(min(least, asked), min(most, asked) + 1)


def asked_sets(problem: Problem, slot: Slot, share: Fraction) -> int:
    most = slot.scheme(problem.profile.level).sets.high
    least = 2 if slot.part and share != EASY else 1
    return max(min(least, most), floor(most * share + Fraction(1, 2)))


def week_shares(problem: Problem) -> list[Fraction]:
    """From the level's first share up to all, in equal steps; the last of four weeks is easy, with half."""
    first, weeks = FIRST_WEEK[problem.profile.level], problem.request.weeks
    rising = weeks - (weeks == 4)
    shares = [first + (1 - first) * Fraction(number, max(1, rising - 1)) for number in range(rising)]
    return [*shares, EASY] if weeks == 4 else shares


def quarters(doses: Doses, part: Part, *, direct: bool) -> float:
    """Quarters of a hard set that a part gets; directly, or also by half from exercises that it works enough in."""
    total = 0.0
    for candidate, sets, week in doses:
        fixed, each = candidate.quarter_sets(week)
        if candidate.slot.part is part:
            total += fixed + each * sets
        elif candidate.slot.part and not direct:
            way = {"part": candidate.slot.part, "exercise": candidate.exercise.id, "variant": candidate.variant.id}
            total += share_for(part, way) * (fixed + each * sets)
    return total


def targets(problem: Problem, share: Fraction) -> dict[Part, int]:
    """Quarters of a hard set to reach: what the method asks this week, within the level's band."""
    low, high = BANDS[problem.profile.level]
    goals = {}
    for part in problem.program.parts:
        asked = Fraction(0)
        for routine in problem.program.routines:
            for slot in routine.slots:
                if slot.part is part:
                    scheme = with_sets(slot.scheme(problem.profile.level), asked_sets(problem, slot, share))
                    asked += 4 * hard_sets(scheme) * routine.times.aim
        goals[part] = min(floor(max(asked, 4 * low * share)), 4 * high)
    return goals


def volume_cost(problem: Problem, doses: Doses, goals: dict[Part, int]) -> int | None:
    ranking, cost = ranked(problem), 0
    for place, part in enumerate(ranking):
        done = quarters(doses, part, direct=True)
        if done > 4 * BANDS[problem.profile.level][1]:
            return IMPOSSIBLE
        weight = len(ranking) - place + 2 * (part in problem.profile.lagging)
        cost += weight * ceil(max(0, goals[part] - done))
    front, back = quarters(doses, QUADS, direct=False), quarters(doses, HAMS, direct=False)
    return IMPOSSIBLE if balanced(problem) and 3 * back < front else cost


def balanced(problem: Problem) -> bool:
    return {QUADS, HAMS} <= set(problem.program.parts) and any(c.slot.part is HAMS for c in problem.candidates)


def method_cost(problem: Problem, template: Template, doses: Doses, share: Fraction) -> int:
    cost = 0
    for day in problem.days:
        for routine in problem.program.routines:
            for slot in routine.slots:
                open_to = any(c.day is day and c.slot is slot for c in problem.candidates)
                if slot.part is None or not open_to or not template.days[day][routine.id]:
                    continue
                done = sum(sets for candidate, sets, _ in doses if candidate.day is day and candidate.slot is slot)
                cost += MISSING_SET * max(0, asked_sets(problem, slot, share) - done)
    if balanced(problem) and not any(pain.joint == "knee" for pain in problem.profile.pain):
        front, back = quarters(doses, QUADS, direct=False), quarters(doses, HAMS, direct=False)
        cost += ceil(max(0, back - 3 * front))
    return cost


def ranked(problem: Problem) -> list[Part]:
    own = [part for part in problem.profile.ranking if part in problem.program.parts]
    sex = problem.profile.sex
    default = problem.program.ranking.get(sex, problem.program.parts) if sex else problem.program.parts
    return [*own, *(part for part in default if part not in own)]


# --- the problems ---


SQUATS = slot_of("squat", "quads", "3 x 10 rest 2 min", "goblet-squat", "bodyweight-squat")
HIPS = slot_of("hip", "glutes", "2 x 12 rest 60s", "bodyweight-squat", "glute-bridge")
HINGES = slot_of("hinge", "hams", "3 x 10 rest 90s", "dumbbell-romanian-deadlift", "hamstring-bridge")
ANKLES = slot_of("ankles", None, "1 x 60s", "ankle-rocks")
FRONT, BACK = routine_of("front", 1, 2, SQUATS, HIPS), routine_of("back", 1, 1, ANKLES, HINGES)
QUAD, HAM = routine_of("front", 1, 2, SQUATS), routine_of("back", 2, 2, ANKLES, HINGES)
RAISES = slot_of("raise", "calves", "4 x 15 rest 60s", "bodyweight-calf-raise")
CALF, CALF_THRICE = routine_of("calf", 2, 2, RAISES), routine_of("calf", 3, 3, RAISES)
ONCE = routine_of("front", 1, 1, SQUATS)
MUCH = routine_of("front", 2, 3, slot_of("squat", "quads", "7 x 10 rest 30s", "goblet-squat"))
TWICE = routine_of("again", 1, 1, slot_of("lunge", "quads", "3 x 10 rest 60s", "bodyweight-squat"))
LONG = [slot_of(part, part, "7 x 10 rest 30s", exercise) for part, exercise in (
    ("quads", "goblet-squat"), ("glutes", "glute-bridge"), ("hams", "hamstring-bridge"))]  # fmt: skip
PYRAMID = slot_of("squat", "quads", "6 x 10 pyramid to 2 work rest 60s", "goblet-squat")
LITTLE = routine_of("front", 1, 1, slot_of("squat", "quads", "1 x 10", "goblet-squat"))
SPLIT = {
    "rest_day": 1,
    "first_part": 2,
    "second_part": 5,
    "days": {"calves": [[2, 4, 6], [3, 5, 7]]},
    "before_part": {"calves": ["hams"]},
    "before_training": {"calves": ["chest", "arms"]},
    "needs_part": {"hams": "calves"},
}
GLUTES_LAST = {"rest_day": 1, "first_part": 2, "last_part": "glutes", "before_part": {"calves": ["hams"]}}
HALVES = program_of({}, FRONT, BACK)
FOUR = program_of(GLUTES_LAST, FRONT, BACK, CALF)
THIRDS = program_of(SPLIT, QUAD, HAM, CALF)
WEEKDAYS = {"monday": "30 min", "thursday": "30 min"}
THREE = {"monday": "20 min", "wednesday": "20 min", "thursday": "20 min"}

PROBLEMS: dict[str, tuple[Program, int, dict[str, Any]]] = {
    "as it comes": (HALVES, 1, {"days": WEEKDAYS}),
    "two weeks": (HALVES, 2, {"days": WEEKDAYS, "level": "intermediate"}),
    "advanced": (HALVES, 1, {"days": WEEKDAYS, "level": "advanced"}),
    "no two routines for a part on a day": (program_of({}, ONCE, TWICE), 1, {"days": {"monday": "40 min"}}),
    "no longer session than can be done well": (
        program_of({}, routine_of("long", 1, 1, *LONG)),
        2,
        {"days": {"monday": "2 h"}},
    ),
    "the work sets of a pyramid": (
        program_of({}, routine_of("front", 1, 1, PYRAMID)),
        1,
        {"days": {"monday": "8 min"}, "level": "advanced"},
    ),
    "just as long as there is time": (
        program_of({}, routine_of("front", 1, 1, slot_of("sit", "quads", "1 x hold 240s", "wall-sit"))),
        1,
        {"days": {"monday": "5 min"}, "level": "advanced"},
    ),
    "two weeks of days in a row": (HALVES, 2, {"days": {"monday": "8 min", "tuesday": "8 min"}}),
    "four weeks of few minutes": (program_of({}, ONCE), 4, {"days": {"monday": "6 min"}, "level": "advanced"}),
    "four weeks": (program_of({}, QUAD, BACK), 4, {"days": {"monday": "11 min", "friday": "30 min"}}),
    "one day": (HALVES, 2, {"days": {"sunday": "30 min"}}),
    "tight minutes": (HALVES, 1, {"days": {"monday": "9 min", "thursday": "6 min"}, "level": "advanced"}),
    "very tight minutes": (HALVES, 2, {"days": {"monday": "5 min", "friday": "5 min"}}),
    "days in a row": (HALVES, 1, {"days": {"monday": "12 min", "sunday": "20 min"}}),
    "hams first": (HALVES, 1, {"days": {"monday": "9 min", "friday": "7 min"}, "ranking": ["hams", "glutes", "quads"]}),
    "lagging glutes": (HALVES, 1, {"days": {"monday": "8 min", "friday": "7 min"}, "lagging": ["glutes"]}),
    "no dumbbells": (HALVES, 1, {"days": WEEKDAYS, "lacks": ["dumbbells"]}),
    "avoided": (HALVES, 1, {"days": WEEKDAYS, "avoid": ["bodyweight-squat", "hamstring-bridge"]}),
    "no hams": (HALVES, 1, {"days": WEEKDAYS, "avoid": ["dumbbell-romanian-deadlift", "hamstring-bridge"]}),
    "nothing to do": (program_of({}, QUAD), 1, {"days": WEEKDAYS, "avoid": ["goblet-squat", "bodyweight-squat"]}),
    "knee pain": (HALVES, 1, {"days": WEEKDAYS, "pain": [{"joint": "knee", "severity": 2}]}),
    "hip pain": (HALVES, 1, {"days": WEEKDAYS, "pain": [{"joint": "hip", "severity": 4}]}),
    "much of one part": (program_of({}, MUCH), 2, {"days": {**THREE, "saturday": "30 min"}}),
    "back heavy": (program_of({}, LITTLE, HAM), 1, {"days": THREE, "level": "advanced"}),
    "once is all": (program_of({}, ONCE), 1, {"days": WEEKDAYS, "level": "advanced", "lagging": ["quads"]}),
    "split": (THIRDS, 1, {"days": THREE}),
    "calves on their days": (
        program_of({"rest_day": 1, "days": SPLIT["days"]}, CALF_THRICE),
        1,
        {"days": dict.fromkeys(("monday", "wednesday", "friday"), "20 min"), "other_training": {"saturday": ["back"]}},
    ),
    "split, hams first": (THIRDS, 1, {"days": THREE, "ranking": ["hams"]}),
    "split, calves before arms": (THIRDS, 1, {"days": THREE, "other_training": {"wednesday": ["arms"]}}),
    "split, no rest day": (
        THIRDS,
        1,
        {"days": THREE, "rest_days": ["tuesday"], "other_training": {"sunday": ["chest"], "tuesday": ["back"]}},
    ),
    "split, far apart": (THIRDS, 1, {"days": {"monday": "9 min", "wednesday": "9 min", "friday": "9 min"}}),
    "split around runs": (
        THIRDS,
        1,
        {"days": THREE, "other_training": {"friday": ["hard-run"], "sunday": ["long-run"], "tuesday": ["long-run"]}},
    ),
    "four parts, glutes last": (FOUR, 1, {"days": {"monday": "15 min"}, "sex": "male"}),
    "four parts, glutes first": (
        FOUR,
        2,
        {"days": {"wednesday": "11 min"}, "sex": "female", "lagging": ["calves"]},
    ),
    "easy runs": (HALVES, 1, {"days": WEEKDAYS, "other_training": {"monday": ["run"]}}),
    "runs for legs": (
        HALVES,
        1,
        {
            "days": WEEKDAYS,
            "runs": {
                "monday": {"kind": "easy", "distance": "9 km"},
                "tuesday": {"kind": "easy", "distance": "12 km"},
                "thursday": {"kind": "easy", "distance": "5 mi"},
            },
            "trade_mileage": True,
        },
    ),
    "wishes": (HALVES, 1, {"days": WEEKDAYS, "wishes": ["quads on monday", "no glutes on thursday"]}),
    "a wish for one day": (HALVES, 2, {"days": THREE, "wishes": ["at most 1 leg days", "hams once a week"]}),
    "wishes that are too much": (HALVES, 1, {"days": WEEKDAYS, "wishes": ["hams on monday", "no legs on monday"]}),
    "soft wishes": (
        THIRDS,
        1,
        {
            "days": THREE,
            "wishes": ["prefer hams on wednesday", "prefer no legs on monday", "prefer quads twice a week"],
        },
    ),
}


@pytest.mark.parametrize(("tiny", "weeks", "fields"), PROBLEMS.values(), ids=PROBLEMS.keys())
def test_no_plan_is_cheaper(tiny: Program, weeks: int, fields: dict[str, Any]) -> None:
    problem = lay_out(Request(profile_of(**fields), tiny, MONDAY, weeks))
    solution, least = solve(problem), cheapest(problem)
    assert solution.feasible == (least is not None)
    if least is not None:
        assert solution.gap == 0
        assert tuple(stage.cost for stage in solution.stages) == least
