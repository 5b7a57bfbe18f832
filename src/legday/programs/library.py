"""The methods that come with legday, and program files of one's own."""

from functools import cache
from pathlib import Path

from legday.catalogue import load_catalogue
from legday.documents import InputError, Problem, read
from legday.programs.model import Program

_METHODS = Path(__file__).parent / "methods"


@cache
def load_methods() -> dict[str, Program]:
    """Read the methods that come with legday, by id."""
    programs = (read_program(file) for file in sorted(_METHODS.glob("*.yaml")))
    return {program.id: program for program in programs}


def find_method(identifier: str) -> Program:
    """Return a method by id; raises InputError that lists the methods there are."""
    methods = load_methods()
    if identifier not in methods:
        raise InputError.at("", f"there is no method {identifier!r}; choose from {', '.join(methods)}", field="method")
    return methods[identifier]


def read_program(file: Path) -> Program:
    """Read a program file and check that every exercise and variant in it exists.

    Raises
    ------
    InputError
        With every problem in the file.
    """
    program = read(Program, file.read_text(encoding="utf-8"), str(file))
    exercises = load_catalogue().exercises
    problems = []
    for slot in program.slots:
        for reference in slot.choose:
            identifier, _, variant = reference.partition("/")
            exercise = exercises.get(identifier)
            if exercise is None:
                message = f"there is no exercise {identifier!r} in the catalogue"
            elif variant and variant not in (known.id for known in exercise.variants):
                known = ", ".join(each.id for each in exercise.variants)
                message = f"{exercise.name} has no variant {variant!r}; choose from {known}"
            else:
                continue
            problems.append(Problem(str(file), None, None, f"{slot.id}.choose", message))
    if problems:
        raise InputError(*problems)
    return program
