"""A solution written out as a plan: dates, order, loads, steps and reasons."""

import datetime as dt
from collections import Counter
from fractions import Fraction

from legday.anatomy import Joint, Part
from legday.notation import Prescription, expand, hard_sets, with_load
from legday.planner.goals import GOALS
from legday.planner.loads import starting_load
from legday.planner.plan import (
    Conflict,
    Item,
    JointLoad,
    NextDay,
    Plan,
    PlannedWeek,
    RuleText,
    Session,
    StageResult,
    Volume,
)
from legday.planner.problem import Candidate, Problem
from legday.planner.relaxation import find_relaxations
from legday.planner.rule import Placed
from legday.planner.rules import RULES
from legday.planner.rules.sides import weaker_side
from legday.planner.solver import Solution
from legday.planner.weeks import Week
from legday.units import Weekday

PROTEIN_G_PER_KG = Fraction(3, 10)
"""Protein after training [g per kg body mass]: 0.25-0.40 (Jäger et al. 2017, J Int Soc Sports Nutr 14:20,
doi:10.1186/s12970-017-0177-8)."""
CARBOHYDRATE_G_PER_KG = Fraction(1)
"""Carbohydrate after training [g per kg body mass]: 1.0-1.2 where it must be quick, else the day's total counts
(Kerksick et al. 2017, J Int Soc Sports Nutr 14:33, doi:10.1186/s12970-017-0189-4)."""

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
    sessions = (compose_session(problem, solution, week, date) for date in dates)
    return PlannedWeek(
        number=week.number,
        start=start,
        deload=week.deload,
        sessions=tuple(session for session in sessions if session),
        volumes=tuple(_volume(problem, solution, week, part) for part in problem.ranking),
        joints=tuple(_joint_load(problem, solution, week, joint) for joint in Joint),
    )


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
        before=problem.profile.trains(day),
        next_day=_next_day(problem, date),
        food=_food(problem),
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


def _joint_load(problem: Problem, solution: Solution, week: Week, joint: Joint) -> JointLoad:
    sets = Counter[str]()
    for candidate in solution.chosen:
        if not candidate.slot.is_preparation and not problem.is_free(candidate.day, week):
            sets[candidate.exercise.loads.get(joint, "none")] += solution.sets_in(candidate, week)
    return JointLoad(joint, sets["low"], sets["medium"], sets["high"])


def _next_day(problem: Problem, date: dt.date) -> NextDay | None:
    care = problem.program.aftercare
    if not care.next_day:
        return None
    names = " or ".join(reference.exercise.name.lower() for reference in care.next_day)
    return NextDay(date + dt.timedelta(days=1), names)


def _food(problem: Problem) -> str:
    mass = problem.profile.body_mass
    if not problem.program.aftercare.food or mass is None:
        return ""
    protein, carbohydrate = (round(mass.kg * share) for share in (PROTEIN_G_PER_KG, CARBOHYDRATE_G_PER_KG))
    return f"Eat about {protein} g of protein and {carbohydrate} g of carbohydrate in the hours after it."


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
    if race is not None and 0 <= (race.date - problem.request.start).days < 7 * len(problem.weeks):
        notes.append(f"The weeks up to your race on {race.date.isoformat()} are easy; no legs on the days around it.")
    if not {Part.QUADS, Part.GLUTES} <= set(ranking):
        return tuple(notes)
    first, other = sorted((Part.QUADS, Part.GLUTES), key=ranking.index)
    notes.append(f"You put {first} before {other}. In looks, the one that grows makes the other seem smaller.")
    return tuple(notes)


def _traded_runs(problem: Problem, solution: Solution) -> list[str]:
    profile = problem.profile
    if not profile.trade_mileage:
        return []
    days = dict.fromkeys(candidate.day for candidate in solution.chosen)
    return [
        f"Legs on {day.capitalize()} take the place of your {profile.runs[day]}."
        for day in days
        if day in profile.runs and profile.runs[day].kind == "easy"
    ]
