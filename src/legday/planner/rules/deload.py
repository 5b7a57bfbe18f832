"""A block of four weeks or more ends with an easy week: half the sets, far from failure, less load."""

from legday.planner.problem import Problem
from legday.planner.rule import Placed, Rule


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
