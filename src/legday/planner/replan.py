"""A plan made again in the middle of its block: what was done stays, what stands is kept, and what moved is told."""

import datetime as dt
import time
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from dataclasses import replace as with_fields
from functools import cached_property

import msgspec
from msgspec.structs import replace

from legday.anatomy import Joint, Part
from legday.log import Log
from legday.planner.carried import joint_load, muscle_sets
from legday.planner.compose import compose_session, compose_week, conflicts_of, notes_of, warnings_of, with_runs
from legday.planner.layout import lay_out
from legday.planner.methods import fit_program
from legday.planner.moves import Causes, tell_moves
from legday.planner.part_week import Lines, dates_of, standing_of, work_of
from legday.planner.plan import Change, Conflict, Item, Move, Plan, PlannedWeek, Session, Volume
from legday.planner.problem import HARD_SET_BANDS, Problem, Request, share_for
from legday.planner.profile import Profile
from legday.planner.settled import Settled, settle
from legday.planner.solver import Solution, solve
from legday.planner.standing import Place, Standing
from legday.progress import strengths
from legday.units import Weekday

WEEK = dt.timedelta(weeks=1)


class Replan(msgspec.Struct, frozen=True):
    """A plan as it could go on: what happened, what would move, and the plan that comes of it.

    Without moves it is the plan as it was. `conflict` holds the demands that can't hold together, where a changed
    profile leaves no plan for the weeks to come; nothing moves then.
    """

    plan: Plan
    events: tuple[str, ...] = ()
    moves: tuple[Move, ...] = ()
    conflict: tuple[Conflict, ...] = ()
    seconds: float = 0.0


def replan(
    plan: Plan,
    log: Log,
    today: dt.date,
    *,
    profile: Profile | None = None,
    sore: Collection[Part] = (),
    missed: Collection[dt.date] = (),
    log_is_whole: bool = True,
) -> Replan:
    """Make the rest of a plan again with as little change as possible.

    What was done never changes. Of a missed session, or one cut short, the most important work that still fits into its
    week under all hard rules is placed, no day gets fuller than the fullest that was planned, and the rest is let go
    (METHODS M8). Weeks after this one stay as they are unless the profile changed.

    Parameters
    ----------
    plan
        The plan in force.
    log
        What was done; it says which sessions were.
    today
        The day from which on things can change.
    profile
        The athlete as they are now, if anything changed.
    sore
        Parts that are too sore to be trained today.
    missed
        Days that were missed, or that fall out, beside what the log tells.
    log_is_whole
        Whether a session before today that is not in the log was missed; else it is taken as done, unless named.
    """
    began = time.perf_counter()
    if plan.status == "infeasible" or today >= plan.end:
        return Replan(plan)
    profile = profile or plan.request.profile
    settled = settle(plan, log, today, missed, log_is_whole=log_is_whole)
    facts = _Facts(plan, today, settled, _request(plan, profile, log), frozenset((part, today) for part in sore))
    changed = plan
    if facts.new_profile:
        solved = _weeks_to_come(facts)
        if isinstance(solved, tuple):
            return Replan(plan, conflict=solved)
        changed = solved
    for week in plan.weeks:
        if week.start + WEEK > today:
            changed = _week(facts, changed, week.number)
    causes = Causes(plan, today, profile, frozenset(sore), settled)
    moves = tell_moves(plan, changed, causes)
    if not moves:
        return Replan(plan, seconds=round(time.perf_counter() - began, 3))
    change = _change(facts, causes.events(), moves)
    again = replace(changed, changes=(*plan.changes, change))
    return Replan(again, change.events, moves, seconds=round(time.perf_counter() - began, 3))


@dataclass(frozen=True)
class _Facts:
    """What making a plan again rests on: the plan as it was, what is settled, and the request as it is now."""

    plan: Plan
    today: dt.date
    settled: Settled
    request: Request
    sore: frozenset[tuple[Part, dt.date]]

    @cached_property
    def problem(self) -> Problem:
        """All choices of the block as it is now."""
        return lay_out(self.request)

    @cached_property
    def lines(self) -> Lines:
        """How hard sets count, as it is now and for what is no longer open as it was."""
        return Lines.of(self.problem, lay_out(self.plan.request)) if self.new_profile else Lines.of(self.problem)

    @property
    def new_profile(self) -> bool:
        return self.request.profile != self.plan.request.profile

    def has_begun(self, week: PlannedWeek) -> bool:
        """Whether anything of a week is past or done."""
        done = {day for each in self.settled.done for day in (each.on, each.planned.date if each.planned else each.on)}
        return week.start < self.today or not done.isdisjoint(dates_of(week))


def _request(plan: Plan, profile: Profile, log: Log) -> Request:
    """The request with the athlete as they are now, and the strength in exercises that were not known before."""
    if profile == plan.request.profile:
        return plan.request
    program = fit_program(plan.request.program, profile)
    needed = {reference.exercise.id for slot in program.slots for reference in slot.choose}
    shown = {exercise: strength for exercise, strength in strengths(log).items() if exercise in needed}
    return replace(plan.request, profile=profile, program=program, strengths={**shown, **plan.request.strengths})


def _weeks_to_come(facts: _Facts) -> Plan | tuple[Conflict, ...]:
    """Solve the weeks that have not begun as one block, close to what they are; or say what is in the way."""
    ranking = facts.problem.ranking
    weeks = tuple(_ranked(week, ranking) for week in facts.plan.weeks)
    plan = replace(facts.plan, request=facts.request, ranking=ranking, weeks=weeks)
    weeks = tuple(week for week in weeks if not facts.has_begun(week))
    if not weeks:
        return plan
    problem, lines = facts.problem, facts.lines
    planned: dict[int, dict[Place, int]] = {}
    kept: dict[int, Counter[Part]] = {}
    for week in weeks:
        planned[week.number], kept[week.number] = {}, Counter()
        for session in week.sessions:
            day = Weekday.of(session.date)
            for item in session.items:
                planned[week.number][day, work_of(item)] = item.count
                if item.part is not None:
                    quarters = lines.quarters(item, day, problem.weeks[week.number - 1], item.count)
                    kept[week.number][item.part] += quarters
    most_days = max(len(week.sessions) for week in weeks)
    problem = with_fields(problem, standing=Standing(planned, kept, most_days))
    solution = solve(problem)
    if not solution.feasible:
        return conflicts_of(solution)
    made = list(plan.weeks)
    for week, asked in zip(weeks, problem.weeks, strict=True):
        sessions = tuple(_composed(facts, problem, solution, week, dates_of(week)))
        composed = replace(compose_week(problem, solution, asked), sessions=sessions)
        made[week.number - 1] = with_runs(composed, facts.request.profile)
    return replace(plan, weeks=tuple(made), warnings=warnings_of(problem), notes=notes_of(problem, solution))


def _ranked(week: PlannedWeek, ranking: tuple[Part, ...]) -> PlannedWeek:
    return replace(week, volumes=tuple(sorted(week.volumes, key=lambda volume: ranking.index(volume.part))))


def _week(facts: _Facts, plan: Plan, number: int) -> Plan:
    """Solve a week by itself, if anything of it waits for a day or can't stay where it is."""
    settled, week = facts.settled, plan.weeks[number - 1]
    whole = facts.problem
    asked = whole.weeks[number - 1]
    offered = facts.request.profile.days
    days = tuple(
        date
        for date in dates_of(week)
        if date >= facts.today
        and date not in settled.closed
        and Weekday.of(date) in offered
        and not whole.is_free(Weekday.of(date), asked)
    )
    standing = standing_of(plan, asked, settled, facts.lines, days, facts.sore)
    lost = any(session.date not in settled.answered and session.date not in days for session in week.sessions)
    by_profile = facts.new_profile and facts.has_begun(week)
    if not (lost or by_profile or _breaks(facts, week, standing, days)):
        return plan
    stays = [session for session in week.sessions if session.date in settled.answered]
    if not days:
        return _put(plan, number, stays)
    open_days = {day: minutes for day, minutes in offered.items() if day in map(Weekday.of, days)}
    candidates = tuple(candidate for candidate in whole.candidates if candidate.day in open_days)
    narrowed = replace(facts.request, profile=replace(facts.request.profile, days=open_days))
    solution = solve(with_fields(whole, request=narrowed, candidates=candidates, standing=standing))
    assert solution.feasible, "what is left of a week can always stay empty"  # noqa: S101
    told = with_fields(whole, standing=standing)
    return _put(plan, number, [*stays, *_composed(facts, told, solution, week, days)])


def _breaks(facts: _Facts, week: PlannedWeek, standing: Standing, days: Collection[dt.date]) -> bool:
    """Whether sets wait for a day, or what is planned for the rest of the week breaks a rule as it stands."""
    part_week = standing.part_week
    assert part_week is not None  # noqa: S101
    most = 4 * HARD_SET_BANDS[facts.request.profile.level][1]
    kept = standing.kept[week.number]
    planned = {(part, Weekday.of(s.date)) for s in week.sessions if s.date in days for part in s.parts}
    return (
        bool(part_week.waiting)
        or not planned.isdisjoint(part_week.resting)
        or any(kept[part] and part_week.quarters(part, direct=True) + kept[part] > most for part in kept)
    )


def _composed(
    facts: _Facts, problem: Problem, solution: Solution, week: PlannedWeek, dates: Iterable[dt.date]
) -> list[Session]:
    """Write out the sessions of some dates; one that does the same as before stays as it was."""
    before = {session.date: session for session in week.sessions}
    found = []
    for date in dates:
        asked = next(each for each in problem.weeks if each.number == week.number)
        session = compose_session(problem, solution, asked, date)
        if session is not None:
            old = before.get(date)
            if old is not None and set(map(_asked, old.items)) == set(map(_asked, session.items)):
                session = _in_order(session, old) if facts.new_profile else old
            found.append(session)
    return found


def _asked(item: Item) -> tuple[object, ...]:
    return work_of(item), item.sets, item.load.text if item.load else ""


def _in_order(session: Session, old: Session) -> Session:
    """A session with its reasons as they are now, in the order that it had."""
    slots = [item.slot for item in old.items]
    items = sorted(session.items, key=lambda item: slots.index(item.slot))
    return replace(session, items=tuple(items), parts=old.parts)


def _put(plan: Plan, number: int, sessions: Iterable[Session]) -> Plan:
    """Put sessions in the place of those of a week, and count its sets again."""
    week = plan.weeks[number - 1]
    ordered = tuple(sorted(sessions, key=lambda session: session.date))
    if ordered == week.sessions:
        return plan
    items = [item for session in ordered for item in session.items]
    counted = replace(
        week,
        sessions=ordered,
        volumes=tuple(_volume(volume, items) for volume in week.volumes),
        joints=tuple(joint_load(joint, items) for joint in Joint),
        muscles=muscle_sets(items),
    )
    counted = with_runs(counted, plan.request.profile)
    return replace(plan, weeks=(*plan.weeks[: number - 1], counted, *plan.weeks[number:]))


def _volume(volume: Volume, items: list[Item]) -> Volume:
    shares = [(item.hard_sets, share_for(volume.part, item.part, item.exercise, item.variant)) for item in items]
    direct = sum(hard for hard, share in shares if share == 1)
    return replace(volume, direct=direct, effective=sum(hard * float(share) for hard, share in shares))


def _change(facts: _Facts, events: tuple[str, ...], moves: tuple[Move, ...]) -> Change:
    settled = facts.settled
    this_week = [week for week in facts.plan.weeks if week.start + WEEK > facts.today]
    planned = {session.date for week in this_week for session in week.sessions}
    missed = settled.missed & planned
    cut_short = {done.planned.date for done in settled.done if done.planned and done.undone()} & planned
    moved = {move.from_date for move in moves if move.to_date not in (None, move.from_date)}
    return Change(facts.today, events, moves, tuple(sorted(missed | cut_short)), tuple(sorted(missed - moved)))
