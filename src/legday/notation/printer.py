"""Set lines as canonical text: what the printer writes, the parser reads back as the same objects."""

from decimal import Decimal
from typing import assert_never

from legday.notation.objects import (
    AddOn,
    BodyweightLoad,
    Condition,
    Count,
    Cue,
    DoubleProgression,
    Drop,
    Effort,
    EffortGoal,
    Forced,
    Hold,
    Interval,
    LinearProgression,
    Load,
    LoadStep,
    MassLoad,
    MassStep,
    MaxReps,
    Myo,
    Negative,
    NotToFailure,
    Partials,
    Pause,
    PercentLoad,
    PercentStep,
    PinLoad,
    PinStep,
    PlateLoad,
    PlateStep,
    Progression,
    Pulses,
    Reps,
    RestPause,
    Rir,
    RirProgression,
    Rpe,
    Target,
    Technique,
    Tempo,
    ToFailure,
)
from legday.notation.scheme import Entry, Scheme
from legday.units import Mass


def print_entry(entry: Entry) -> str:
    """Write an entry as canonical text."""
    if isinstance(entry, Scheme):
        return print_scheme(entry)
    members = ", ".join(_print_set(member, "") for member in entry.members)
    return f"{entry.kind} {print_count(entry.rounds)} [{members}]" + _print_rest(entry.rest)


def print_scheme(scheme: Scheme) -> str:
    """Write the sets of one exercise as canonical text."""
    role = "" if scheme.role == "plain" else f" {scheme.role}"
    return _print_set(scheme, f"{print_count(scheme.sets)}{role} x ")


def _print_set(scheme: Scheme, sets: str) -> str:
    pieces = [f"{scheme.label}: " if scheme.label else "", sets, " > ".join(map(print_target, scheme.links))]
    if scheme.sides != "both":
        pieces.append("/side" if scheme.sides == "each" else " alternating")
    if scheme.load is not None:
        pieces.append(f" @ {print_load(scheme.load)}")
    if scheme.drop is not None:
        pieces.append(_print_drop(scheme.drop))
    if scheme.pyramid_work_sets is not None:
        pieces.append(f" pyramid to {scheme.pyramid_work_sets} work")
    if scheme.effort is not None:
        pieces.append(_print_effort(scheme.effort))
    if scheme.tempo is not None:
        pieces.append(f" {print_tempo(scheme.tempo)}")
    if scheme.pause is not None:
        pieces.append(_print_pause(scheme.pause))
    if scheme.cues:
        pieces.append(" " + " then ".join(map(_print_cue, scheme.cues)))
    pieces.extend(map(_print_add_on, scheme.add_ons))
    pieces.append(_print_rest(scheme.rest))
    if scheme.progression is not None:
        pieces.append(f" progress {_print_progression(scheme.progression)}")
    return "".join(pieces)


def print_count(count: Count) -> str:
    """Write a number or a range: `8-12`."""
    return str(count.low) if count.low == count.high else f"{count.low}-{count.high}"


def print_number(number: Decimal) -> str:
    """Write a decimal number without idle zeros: `2.5`."""
    return f"{number.normalize():f}"


def print_time(seconds: Count) -> str:
    """Write a time or a range of times: `90s`; whole minutes from two up as `2-3 min`."""
    if seconds.low >= 120 and not seconds.low % 60 and not seconds.high % 60:
        return f"{print_count(Count(seconds.low // 60, seconds.high // 60))} min"
    return f"{print_count(seconds)}s"


def _print_seconds(seconds: int) -> str:
    return print_time(Count(seconds, seconds))


def print_target(target: Target) -> str:
    """Write what one link asks for: `8-12`, `20 steps`, `max`, `hold 90s`, `5 min`."""
    match target:
        case Reps(count=count, unit=unit):
            return print_count(count) + (" steps" if unit == "steps" else "")
        case MaxReps():
            return "max"
        case Hold(seconds=seconds):
            return f"hold {print_time(seconds)}"
        case Interval(seconds=seconds):
            return print_time(seconds)
    assert_never(target)


def print_load(load: Load) -> str:
    """Write a load: `100 kg`, `75%`, `bw + 10 kg`, `4 plates`, `pin 8`."""
    match load:
        case MassLoad(mass=mass):
            return str(mass)
        case PercentLoad(percent=percent):
            return f"{print_number(percent)}%"
        case BodyweightLoad(extra=Mass() as extra):
            return f"bw {'-' if extra.value < 0 else '+'} {str(extra).removeprefix('-')}"
        case BodyweightLoad():
            return "bw"
        case PlateLoad(plates=plates):
            return _print_plural(plates, "plate")
        case PinLoad(pin=pin):
            return f"pin {pin}"
    assert_never(load)


def print_step(step: LoadStep) -> str:
    """Write a change of load: `100 lb`, `20%`, `1 plate`, `2 pins`."""
    match step:
        case MassStep(mass=mass):
            return str(mass)
        case PercentStep(percent=percent):
            return f"{print_number(percent)}%"
        case PlateStep(plates=plates):
            return _print_plural(plates, "plate")
        case PinStep(pins=pins):
            return _print_plural(pins, "pin")
    assert_never(step)


def _print_plural(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _print_drop(drop: Drop) -> str:
    return f" drop {print_step(drop.step)}" + (" until empty" if drop.until_empty else "")


def _print_condition(condition: Condition) -> str:
    return f" if {' or '.join(condition.any_of)}"


def _print_goal(goal: EffortGoal) -> str:
    match goal:
        case Rir(count=count):
            return f" rir {print_count(count)}"
        case Rpe(value=value):
            return f" rpe {print_number(value)}"
        case ToFailure():
            return " to failure"
        case NotToFailure():
            return " not to failure"
    assert_never(goal)


def _print_effort(effort: Effort) -> str:
    condition = _print_condition(effort.condition) if effort.condition else ""
    otherwise = f" else{_print_goal(effort.otherwise)}" if effort.otherwise else ""
    return _print_goal(effort.goal) + condition + otherwise


def print_tempo(tempo: Tempo) -> str:
    """Write a tempo: `tempo 3-1-x-0`."""
    up = "x" if tempo.concentric is None else tempo.concentric
    return f"tempo {tempo.eccentric}-{tempo.stretched}-{up}-{tempo.shortened}"


def _print_pause(pause: Pause) -> str:
    return f" pause {_print_seconds(pause.seconds)} {pause.at}"


def _print_cue(cue: Cue) -> str:
    return cue.name if cue.reps is None else f"{cue.name} {cue.reps}"


def print_technique(technique: Technique) -> str:
    """Write a technique: `forced 2`, `negative 3 x 6s`, `rest-pause 15s x 2`, `myo 3-5 x 4 rest 10s`."""
    match technique:
        case Forced(reps=reps):
            return f"forced {reps}"
        case Negative(seconds=seconds, reps=reps):
            return f"negative {'' if reps == 1 else f'{reps} x '}{_print_seconds(seconds)}"
        case Partials(reps=reps):
            return f"partials {reps}"
        case Pulses(reps=reps):
            return f"pulses {reps}"
        case RestPause(seconds=seconds, times=times):
            return f"rest-pause {_print_seconds(seconds)}" + ("" if times == 1 else f" x {times}")
        case Myo(reps=reps, sets=sets, rest_seconds=rest):
            return f"myo {print_count(reps)} x {sets} rest {_print_seconds(rest)}"
    assert_never(technique)


def _print_add_on(add_on: AddOn) -> str:
    techniques = "".join(f" + {print_technique(technique)}" for technique in add_on.techniques)
    first = "" if add_on.from_set == 1 else f" from set {add_on.from_set}"
    condition = _print_condition(add_on.condition) if add_on.condition else ""
    otherwise = " and ".join(map(print_technique, add_on.otherwise))
    return techniques + first + condition + (f" else {otherwise}" if otherwise else "")


def _print_rest(rest: Count | None) -> str:
    if rest is None:
        return ""
    return " no rest" if rest.high == 0 else f" rest {print_time(rest)}"


def _print_progression(progression: Progression) -> str:
    match progression:
        case LinearProgression(step=step):
            return print_step(step)
        case DoubleProgression(step=step):
            return f"double {print_step(step)}"
        case RirProgression(start=start, end=end):
            return f"rir {start} to {end}"
    assert_never(progression)
