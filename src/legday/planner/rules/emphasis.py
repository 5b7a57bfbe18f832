"""The way an exercise is done moves work between the parts, and the plan says where to."""

from legday.anatomy import Part
from legday.planner.problem import Problem
from legday.planner.rule import Placed, Rule

_TRADES_OFF = {Part.QUADS: Part.GLUTES, Part.GLUTES: Part.QUADS}


def _why(_: Problem, placed: Placed) -> str | None:
    variant = placed.candidate.variant
    if variant.emphasis is None:
        return None
    other = _TRADES_OFF.get(variant.emphasis)
    loses = f", and {other} get less of it" if other else ""
    return f"Done as '{variant.name.lower()}' it gives {variant.emphasis} more of the work{loses}."


RULE = Rule(
    id="emphasis",
    sentence="Stance, foot position, lean and stride are chosen for the part a slot is there for.",
    source="P2, P10",
    hard=False,
    why=_why,
)
