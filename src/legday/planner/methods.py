"""Which method an athlete gets: the one asked for, or the best of all four put together for them."""

from msgspec.structs import replace

from legday.anatomy import Joint
from legday.planner.goals import GOALS
from legday.planner.profile import Place, Profile
from legday.programs import Frequency, Level, Program, Role, Routine, Slot, find_method, load_methods, prepared

BEST = "best"
FOUNDATION_ROUTINE = "hip-foundation"
FOUNDATION_PAIN = 1
"""Severity of knee or hip pain [0-10] from which the foundation is always on (row F1)."""


def choose_method(profile: Profile, asked: str | None = None) -> tuple[Program, str]:
    """Choose the method and say why; raises InputError when the method asked for does not exist.

    A beginner, and anybody whose knee or hip hurts, gets the hip foundation with every method (row F1). Routines
    without a warm-up or stretch of their own get them for the parts they train (row M7).
    """
    wanted = asked or profile.method or BEST
    if wanted == BEST:
        program, because = _best(profile)
    else:
        program, because = find_method(wanted), "you asked for it" if asked else "your profile names it"
    return fit_program(program, profile), because


def fit_program(program: Program, profile: Profile) -> Program:
    """Add to a program what an athlete always gets: the hip foundation where it is due, warm-ups and stretches."""
    if needs_foundation(profile) and all(routine.id != FOUNDATION_ROUTINE for routine in program.routines):
        program = replace(program, routines=(_routine("foundation", FOUNDATION_ROUTINE), *program.routines))
    return prepared(program)


def needs_foundation(profile: Profile) -> bool:
    """Whether the hip foundation is always on: for a beginner, and for knee or hip pain."""
    painful = any(profile.pain_at(joint) >= FOUNDATION_PAIN for joint in (Joint.KNEE, Joint.HIP))
    return profile.level is Level.BEGINNER or painful


def _best(profile: Profile) -> tuple[Program, str]:
    base, reason = _base(profile)
    program, effect = find_method(base), GOALS[profile.goal]
    routines = list(program.routines)
    own = {slot.id for slot in fit_program(program, profile).slots}
    taken = [base]
    for borrowed in effect.borrows:
        source, slot = _find_slot(borrowed)
        if slot.id not in own:
            routines[0] = _with_slot(routines[0], slot)
            taken.append(source)
        elif slot.role == "main":  # what the goal asks for opens the work
            routines = [_with_slot(routine, slot) if slot in routine.slots else routine for routine in routines]
    days_left = len(profile.days) - sum(routine.times.aim for routine in routines)
    if effect.circuits and base != "circuit" and days_left >= effect.circuits:
        circuit = _routine("circuit", "circuit")
        routines.append(replace(circuit, times=Frequency(effect.circuits, effect.circuits)))
        taken.append("circuit")
    if needs_foundation(profile):
        taken.append("foundation")
    names = " and ".join(dict.fromkeys(load_methods()[identifier].name.lower() for identifier in taken))
    best = replace(
        program,
        id=BEST,
        name="Best for you",
        source=f"Put together from {names}.",
        summary=f"Put together from {names}: {reason}.",
        routines=tuple(routines),
        ranking=dict.fromkeys(program.ranking, effect.ranking) if effect.ranking else program.ranking,
        aftercare=find_method("circuit").aftercare if effect.circuits else program.aftercare,
    )
    return best, f"{names}: {reason}"


def _base(profile: Profile) -> tuple[str, str]:
    if any(profile.pain_at(joint) >= 3 for joint in (Joint.KNEE, Joint.HIP)):
        return "foundation", "a joint hurts, so the hip is made strong before heavier work comes back"
    if profile.place is not Place.GYM:
        return "circuit", "it needs no machines, and you train outside a gym"
    if len(profile.days) == 1:
        return "machine-day", "you have one day, and it trains all parts on it"
    if profile.level is Level.BEGINNER:
        return "machine-day", "machines guide the movements while you learn"
    return "priority-split", "it puts your worst part first and uses the machines of a gym"


def _routine(method: str, identifier: str) -> Routine:
    return next(routine for routine in find_method(method).routines if routine.id == identifier)


def _find_slot(identifier: str) -> tuple[str, Slot]:
    slots = ((method.id, slot) for method in load_methods().values() for slot in method.slots)
    return next((source, slot) for source, slot in slots if slot.id == identifier)


def _with_slot(routine: Routine, slot: Slot) -> Routine:
    """Put a slot where its role belongs, before the routine's other slots of the role."""
    order: tuple[Role, ...] = ("warm-up", "support", "main", "finish", "stretch")
    others = [own for own in routine.slots if own != slot]
    place = sum(order.index(own.role) < order.index(slot.role) for own in others)
    return replace(routine, slots=(*others[:place], slot, *others[place:]))
