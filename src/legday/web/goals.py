"""What to eat for the goal, and what a goal of body mass takes before it is set (METHODS F4)."""

import datetime as dt
from typing import Annotated

import msgspec
from litestar import get, post
from litestar.params import RawBody
from sqlalchemy import Engine

from legday.documents import FieldError, InputError
from legday.energy import GoalPath, PathDay, Person, plan_mass_goal, run_energy, running_cost, training_energy
from legday.energy import Refusal as UnsafeGoal
from legday.log import Log
from legday.planner import (
    EnergyTarget,
    Missing,
    Plan,
    PlannedRun,
    Profile,
    Run,
    energy_target,
    knowing_intake,
    mass_on,
    person_of,
)
from legday.progress import MassDay, body_mass_trend
from legday.store import list_plans, load_profile
from legday.units import Mass, Weekday
from legday.web.bodies import read_body
from legday.web.days import current_log, kept_plan, steps_of
from legday.web.given import Athlete, Store
from legday.web.problems import FieldProblem, Refusal
from legday.web.profile import now_of

_WEEK, _RECENT = 7, 28  # days


class WantedMass(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A body mass that is wanted, and by when.

    `training` is that of a week beside the usual day [kcal]; without it what the plan holds for the next week.
    """

    to: Mass
    by: dt.date
    training: Annotated[float, msgspec.Meta(ge=0, le=21_000)] | None = None


class GoalAnswer(msgspec.Struct, frozen=True):
    """The way to a body mass, or why it is refused; `training` is that of a week, which it counts on [kcal]."""

    path: GoalPath | None
    refusal: UnsafeGoal | None
    training: float


class GoalNow(msgspec.Struct, frozen=True):
    """What to eat today, and how the goal of body mass that is set goes on.

    `mass` is the body mass of today. `answer` is the way from today, where a goal is set and its day is to come.
    `foretold` is the way as it was on the day the goal was set, `weighed` the trend since then; both in kg.
    """

    target: EnergyTarget
    mass: Mass
    training: float
    answer: GoalAnswer | None
    foretold: tuple[PathDay, ...]
    weighed: tuple[MassDay, ...]


@get("/goal", sync_to_thread=True, opt={"refuses": (409,)})
def show_goal(store: Store, athlete: Athlete) -> GoalNow:
    """Show what to eat for the goal, and how the goal of body mass goes on, as soon as the profile tells enough."""
    profile, log, today = _known(store, athlete)
    person = _person(profile, log, today)
    training = training_week(store, athlete, today)
    wanted = profile.mass_goal
    target = energy_target(profile.goal, person, wanted, today, training / _WEEK)
    if wanted is None:
        return GoalNow(target, person.mass, training, None, (), ())
    try:
        answer = _answer(person, wanted.to, today, wanted.by, training)
    except FieldError:  # its day is past, near or too far; the target says so
        answer = None
    since = wanted.since or today
    weighed = tuple(
        MassDay(day.date, *(round(kg, 3) for kg in (day.mean, day.low, day.high)))
        for day in body_mass_trend(log, today)
        if day.date >= since
    )
    return GoalNow(target, person.mass, training, answer, _foretold(profile, log, since, training), weighed)


@post(
    "/goal",
    status_code=200,
    sync_to_thread=True,
    opt={"takes": WantedMass, "refuses": (409,), "example": {"to": "78 kg", "by": "2027-05-01"}},
)
def try_goal(body: RawBody, store: Store, athlete: Athlete) -> GoalAnswer:
    """Say what a body mass by a date takes, or why it is not safe and what is; nothing is kept of it."""
    wanted = read_body(body, WantedMass)
    profile, log, today = _known(store, athlete)
    person = _person(profile, log, today)
    training = training_week(store, athlete, today) if wanted.training is None else wanted.training
    try:
        return _answer(person, wanted.to, today, wanted.by, training)
    except FieldError as error:
        raise InputError.at("", str(error), field=error.field) from None


def training_week(store: Engine, athlete: str, today: dt.date) -> float:
    """Return what the leg sessions and runs of the next seven days cost above rest [kcal]; a race is left out.

    Runs are those of the plan, or the profile's where no plan holds a day. Where none are planned, or no sessions, it
    is what the last four weeks held in a week.
    """
    plans, profile, log = list_plans(store, athlete), load_profile(store, athlete), current_log(store, athlete)
    mass = mass_on(profile, log, today)
    if mass is None or profile is None:
        return 0.0
    kg, sessions, runs = float(mass.kg), 0.0, 0.0
    for day in (today + dt.timedelta(number) for number in range(_WEEK)):
        saved = next((each for each in plans if each.start <= day < each.end), None)
        steps = steps_of(store, athlete, saved.id, day) if saved else None
        sessions += steps.energy.net.best if steps and steps.energy else 0.0
        planned = _planned_runs(kept_plan(store, athlete, saved.id), day) if saved else _usual_run(profile, day)
        runs += sum(_running(run, kg) for run in planned)
    since = today - dt.timedelta(_RECENT)
    if not sessions:
        done = [each for each in log.sessions if since <= each.start.date() < today]
        sessions = sum(each.net.best for one in done for each in training_energy(one, kg)) * _WEEK / _RECENT
    if not runs:
        ran = [each for each in log.runs if since <= each.start.date() < today]
        runs = sum(run_energy(each, kg).best for each in ran) * _WEEK / _RECENT
    return sessions + runs


def _planned_runs(plan: Plan, day: dt.date) -> list[PlannedRun]:
    runs = [run for week in plan.weeks for run in week.runs if run.date == day]
    return [run for run in runs if run.kind != "race" and not run.traded]


def _usual_run(profile: Profile, day: dt.date) -> list[Run]:
    run = profile.runs.get(Weekday.of(day))
    return [run] if run else []


def _running(run: PlannedRun | Run, mass: float) -> float:
    meters = float(run.distance.meters) if run.distance else None
    return running_cost(mass, meters, float(run.time.seconds) if run.time else None).best


def _known(store: Engine, athlete: str) -> tuple[Profile, Log, dt.date]:
    profile = load_profile(store, athlete)
    if profile is None:
        raise Refusal(409, "there is no profile yet; PUT one to /api/profile")
    return profile, current_log(store, athlete), now_of(profile).date()


def _person(profile: Profile, log: Log, today: dt.date) -> Person:
    person = person_of(profile, log, today)
    if isinstance(person, Missing):
        lacking = tuple(FieldProblem(field, "this is needed") for field in person.fields)
        raise Refusal(409, person.sentence, problems=lacking)
    return knowing_intake(person, log, today)


def _answer(person: Person, to: Mass, today: dt.date, by: dt.date, training: float) -> GoalAnswer:
    new = training / _WEEK - person.usual_training
    found = plan_mass_goal(person, to, today, by, training=new)
    if isinstance(found, GoalPath):
        return GoalAnswer(found, None, training)
    return GoalAnswer(None, found, training)


def _foretold(profile: Profile, log: Log, since: dt.date, training: float) -> tuple[PathDay, ...]:
    """The way as it was foretold on the day the goal was set, from the mass of that day."""
    person, wanted = person_of(profile, log, since), profile.mass_goal
    if isinstance(person, Missing) or wanted is None:
        return ()
    try:
        person = knowing_intake(person, log, since)
        new = training / _WEEK - person.usual_training
        path = plan_mass_goal(person, wanted.to, since, wanted.by, training=new)
    except FieldError:
        return ()
    return path.path if isinstance(path, GoalPath) else ()


HANDLERS = (show_goal, try_goal)
