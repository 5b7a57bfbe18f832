"""The signs that a plan's set lines use, explained for whoever reads it on paper."""

from collections.abc import Callable, Iterator

from legday.notation import (
    BodyweightLoad,
    Condition,
    Forced,
    MaxReps,
    Myo,
    Negative,
    NotToFailure,
    Partials,
    PercentLoad,
    PinLoad,
    Pulses,
    RestPause,
    Rir,
    Rpe,
    Scheme,
    Technique,
    ToFailure,
    parse,
)
from legday.planner import Item, Plan


def legend(plan: Plan) -> tuple[tuple[str, str], ...]:
    """List the signs in a plan's set lines and loads, each with what it asks for."""
    items = [item for week in plan.weeks for session in week.sessions for item in session.items]
    schemes = [scheme for line in dict.fromkeys(item.sets for item in items) for scheme in _schemes(line)]
    signs = [(sign, meaning) for sign, meaning, used in _SIGNS if any(map(used, schemes))]
    loads = [(words, meaning) for words, meaning in _LOADS if any(_starts_with(item, words) for item in items)]
    return (*signs, *loads)


def _schemes(line: str) -> Iterator[Scheme]:
    for entry in parse(line).entries:
        if isinstance(entry, Scheme):
            yield entry
        else:
            yield from entry.members


def _starts_with(item: Item, words: str) -> bool:
    return item.load is not None and item.load.text == words


def _goal(kind: type) -> Callable[[Scheme], bool]:
    return lambda scheme: (
        scheme.effort is not None
        and kind
        in (
            type(scheme.effort.goal),
            type(scheme.effort.otherwise),
        )
    )


def _technique(kind: type[Technique]) -> Callable[[Scheme], bool]:
    return lambda scheme: any(
        isinstance(technique, kind)
        for add_on in scheme.add_ons
        for technique in (*add_on.techniques, *add_on.otherwise)
    )


def _conditions(scheme: Scheme) -> Iterator[Condition]:
    if scheme.effort is not None and scheme.effort.condition is not None:
        yield scheme.effort.condition
    for add_on in scheme.add_ons:
        if add_on.condition is not None:
            yield add_on.condition


_SIGNS: tuple[tuple[str, str, Callable[[Scheme], bool]], ...] = (
    ("4 x 8-12", "4 sets of 8 to 12 reps", lambda _: True),
    ("rest 60-90s", "rest so long between the sets", lambda s: s.rest is not None and s.rest.high > 0),
    ("rir 2", "reps in reserve: end the set when you could do 2 more", _goal(Rir)),
    ("rpe 8", "how hard the set is: at 10 nothing more would go", _goal(Rpe)),
    ("to failure", "go on until no further rep can be done well", _goal(ToFailure)),
    ("not to failure", "for the pump; stop well before it gets impossible", _goal(NotToFailure)),
    ("12/side", "so many on each side", lambda s: s.sides == "each"),
    ("alternating", "the sides take turns without rest", lambda s: s.sides == "alternating"),
    (
        "6 > 6 ... drop",
        "6 reps, less load as it says, 6 more at once; all that is one set",
        lambda s: s.drop is not None,
    ),
    ("until empty", "go on taking off until nothing is left", lambda s: s.drop is not None and s.drop.until_empty),
    ("pyramid to 3 work", "heavier from set to set; the last 3 are work sets", lambda s: bool(s.pyramid_work_sets)),
    ("4 work x 20", "so heavy that it takes a pause of 5 s at the top", lambda s: s.role == "work"),
    ("warm-up", "light, to get ready", lambda s: s.role == "warm-up"),
    ("max", "as many reps as you can", lambda s: any(isinstance(link, MaxReps) for link in s.links)),
    ("@ bw", "with the weight of your body", lambda s: isinstance(s.load, BodyweightLoad)),
    ("@ 75%", "of the most you can lift once", lambda s: isinstance(s.load, PercentLoad)),
    ("@ pin 8", "the hole of the weight stack, counted from the lightest", lambda s: isinstance(s.load, PinLoad)),
    ("tempo 4-0-1-0", "seconds down, at the bottom, up, at the top; x is fast", lambda s: s.tempo is not None),
    ("pause 2s bottom", "stop there in every rep", lambda s: s.pause is not None),
    (
        "point 6 then flex",
        "6 reps with the toes pointed, the rest with the foot pulled up",
        lambda s: len(s.cues) > 1,
    ),
    ("+ forced 2", "your partner helps with 2 more reps", _technique(Forced)),
    ("+ negative 6s", "your partner lifts it, you lower it over 6 s", _technique(Negative)),
    ("+ rest-pause 15s x 2", "rest 15 s and go on, twice", _technique(RestPause)),
    ("+ partials 5", "5 more reps over part of the way", _technique(Partials)),
    ("+ pulses 8", "8 small movements at the hardest point", _technique(Pulses)),
    ("+ myo 3-5 x 4", "4 mini-sets of 3 to 5 reps with short rests", _technique(Myo)),
    ("from set 4", "only in set 4 and after it", lambda s: any(add_on.from_set > 1 for add_on in s.add_ons)),
    ("if partner, if cage", "only with a partner, only in a cage", lambda s: any(_conditions(s))),
    ("progress", "how it changes next time, when every rep was done", lambda s: s.progression is not None),
)

_LOADS = (
    ("find it", "your log has no load yet: start light, add a little each set, and write down what fits"),
    ("the lightest there is", "take the lightest load on the rack or the machine"),
)
