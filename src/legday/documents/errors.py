"""What is wrong with something a person gave us, and where."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: where it stands, and one sentence that says what to do."""

    source: str
    line: int | None
    column: int | None
    field: str
    message: str

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.source, self.line, self.column) if part not in (None, ""))
        field = f"{self.field}: " if self.field else ""
        return f"{place}: {field}{self.message}" if place else f"{field}{self.message}"


class FieldError(ValueError):
    """Values that are right one by one but wrong together; `field` names the one to change, such as `days.friday`."""

    def __init__(self, field: str, message: str) -> None:
        self.field = field
        super().__init__(message)


class InputError(ValueError):
    """Something a person gave us can't be used; holds every problem that was found, in order of place."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))

    @classmethod
    def at(
        cls, source: str, message: str, *, line: int | None = None, column: int | None = None, field: str = ""
    ) -> "InputError":
        """Make an error of a single problem."""
        return cls(Problem(source, line, column, field, message))
