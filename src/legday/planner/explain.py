"""Answers about a plan: why this, why not that, and what the other choice would cost, found by solving again."""

import re
from pathlib import Path

import msgspec
from msgspec.structs import replace

from legday.catalogue import load_catalogue
from legday.documents import InputError, decode
from legday.planner.compose import compose
from legday.planner.layout import lay_out
from legday.planner.model import Model
from legday.planner.plan import Conflict, Item, Plan, Session
from legday.planner.problem import Problem
from legday.planner.solver import Demand, solve
from legday.planner.wishes import Wish
from legday.units import Weekday


class Reason(msgspec.Struct, frozen=True):
    """A rule's say in an item, and where the rule comes from."""

    rule: str
    text: str
    source: str


class ItemReasons(msgspec.Struct, frozen=True):
    """Why an item stands in the plan as it does."""

    weekday: str
    exercise: str
    name: str
    variant: str
    sets: str
    reasons: tuple[Reason, ...]


class Alternative(msgspec.Struct, frozen=True):
    """What would happen with another choice: whether there is a plan, and how it differs from this one."""

    question: str
    possible: bool
    differences: tuple[str, ...]
    conflict: tuple[Conflict, ...] = ()


class Explanation(msgspec.Struct, frozen=True):
    """The reasons behind a plan, or behind what was asked about."""

    athlete: str
    method: str
    status: str
    items: tuple[ItemReasons, ...]
    alternatives: tuple[Alternative, ...]
    closed: tuple[str, ...]


def read_plan(file: Path) -> Plan:
    """Read a plan that legday wrote; raises InputError."""
    try:
        return decode(file.read_bytes(), Plan)
    except OSError as error:
        raise InputError.at(str(file), f"this plan can't be read: {error.strerror}") from None
    except (msgspec.DecodeError, ValueError) as error:
        raise InputError.at(
            str(file), f"this is no plan that legday wrote ({error}); make one with legday plan --save"
        ) from None


def explain(
    plan: Plan, *, day: str | None = None, exercise: str | None = None, question: str | None = None
) -> Explanation:
    """Explain a plan, one of its days, an exercise that is or is not in it, or answer a question.

    A question is a wish with `why not` before it: `why not leg press on monday?`, `why not calves twice a week?`,
    `why not 5 sets of squats?`. The plan is solved again with the wish, and told is how it would differ.

    Raises
    ------
    InputError
        If the day is no weekday, the exercise is not in the catalogue, nothing is planned on the day, or the question
        is none that can be answered.
    """
    if question is not None:
        return _answer(plan, question)
    weekday = _weekday(day)
    if exercise is not None and exercise not in load_catalogue().exercises:
        raise InputError.at("", f"there is no exercise {exercise!r}; see legday exercises", field="--exercise")
    sessions = [next(filter(None, row)) for row in plan.by_day()]
    if weekday and exercise is None and not any(session.date.weekday() == weekday.number for session in sessions):
        days = ", ".join(dict.fromkeys(session.weekday for session in sessions)) or "no day"
        raise InputError.at(
            "", f"nothing is planned on {weekday.capitalize()}; the plan trains on {days}", field="--day"
        )
    found = [
        (session, item)
        for session in sessions
        for item in session.items
        if (weekday is None or session.date.weekday() == weekday.number) and exercise in (None, item.exercise)
    ]
    alternatives: tuple[Alternative, ...] = ()
    closed: tuple[str, ...] = ()
    if exercise is not None:
        problem = lay_out(plan.request)
        alternatives, closed = _other_choices(plan, problem, exercise, weekday, [session for session, _ in found])
    return Explanation(
        athlete=plan.athlete,
        method=plan.method_name,
        status=plan.status,
        items=tuple(_reasons(plan, session, item) for session, item in found),
        alternatives=alternatives,
        closed=closed,
    )


def _answer(plan: Plan, question: str) -> Explanation:
    asked = re.sub(r"^\s*why\s+not\s+", "", question.strip().rstrip("?"), flags=re.IGNORECASE)
    try:
        wish = Wish.parse(asked)
    except ValueError as error:
        raise InputError.at("", str(error), field="question") from None
    profile = plan.request.profile
    asking = replace(plan.request, profile=replace(profile, wishes=(*profile.wishes, wish)))
    problem = lay_out(asking)
    alternative = _alternative(plan, problem, f"With '{asked}'")
    closed = {
        f"{exclusion.exercise.name}: {exclusion.reason} ({exclusion.rule})": None
        for exclusion in problem.exclusions
        if exclusion.exercise.id in wish.exercises and wish.day in (None, exclusion.day)
    }
    if wish.exercises and not any(candidate.exercise.id in wish.exercises for candidate in problem.candidates):
        closed = closed or {f"The method {plan.method_name} has no place for it on a day you can train.": None}
    return Explanation(plan.athlete, plan.method_name, plan.status, (), (alternative,), tuple(closed))


def _weekday(day: str | None) -> Weekday | None:
    if day is None:
        return None
    matching = [weekday for weekday in Weekday if len(day) >= 3 and weekday.startswith(day.lower())]
    if not matching:
        raise InputError.at("", f"{day!r} is no weekday; write one such as monday", field="--day")
    return matching[0]


def _reasons(plan: Plan, session: Session, item: Item) -> ItemReasons:
    return ItemReasons(
        weekday=session.weekday,
        exercise=item.exercise,
        name=item.name,
        variant=item.variant_name,
        sets=item.sets,
        reasons=tuple(
            Reason(rule, text, plan.rules[rule].source) for rule, text in zip(item.why, item.because, strict=True)
        ),
    )


def _other_choices(
    plan: Plan, problem: Problem, exercise: str, weekday: Weekday | None, planned: list[Session]
) -> tuple[tuple[Alternative, ...], tuple[str, ...]]:
    name = load_catalogue().exercises[exercise].name
    if planned:
        days = list(dict.fromkeys(Weekday.of(session.date) for session in planned))
        asked = [
            _alternative(
                plan,
                problem,
                f"Without {name.lower()} on {day.capitalize()}",
                _use(exercise, day, wanted=False),
            )
            for day in days
        ]
        return tuple(asked), ()
    if any(candidate.exercise.id == exercise and weekday in (None, candidate.day) for candidate in problem.candidates):
        on = f" on {weekday.capitalize()}" if weekday else ""
        return (_alternative(plan, problem, f"With {name.lower()}{on}", _use(exercise, weekday, wanted=True)),), ()
    taken_away = [
        f"{name}: {exclusion.reason} ({exclusion.rule}: {plan.rules[exclusion.rule].sentence})"
        for exclusion in problem.exclusions
        if exclusion.exercise.id == exercise and weekday in (None, exclusion.day)
    ]
    no_slot = f"{name}: the method {plan.method_name} has no place for it on a day you can train."
    return (), tuple(dict.fromkeys(taken_away)) or (no_slot,)


def _use(exercise: str, day: Weekday | None, *, wanted: bool) -> Demand:
    def demand(model: Model) -> None:
        uses = sum(
            model.uses[candidate.id]
            for candidate in model.problem.candidates
            if candidate.exercise.id == exercise and day in (None, candidate.day)
        )
        on = f" on {day}" if day else ""
        constraint = uses >= 1 if wanted else uses == 0
        model.require("own-word", f"{exercise} {'in' if wanted else 'out of'} the plan{on}", constraint)

    return demand


def _alternative(plan: Plan, problem: Problem, question: str, *demands: Demand) -> Alternative:
    if plan.changes:  # what would differ is told of the plan that the request makes, not of one week's changes
        asked = lay_out(plan.request)
        plan = compose(asked, solve(asked), plan.chosen_because)
    other = compose(problem, solve(problem, demands), plan.chosen_because)
    if other.status == "infeasible":
        return Alternative(question, possible=False, differences=(), conflict=other.conflict)
    return Alternative(question, possible=True, differences=_differences(plan, other))


def _differences(plan: Plan, other: Plan) -> tuple[str, ...]:
    """What changes, in the athlete's terms: exercises, weekly sets by part, minutes, and rules that pay for it."""
    lines = []
    before, after = (_exercises(each) for each in (plan, other))
    gone, new = sorted(before - after), sorted(after - before)
    if gone:
        lines.append("gone: " + ", ".join(gone))
    if new:
        lines.append("instead: " + ", ".join(new))
    for week, other_week in zip(plan.weeks, other.weeks, strict=True):
        changed = [
            f"{volume.part} {volume.effective:g} -> {changed_to.effective:g}"
            for volume, changed_to in zip(week.volumes, other_week.volumes, strict=True)
            if volume.effective != changed_to.effective
        ]
        if changed:
            lines.append(f"hard sets in week {week.number}: " + ", ".join(changed))
    minutes = [sum(s.minutes for week in each.weeks for s in week.sessions) for each in (plan, other)]
    if minutes[0] != minutes[1]:
        lines.append(f"minutes in the block: {minutes[0]} -> {minutes[1]}")
    for stage, other_stage in zip(plan.stages, other.stages, strict=True):
        for rule in sorted({*stage.spent, *other_stage.spent} - {"least-time"}):
            change = other_stage.spent.get(rule, 0) - stage.spent.get(rule, 0)
            if change:
                lines.append(f"{change:+d} for {rule}: {plan.rules[rule].sentence}")
    return tuple(lines) or ("nothing changes that the rules count",)


def _exercises(plan: Plan) -> set[str]:
    sessions = plan.weeks[0].sessions
    return {f"{item.name.lower()} on {session.weekday}" for session in sessions for item in session.items if item.part}
