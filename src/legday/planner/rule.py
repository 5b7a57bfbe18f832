"""What a rule is: a sentence, where it comes from, and the ways in which it can act on a plan."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from legday.notation import Scheme

if TYPE_CHECKING:
    from legday.anatomy import Part
    from legday.catalogue import Variant
    from legday.planner.model import Model
    from legday.planner.problem import Candidate, Problem, Request
    from legday.planner.weeks import Week


def _nothing(*_: object) -> None:
    return None


def _no_other(*_: object) -> tuple[()]:
    return ()


def _as_is(_: "Request", candidate: "Candidate") -> Scheme:
    return candidate.scheme


@dataclass(frozen=True)
class Placed:
    """A candidate as a plan placed it: in which week, with how many sets, on a day that trains which parts in order.

    `number` is that of the day, counted from the method's day 1.
    """

    candidate: "Candidate"
    week: "Week"
    sets: int
    parts: "tuple[Part, ...]"
    number: int


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A rule of planning.

    Parameters
    ----------
    id
        Its name, as plans and explanations use it.
    sentence
        What it says, in a sentence an athlete understands.
    source
        The row of the methods or the paper it comes from.
    hard
        Whether every plan keeps it; a soft rule is kept as far as it pays.
    order
        Where it comes among rules that shape the same set; lower first.
    negotiable
        Whether an athlete may be offered to give it up when demands conflict; what protects the body never is.
    offers
        Returns other ways of doing the exercise of a candidate that the rule puts in its place.
    excludes
        Returns the reason why a candidate must not be used, or None.
    shape
        Returns how a candidate is done under the rule.
    post
        Posts constraints and penalties on the model.
    why
        Returns why something stands in a plan as it does under this rule, or None where the rule had no say.
    """

    id: str
    sentence: str
    source: str
    hard: bool
    order: int = 50
    negotiable: bool = False
    offers: "Callable[[Request, Candidate], Iterable[Variant]]" = _no_other
    excludes: "Callable[[Request, Candidate], str | None]" = _nothing
    shape: "Callable[[Request, Candidate], Scheme]" = _as_is
    post: "Callable[[Model], None]" = _nothing
    why: "Callable[[Problem, Placed], str | None]" = _nothing
