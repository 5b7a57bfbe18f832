"""What the live session says: steps as sentences a lifter reads at a glance."""

from legday.notation.chain import Link
from legday.notation.objects import (
    BodyweightLoad,
    Count,
    Cue,
    EffortGoal,
    Hold,
    Load,
    LoadStep,
    MassLoad,
    MassStep,
    MaxReps,
    NotToFailure,
    PercentLoad,
    PercentStep,
    PinLoad,
    PinStep,
    PlateLoad,
    PlateStep,
    Reps,
    Rir,
    Rpe,
    Target,
    ToFailure,
)
from legday.notation.pace import WORK_PAUSE
from legday.notation.printer import print_count, print_load, print_number, print_tempo
from legday.notation.scheme import Scheme
from legday.units import Mass


def plural(number: int, noun: str) -> str:
    """Say a number of things: `1 rep`, `2 reps`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def say_time(seconds: Count) -> str:
    """Say a time: `90 s`, `60-90 s`, `2 min`."""
    if seconds.low >= 120 and not seconds.low % 60 and not seconds.high % 60:
        return f"{print_count(Count(seconds.low // 60, seconds.high // 60))} min"
    return f"{print_count(seconds)} s"


def say_target(target: Target) -> str:
    """Say what to do: `8-12 reps`, `hold for 90 s`."""
    match target:
        case Reps(count=Count(low=1, high=1), unit=unit):
            return f"1 {unit.removesuffix('s')}"
        case Reps(count=count, unit=unit):
            return f"{print_count(count)} {unit}"
        case MaxReps():
            return "as many reps as you can"
        case Hold(seconds=seconds):
            return f"hold for {say_time(seconds)}"
    return f"keep going for {say_time(target.seconds)}"


def say_load(load: Load | None) -> str:
    """Say with which load, with a space before: ` at 700 lb`; nothing where none is known."""
    match load:
        case None:
            return ""
        case PercentLoad(percent=percent):
            return f" at {print_number(percent)}% of your one-rep max"
        case BodyweightLoad(extra=Mass() as extra) if extra.value < 0:
            return f" with {str(extra).removeprefix('-')} of help"
        case BodyweightLoad(extra=Mass() as extra):
            return f" with {extra} added"
        case BodyweightLoad():
            return " with your bodyweight"
    return f" at {print_load(load)}"


def say_details(scheme: Scheme, goal: EffortGoal | None) -> str:
    """Say how hard and how, with the marks before: `, to failure; point for 6 reps, then flex`."""
    details = ""
    match goal:
        case Rir(count=count):
            details = ", to failure" if count.high == 0 else f", stop with {print_count(count)} in reserve"
        case Rpe(value=value):
            details = f", at RPE {print_number(value)}"
        case ToFailure():
            details = ", to failure"
        case NotToFailure():
            details = ", well short of failure"
    if scheme.tempo:
        details += f"; {print_tempo(scheme.tempo)}"
    if scheme.pause:
        details += f"; pause {say_time(Count(scheme.pause.seconds, scheme.pause.seconds))} at the {scheme.pause.at}"
    if scheme.cues:
        details += f"; {', then '.join(map(_say_cue, scheme.cues))}"
    if scheme.role == "work":
        details += f"; rest at least once for {WORK_PAUSE} s at the top"
    return details


def _say_cue(cue: Cue) -> str:
    return cue.name if cue.reps is None else f"{cue.name} for {plural(cue.reps, 'rep')}"


def say_drop(step: LoadStep | None, link: Link) -> str:
    """Say how to lower the load and go on: `Strip 1 plate: 10 reps at 3 plates`."""
    return f"{_say_change(step, link)}: {say_target(link.target)}" + (
        say_load(link.load) if isinstance(link.load, PlateLoad) else ""
    )


def _say_change(step: LoadStep | None, link: Link) -> str:
    match step, link.load:
        case PlateStep(plates=plates), _:
            return f"Strip {plural(plates, 'plate')}"
        case PinStep(), PinLoad(pin=pin):
            return f"Move the pin to {pin}"
        case PinStep(pins=pins), _:
            return f"Move the pin up by {pins}"
        case PercentStep(), None if link.share is not None:
            return f"Drop to {round(link.share * 100)}% of the first load"
        case MassStep(mass=mass), None:
            return f"Take off {mass}"
        case _, PercentLoad(percent=percent):
            return f"Drop to {print_number(percent)}% of your one-rep max"
        case _, BodyweightLoad() | MassLoad() as load:
            return f"Drop to {print_load(load).replace('bw', 'bodyweight')}"
    return "Lower the load"
