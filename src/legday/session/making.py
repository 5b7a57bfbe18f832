"""A planned session made ready to play: its blocks, their steps and loads, what can stand in, and what to do if."""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from msgspec.structs import replace

from legday.catalogue import Exercise, Variant, load_catalogue
from legday.log import Log
from legday.notation import (
    Circumstance,
    MassLoad,
    NotToFailure,
    Prescription,
    Reps,
    Scheme,
    parse_scheme,
    with_load,
)
from legday.planner import (
    SETUP_SECONDS,
    Item,
    Plan,
    PlannedWeek,
    Session,
    StandIn,
    food_after,
    load_share,
    reserve_of,
    stand_in,
)
from legday.progress import Aim, Followed, Strength, follow, prescribe
from legday.progress import Prescription as MovedLoad
from legday.session.alternatives import alternatives_of, candidates_of, prefix_of, why
from legday.session.chance import counts_alike, with_chances
from legday.session.check_in import check_in_rules
from legday.session.energy import athlete_height, athlete_mass, planned_energy
from legday.session.gear import implement_of
from legday.session.history import History, history_of
from legday.session.loading import heavier
from legday.session.model import Alternative, Block, PlayStep, RampTest, SessionSteps
from legday.session.ramp_test import how_to_find, ramp_test
from legday.session.steps import Station, mass_of, play, ramp_up
from legday.session.what_if import MORE_AFTER_NO_PAUSE, machine_taken, out_of_time, too_sore
from legday.units import Mass, Weekday

_SET_UP = ("support", "main", "finish")  # the roles that a plan counts setting up for
_MOST_REPS_TO_LEAD_UP = 15

_parse = lru_cache(maxsize=2048)(parse_scheme)  # the same lines come back week after week


def make_session(plan: Plan, plan_id: str, date: dt.date, log: Log, followed: Followed | None = None) -> SessionSteps:
    """Make the planned session of a day ready to play.

    Parameters
    ----------
    plan
        The plan.
    plan_id
        Its id, which with the date makes the id of the session.
    date
        The day.
    log
        What was done so far: strength by now, the last time of each exercise, the weaker side.
    followed
        The log as it was followed (`legday.progress.follow`), if it was already.

    Returns
    -------
    SessionSteps
        Keys depend on the plan, the date and the catalogue alone, so they stay when it is made again.

    Raises
    ------
    LookupError
        If the plan has no session on that day.
    """
    for week in plan.weeks:
        for session in week.sessions:
            if session.date == date:
                own = session_id(plan_id, date)
                return _make(plan, plan_id, week, session, history_of(log, _exercises(plan, session), own, followed))
    raise LookupError(f"this plan has no session on {date.isoformat()}")


def make_sessions(plan: Plan, plan_id: str, log: Log, followed: Followed | None = None) -> tuple[SessionSteps, ...]:
    """Make all sessions of a plan ready to play, oldest first; see `make_session`."""
    sessions = [(week, session) for week in plan.weeks for session in week.sessions]
    begun = {logged.id for logged in log.sessions}
    exercises = {session.date: _exercises(plan, session) for _, session in sessions}
    followed = follow(log, followed)
    history = history_of(log, set().union(*exercises.values()), followed=followed)

    def history_for(date: dt.date) -> History:
        own = session_id(plan_id, date)
        return history_of(log, exercises[date], own, followed) if own in begun else history

    return tuple(_make(plan, plan_id, week, session, history_for(session.date)) for week, session in sessions)


def session_id(plan_id: str, date: dt.date) -> str:
    """Return the id of a planned session, the same on every device."""
    return f"{plan_id}:{date.isoformat()}"


def _named(session: Session) -> str:
    if not session.parts:
        return "Legs"
    *others, last = session.parts
    return (f"{', '.join(others)} and {last}" if others else str(last)).capitalize()


def _exercises(plan: Plan, session: Session) -> set[str]:
    found = {item.exercise for item in session.items}
    for item in session.items:
        found.update(exercise.id for exercise, _ in candidates_of(plan, item))
    return found


@dataclass(frozen=True)
class _Day:
    """What the blocks of a session share."""

    plan: Plan
    week: PlannedWeek
    session: Session
    history: History
    partner: bool
    circumstances: frozenset[Circumstance]


def _make(plan: Plan, plan_id: str, week: PlannedWeek, session: Session, history: History) -> SessionSteps:
    profile, weekday = plan.request.profile, Weekday.of(session.date)
    partner = profile.has_partner(weekday)
    at_hand: list[Circumstance] = ["partner"] if partner else []
    if profile.cage:
        at_hand.append("cage")
    day = _Day(plan, week, session, history, partner, frozenset(at_hand))
    spare = 60.0 * (session.minutes_at_hand - session.minutes)
    led_up = set[object]()
    mass = athlete_mass(profile, history.followed.log, session.date)
    blocks, steps = list[Block](), list[PlayStep]()
    for item in session.items:
        station, scheme, block = _block(day, item)
        if block.role in _SET_UP:
            steps.append(_go(station, block.name))
        if block.load_unknown and (test := _test(day, station, scheme, spare)):
            rules, lead = test
            block = replace(block, ramp_test=rules, load_basis=how_to_find())
            led_up.add(item.part)
            spare -= sum(step.seconds for step in lead)
            steps += lead
        blocks.append(block)
        if scheme.pyramid_work_sets is not None:
            led_up.add(item.part)
        elif _is_heavy(station.exercise, item, scheme) and item.part not in led_up:
            lead = ramp_up(station, scheme)
            needed = sum(step.seconds for step in lead)
            if lead and needed <= spare:
                led_up.add(item.part)
                spare -= needed
                steps += lead
        steps += with_chances(play(station, scheme), history.strengths.get(item.exercise), station, session.date)
    return SessionSteps(
        id=session_id(plan_id, session.date),
        plan=plan_id,
        date=session.date,
        weekday=session.weekday,
        week=week.number,
        deload=week.deload,
        name=_named(session),
        minutes=session.minutes,
        parts=session.parts,
        blocks=tuple(blocks),
        steps=tuple(steps),
        what_if=(*too_sore(session.items), *out_of_time(session.items, plan.ranking)),
        before=session.before,
        next_day=session.next_day.what if session.next_day else "",
        next_date=session.next_day.date if session.next_day else None,
        food=food_after(mass, profile.trains(Weekday.of(session.date))) if mass else session.food,
        readiness=check_in_rules(blocks, steps),
        trained=history.trained,
        energy=planned_energy(blocks, steps, mass, athlete_height(profile)),
    )


def _block(day: _Day, item: Item) -> tuple[Station, Scheme, Block]:
    """Make a block and what its steps are played from."""
    exercise = load_catalogue().exercises[item.exercise]
    variant = exercise.variant(item.variant)
    station = _station(day, item, item.slot, exercise)
    scheme, basis = _with_known_load(day, item, station, variant)
    unknown = _is_unknown(station, scheme, item)
    found = alternatives_of(day.plan, day.week, day.session, item, day.history)
    alternatives = tuple(_alternative(day, item, exercise, each) for each in found)
    block = Block(
        key=item.slot,
        role=item.role,
        exercise=exercise.id,
        name=exercise.name,
        variant=variant.id,
        variant_name=variant.name,
        how=variant.how,
        sets=str(Prescription((scheme,))),
        load_on=exercise.load,
        part=item.part,
        joints=exercise.moves,
        minutes=item.minutes,
        one_sided=scheme.sides != "both" and not _in_turn(scheme),
        because=item.because,
        note=item.note,
        load_basis=basis,
        load_unknown=unknown,
        increment=station.implement.increment if station.implement else None,
        last_time=day.history.last_time(exercise.id, variant.id),
        alternatives=alternatives,
        what_if=machine_taken([each.exercise for each in alternatives], [each.name for each in alternatives]),
    )
    return station, scheme, block


def _station(day: _Day, item: Item, prefix: str, exercise: Exercise) -> Station:
    strength = day.history.strengths.get(exercise.id)
    return Station(
        block=item.slot,
        prefix=prefix,
        exercise=exercise,
        implement=implement_of(day.plan.request.profile, exercise),
        partner=day.partner,
        circumstances=day.circumstances,
        one_rep_max=strength.e1rm if strength else None,
        weaker=day.history.weaker.get(exercise.id),
        prepares=item.role not in _SET_UP,
    )


def _with_known_load(day: _Day, item: Item, station: Station, variant: Variant) -> tuple[Scheme, str]:
    """The sets of an item with the load that is known by now, and what it rests on.

    Work sets take up the load of the last time's, and get heavier if none of those needed a pause (METHODS P8). Any
    other load that the plan knew is moved by what was done since (`legday.progress.prescribe`). One that it did not
    know comes from the log as soon as it is there.
    """
    scheme, basis = _parse(item.sets), item.load.basis if item.load else ""
    exercise, session = station.exercise, day.session
    work = day.history.last_work(exercise.id, session.date) if scheme.role == "work" else None
    if work is not None and station.implement is not None:
        done, was_easy = work
        more = heavier(station.implement, done, MORE_AFTER_NO_PAUSE) if was_easy else None
        planned = mass_of(station, scheme.load)
        if more is not None and (planned is None or planned < more.mass):
            return with_load(scheme, MassLoad(more.mass)), f"{done} needed no pause last time, so it is heavier now."
        if planned is None:
            return with_load(scheme, MassLoad(done)), f"{done} was the load of your work sets last time."
    strength = day.history.strengths.get(exercise.id)
    if _is_unknown(station, scheme, item) and strength is not None:
        fresh = stand_in(day.plan.request, item.slot, session.date, day.week, item.count, exercise, variant, strength)
        if fresh is not None and fresh.load is not None and fresh.scheme.load is not None:
            return with_load(scheme, fresh.scheme.load), fresh.load.basis
    if strength is not None and isinstance(scheme.load, MassLoad) and station.implement is not None:
        moved = _moved(day, scheme, station, strength, scheme.load.mass)
        if moved.because:
            return with_load(scheme, MassLoad(moved.load)), moved.because
    return scheme, basis


def _test(day: _Day, station: Station, scheme: Scheme, spare: float) -> tuple[RampTest, tuple[PlayStep, ...]] | None:
    """The test sets that find a load, where there is time for them."""
    share = load_share(day.plan.request.profile, station.exercise, easy=day.week.deload)
    return ramp_test(station, scheme, day.history.followed, day.session.date, spare, share)


def _moved(day: _Day, scheme: Scheme, station: Station, strength: Strength, planned: Mass) -> MovedLoad:
    """Move a planned load by what was done since the plan was made."""
    target = scheme.links[0]
    if not isinstance(target, Reps) or station.prepares or not counts_alike(station, scheme):
        return MovedLoad(planned)
    aim = Aim(target.count.low, target.count.high, reserve_of(scheme))
    assert station.implement is not None  # noqa: S101
    step = station.implement.increment
    return prescribe(strength, planned, aim, step, day.session.date, easy=day.week.deload)


def _is_unknown(station: Station, scheme: Scheme, item: Item) -> bool:
    implement = station.implement
    takes_load = implement is not None and implement.on != "bodyweight"
    return takes_load and item.load is not None and mass_of(station, scheme.load) is None


def _in_turn(scheme: Scheme) -> bool:
    return all(isinstance(link, Reps) and link.unit == "steps" for link in scheme.links)


def _alternative(day: _Day, item: Item, planned: Exercise, chosen: StandIn) -> Alternative:
    exercise = chosen.exercise
    station = _station(day, item, prefix_of(item.slot, chosen), exercise)
    strength = day.history.strengths.get(exercise.id)
    steps = with_chances(play(station, chosen.scheme), strength, station, day.session.date)
    return Alternative(
        exercise=exercise.id,
        name=exercise.name,
        variant=chosen.variant.id,
        variant_name=chosen.variant.name,
        how=chosen.variant.how,
        why=why(planned, exercise),
        load_on=exercise.load,
        steps=(_go(station, exercise.name), *steps) if item.role in _SET_UP else steps,
        last_time=day.history.last_time(exercise.id, chosen.variant.id),
    )


def _go(station: Station, name: str) -> PlayStep:
    """Walk to a block and set it up."""
    return PlayStep(
        key=f"{station.prefix}.go",
        block=station.block,
        kind="station-change",
        text=f"Next: {name}",
        say=f"Next: {name}",
        seconds=float(SETUP_SECONDS),
    )


def _is_heavy(exercise: Exercise, item: Item, scheme: Scheme) -> bool:
    """Whether lighter sets should lead up to it: few reps of something that loads a joint much, near failure."""
    aim = scheme.links[0]
    return (
        item.role == "main"
        and "high" in exercise.loads.values()
        and isinstance(aim, Reps)
        and aim.count.high <= _MOST_REPS_TO_LEAD_UP
        and not (scheme.effort and isinstance(scheme.effort.goal, NotToFailure))
    )
