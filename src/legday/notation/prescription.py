"""A prescription: the entries of one set line, a value that travels as its text."""

from typing import Self

from legday.notation.errors import SetSyntaxError
from legday.notation.parser import parse_entries
from legday.notation.printer import print_entry
from legday.notation.scheme import Entry, Scheme


class Prescription:
    """What to do for one exercise or a few done together, such as `4 x 8-10 @ 60 kg; 1 x max`."""

    __slots__ = ("entries",)

    entries: tuple[Entry, ...]

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        if not entries:
            raise ValueError("a set line needs at least one entry, such as '4 x 8'")
        object.__setattr__(self, "entries", tuple(entries))

    def __setattr__(self, name: str, _: object) -> None:
        raise AttributeError(f"a prescription can't be changed, {name} neither")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a set line, canonical or in shorthand; raises SetSyntaxError (a ValueError)."""
        return cls(parse_entries(text))

    @classmethod
    def describe(cls) -> str:
        """Say what the text of a prescription looks like."""
        return "a set line such as 4 x 8-10 @ 60 kg rest 90s"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Prescription) and self.entries == other.entries

    def __hash__(self) -> int:
        return hash(self.entries)

    def __str__(self) -> str:
        """Print as canonical text."""
        return "; ".join(map(print_entry, self.entries))

    def __repr__(self) -> str:
        return f"Prescription.parse({str(self)!r})"


def parse(text: str) -> Prescription:
    """Read a set line, canonical or in shorthand.

    Raises
    ------
    SetSyntaxError
        Where the line can't be read or makes no sense, with the character and what would have been accepted.
    """
    return Prescription.parse(text)


def parse_scheme(text: str) -> Scheme:
    """Read the sets of one exercise; raises SetSyntaxError if the line holds anything else."""
    entry, *more = parse_entries(text)
    if more:
        raise SetSyntaxError(text, text.index(";") + 1, "expected the sets of one exercise, found a further entry")
    if not isinstance(entry, Scheme):
        raise SetSyntaxError(text, 1, f"expected the sets of one exercise, found a {entry.kind}")
    return entry
