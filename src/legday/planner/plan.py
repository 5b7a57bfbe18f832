"""A plan as data: weeks of dated sessions, what is done in each, and why."""

import datetime as dt
from typing import Literal

import msgspec

from legday.anatomy import Joint, MuscleName, Part
from legday.notation import Step
from legday.planner.problem import Request
from legday.planner.running import PlannedRun
from legday.programs import Role, Training
from legday.units import Energy


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
    """A session on a date, its items in order, and what follows it.

    `before` is the day's other training; `beside` says what becomes of the day's run.
    """

    date: dt.date
    weekday: str
    minutes: int
    minutes_at_hand: int
    parts: tuple[Part, ...]
    items: tuple[Item, ...]
    before: tuple[Training, ...] = ()
    next_day: NextDay | None = None
    food: str = ""
    beside: str = ""


class Volume(msgspec.Struct, frozen=True):
    """Hard sets of a part in a week: aimed at, effective (indirect sets in part), and direct."""

    part: Part
    target: float
    effective: float
    direct: float


class JointLoad(msgspec.Struct, frozen=True):
    """Sets of a week that load a joint, by how much they stress it (row F2).

    `moment` is the greatest that muscles make at the joint in a working set of the model's athlete, the mean of all
    sets whose exercise has poses [N·m]; see docs/physics.md.
    """

    joint: Joint
    low: int
    medium: int
    high: int
    moment: int = 0


class MuscleSets(msgspec.Struct, frozen=True):
    """Effective hard sets of a muscle in a week."""

    muscle: MuscleName
    name: str
    sets: float


class FreeMeal(msgspec.Struct, frozen=True):
    """The planned free meal of a week: when, before which session, of which part, and what it holds (METHODS P11).

    `part` is None where no session trains the quads and it stands by the hardest one. `say` is all that in a sentence.
    """

    date: dt.date
    meal: Literal["dinner", "lunch"]
    session: dt.date
    part: Part | None
    energy: Energy
    say: str


class PlannedWeek(msgspec.Struct, frozen=True):
    """A week of the block.

    `deload` says that it is easy, `taper` that it leads up to a race. `runs` are the athlete's runs and the race beside
    the sessions, and `mileage` says what they come to and what of it is traded for legs.
    """

    number: int
    start: dt.date
    deload: bool
    sessions: tuple[Session, ...]
    volumes: tuple[Volume, ...]
    joints: tuple[JointLoad, ...] = ()
    muscles: tuple[MuscleSets, ...] = ()
    taper: bool = False
    runs: tuple[PlannedRun, ...] = ()
    mileage: str = ""
    free_meal: FreeMeal | None = None

    @property
    def is_light(self) -> bool:
        """Whether it asks for less than a full week, so that nothing is added to it."""
        return self.deload or self.taper


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


MoveKind = Literal["moved", "left out", "shortened", "added", "swapped", "load changed", "done otherwise"]


class Move(msgspec.Struct, frozen=True):
    """One thing that a re-plan moved, from where to where; without `exercises` it is about a whole session.

    `was` and `becomes` tell what changed beside the day: sets, loads, exercises. `say` is the move in one sentence,
    `because` the event or the rule behind it.
    """

    kind: MoveKind
    what: str
    parts: tuple[Part, ...]
    exercises: tuple[str, ...]
    from_date: dt.date | None
    to_date: dt.date | None
    was: str
    becomes: str
    say: str
    because: str


class Change(msgspec.Struct, frozen=True):
    """When a plan was changed, what happened, and what moved.

    `settled` are days whose undone work was dealt with, so that it is not asked about again; `let_go` those of them
    whose session was neither done nor moved.
    """

    on: dt.date
    events: tuple[str, ...]
    moves: tuple[Move, ...]
    settled: tuple[dt.date, ...] = ()
    let_go: tuple[dt.date, ...] = ()


class Plan(msgspec.Struct, frozen=True):
    """A plan. `optimal` is proven; `gap` is how far from proven it is, 0 to 1; the request makes it again.

    `changes` are those that were made since, the oldest first; what the request makes is then the plan before them.
    """

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
    changes: tuple[Change, ...] = ()

    @property
    def end(self) -> dt.date:
        """The day after its last week."""
        return self.request.start + dt.timedelta(weeks=self.request.weeks)

    def by_day(self) -> tuple[tuple[Session | None, ...], ...]:
        """For each training day, Monday first, its session in every week; None where a week has none.

        A week that does something else on a day than the weeks before has a row of its own for it.
        """
        rows: dict[tuple[object, ...], dict[int, Session]] = {}
        for week in self.weeks:
            for session in week.sessions:
                work = tuple((item.slot, item.exercise, item.variant) for item in session.items)
                rows.setdefault((session.date.weekday(), work), {})[week.number] = session
        order = sorted(rows, key=lambda row: (row[0], min(rows[row])))
        return tuple(tuple(rows[row].get(week.number) for week in self.weeks) for row in order)
