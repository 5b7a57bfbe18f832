"""A week that has begun, as the planner takes it: what was done of it, what waits for a day, what can still change."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from legday.anatomy import Part
from legday.planner.plan import Item, Plan, PlannedWeek, Session
from legday.planner.problem import Candidate, Problem, share_for
from legday.planner.rules.front_back import LEAST_BACK_TO_FRONT
from legday.planner.settled import Done, Settled
from legday.planner.standing import PartWeek, Place, Standing, Work
from legday.planner.weeks import Week
from legday.units import Weekday

DAY = dt.timedelta(days=1)


def work_of(item: Item) -> Work:
    """The work that an item does, on whatever day."""
    return item.slot, item.exercise, item.variant


def trains(item: Item) -> bool:
    """Whether an item is there for a part, and does not prepare or support."""
    return item.part is not None


def dates_of(week: PlannedWeek) -> tuple[dt.date, ...]:
    """The seven dates of a week."""
    return tuple(week.start + offset * DAY for offset in range(7))


@dataclass(frozen=True)
class Lines:
    """The hard sets of planned work as the model counts them, in quarters of a set; `open` is what may be done now."""

    open: frozenset[Place]
    by_place: Mapping[Place, Candidate]
    by_work: Mapping[Work, Candidate]

    @classmethod
    def of(cls, now: Problem, *before: Problem) -> "Lines":
        """Count as a problem does, and what it does not have as those before it did."""
        by_place: dict[Place, Candidate] = {}
        by_work: dict[Work, Candidate] = {}
        for candidate in (candidate for problem in (now, *before) for candidate in problem.candidates):
            by_place.setdefault((candidate.day, candidate.work), candidate)
            by_work.setdefault(candidate.work, candidate)
        return cls(frozenset((candidate.day, candidate.work) for candidate in now.candidates), by_place, by_work)

    def quarters(self, item: Item, day: Weekday, week: Week, sets: int, share: Fraction = Fraction(1)) -> int:
        """Count a share of so many sets of an item."""
        if not trains(item) or sets <= 0 or not share:
            return 0
        candidate = self.by_place.get((day, work_of(item))) or self.by_work.get(work_of(item))
        if candidate is None:  # no longer open to the athlete
            return floor(4 * share * Fraction(item.hard_sets) * sets / item.count)
        fixed, each = (int(share * quarters) for quarters in candidate.quarter_sets(week))
        return max(0, fixed + each * sets)


@dataclass(frozen=True)
class _Dose:
    item: Item
    day: Weekday
    sets: int


def standing_of(
    plan: Plan,
    week: Week,
    settled: Settled,
    lines: Lines,
    days: Collection[dt.date],
    sore: Collection[tuple[Part, dt.date]],
) -> Standing:
    """Tell how a week stands of which only some days can still be changed.

    Parameters
    ----------
    lines
        How hard sets are counted.
    days
        The days of the week that can be changed.
    sore
        Parts that can't be trained on a day because they are sore.
    """
    planned_week = plan.weeks[week.number - 1]
    dates = dates_of(planned_week)
    near = _near(plan, planned_week, settled, days)
    resting = frozenset((part, Weekday.of(day)) for day, parts in near for part in parts)
    sore_on = frozenset((part, Weekday.of(day)) for part, day in sore if day in days)
    still, waiting = _still_and_waiting(planned_week, settled, days, sore_on)
    done = [dose for each in settled.done if each.planned and each.planned.date in dates for dose in _done(each)]
    beside = Counter[Part]()
    for each in settled.done:
        if (each.planned.date if each.planned else each.on) in dates:
            beside.update({part: floor(4 * sets) for part, sets in each.beside.items()})

    def count(doses: Iterable[_Dose], part: Part, *, direct: bool) -> int:
        return sum(lines.quarters(d.item, d.day, week, d.sets, _share(d.item, part, direct=direct)) for d in doses)

    parts = plan.request.program.parts
    missing = {part: count(waiting, part, direct=True) - beside[part] for part in parts}
    owed = {part: quarters for part, quarters in missing.items() if quarters > 0}
    direct = {part: count(done, part, direct=True) + beside[part] for part in parts}
    effective = {part: count(done, part, direct=False) + beside[part] for part in parts}
    stands = [d for d in still if (d.item.part, d.day) not in resting and (d.day, work_of(d.item)) in lines.open]
    hams_done, quads_done = (effective.get(part, 0) for part in (Part.HAMS, Part.QUADS))
    hams, quads = (count(stands, part, direct=False) for part in (Part.HAMS, Part.QUADS))
    sessions = [_quarters(session, week, lines) for session in planned_week.sessions]
    part_week = PartWeek(
        effective=effective,
        direct=direct,
        trained={on: trained for on, trained in settled.trained().items() if on in dates},
        sessions=Counter(
            routine.id
            for each in settled.done
            if each.planned and each.planned.date in dates
            for routine in plan.request.program.routines
            if any(each.sets.get(slot.id) for slot in routine.slots if slot.part is not None)
        ),
        resting=resting | sore_on,
        waiting=frozenset(work_of(dose.item) for dose in waiting if dose.item.part in owed),
        owed=owed,
        fullest=max((sum(each.values()) for each in sessions), default=0),
        fullest_of={part: max((each[part] for each in sessions), default=0) for part in parts},
        hams_behind=max(
            0,
            quads_done - LEAST_BACK_TO_FRONT * hams_done,
            quads_done + quads - LEAST_BACK_TO_FRONT * (hams_done + hams),
        ),
    )
    left = [session for session in planned_week.sessions if session.date not in settled.answered]
    one_more = any((dose.item.part, dose.day) in sore_on for dose in waiting)
    return Standing(
        planned={week.number: {(dose.day, work_of(dose.item)): dose.sets for dose in still}},
        kept={week.number: {part: count(still, part, direct=True) for part in parts}},
        most_days=len(left) + one_more,
        part_week=part_week,
    )


def _still_and_waiting(
    week: PlannedWeek, settled: Settled, days: Collection[dt.date], sore: Collection[tuple[Part, Weekday]]
) -> tuple[list[_Dose], list[_Dose]]:
    """What is still planned where it can be changed, and what lost its day. An easy week catches up on nothing."""
    still: list[_Dose] = []
    waiting: list[_Dose] = []
    for session in week.sessions:
        day = Weekday.of(session.date)
        if session.date in settled.answered or (session.date in settled.missed and week.is_light):
            continue
        for item in session.items:
            lost = session.date not in days or (item.part is not None and (item.part, day) in sore)
            if not lost:
                still.append(_Dose(item, day, item.count))
            elif trains(item):
                waiting.append(_Dose(item, day, item.count))
    for done in settled.done:
        if done.planned in week.sessions and not week.is_light:
            undone, day = done.undone(), Weekday.of(done.planned.date)
            waiting += [_Dose(item, day, undone[item.slot]) for item in done.planned.items if item.slot in undone]
    return still, waiting


def _done(done: Done) -> Iterator[_Dose]:
    for item in done.planned.items if done.planned else ():
        yield _Dose(item, Weekday.of(done.on), done.sets.get(item.slot, 0))


def _near(
    plan: Plan, week: PlannedWeek, settled: Settled, days: Collection[dt.date]
) -> Iterator[tuple[dt.date, frozenset[Part]]]:
    """For each day the parts that are trained on a day beside it which can't be changed here."""
    trained = dict(settled.trained())
    for other in plan.weeks:
        for session in other.sessions:
            if other is not week and session.date not in settled.closed:
                trained[session.date] = frozenset(session.parts)
    for day in days:
        yield day, trained.get(day - DAY, frozenset()) | trained.get(day + DAY, frozenset())


def _share(item: Item, part: Part, *, direct: bool) -> Fraction:
    share = share_for(part, item.part, item.exercise, item.variant)
    return share if share == 1 or not direct else Fraction(0)


def _quarters(session: Session, week: Week, lines: Lines) -> Counter[Part]:
    """Hard sets of each part in a session, the more of what the plan says and what the model counts."""
    found = Counter[Part]()
    for item in session.items:
        if item.part is not None:
            counted = lines.quarters(item, Weekday.of(session.date), week, item.count)
            found[item.part] += max(counted, floor(4 * item.hard_sets))
    return found
