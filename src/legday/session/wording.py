"""What stands on the screen and what is spoken: steps as sentences that a lifter reads at a glance."""

from legday.notation import (
    Count,
    Cue,
    EffortGoal,
    Hold,
    Interval,
    MaxReps,
    NotToFailure,
    Reps,
    Rir,
    Rpe,
    Target,
    ToFailure,
)
from legday.session.gear import Implement
from legday.session.loading import plates_of, stripped
from legday.session.model import Loading

CUE_WORDS = {
    "point": "toes pointed",
    "flex": "toes pulled up to the shin",
    "toes-out": "toes turned out",
    "toes-in": "toes turned in",
    "toes-forward": "toes straight ahead",
    "heels": "push through the heels",
    "wide": "feet wide",
    "narrow": "feet narrow",
    "high": "feet high",
    "low": "feet low",
    "long": "long stride",
    "short": "short stride",
    "upright": "torso upright",
    "lean": "torso leaning forward",
    "full": "full range",
    "half": "half range",
    "slow": "slowly",
    "fast": "fast",
    "squeeze": "squeeze at the top",
}
"""What each cue of the set language says."""

_SPOKEN = ((" kg", " kilos"), (" lb", " pounds"), (" x ", " times "), (" min", " minutes"), (" s,", " seconds,"))
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six")


def number(count: int, noun: str) -> str:
    """Say a small number of things in words: `one plate`, `two plates`."""
    word = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
    return f"{word} {noun}" if count == 1 else f"{word} {noun}s"


def span(count: Count) -> str:
    """Say a number or a range: `12`, `8-12`."""
    return str(count.low) if count.low == count.high else f"{count.low}-{count.high}"


def time(count: Count) -> str:
    """Say a time: `90 s`, `2-3 min`."""
    if count.low >= 120 and not count.low % 60 and not count.high % 60:
        return f"{span(Count(count.low // 60, count.high // 60))} min"
    return f"{span(count)} s"


def target(aim: Target, each_leg: bool = False) -> str:
    """Say what to do: `8-12 reps`, `hold for 90 s`."""
    match aim:
        case Reps(count=count, unit=unit):
            noun = unit.removesuffix("s") if count == Count(1, 1) else unit
            return f"{span(count)} {noun}" + (" per leg" if each_leg else "")
        case MaxReps():
            return "as many reps as you can"
        case Hold(seconds=seconds):
            return f"hold for {time(seconds)}"
        case Interval(seconds=seconds):
            return f"keep going for {time(seconds)}"


def effort(goal: EffortGoal | None) -> str:
    """Say how near to failure, with a comma before it."""
    match goal:
        case Rir(count=Count(low=0, high=0)) | ToFailure():
            return ", to failure"
        case Rir(count=count):
            return f", stop with {span(count)} in reserve"
        case Rpe(value=value):
            return f", at RPE {value:f}"
        case NotToFailure():
            return ", well short of failure"
    return ""


def cue(one: Cue) -> str:
    """Say a cue as a sentence: `Toes pointed`."""
    return sentence(CUE_WORDS[one.name])


def load(loading: Loading | None) -> str:
    """Say a load with the word before it: ` at 80 kg`; nothing where none is known."""
    if loading is None:
        return ""
    return f" with {loading.text}" if loading.on == "bodyweight" else f" at {loading.mass}"


def drop(before: Loading | None, after: Loading | None, share: float | None, implement: Implement | None) -> str:
    """Say how to lower the load: `Move the pin to 600 lb`, `Strip one plate a side`."""
    on = implement.on if implement else "bodyweight"
    if after is None:
        much = f" to about {share:.0%} of the first load" if share is not None else ""
        return {
            "stack": f"Move the pin{much or ' up'}",
            "plates": f"Strip plates{much}",
            "barbell": f"Strip plates{much}",
            "dumbbells": f"Take lighter dumbbells{much.replace(' to', ',', 1)}",
            "dumbbell": f"Take a lighter dumbbell{much.replace(' to', ',', 1)}",
        }.get(on, f"Lower the load{much}")
    match after.on:
        case "stack":
            return f"Move the pin to {after.mass}"
        case "dumbbells":
            return f"Take the {after.mass} dumbbells"
        case "dumbbell" | "kettlebell":
            return f"Take the {after.mass} {after.on}"
        case "bodyweight":
            return f"Go on with {after.text}"
    side = "" if after.peg or (before and before.peg) else " a side"
    off = stripped(before, after) if before else None
    if off == 0:
        return f"Stay at {after.mass}, nothing lighter can be put on"
    if off:
        gone = plates_of(before)[-off:] if before else ()
        return f"Strip {number(off, 'plate')}{side} ({' + '.join(map(str, gone))})"
    return f"Change the plates to {after.text.partition(': ')[2]}"


def sentence(text: str) -> str:
    """Begin a text with a capital letter, and leave the rest as it is."""
    return text[:1].upper() + text[1:]


def spoken(text: str) -> str:
    """Return a text as it is read out."""
    for written, read in _SPOKEN:
        text = text.replace(written, read)
    return f"{text.removesuffix(' s')} seconds" if text.endswith(" s") else text
