"""The methods that come with legday, and program files of one's own."""

from functools import cache
from pathlib import Path

from legday.documents import InputError, read
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
        names = ", ".join((*methods, "best"))
        raise InputError.at("", f"there is no method {identifier!r}; choose from {names}", field="method")
    return methods[identifier]


def read_program(file: Path) -> Program:
    """Read a program file; raises InputError with every problem in it."""
    try:
        return read(Program, file.read_text(encoding="utf-8"), str(file))
    except OSError as error:
        raise InputError.at(str(file), f"this program can't be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise InputError.at(str(file), "this program is not UTF-8 text; save it as UTF-8") from None
