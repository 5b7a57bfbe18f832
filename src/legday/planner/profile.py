"""Who the athlete is, what they want, which days they have, and what is at hand."""

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import available_timezones

import msgspec

from legday.anatomy import Joint, Part
from legday.catalogue import Equipment
from legday.documents import FieldError, InputError, read
from legday.planner.gear import Gear
from legday.planner.goals import Goal
from legday.planner.wishes import Wish
from legday.programs import ExerciseRef, Level, Sex, Training
from legday.units import Distance, Duration, Energy, Height, Mass, MassUnit, Weekday


class Place(StrEnum):
    """A name for the equipment that such a place usually has."""

    GYM = "gym"
    HOME_DUMBBELLS = "home-dumbbells"
    BODYWEIGHT = "bodyweight"


_BODYWEIGHT = frozenset(
    {Equipment.WALL, Equipment.CHAIR, Equipment.MAT, Equipment.STEP, Equipment.BLOCK, Equipment.FOAM_ROLLER}
)
_HOME = _BODYWEIGHT | {Equipment.DUMBBELLS, Equipment.BAND, Equipment.MINI_BAND, Equipment.BENCH}

PLACES: dict[Place, frozenset[Equipment]] = {
    Place.GYM: frozenset(Equipment),
    Place.HOME_DUMBBELLS: _HOME,
    Place.BODYWEIGHT: _BODYWEIGHT,
}
"""What each place is taken to have; `has` and `lacks` in a profile add things and take them away."""


MOST_FREE_MEAL = 5000
"""The most that a planned free meal can hold [kcal]."""

_WEEKDAY_KEYS = {"propertyNames": {"enum": list(Weekday)}}
_RUN_TRAINING = {"easy": Training.RUN, "hard": Training.HARD_RUN, "long": Training.LONG_RUN}


class Pain(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Pain at a joint on the 0-10 scale, and whether an impact or a fall began it."""

    joint: Joint
    severity: Annotated[int, msgspec.Meta(ge=0, le=10)]
    weeks: Annotated[int, msgspec.Meta(ge=0, le=2000)] = 0
    after_impact: bool = False


class Run(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A weekly run: how far or how long, and whether it is easy, hard or the week's long run."""

    kind: Literal["easy", "hard", "long"] = "easy"
    distance: Distance | None = None
    time: Duration | None = None

    def __str__(self) -> str:
        size = self.distance or self.time
        return f"{self.kind} run" + (f" of {size}" if size else "")


class Race(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A race to be fresh for."""

    date: dt.date
    distance: Distance | None = None


class Increments(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The smallest change of load that each kind of implement allows."""

    barbell: Mass | None = None
    dumbbells: Mass | None = None
    stack: Mass | None = None
    plates: Mass | None = None

    def __post_init__(self) -> None:
        for name in self.__struct_fields__:
            step = getattr(self, name)
            if step is not None and step.value <= 0:
                raise FieldError(name, f"a step of load must be above zero, not {step}")


class MassGoal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A body mass to reach, and by when; `since` is the day it was set, from which its path is foretold."""

    to: Mass
    by: dt.date
    since: dt.date | None = None

    def __post_init__(self) -> None:
        if self.since is not None and self.since >= self.by:
            raise FieldError("since", "a goal must be set before the day it is for")
        if not 25 <= self.to.kg <= 350:
            raise FieldError("to", f"this must be between 25 kg and 350 kg, not {self.to}")


class Profile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An athlete's profile.

    `days` are the days on which legs can be trained, with the minutes there are for legs. `rest_days` stay free.
    `other_training` is what else happens on a day. `place` names the equipment there is, `has` and `lacks` correct it;
    `partner` says on which days a training partner is there. `runs` are the weekly runs; where `trade_mileage` is set
    an easy run may give way to a leg day. `ranking` puts the parts in order, the worst first;
    `lagging` adds weight to parts without changing the order. `birth_year`, `height` and `activity`, the physical
    activity level of a usual day with training and runs left out, are for the energy ledger; so are `mass_goal` and
    `free_meal`, what the week's planned free meal holds. `gear` says what can be put on, where that is not what
    a usual gym has. `time_zone` (an IANA name) and `training_time` (24-hour clock) say when sessions begin, for the
    calendar.
    """

    name: Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
    days: Annotated[dict[Weekday, Duration], msgspec.Meta(min_length=1, extra_json_schema=_WEEKDAY_KEYS)]
    level: Level = Level.BEGINNER
    sex: Sex | None = None
    birth_year: Annotated[int, msgspec.Meta(ge=1900, le=2100)] | None = None
    height: Height | None = None
    body_mass: Mass | None = None
    activity: Annotated[float, msgspec.Meta(ge=1.2, le=2.5)] | None = None
    mass_goal: MassGoal | None = None
    free_meal: Energy | None = None
    units: MassUnit = "kg"
    goal: Goal = "grow"
    method: str | None = None
    ranking: tuple[Part, ...] = ()
    lagging: tuple[Part, ...] = ()
    rest_days: tuple[Weekday, ...] = ()
    other_training: Annotated[dict[Weekday, tuple[Training, ...]], msgspec.Meta(extra_json_schema=_WEEKDAY_KEYS)] = {}
    runs: Annotated[dict[Weekday, Run], msgspec.Meta(extra_json_schema=_WEEKDAY_KEYS)] = {}
    race: Race | None = None
    trade_mileage: bool = False
    place: Place = Place.GYM
    has: tuple[Equipment, ...] = ()
    lacks: tuple[Equipment, ...] = ()
    partner: bool | tuple[Weekday, ...] = False
    cage: bool = False
    pain: tuple[Pain, ...] = ()
    avoid: tuple[ExerciseRef, ...] = ()
    wishes: tuple[Wish, ...] = ()
    increments: Increments = Increments()
    gear: Gear = Gear()
    time_zone: str | None = None
    training_time: Annotated[str, msgspec.Meta(pattern="^([01][0-9]|2[0-3]):[0-5][0-9]$")] | None = None

    def __post_init__(self) -> None:
        if self.time_zone is not None and self.time_zone not in available_timezones():
            raise FieldError("time_zone", f"there is no time zone {self.time_zone!r}; write one such as Europe/Berlin")
        for day in self.rest_days:
            if day in self.days:
                raise FieldError(
                    "rest_days", f"{day} is both a rest day and a day with minutes for legs; take it out of one"
                )
        for day, duration in self.days.items():
            if not 300 <= duration.seconds <= 18_000:
                raise FieldError(f"days.{day}", f"there must be between 5 and 300 minutes, not {duration}")
        if len(set(self.ranking)) < len(self.ranking):
            raise FieldError("ranking", "a part stands here twice; name each once")
        if self.body_mass is not None and not 25 <= self.body_mass.kg <= 350:
            raise FieldError("body_mass", f"this must be between 25 kg and 350 kg, not {self.body_mass}")
        if self.height is not None and not 1.2 <= self.height.meters <= 2.5:
            raise FieldError("height", f"this must be between 1.2 m and 2.5 m, not {self.height}")
        if self.free_meal is not None and self.free_meal.kcal > MOST_FREE_MEAL:
            raise FieldError("free_meal", f"this must be at most {MOST_FREE_MEAL} kcal, not {self.free_meal}")

    @property
    def at_hand(self) -> frozenset[Equipment]:
        """All the equipment there is."""
        return (PLACES[self.place] | frozenset(self.has)) - frozenset(self.lacks)

    def has_partner(self, day: Weekday) -> bool:
        """Whether a training partner is there on a day."""
        return self.partner if isinstance(self.partner, bool) else day in self.partner

    def trains(self, day: Weekday) -> tuple[Training, ...]:
        """What else is trained on a day, the run included."""
        run = self.runs.get(day)
        runs = (_RUN_TRAINING[run.kind],) if run else ()
        return tuple(dict.fromkeys((*self.other_training.get(day, ()), *runs)))

    def pain_at(self, joint: Joint) -> int:
        """The severity of pain at a joint, 0 without any."""
        return max((pain.severity for pain in self.pain if pain.joint is joint), default=0)


def read_profile(file: Path) -> Profile:
    """Read a profile file; raises InputError with every problem in it."""
    try:
        text = file.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError.at(str(file), f"this profile can't be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise InputError.at(str(file), "this profile is not UTF-8 text; save it as UTF-8") from None
    return read(Profile, text, str(file))


def next_monday(today: dt.date) -> dt.date:
    """Return today if it is a Monday, else the next one."""
    return today + dt.timedelta(days=-today.weekday() % 7)
