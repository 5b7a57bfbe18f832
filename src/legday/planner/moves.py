"""What moved between a plan and the plan made again from it, each move in one sentence with the reason for it."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from legday.anatomy import Joint, Part
from legday.catalogue import load_catalogue
from legday.planner.part_week import trains, work_of
from legday.planner.plan import Item, Move, MoveKind, Plan, PlannedWeek, Session
from legday.planner.profile import Profile
from legday.planner.rules.pain import eased_joints
from legday.planner.settled import Done, Settled
from legday.planner.standing import Work
from legday.units import Weekday

WEEK = dt.timedelta(weeks=1)

_PROFILE_WORDS = {
    "days": "your days",
    "rest_days": "your rest days",
    "pain": "what hurts",
    "place": "where you train",
    "has": "what is at hand",
    "lacks": "what is at hand",
    "partner": "when a partner is there",
    "cage": "what is at hand",
    "avoid": "what you leave out",
    "wishes": "your wishes",
    "runs": "your runs",
    "race": "your race",
    "trade_mileage": "your runs",
    "other_training": "your other training",
    "level": "your level",
    "goal": "your goal",
    "ranking": "your ranking",
    "lagging": "your ranking",
}
_KINDS: tuple[MoveKind, ...] = (
    "moved",
    "swapped",
    "added",
    "shortened",
    "load changed",
    "done otherwise",
    "left out",
)
_PROPER = ("B-stance", "Bulgarian", "Copenhagen", "Cossack", "Nordic", "Pallof", "Romanian", "Smith", "Spanish")

_MOST_OF_IT = 2 / 3
"""The share of a session's exercises that must be found on another day for the session to count as moved there."""


@dataclass(frozen=True)
class Causes:
    """Why a plan is made again, told for the day or the exercise that it bears on."""

    plan: Plan
    today: dt.date
    profile: Profile
    sore: frozenset[Part]
    settled: Settled

    def events(self) -> tuple[str, ...]:
        """Say what happened, in the order of the days."""
        sessions = [session for week in self._weeks() for session in week.sessions]
        told = [self._missed(session) for session in sessions if session.date in self.settled.missed]
        told += [f"You stopped early on {_day(date)}." for date in sorted(self.cut_short())]
        for done in self.settled.done:
            if done.planned is not None and done.on != done.planned.date and self._is_current(done.planned.date):
                told.append(f"You did the session of {_day(done.planned.date)} on {_day(done.on)}.")
            elif done.planned is None and done.parts and self._is_current(done.on):
                told.append(f"You trained {_and(sorted(done.parts))} on {_day(done.on)} beside the plan.")
        if self.sore:
            told.append(f"Your {_and(sorted(self.sore))} are too sore today.")
        return (*told, *self._changes_of_profile())

    def of(self, session: Session, item: Item | None = None) -> str:
        """Say why what was planned for a day could not stay as it was."""
        if session.date in self.settled.missed:
            return self._missed(session)
        if session.date in self.cut_short():
            return f"You stopped early on {_day(session.date)}."
        if session.date == self.today and item is not None and item.part in self.sore:
            return f"Your {item.part} are too sore today."
        if changes := self._changes_of_profile():
            joints = self._new_pain(item) if item else []
            return f"{changes[0]} This loads the {_and(joints)}." if joints else changes[0]
        trained = self.settled.trained()
        near = [
            on for on, parts in trained.items() if item and item.part in parts and abs((on - session.date).days) <= 1
        ]
        if near and item is not None:
            return f"You trained {item.part} on {_day(near[0])}, and a part has the next day off."
        return "It makes room for the rest of the week."

    def of_new(self) -> str:
        """Say why there is something new."""
        return " ".join(("It makes up for what is left out.", *self.events()))

    def no_room(self, week: PlannedWeek, left: Iterable[dt.date]) -> str:
        """Say why what was missed finds no other day in its week."""
        if self._changes_of_profile():
            return ""
        if week.deload:
            return "This is the easy week, so nothing is caught up on."
        if week.taper:
            return "This week leads up to your race, so nothing is caught up on."
        if not any(date >= self.today for date in left):
            return "No session is left this week to put it in."
        return "No day that is left has room for it under the rules, and nothing is doubled up."

    def cut_short(self) -> set[dt.date]:
        """The planned days of this week whose sessions were stopped early."""
        found = {done.planned.date for done in self.settled.done if done.planned and done.undone()}
        return {date for date in found if self._is_current(date)}

    def undone(self, date: dt.date) -> dict[str, int]:
        """The sets by slot that a session was stopped short of."""
        answers: list[Done] = [done for done in self.settled.done if done.planned and done.planned.date == date]
        return answers[0].undone() if answers and self._is_current(date) else {}

    def _missed(self, session: Session) -> str:
        if session.date < self.today:
            return f"{_day(session.date)} was missed."
        return f"{_day(session.date)} falls out."

    def _changes_of_profile(self) -> list[str]:
        old, new = self.plan.request.profile, self.profile
        changed = [name for name in old.__struct_fields__ if getattr(old, name) != getattr(new, name)]
        words = dict.fromkeys(_PROFILE_WORDS.get(name, "your profile") for name in changed)
        return [f"You changed {_and(list(words))}."] if words else []

    def _new_pain(self, item: Item) -> list[Joint]:
        exercise, before = load_catalogue().exercises[item.exercise], self.plan.request.profile
        hurts = eased_joints(self.profile, exercise)
        return [joint for joint in hurts if self.profile.pain_at(joint) > before.pain_at(joint)]

    def _is_current(self, date: dt.date) -> bool:
        return any(week.start <= date < week.start + WEEK for week in self._weeks())

    def _weeks(self) -> list[PlannedWeek]:
        return [week for week in self.plan.weeks if week.start + WEEK > self.today]


@dataclass(frozen=True)
class _Found:
    """A move of one exercise, or of a whole session if there is no item; `other` is what takes its place."""

    kind: MoveKind
    from_date: dt.date | None
    to_date: dt.date | None
    because: str
    parts: tuple[Part, ...] = ()
    item: Item | None = None
    other: Item | None = None
    sets: int = 0
    of_sets: int = 0

    @property
    def place(self) -> tuple[dt.date, int]:
        """Where it stands among all: by its day, and what stays in the plan before what does not."""
        return self.from_date or self.to_date or dt.date.max, _KINDS.index(self.kind)

    @property
    def key(self) -> tuple[object, ...]:
        """What is the same about it from week to week."""
        days = tuple(date and date.weekday() for date in (self.from_date, self.to_date))
        return self.kind, days, self.parts, self.item and work_of(self.item), self.other and work_of(self.other)


def tell_moves(old: Plan, new: Plan, causes: Causes) -> tuple[Move, ...]:
    """Tell what moved, week by week; a move that weeks share is told once, from the first of them on."""
    found: dict[tuple[object, ...], _Found] = {}
    repeated: set[tuple[object, ...]] = set()
    for before, after in zip(old.weeks, new.weeks, strict=True):
        if before.start + WEEK <= causes.today:
            continue
        for each in _Week(before, after, causes).moves():
            if each.key in found:
                repeated.add(each.key)
            found.setdefault(each.key, each)
    groups: dict[tuple[object, ...], list[_Found]] = {}
    for key, each in found.items():
        alone = each.item is None or each.kind not in ("moved", "left out", "added")
        group = (key if alone else (), each.kind, each.from_date, each.to_date, each.because, key in repeated)
        groups.setdefault(group, []).append(each)
    ordered = sorted(
        groups.values(), key=lambda group: (group[0].from_date or group[0].to_date, _KINDS.index(group[0].kind))
    )
    return tuple(_told(group, weekly=group[0].key in repeated) for group in ordered)


@dataclass
class _Week:
    """A week before and after; `new` are sets on a day that has more of them than before, less those told of."""

    before: PlannedWeek
    after: PlannedWeek
    causes: Causes
    new: Counter[tuple[dt.date, Work]] = field(default_factory=Counter)

    def moves(self) -> Iterator[_Found]:
        """Tell of what was there before, day by day, and then of what is new."""
        was = {session.date: session for session in self.before.sessions}
        now = {session.date: session for session in self.after.sessions}
        added: list[tuple[dt.date, Item]] = []
        for date, session in now.items():
            planned = _sets_by_work(was.get(date))
            for item in filter(trains, session.items):
                more = item.count - planned.get(work_of(item), 0)
                if more > 0:
                    self.new[date, work_of(item)] = more
                    added.append((date, item))
        for session in was.values():
            yield from self._of_session(session, now)
        for date, item in added:
            if sets := self.new[date, work_of(item)]:
                yield _Found("added", None, date, self.causes.of_new(), item=item, sets=sets)

    def _of_session(self, session: Session, now: dict[dt.date, Session]) -> Iterator[_Found]:
        date, after = session.date, now.get(session.date)
        left, undone = _sets_by_work(after), self.causes.undone(date)
        gone = [
            (item, sets)
            for item in filter(trains, session.items)
            if (sets := max(0, item.count - left.get(work_of(item), 0)) + undone.get(item.slot, 0))
        ]
        to = None
        if after is None and gone:
            to = self._taken_to([item for item, _ in gone], {day.date for day in self.before.sessions})
            if to is not None:
                yield _Found("moved", date, to, self.causes.of(session), parts=session.parts)
            elif not any(self._elsewhere(item) for item, _ in gone):
                yield _Found("left out", date, None, self._left_out(session, None, now), parts=session.parts)
                return
        instead = {item.slot: item for item in after.items} if after else {}
        for item, sets in gone:
            other = instead.get(item.slot)
            if other is not None and work_of(other) != work_of(item):
                self.new[date, work_of(other)] = 0
                yield _Found("swapped", date, date, self.causes.of(session, item), item=item, other=other)
                continue
            rest = sets
            for day in self._elsewhere(item):
                taken = min(rest, self.new[day, work_of(item)])
                self.new[day, work_of(item)] -= taken
                rest -= taken
                if taken and day != to:
                    yield _Found("moved", date, day, self.causes.of(session, item), item=item, sets=taken)
            if not rest:
                continue
            because = self._left_out(session, item, now)
            if left.get(work_of(item)) and not undone.get(item.slot):
                yield _Found("shortened", date, date, because, item=item, other=other, sets=rest, of_sets=sets)
            else:
                yield _Found("left out", date, None, because, item=item, sets=rest, of_sets=sets)
        for item in filter(trains, session.items):
            same = instead.get(item.slot)
            if same is None or work_of(same) != work_of(item) or same.count != item.count or same.sets == item.sets:
                continue
            kind: MoveKind = "load changed" if _load(item) != _load(same) else "done otherwise"
            yield _Found(kind, date, date, self.causes.of(session, item), item=item, other=same)

    def _left_out(self, session: Session, item: Item | None, now: Iterable[dt.date]) -> str:
        return f"{self.causes.of(session, item)} {self.causes.no_room(self.before, now)}".strip()

    def _elsewhere(self, item: Item) -> list[dt.date]:
        return [date for (date, work), sets in self.new.items() if work == work_of(item) and sets]

    def _taken_to(self, items: list[Item], had_sessions: set[dt.date]) -> dt.date | None:
        """The day without a session before that took most of a session's exercises."""
        took = Counter(date for item in items for date in self._elsewhere(item) if date not in had_sessions)
        best = max(took, key=lambda date: (took[date], -date.toordinal()), default=None)
        return best if best is not None and took[best] >= _MOST_OF_IT * len(items) else None


def _told(group: Sequence[_Found], *, weekly: bool) -> Move:
    """Put moves that belong together in one sentence; `weekly` ones hold from their day on."""
    first = group[0]
    items = [each.item for each in group if each.item]
    origin, to = ((_days(date) if weekly else _day(date)) if date else "" for date in (first.from_date, first.to_date))
    names = [_small(item.name) for item in items]
    was = becomes = ""
    if first.item is None:
        what = _and(first.parts) if first.parts else "legs"
    elif first.kind == "left out":
        partly = [f"{each.sets} of {each.of_sets} sets of " if each.sets < each.of_sets else "" for each in group]
        what = _and([part + name for part, name in zip(partly, names, strict=True)])
    elif first.kind in ("moved", "added"):
        what = _and([f"{_sets(each.sets)} of {name}" for each, name in zip(group, names, strict=True)])
    else:
        what = names[0]
    many = len(items) > 1 or first.item is None or first.kind in ("moved", "added") or what.find(" sets of ") > 0
    if first.kind == "moved":
        say = f"{what} move from {origin} to {to}"
    elif first.kind == "left out":
        say = f"{what} of {origin} {'are' if many else 'is'} left out"
        say += "; next week goes on as planned" if first.item is None and not weekly else ""
    elif first.kind == "added":
        say = f"{what} come in on {to}"
    elif first.kind == "swapped" and first.other:
        was, becomes = names[0], _small(first.other.name)
        say = f"{becomes} takes the place of {was} on {origin}"
    else:
        was, becomes = _was_and_becomes(first)
        say = f"{what} on {origin}: {becomes} instead of {was}"
    exercises = tuple(item.exercise for item in items)
    parts = tuple(dict.fromkeys(item.part for item in items if item.part)) or first.parts
    dates = (first.from_date, first.to_date)
    return Move(first.kind, _big(what), parts, exercises, *dates, was, becomes, f"{_big(say)}.", first.because)


def _was_and_becomes(found: _Found) -> tuple[str, str]:
    assert found.item is not None  # noqa: S101
    if found.other is None or found.kind == "shortened":
        return _sets(found.item.count), _sets(found.item.count - found.sets)
    if found.kind == "load changed":
        return _load(found.item), _load(found.other)
    return found.item.sets, found.other.sets


def _load(item: Item) -> str:
    return item.load.text if item.load else ""


def _sets_by_work(session: Session | None) -> dict[Work, int]:
    return {work_of(item): item.count for item in session.items} if session else {}


def _day(date: dt.date) -> str:
    return f"{Weekday.of(date).capitalize()} {date.day} {date.strftime('%b')}"


def _days(date: dt.date) -> str:
    return f"{Weekday.of(date).capitalize()}s from {date.day} {date.strftime('%b')}"


def _sets(count: int) -> str:
    return "1 set" if count == 1 else f"{count} sets"


def _and(words: Sequence[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last


def _small(text: str) -> str:
    return text if text.startswith(_PROPER) else text[:1].lower() + text[1:]


def _big(text: str) -> str:
    return text[:1].upper() + text[1:]
