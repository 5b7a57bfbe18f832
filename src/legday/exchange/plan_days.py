"""A plan by training day: what is done on it through the weeks of the block."""

from collections.abc import Iterator
from dataclasses import dataclass

from legday.exchange.plan_words import said_load
from legday.planner import Item, Plan, PlannedWeek, Session


@dataclass(frozen=True)
class Course:
    """An exercise of a training day through the block: what each week that has it asks for."""

    weeks: tuple[tuple[PlannedWeek, Item], ...]

    @property
    def item(self) -> Item:
        """The exercise as it is first done."""
        return self.weeks[0][1]

    @property
    def runs(self) -> tuple[tuple[str, Item], ...]:
        """Neighbouring weeks that ask for the same, joined: `1-3` with an en dash, and what they ask for."""
        runs: list[tuple[int, int, Item]] = []
        for week, item in self.weeks:
            first, last, before = runs[-1] if runs else (0, 0, item)
            if runs and last + 1 == week.number and _asked(before) == _asked(item):
                runs[-1] = (first, week.number, before)
            else:
                runs.append((week.number, week.number, item))
        return tuple((f"{first}" if first == last else f"{first}–{last}", item) for first, last, item in runs)


def _asked(item: Item) -> tuple[str, str]:
    return item.sets, said_load(item)


@dataclass(frozen=True)
class TrainingDay:
    """A day of the week on which legs are trained: its sessions through the block, and its exercises in order."""

    sessions: tuple[tuple[PlannedWeek, Session], ...]
    courses: tuple[Course, ...]

    @property
    def session(self) -> Session:
        """The first of its sessions."""
        return self.sessions[0][1]

    @property
    def minutes(self) -> str:
        """How long its sessions take [min]: `41`, or `38-52` with an en dash."""
        minutes = sorted({session.minutes for _, session in self.sessions})
        return f"{minutes[0]}" if len(minutes) == 1 else f"{minutes[0]}–{minutes[-1]}"


def training_days(plan: Plan) -> tuple[TrainingDay, ...]:
    """Gather a plan's sessions by the day of the week, in the order of the days."""
    by_day: dict[int, list[tuple[PlannedWeek, Session]]] = {}
    for week in plan.weeks:
        for session in week.sessions:
            by_day.setdefault((session.date - week.start).days, []).append((week, session))
    return tuple(TrainingDay(tuple(by_day[day]), tuple(_courses(by_day[day]))) for day in sorted(by_day))


def _courses(sessions: list[tuple[PlannedWeek, Session]]) -> Iterator[Course]:
    found: dict[tuple[str, str, str], list[tuple[PlannedWeek, Item]]] = {}
    for week, session in sessions:
        for item in session.items:
            found.setdefault((item.slot, item.exercise, item.variant), []).append((week, item))
    return (Course(tuple(weeks)) for weeks in found.values())
