"""Methods of leg training as program files: what is done, how often, and where in the week it belongs."""

from legday.programs.levels import render
from legday.programs.library import find_method, load_methods, read_program
from legday.programs.model import (
    Aftercare,
    Frequency,
    Level,
    Placement,
    Program,
    Role,
    Routine,
    Sex,
    Slot,
    Training,
)
from legday.programs.preparation import prepared
from legday.programs.reference import ExerciseRef
from legday.programs.starter import starter_text

__all__ = [
    "Aftercare",
    "ExerciseRef",
    "Frequency",
    "Level",
    "Placement",
    "Program",
    "Role",
    "Routine",
    "Sex",
    "Slot",
    "Training",
    "find_method",
    "load_methods",
    "prepared",
    "read_program",
    "render",
    "starter_text",
]
