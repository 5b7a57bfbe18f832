"""Where in a workout an exercise belongs and why: the first rule of `order.yaml` that it fits, and what methods do."""

from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from legday.catalogue import Equipment, Exercise
from legday.documents import FieldError, read
from legday.guide.model import Belongs, Where
from legday.programs import Program, Role, Routine, Slot, load_methods

_FILE = Path(__file__).parent / "order.yaml"

CONVENTION = "convention"


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an exercise has to be for a rule to hold, all that is given at once, and what the rule then says.

    `roles` are those that a method gives it, one of which it has to have; `next_day` asks that a method has it on the
    day after.
    """

    id: str
    where: Where
    sentence: str
    why: str
    sources: tuple[str, ...] = ()
    exercises: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    loads: tuple[str, ...] = ()
    level: str | None = None
    joints_least: Annotated[int, msgspec.Meta(ge=0)] = 0
    fails_safely: bool | None = None
    not_equipment: tuple[Equipment, ...] = ()
    roles: tuple[Role, ...] = ()
    next_day: bool = False

    def fits(self, exercise: Exercise) -> bool:
        """Whether all that it asks holds of an exercise."""
        return (
            (not self.exercises or exercise.id in self.exercises)
            and (not self.kinds or exercise.kind in self.kinds)
            and (not self.patterns or exercise.pattern in self.patterns)
            and (not self.loads or exercise.load in self.loads)
            and (self.level is None or exercise.level == self.level)
            and len(exercise.moves) >= self.joints_least
            and (self.fails_safely is None or exercise.fails_safely is self.fails_safely)
            and not set(self.not_equipment) & set(exercise.equipment)
            and (not self.roles or any(role in self.roles for role in _roles(exercise.id)))
            and (not self.next_day or exercise.id in _next_day())
        )


class Order(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `order.yaml` holds: sources by key, and rules."""

    sources: dict[str, str]
    rules: tuple[Rule, ...]

    def __post_init__(self) -> None:
        for rule in self.rules:
            for key in rule.sources:
                if key not in self.sources:
                    raise FieldError("rules", f"{rule.id} rests on {key!r}, which is none of the sources")


@cache
def load_order() -> Order:
    """Read the rules; raises InputError if the file is wrong."""
    return read(Order, _FILE.read_text(encoding="utf-8"), str(_FILE))


def rule_of(exercise: Exercise) -> Rule:
    """Return the first rule that an exercise fits; raises ValueError if none does, which a test rules out."""
    for rule in load_order().rules:
        if rule.fits(exercise):
            return rule
    raise ValueError(f"no rule says where {exercise.id} belongs")


def belongs(exercise: Exercise) -> Belongs:
    """Say where in a workout an exercise belongs, why, what that rests on, and where methods have it."""
    rule = rule_of(exercise)
    sources = "; ".join(load_order().sources[key] for key in rule.sources)
    sentence = " ".join((rule.sentence, *(f"{said}." for said in _in_methods(exercise))))
    return Belongs(rule.where, sentence, rule.why, sources or CONVENTION)


_SAYS: dict[Role | Literal["first", "middle", "last"], str] = {
    "warm-up": "{who} warms up with it",
    "support": "{who} has it among its work for steady joints",
    "first": "{who} begins {what} with it",
    "middle": "{who} has it in the middle of {what}",
    "last": "{who} has it last in {what}",
    "finish": "{who} finishes with it",
    "stretch": "{who} stretches with it",
}


def _in_methods(exercise: Exercise) -> tuple[str, ...]:
    """Say where methods have an exercise that is their first choice, each method once for each place."""
    said = []
    for method in load_methods().values():
        for routine in method.routines:
            said += _in_routine(method, routine, exercise)
    return tuple(dict.fromkeys(said))


def _in_routine(method: Program, routine: Routine, exercise: Exercise) -> list[str]:
    work = [slot for slot in routine.slots if slot.role == "main"]
    what = "its work" if routine.order == "as-written" else f"its work for {routine.name.lower()}"
    return [
        _SAYS[_place(slot, work)].format(who=method.name, what=what)
        for slot in routine.slots
        if slot.choose[0].exercise.id == exercise.id
    ]


def _place(slot: Slot, work: list[Slot]) -> Role | Literal["first", "middle", "last"]:
    if slot not in work:
        return slot.role
    return "first" if slot is work[0] else "last" if slot is work[-1] else "middle"


@cache
def _roles(identifier: str) -> frozenset[Role]:
    """The roles that methods give an exercise."""
    return frozenset(
        slot.role
        for method in load_methods().values()
        for slot in method.slots
        if any(each.exercise.id == identifier for each in slot.choose)
    )


@cache
def _next_day() -> frozenset[str]:
    return frozenset(each.exercise.id for method in load_methods().values() for each in method.aftercare.next_day)
