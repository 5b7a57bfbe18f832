"""What a method is: routines of slots, how often each comes in a week, and where in the week it belongs."""

from enum import StrEnum
from typing import Annotated, Literal

import msgspec

from legday.anatomy import Part
from legday.catalogue import Identifier, Sentence
from legday.notation import Prescription, Scheme
from legday.programs.reference import ExerciseRef

SetLine = Annotated[Prescription, msgspec.Meta(description="sets in the set language, such as 4 x 8-10 rest 90s")]
DayNumber = Annotated[int, msgspec.Meta(ge=1, le=7)]
Times = Annotated[int, msgspec.Meta(ge=1, le=7)]


class Level(StrEnum):
    """How long and how well somebody has trained."""

    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"


class Sex(StrEnum):
    """Which of the methods' default orders of parts an athlete takes."""

    FEMALE = "female"
    MALE = "male"


class Training(StrEnum):
    """What else an athlete trains on a day."""

    CHEST = "chest"
    BACK = "back"
    SHOULDERS = "shoulders"
    ARMS = "arms"
    RUN = "run"
    HARD_RUN = "hard-run"
    LONG_RUN = "long-run"
    CYCLING = "cycling"
    SWIMMING = "swimming"
    SPORT = "sport"


Role = Literal["warm-up", "support", "main", "finish", "stretch"]
"""What a slot is in its session, in the order in which a session takes them. Support makes joints strong and steady
and is counted for no part."""

COUNTED_ROLES: tuple[Role, ...] = ("main", "finish")


class Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place in a routine: the exercises that can fill it, best first, and the sets to do, by level.

    `sets` are the sets as the method writes them; `levels` replaces them where a level asks for other ones.
    `part` is what the slot is there for; warm-ups and stretches have none. `rows` names rows of the methods.
    """

    id: Identifier
    choose: Annotated[tuple[ExerciseRef, ...], msgspec.Meta(min_length=1)]
    sets: SetLine
    part: Part | None = None
    levels: dict[Level, SetLine] = {}
    role: Role = "main"
    rows: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        if (self.part is not None) != (self.role in COUNTED_ROLES):
            raise ValueError(f"the slot {self.id} needs a part exactly when its role is {' or '.join(COUNTED_ROLES)}")
        for line in (self.sets, *self.levels.values()):
            if len(line.entries) != 1 or not isinstance(line.entries[0], Scheme):
                raise ValueError(f"the slot {self.id} takes the sets of one exercise, not: {line}")

    @property
    def is_preparation(self) -> bool:
        """Whether it only warms up or stretches."""
        return self.role in ("warm-up", "stretch")

    def scheme(self, level: Level) -> Scheme:
        """Return the sets for a level."""
        (scheme,) = self.levels.get(level, self.sets).entries
        assert isinstance(scheme, Scheme)  # noqa: S101 - checked when the slot was made
        return scheme


class Frequency(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many times a week a routine comes: at best, and at most."""

    aim: Times
    most: Times

    def __post_init__(self) -> None:
        if self.aim > self.most:
            raise ValueError(f"the aim of {self.aim} times a week is above the most, {self.most}")


class Routine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Slots that are trained together; `by-part` lets the plan order the parts, `as-written` keeps the slots' order."""

    id: Identifier
    name: str
    slots: Annotated[tuple[Slot, ...], msgspec.Meta(min_length=1)]
    times: Frequency
    order: Literal["by-part", "as-written"] = "by-part"

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts that its slots train, in their order."""
        return tuple(dict.fromkeys(slot.part for slot in self.slots if slot.part is not None))


class Placement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where in the week things belong. Days are numbered from the rest day, which is day 1.

    `days` are patterns of days for a part, any of which will do. `before_part` and `before_training` say what a part
    is trained ahead of; `needs_part` which part must be trained on the same day. `last_part` comes at the end of
    its day unless it leads the athlete's ranking.
    """

    rest_day: DayNumber | None = None
    first_part: DayNumber | None = None
    second_part: DayNumber | None = None
    days: dict[Part, tuple[tuple[DayNumber, ...], ...]] = {}
    before_part: dict[Part, tuple[Part, ...]] = {}
    before_training: dict[Part, tuple[Training, ...]] = {}
    needs_part: dict[Part, Part] = {}
    last_part: Part | None = None

    @property
    def parts(self) -> set[Part]:
        """The parts that it names."""
        named = {*self.days, *self.before_part, *self.before_training, *self.needs_part, *self.needs_part.values()}
        named.update(*self.before_part.values())
        return named | ({self.last_part} if self.last_part else set())


class Aftercare(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What follows a session: light movement on the next day, and food."""

    next_day: tuple[ExerciseRef, ...] = ()
    food: bool = False
    rows: tuple[str, ...] = ()


class Program(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A method of leg training."""

    id: Identifier
    name: str
    source: Sentence
    summary: Sentence
    ranking: dict[Sex, tuple[Part, ...]]
    routines: Annotated[tuple[Routine, ...], msgspec.Meta(min_length=1)]
    placement: Placement = Placement()
    aftercare: Aftercare = Aftercare()
    levels: dict[Level, Sentence] = {}

    def __post_init__(self) -> None:
        identifiers = [routine.id for routine in self.routines] + [slot.id for slot in self.slots]
        twice = sorted({identifier for identifier in identifiers if identifiers.count(identifier) > 1})
        if twice:
            raise ValueError(f"the ids {', '.join(twice)} stand twice; every routine and slot needs its own")
        trained = {part for routine in self.routines for part in routine.parts}
        for sex, parts in self.ranking.items():
            if sorted(parts) != sorted(trained):
                raise ValueError(f"the ranking for {sex} must name each of {', '.join(sorted(trained))} once")
        untrained = sorted(self.placement.parts - trained)
        if untrained:
            raise ValueError(f"the placement names {', '.join(untrained)}, which no routine trains; leave it out")

    @property
    def slots(self) -> tuple[Slot, ...]:
        """All slots of all routines."""
        return tuple(slot for routine in self.routines for slot in routine.slots)

    @property
    def parts(self) -> tuple[Part, ...]:
        """All parts it trains."""
        return tuple(dict.fromkeys(part for routine in self.routines for part in routine.parts))
