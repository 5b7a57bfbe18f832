"""The way an exercise is done moves work between the parts, and the plan says where to and how sure that is."""

from legday.physics import SETTLED_POINTS, settled_shares
from legday.planner.carried import said_shares
from legday.planner.problem import Problem
from legday.planner.rule import Placed, Rule


def _why(_: Problem, placed: Placed) -> str | None:
    exercise, variant = placed.candidate.exercise, placed.candidate.variant
    if variant.emphasis is None:
        return None
    part, name = variant.emphasis, f"Done as '{variant.name.lower()}' it"
    usual, this = (settled_shares(exercise.id, each.id) for each in (exercise.variants[0], variant))
    if usual is None or this is None or this[part] - usual[part] < SETTLED_POINTS:
        return f"{name} is meant to give {part} more of the work, which models do not settle."
    fewer = (each for each in this if this[each] <= usual[each] - SETTLED_POINTS)
    return f"{name} gives {said_shares((part, *fewer), this, usual)}, by the model of joints and muscles."


RULE = Rule(
    id="emphasis",
    sentence="Stance, foot position, lean and stride are chosen for the part a slot is there for.",
    source="P2, P10; computed, see docs/physics.md",
    hard=False,
    why=_why,
)
