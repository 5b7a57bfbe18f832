"""A block of four weeks or more ends with an easy week: half the sets, far from failure, less load."""

from msgspec.structs import replace

from legday.notation import Count, Effort, NotToFailure, Reps, Rir, Scheme
from legday.planner.problem import Problem
from legday.planner.rule import Placed, Rule

_EASY = Effort(Rir(Count(4, 4)))


def lighten(scheme: Scheme) -> Scheme:
    """Return the sets as an easy week does them: straight sets with four reps in reserve."""
    plain = replace(
        scheme,
        role="plain",
        links=scheme.links[:1],
        drop=None,
        pyramid_work_sets=None,
        add_ons=(),
        progression=None,
    )
    is_pump = scheme.effort is not None and isinstance(scheme.effort.goal, NotToFailure)
    return plain if is_pump or not isinstance(scheme.links[0], Reps) else replace(plain, effort=_EASY)


def _why(_: Problem, placed: Placed) -> str | None:
    if not placed.week.deload or placed.candidate.slot.is_preparation:
        return None
    return "This is the easy week: half the sets, far from failure, so that you start the next block fresh."


RULE = Rule(
    id="deload",
    sentence="A block of four weeks or more ends with an easy week of half the sets.",
    source="Bell et al. 2023, Sports Med Open 9:87, doi:10.1186/s40798-023-00633-0",
    hard=True,
    why=_why,
)
