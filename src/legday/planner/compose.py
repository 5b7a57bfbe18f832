"""A solution written out as a plan: dates, order, loads, steps and reasons."""

import datetime as dt
from fractions import Fraction

from msgspec.structs import replace

from legday.anatomy import Joint, Part
from legday.notation import Prescription, expand, hard_sets, with_load
from legday.planner.aftercare import food_after
from legday.planner.carried import joint_load, muscle_sets
from legday.planner.free_meal import place_free_meal
from legday.planner.goals import GOALS
from legday.planner.loads import starting_load
from legday.planner.plan import (
    Conflict,
    Item,
    NextDay,
    Plan,
    PlannedWeek,
    RuleText,
    Session,
    StageResult,
    Volume,
)
from legday.planner.problem import Candidate, Problem
from legday.planner.profile import Profile, Race
from legday.planner.race import approach_of, is_free, is_recovery
from legday.planner.relaxation import find_relaxations
from legday.planner.rule import Placed
from legday.planner.rules import RULES
from legday.planner.rules.sides import weaker_side
from legday.planner.running import planned_runs, said_beside, said_mileage, said_sizes
from legday.planner.solver import Solution
from legday.planner.weeks import Week
from legday.units import Weekday

PROFESSIONAL_FROM, PROFESSIONAL_AFTER_WEEKS = 7, 6
"""Severity [0-10] and duration [weeks] of pain from which the plan says to see a professional; row F2."""

_ROLES = ("warm-up", "support", "main", "finish", "stretch")


def compose(problem: Problem, solution: Solution, chosen_because: str) -> Plan:
    """Write a solution out as a plan."""
    request = problem.request
    feasible = solution.feasible
    return Plan(
        status="infeasible" if not feasible else "feasible" if solution.gap > 0 else "optimal",
        gap=solution.gap,
        solve_seconds=round(solution.seconds, 3),
        athlete=problem.profile.name,
        method=problem.program.id,
        method_name=problem.program.name,
        chosen_because=chosen_because,
        ranking=problem.ranking,
        weeks=tuple(compose_week(problem, solution, week) for week in problem.weeks) if feasible else (),
        stages=tuple(StageResult(s.stage, s.cost, s.bound, s.spent) for s in solution.stages),
        warnings=warnings_of(problem),
        notes=notes_of(problem, solution),
        conflict=conflicts_of(solution),
        relaxations=find_relaxations(problem, solution.conflict),
        rules={rule.id: RuleText(rule.sentence, rule.source, rule.hard) for rule in RULES},
        request=request,
    )


def conflicts_of(solution: Solution) -> tuple[Conflict, ...]:
    """Name the demands that can't hold together; none where there is a plan."""
    sentences = {rule.id: rule.sentence for rule in RULES}
    return tuple(Conflict(guard.rule, guard.about, sentences[guard.rule]) for guard in solution.conflict)


def compose_week(problem: Problem, solution: Solution, week: Week) -> PlannedWeek:
    """Write a week of a solution out."""
    start = problem.request.start + dt.timedelta(weeks=week.number - 1)
    dates = (start + dt.timedelta(days=offset) for offset in range(7))
    composed = (compose_session(problem, solution, week, date) for date in dates)
    sessions = tuple(session for session in composed if session)
    items = [item for session in sessions for item in session.items]
    planned = PlannedWeek(
        number=week.number,
        start=start,
        deload=week.deload,
        sessions=sessions,
        volumes=tuple(_volume(problem, solution, week, part) for part in problem.ranking),
        joints=tuple(joint_load(joint, items) for joint in Joint),
        muscles=muscle_sets(items),
        taper=week.taper,
    )
    return with_runs(planned, problem.profile)


def with_runs(week: PlannedWeek, profile: Profile) -> PlannedWeek:
    """Put the athlete's runs and the free meal beside the sessions of a week."""
    runs = planned_runs(profile, week.start, {session.date for session in week.sessions})
    free_meal = place_free_meal(week.sessions, week.start, profile)
    return replace(week, runs=runs, mileage=said_mileage(runs), free_meal=free_meal)


def compose_session(problem: Problem, solution: Solution, week: Week, date: dt.date) -> Session | None:
    """Write the session of a date out; None where there is none."""
    day = Weekday.of(date)
    parts = solution.part_order.get(day, ())
    chosen = [candidate for candidate in solution.chosen if candidate.day is day]
    if not chosen or problem.is_free(day, week):
        return None
    chosen.sort(key=lambda candidate: _position(problem, candidate, parts))
    by_order = sorted(chosen, key=_opens)  # a jump that opens the session does not put its part first
    parts = tuple(dict.fromkeys(candidate.slot.part for candidate in by_order if candidate.slot.part is not None))
    items = tuple(_item(problem, solution, candidate, week, parts) for candidate in chosen)
    seconds = sum(candidate.seconds_of(solution.sets_in(candidate, week), week) for candidate in chosen)
    return Session(
        date=date,
        weekday=day.capitalize(),
        minutes=-(-seconds // 60),
        minutes_at_hand=problem.profile.days[day].minutes,
        parts=parts,
        items=items,
        before=problem.profile.other_training.get(day, ()),
        next_day=_next_day(problem, date),
        food=_food(problem, day),
        beside=said_beside(problem.profile, date),
    )


def _opens(candidate: Candidate) -> bool:
    """Whether it is done before all other work, while the athlete is fresh: a jump, where the plan sets the order."""
    return candidate.exercise.kind == "plyometric" and candidate.routine.order == "by-part"


def _position(problem: Problem, candidate: Candidate, parts: tuple[Part, ...]) -> tuple[int, bool, int, int]:
    """Warm-ups first, then jumps and the parts in the day's order (or the slots as written), then stretches."""
    role = _ROLES.index(candidate.slot.role)
    part = candidate.slot.part
    by_part = part is not None and candidate.routine.order == "by-part"
    return (
        role,
        not _opens(candidate),
        parts.index(part) if part is not None and by_part else 0,
        problem.program.slots.index(candidate.slot),
    )


def _item(problem: Problem, solution: Solution, candidate: Candidate, week: Week, parts: tuple[Part, ...]) -> Item:
    sets = solution.sets_in(candidate, week)
    plain = candidate.done(sets, week)
    start = starting_load(problem.request, candidate, week)
    scheme = with_load(plain, start.load, start.step)
    placed = Placed(candidate, week, sets, parts, number=1 + solution.first_day.days_until(candidate.day))
    reasons = [(rule.id, reason) for rule in RULES if (reason := rule.why(problem, placed))]
    return Item(
        slot=candidate.slot.id,
        role=candidate.slot.role,
        exercise=candidate.exercise.id,
        name=candidate.exercise.name,
        variant=candidate.variant.id,
        variant_name=candidate.variant.name,
        how=candidate.variant.how,
        part=candidate.slot.part,
        sets=str(Prescription((scheme,))),
        count=sets,
        hard_sets=float(hard_sets(scheme)) if candidate.slot.part else 0.0,
        minutes=round(candidate.seconds_of(sets, week) / 60, 1),
        load=start.told,
        steps=expand(scheme),
        why=tuple(rule for rule, _ in reasons),
        because=tuple(reason for _, reason in reasons),
        note=" ".join(filter(None, (candidate.slot.note, weaker_side(problem.request, candidate, week)))),
    )


def _volume(problem: Problem, solution: Solution, week: Week, part: Part) -> Volume:
    effective = direct = Fraction(0)
    for candidate in solution.chosen:
        if problem.is_free(candidate.day, week):
            continue
        hard = hard_sets(candidate.done(solution.sets_in(candidate, week), week))
        share = candidate.share_for(part)
        effective += hard * share
        direct += hard if share == 1 else 0
    return Volume(part, problem.target_quarter_sets(part, week) / 4, float(effective), float(direct))


def _next_day(problem: Problem, date: dt.date) -> NextDay | None:
    care = problem.program.aftercare
    if not care.next_day:
        return None
    names = " or ".join(reference.exercise.name.lower() for reference in care.next_day)
    return NextDay(date + dt.timedelta(days=1), names)


def _food(problem: Problem, day: Weekday) -> str:
    mass = problem.profile.body_mass
    if not problem.program.aftercare.food or mass is None:
        return ""
    return food_after(float(mass.kg), problem.profile.trains(day))


def warnings_of(problem: Problem) -> tuple[str, ...]:
    """Say what an athlete should see a professional for, or stop for."""
    profile = problem.profile
    warnings = [
        f"Your {pain.joint} pain has lasted, is strong or followed an impact: see a doctor or physiotherapist "
        "before you train hard. This plan is no diagnosis and no treatment."
        for pain in profile.pain
        if pain.severity >= PROFESSIONAL_FROM or pain.weeks >= PROFESSIONAL_AFTER_WEEKS or pain.after_impact
    ]
    painful = [joint for joint in Joint if profile.pain_at(joint)]
    if painful:
        joints = " or ".join(painful)
        warnings.append(f"If pain at the {joints} rises during a set, stop the set and leave the exercise out.")
    return tuple(warnings)


def notes_of(problem: Problem, solution: Solution) -> tuple[str, ...]:
    """Say what shapes the plan as a whole."""
    ranking, race = problem.ranking, problem.profile.race
    notes = [GOALS[problem.profile.goal].sentence, *_traded_runs(problem, solution)]
    notes += [answer.sentence for answer in problem.request.answers]
    if race is not None:
        notes += _race_notes(problem, race)
    if not {Part.QUADS, Part.GLUTES} <= set(ranking):
        return tuple(notes)
    first, other = sorted((Part.QUADS, Part.GLUTES), key=ranking.index)
    notes.append(f"You put {first} before {other}. In looks, the one that grows makes the other seem smaller.")
    return tuple(notes)


def _traded_runs(problem: Problem, solution: Solution) -> list[str]:
    profile, start = problem.profile, problem.request.start
    dates = [start + dt.timedelta(days=number) for number in range(7)]
    chosen = {candidate.day for candidate in solution.chosen}
    legs = {date for date in dates if Weekday.of(date) in chosen}
    usual = planned_runs(replace(profile, race=None), start, legs)
    traded = [run for run in usual if run.traded]
    notes = [f"Legs on {run.date:%A} take the place of your {run}." for run in traded]
    if said := said_sizes(traded):
        stays = said_sizes(run for run in usual if not run.traded)
        left = f"{stays} a week stay" if stays else "no other run stays"
        notes.append(f"That trades {said} of running a week for legs; {left}.")
    return notes


def _race_notes(problem: Problem, race: Race) -> list[str]:
    """Say what a race near the block makes of its weeks and days."""
    approach = approach_of(race)
    days = [problem.request.start + dt.timedelta(days=number) for number in range(7 * problem.request.weeks)]
    notes = []
    if any(is_free(race, day) for day in days):
        notes.append(
            f"No legs from {approach.free_before} days before your race on {race.date.isoformat()} "
            f"to {approach.free_after} days after it."
        )
    if tapers := [week for week in problem.weeks if week.taper]:
        shares = ", then ".join(f"{float(week.share):.0%}" for week in tapers)
        notes.append(f"Legs taper before the race: {shares} of the sets, with the load kept and short of failure.")
    if any(is_recovery(race, day) for day in days[::7]):
        notes.append("The weeks after the race are easy.")
    return notes
