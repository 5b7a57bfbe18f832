"""A method rendered for one level: every slot with the sets of that level."""

from msgspec.structs import replace

from legday.notation import Prescription
from legday.programs.model import Level, Program


def render(program: Program, level: Level) -> Program:
    """Return the program as somebody of a level does it, with no other level left in it."""
    routines = tuple(
        replace(
            routine,
            slots=tuple(replace(slot, sets=Prescription((slot.scheme(level),)), levels={}) for slot in routine.slots),
        )
        for routine in program.routines
    )
    told = {level: program.levels[level]} if level in program.levels else {}
    return replace(program, routines=routines, levels=told)
