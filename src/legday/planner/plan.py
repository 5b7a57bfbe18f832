"""A plan as data: weeks of dated sessions, what is done in each, and why."""

import datetime as dt
from typing import Literal

import msgspec

from legday.anatomy import Joint, Part
from legday.notation import Step
from legday.planner.problem import Request
from legday.programs import Role, Training


class ItemLoad(msgspec.Struct, frozen=True):
    """The load to start a set with: as text with its unit, in kilograms [kg], and what it rests on."""

    text: str
    basis: str
    kg: float | None = None


class Item(msgspec.Struct, frozen=True):
    """An exercise of a session: its sets as a canonical set line, the steps they expand to, and the rules behind it."""

    slot: str
    role: Role
    exercise: str
    name: str
    variant: str
    variant_name: str
    how: str
    part: Part | None
    sets: str
    count: int
    hard_sets: float
    minutes: float
    load: ItemLoad | None
    steps: tuple[Step, ...]
    why: tuple[str, ...]
    because: tuple[str, ...]
    note: str = ""


class NextDay(msgspec.Struct, frozen=True):
    """The light movement that belongs to the day after a session."""

    date: dt.date
    what: str


class Session(msgspec.Struct, frozen=True):
    """A session on a date, its items in order, and what follows it. `before` is the day's other training."""

    date: dt.date
    weekday: str
    minutes: int
    minutes_at_hand: int
    parts: tuple[Part, ...]
    items: tuple[Item, ...]
    before: tuple[Training, ...] = ()
    next_day: NextDay | None = None
    food: str = ""


class Volume(msgspec.Struct, frozen=True):
    """Hard sets of a part in a week: aimed at, effective (indirect sets in part), and direct."""

    part: Part
    target: float
    effective: float
    direct: float


class JointLoad(msgspec.Struct, frozen=True):
    """Sets of a week that load a joint, by how much they stress it (row F2)."""

    joint: Joint
    low: int
    medium: int
    high: int


class PlannedWeek(msgspec.Struct, frozen=True):
    """A week of the block."""

    number: int
    start: dt.date
    deload: bool
    sessions: tuple[Session, ...]
    volumes: tuple[Volume, ...]
    joints: tuple[JointLoad, ...] = ()


class RuleText(msgspec.Struct, frozen=True):
    """What a rule says and where it comes from."""

    sentence: str
    source: str
    hard: bool


class StageResult(msgspec.Struct, frozen=True):
    """How far one objective was brought: its cost, the bound below which no plan can go, and where the cost arises."""

    stage: str
    cost: int
    bound: int
    spent: dict[str, int]


class Conflict(msgspec.Struct, frozen=True):
    """A demand that can't hold together with the others of a conflict."""

    rule: str
    about: str
    sentence: str


class Relaxation(msgspec.Struct, frozen=True):
    """A way out of a conflict: the demand to give up, what would do instead, and what the plan would then look like.

    `opens` is False where giving it up alone does not open a plan, because another conflict remains. The ways are
    in the order of their cost; the first is the cheapest.
    """

    rule: str
    about: str
    instead: str
    opens: bool
    cost: tuple[int, ...]
    leads_to: str


class Plan(msgspec.Struct, frozen=True):
    """A plan. `optimal` is proven; `gap` is how far from proven it is, 0 to 1; the request makes it again."""

    status: Literal["optimal", "feasible", "infeasible"]
    gap: float
    solve_seconds: float
    athlete: str
    method: str
    method_name: str
    chosen_because: str
    ranking: tuple[Part, ...]
    weeks: tuple[PlannedWeek, ...]
    stages: tuple[StageResult, ...]
    warnings: tuple[str, ...]
    notes: tuple[str, ...]
    conflict: tuple[Conflict, ...]
    relaxations: tuple[Relaxation, ...]
    rules: dict[str, RuleText]
    request: Request
    version: int = 1

    @property
    def end(self) -> dt.date:
        """The day after its last week."""
        return self.request.start + dt.timedelta(weeks=self.request.weeks)

    def by_day(self) -> tuple[tuple[Session | None, ...], ...]:
        """For each training day of the week, Monday first, its session in every week; None where a week has none."""
        weekdays = sorted({session.date.weekday() for week in self.weeks for session in week.sessions})
        in_week = [{session.date.weekday(): session for session in week.sessions} for week in self.weeks]
        return tuple(tuple(sessions.get(weekday) for sessions in in_week) for weekday in weekdays)
