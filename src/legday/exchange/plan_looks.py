"""How the exercises of a plan look: the ends of each movement, drawn for print."""

import msgspec

from legday.documents import InputError
from legday.figures import key_frames
from legday.planner import Plan


class Look(msgspec.Struct, frozen=True):
    """An exercise of a plan with its key frames, one SVG."""

    name: str
    variant: str
    svg: str


def looks(plan: Plan) -> tuple[Look, ...]:
    """Draw each exercise variant of a plan once, in the order in which the block has them, but those without poses."""
    items = {
        (item.exercise, item.variant): item
        for week in reversed(plan.weeks)
        for session in reversed(week.sessions)
        for item in reversed(session.items)
        if item.role not in ("warm-up", "stretch")
    }
    drawn = []
    for (exercise, variant), item in reversed(items.items()):
        try:
            drawn.append(Look(item.name, item.variant_name, key_frames(exercise, variant)))
        except InputError:
            continue
    return tuple(drawn)
