"""Warm-up and stretch derived from the parts a routine trains, where the method does not write its own."""

from functools import cache
from pathlib import Path
from typing import Literal

import msgspec
from msgspec.structs import replace

from legday.anatomy import Part
from legday.documents import read
from legday.programs.model import Program, Routine, SetLine, Slot
from legday.programs.reference import ExerciseRef

_FILE = Path(__file__).parent / "preparation.yaml"


class Drill(msgspec.Struct, frozen=True):
    """An exercise that prepares a part or stretches it, best first, and its sets."""

    choose: tuple[ExerciseRef, ...]
    sets: SetLine


class PartPreparation(msgspec.Struct, frozen=True):
    """How a part is warmed up and stretched."""

    warm_up: Drill
    stretch: Drill


class Preparation(msgspec.Struct, frozen=True):
    """How every part is warmed up and stretched."""

    glutes: PartPreparation
    quads: PartPreparation
    hams: PartPreparation
    calves: PartPreparation


def prepared(program: Program) -> Program:
    """Give every routine without a warm-up or stretch of its own one drill for each part it trains (row M7)."""
    return replace(program, routines=tuple(_prepared(routine) for routine in program.routines))


def _prepared(routine: Routine) -> Routine:
    written = {slot.role for slot in routine.slots}
    before = () if "warm-up" in written else tuple(_slot(routine, part, "warm-up") for part in routine.parts)
    after = () if "stretch" in written else tuple(_slot(routine, part, "stretch") for part in routine.parts)
    return replace(routine, slots=(*before, *routine.slots, *after))


def _slot(routine: Routine, part: Part, role: Literal["warm-up", "stretch"]) -> Slot:
    preparation: PartPreparation = getattr(_table(), part)
    drill = preparation.warm_up if role == "warm-up" else preparation.stretch
    return Slot(id=f"{routine.id}-{role}-{part}", choose=drill.choose, sets=drill.sets, role=role, rows=("M7",))


@cache
def _table() -> Preparation:
    return read(Preparation, _FILE.read_text(encoding="utf-8"), str(_FILE))
