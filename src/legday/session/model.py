"""A session as a list of steps that a phone plays without a planner and without a network."""

import datetime as dt
from typing import Literal

import msgspec

from legday.anatomy import Joint, Part
from legday.energy import SessionEnergy
from legday.log import PartKind, SetKind
from legday.notation import Cue, StepKind
from legday.programs import Role, Training
from legday.progress import ReadinessRule
from legday.units import Mass

Side = Literal["left", "right", "in-turn"]
Trigger = Literal["fewer-reps", "no-pause-needed", "too-sore", "machine-taken", "out-of-time", "warm-up-heavy"]
Answer = Literal["lower-load", "heavier-next-time", "leave-out", "swap", "finish"]


class Loading(msgspec.Struct, frozen=True, omit_defaults=True):
    """How a load is put on: its mass, the words for it, and what to put on where.

    `on` is what it is put on. `per_side` are the plates of each side of a bar or sled, `peg` those of a machine with
    one peg, in the order in which they are put on, and `bar` is what the bar weighs. `pin` is the mass to put the pin
    of a stack at. `each` is the mass of each dumbbell. `why` says how a wished load became this one, empty where
    nothing was rounded.
    """

    mass: Mass
    text: str
    on: Literal["barbell", "dumbbells", "dumbbell", "kettlebell", "stack", "plates", "band", "bodyweight"]
    bar: Mass | None = None
    per_side: tuple[Mass, ...] = ()
    peg: tuple[Mass, ...] = ()
    pin: Mass | None = None
    each: Mass | None = None
    why: str = ""


class TechniqueChange(msgspec.Struct, frozen=True):
    """From a rep on, the set is done another way, such as toes pointed and then the ankle flexed."""

    from_rep: int
    say: str


class WhatIf(msgspec.Struct, frozen=True, omit_defaults=True):
    """What to do if it goes otherwise, as data that the phone obeys without a network.

    `below` is the number of reps under which "fewer-reps" and "warm-up-heavy" hold, `reserve` the number of reps in
    reserve under which "warm-up-heavy" holds, too. `part` the part that "too-sore" is about. `blocks` are
    the blocks to leave out, in this order, each until the time suffices; `load` is what to go on with; `swap_to` the
    exercises of the alternatives of the block, the best first.
    """

    when: Trigger
    do: Answer
    say: str
    below: int | None = None
    load: Loading | None = None
    part: Part | None = None
    blocks: tuple[str, ...] = ()
    swap_to: tuple[str, ...] = ()
    reserve: int | None = None


class CheckInRule(ReadinessRule, frozen=True, omit_defaults=True):
    """A readiness rule and what it bears on in a session: `blocks`, and the alternatives that spare the joint."""

    blocks: tuple[str, ...] = ()
    swap_to: tuple[str, ...] = ()


class PlayStep(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing to do, in order.

    `key` is unlike any other of the session and stays the same when the session is made again. `text` is what stands
    on the screen, `say` what is spoken. `seconds` is the time it is expected to take [s].

    A step that is logged has `set_key`, the set that it belongs to, and `part_key` where it is a part inside
    that set (a drop, forced reps) and not its start. `reps` and `hold` [s] are what is aimed at, lowest and highest;
    `to_failure` asks for all there are. `rest` is the time to rest [s], lowest and highest. `share` is the part of the
    load of the set's start, or for a ramp-up set of the work load, that is lifted here, if it is known. `tempo` is the
    seconds of lowering, at the bottom, of lifting (0 is as fast as possible) and at the top. `pause_seconds` is the
    rest at the top without which a work set does not count (METHODS P8). `chance` is how probable the
    least reps with the least reserve are, where the log shows strength. `partner` says what a partner does, and
    `alone` what to do in its place if none is there after all.
    """

    key: str
    block: str
    kind: StepKind
    text: str
    say: str
    seconds: float
    set_number: int = 1
    sets: int = 1
    link: int = 1
    set_key: str | None = None
    part_key: str | None = None
    part_kind: PartKind | None = None
    set_kind: SetKind = "normal"
    reps: tuple[int, int] | None = None
    hold: tuple[int, int] | None = None
    rest: tuple[int, int] | None = None
    unit: Literal["reps", "steps"] = "reps"
    to_failure: bool = False
    reserve: tuple[int, int] | None = None
    chance: float | None = None
    side: Side | None = None
    load: Loading | None = None
    share: float | None = None
    tempo: tuple[int, int, int, int] | None = None
    pause_seconds: int | None = None
    cues: tuple[Cue, ...] = ()
    technique: tuple[TechniqueChange, ...] = ()
    partner: str = ""
    alone: str = ""
    what_if: tuple[WhatIf, ...] = ()


class RampRise(msgspec.Struct, frozen=True):
    """With `reserve` or more reps left after a test set, the next one takes up to `share` times its load.

    `shows` are the reps in reserve that such an answer counts as where a work load is worked out.
    """

    reserve: int
    share: float
    shows: int


class RampTest(msgspec.Struct, frozen=True, omit_defaults=True):
    """How test sets find a load that is not known, as rules that the phone obeys without a network.

    `sets` are the keys of the test sets. After each the athlete says how many reps were left. The first of the `rises`
    that holds tells the next load: the heaviest of the `ladder` that is no more than its share, nor than `most_more`
    [kg] above. Where none holds, reps are missing, or nothing heavier is allowed, the test is over. Then the work load
    is the heaviest of the ladder up to `share` times what was shown: load * (30 + reps + reserve) / (30 + `reps`), by
    Epley's relation. The ladder has the lightest first.
    """

    sets: tuple[str, ...]
    ladder: tuple[Loading, ...]
    rises: tuple[RampRise, ...]
    most_more: float
    reps: int
    share: float


class LastTime(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was done the last time an exercise was trained: when, its sets as text, and what was noted."""

    date: dt.date
    sets: tuple[str, ...]
    note: str = ""


class Alternative(msgspec.Struct, frozen=True, omit_defaults=True):
    """An exercise that can stand in for a block and keeps its intent, with the steps to do instead."""

    exercise: str
    name: str
    variant: str
    variant_name: str
    how: str
    why: str
    load_on: str
    steps: tuple[PlayStep, ...]
    last_time: LastTime | None = None


class Block(msgspec.Struct, frozen=True, omit_defaults=True):
    """An exercise of a session: what it is, how it is done, why it is here, and what can stand in for it.

    Blocks of the same `group` are done in turn, as a superset or circuit. `one_sided` blocks log left and right apart.
    `load_basis` says what the load rests on or, where `load_unknown`, how to find it, with a `ramp_test` if there is
    time for one; `increment` is the smallest change of load.
    """

    key: str
    role: Role
    exercise: str
    name: str
    variant: str
    variant_name: str
    how: str
    sets: str
    load_on: str
    part: Part | None = None
    joints: tuple[Joint, ...] = ()
    minutes: float = 0.0
    one_sided: bool = False
    group: str = ""
    because: tuple[str, ...] = ()
    note: str = ""
    load_basis: str = ""
    load_unknown: bool = False
    ramp_test: RampTest | None = None
    increment: Mass | None = None
    last_time: LastTime | None = None
    alternatives: tuple[Alternative, ...] = ()
    what_if: tuple[WhatIf, ...] = ()


class SessionSteps(msgspec.Struct, frozen=True, omit_defaults=True):
    """A planned session, ready to be played. `id` is made of the plan and the date, so that every device agrees.

    `readiness` are the check-in rules that bear on its blocks, those of a topic in the order of their strength.
    `trained` is when each part was last trained hard, by the log and in local time. `energy` is what it costs, its
    exercises in the order of the blocks; it is None where the body mass is not known.
    """

    id: str
    plan: str
    date: dt.date
    weekday: str
    week: int
    deload: bool
    name: str
    minutes: int
    parts: tuple[Part, ...]
    blocks: tuple[Block, ...]
    steps: tuple[PlayStep, ...]
    what_if: tuple[WhatIf, ...] = ()
    before: tuple[Training, ...] = ()
    next_day: str = ""
    next_date: dt.date | None = None
    food: str = ""
    readiness: tuple[CheckInRule, ...] = ()
    trained: dict[Part, dt.datetime] = {}
    energy: SessionEnergy | None = None
