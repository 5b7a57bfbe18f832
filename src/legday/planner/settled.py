"""What is settled of a plan: which sessions were done, when, and how much of them; and which were missed."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from legday.anatomy import Part
from legday.catalogue import load_catalogue
from legday.log import Log, LoggedSession
from legday.planner.plan import Plan, Session

WORTH_CATCHING_UP = 2
"""The hard sets of a part that a session must fall short by before they are asked about again; our own convention."""


@dataclass(frozen=True)
class Done:
    """A session as it was done: on which day, the sets of each slot, and hard sets of each part beside the plan.

    `planned` is None for a session that answers none of the plan's; `whole` says that nothing of it is open any more.
    """

    on: dt.date
    planned: Session | None
    sets: Mapping[str, int]
    beside: Mapping[Part, float]
    whole: bool

    @property
    def parts(self) -> frozenset[Part]:
        """The parts that were trained."""
        items = self.planned.items if self.planned else ()
        own = (item.part for item in items if item.part and self.sets.get(item.slot))
        return frozenset((*own, *(part for part, sets in self.beside.items() if sets)))

    def undone(self) -> dict[str, int]:
        """The sets that are missing by slot, of parts that fall short by so much that it is worth catching up."""
        if self.whole or self.planned is None:
            return {}
        short = Counter[Part]()
        missing: dict[str, tuple[Part, int]] = {}
        for item in self.planned.items:
            sets = item.count - self.sets.get(item.slot, 0)
            if item.part and sets > 0:
                missing[item.slot] = item.part, sets
                short[item.part] += sets
        return {slot: sets for slot, (part, sets) in missing.items() if short[part] >= WORTH_CATCHING_UP}


@dataclass(frozen=True)
class Settled:
    """All that is settled of a plan on a day.

    `done` are the sessions that were done or begun; `missed` the planned days that nobody answered, and `closed` days
    on which nothing can be planned any more.
    """

    done: tuple[Done, ...]
    missed: frozenset[dt.date]
    closed: frozenset[dt.date]

    @property
    def answered(self) -> frozenset[dt.date]:
        """The planned days whose session was done or begun."""
        return frozenset(done.planned.date for done in self.done if done.planned)

    def trained(self) -> dict[dt.date, frozenset[Part]]:
        """The parts trained on each day."""
        found: dict[dt.date, frozenset[Part]] = {}
        for done in self.done:
            if done.parts:
                found[done.on] = found.get(done.on, frozenset()) | done.parts
        return found


def settle(
    plan: Plan, log: Log, today: dt.date, missed: Collection[dt.date] = (), *, log_is_whole: bool = True
) -> Settled:
    """Find what is settled of a plan.

    A planned session is answered by one that says so, else by one of its day. Days that are named in `missed` were
    missed or fall out; so was any other before today that nothing answers, if the log is whole, and else it was done.
    """
    planned = {session.date: session for week in plan.weeks for session in week.sessions}
    done = list(_from_log(plan, planned, log, today))
    answered = {each.planned.date for each in done if each.planned}
    left_out = set(missed) - answered
    open_before = {date for date in planned.keys() - answered - left_out if date < today}
    if log_is_whole:
        left_out |= open_before
    else:
        done += [_as_planned(planned[date], date) for date in sorted(open_before)]
        answered |= open_before
    closed = left_out | answered | {each.on for each in done}
    return Settled(tuple(done), frozenset(left_out & planned.keys()), frozenset(closed))


def _from_log(plan: Plan, planned: Mapping[dt.date, Session], log: Log, today: dt.date) -> Iterator[Done]:
    eve = plan.request.start - dt.timedelta(days=1)
    sessions = [each for each in log.sessions if eve <= each.start.date() <= today]
    named = {each.planned_date for each in sessions if _answers(each, today)} & planned.keys()
    settled = {date for change in plan.changes for date in change.settled}
    by_day: dict[dt.date | None, list[LoggedSession]] = defaultdict(list)
    for session in sessions:
        day = session.start.date()
        if session.planned_date in named:
            by_day[session.planned_date].append(session)
        elif day in planned and day not in named and _trains_legs(session):
            by_day[day].append(session)
        elif _trains_legs(session):
            yield _beside(session)
    for date, answering in by_day.items():
        if date is not None:
            yield _done(planned[date], answering, today, whole=date in settled)


def _answers(session: LoggedSession, today: dt.date) -> bool:
    return bool(session.sets) or _in_progress(session, today)


def _in_progress(session: LoggedSession, today: dt.date) -> bool:
    return not session.finished and session.start.date() == today


def _trains_legs(session: LoggedSession) -> bool:
    return any(_part_of(done.exercise) for done in session.sets)


def _part_of(exercise: str | None) -> Part | None:
    found = load_catalogue().exercises.get(exercise or "")
    return found.parts[0] if found and found.parts and found.kind in ("strength", "hold") else None


def _done(planned: Session, answering: list[LoggedSession], today: dt.date, *, whole: bool) -> Done:
    on = answering[-1].start.date()
    if any(_in_progress(session, today) for session in answering):
        return _as_planned(planned, on)
    by_slot: dict[str, Counter[str | None]] = defaultdict(Counter)
    beside = Counter[Part]()
    slots = {item.slot for item in planned.items}
    by_exercise = {item.exercise: item.slot for item in planned.items if item.part}
    for session in answering:
        for done in session.sets:
            slot = done.block if done.block in slots else by_exercise.get(done.exercise or "")
            if done.kind in ("warm-up", "drop"):
                continue
            if slot is not None:
                by_slot[slot][done.side] += 1
            elif part := _part_of(done.exercise):
                beside[part] += 1
    sets = {slot: sides[None] + max(sides["left"], sides["right"]) for slot, sides in by_slot.items()}
    sets = {item.slot: min(item.count, sets[item.slot]) for item in planned.items if item.slot in sets}
    return Done(on, planned, sets, beside, whole)


def _beside(session: LoggedSession) -> Done:
    beside = Counter[Part]()
    for done in session.sets:
        part = _part_of(done.exercise)
        if part and done.kind not in ("warm-up", "drop") and done.side != "right":
            beside[part] += 1
    return Done(session.start.date(), None, {}, beside, whole=True)


def _as_planned(planned: Session, on: dt.date) -> Done:
    return Done(on, planned, {item.slot: item.count for item in planned.items}, {}, whole=True)
