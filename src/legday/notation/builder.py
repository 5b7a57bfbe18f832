"""What the grammar found, turned into objects: shorthand becomes canonical, what makes no sense is refused.

This module needs lark and is only imported when a line is first read.
"""
# ruff: noqa: D102 - lark calls these methods, each by the name of its rule in the grammar

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Generic, NamedTuple, TypeVar

from lark import Token, Transformer, v_args

from legday.notation.draft import Draft, Part, RefusedError
from legday.notation.objects import (
    MOST,
    BodyweightLoad,
    Condition,
    Count,
    Cue,
    DoubleProgression,
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
from legday.notation.scheme import MOST_LINKS, Entry, Group, Scheme
from legday.notation.spelling import as_label
from legday.units import Mass

T = TypeVar("T")

FORCED_REPS, NEGATIVE_SECONDS, PARTIAL_REPS, PULSES, PAUSE_SECONDS = 2, 6, 5, 10, 1
"""What a technique or a pause written without a number stands for."""

_FILLER = re.compile(r"\W*\b(?:for|do|of|with|about)\W*$")
_CUE_WORDS = re.compile(r"point|dorsi|flex|toes.(?:out|in|forward)|slow")


class Placed(NamedTuple, Generic[T]):
    """A value and the place it was read at, from 0."""

    start_pos: int
    value: T


Place = Token | Placed[Any] | Part


def _at(place: Place) -> int:
    return place.start_pos or 0


def _made(place: Place, make: Callable[..., T], *values: Any) -> Placed[T]:
    """Make a value from what was read at a place; what can't be is refused there."""
    try:
        return Placed(_at(place), make(*values))
    except ValueError as error:
        raise RefusedError(_at(place), str(error)) from None


def _whole(digits: Token) -> int:
    if int(digits) > MOST:
        raise RefusedError(_at(digits), f"numbers go up to {MOST}")
    return int(digits)


def _single(count: Placed[Count]) -> int:
    if count.value.low != count.value.high:
        raise RefusedError(_at(count), "this must be one number, not a range")
    return count.value.low


def _mass(number: Placed[Decimal], unit: Token) -> Mass:
    return Mass(number.value, "kg" if unit.type == "KG" else "lb")


@v_args(inline=True)
class Builder(Transformer[Token, tuple[Entry, ...]]):
    """Makes an object of each rule of the grammar; lark calls the method that bears the name of the rule."""

    def start(self, *entries: Entry) -> tuple[Entry, ...]:
        return entries

    def scheme(self, *parts: Part | Token) -> Scheme:
        return self._drafted(parts).build(_at(parts[0]))

    def member(self, *parts: Part | Token) -> Scheme:
        return self._drafted(parts).build(_at(parts[0]))

    def _drafted(self, parts: tuple[Part | Token, ...]) -> Draft:
        draft = Draft()
        for part in parts:
            draft.add(part if isinstance(part, Part) else self._role_or_label(part))
        return draft

    def _role_or_label(self, token: Token) -> Part:
        match token.type:
            case "WARM_UP_LEAD" | "WARM_UP":
                return Part(_at(token), "role", "warm-up")
            case "WORK":
                return Part(_at(token), "role", "work")
            case "LABEL":
                return Part(_at(token), "label", as_label(token[:-1]))
        return Part(_at(token), "label", as_label(_FILLER.sub("", token)))

    def group(self, kind: Token, rounds: Placed[Count], *members: Scheme | Part) -> Group:
        schemes = tuple(member for member in members if isinstance(member, Scheme))
        rest = next((part.value for part in members if isinstance(part, Part)), None)
        name: Any = kind.type.lower()
        return _made(kind, Group, name, rounds.value, schemes, rest).value

    # --- how many of what ---

    def sets(self, count: Placed[Count]) -> Part:
        return Part(_at(count), "sets", count.value)

    def trail(self, *words: Token) -> Part:
        return Part(_at(words[0]), "label", as_label(" ".join(words)))

    def target(self, target: Placed[Target]) -> Part:
        return Part(_at(target), "links", target.value)

    def reps(self, count: Placed[Count]) -> Placed[Reps]:
        return _made(count, Reps, count.value)

    def steps(self, count: Placed[Count]) -> Placed[Reps]:
        return _made(count, Reps, count.value, "steps")

    def max_reps(self, word: Token) -> Placed[MaxReps]:
        return _made(word, MaxReps)

    def hold(self, word: Token, time: Placed[Count]) -> Placed[Hold]:
        return _made(word, Hold, time.value)

    def interval(self, time: Placed[Count]) -> Placed[Interval]:
        return _made(time, Interval, time.value)

    def count(self, low: Token, high: Token | None = None) -> Placed[Count]:
        return _made(low, Count, _whole(low), _whole(low if high is None else high))

    def number(self, digits: Token) -> Placed[Decimal]:
        whole, _, decimals = digits.replace(",", ".").partition(".")
        if int(whole) > MOST:
            raise RefusedError(_at(digits), f"numbers go up to {MOST}")
        if len(decimals.rstrip("0")) > 2:
            raise RefusedError(_at(digits), "numbers have at most two decimals")
        return Placed(_at(digits), Decimal(f"{whole}.{decimals}" if decimals.rstrip("0") else whole))

    def seconds(self, count: Placed[Count]) -> Placed[Count]:
        return count

    def minutes(self, time: Placed[Count] | Token) -> Placed[Count]:
        if not isinstance(time, Token):
            return _made(time, Count, time.value.low * 60, time.value.high * 60)
        seconds = self.number(time).value * 60
        if seconds % 1:
            raise RefusedError(_at(time), "times are whole seconds")
        return _made(time, Count, int(seconds), int(seconds))

    # --- loads ---

    def first_load(self, load: Placed[Load]) -> Part:
        return Part(_at(load), "load", load.value)

    def at_load(self, sign: Token, load: Placed[Load]) -> Part:
        return Part(_at(sign), "load", load.value)

    def late_load(self, load: Placed[Load]) -> Part:
        return Part(_at(load), "load", load.value)

    def mass_load(self, number: Placed[Decimal], unit: Token) -> Placed[MassLoad]:
        return _made(number, MassLoad, _mass(number, unit))

    def percent_load(self, number: Placed[Decimal]) -> Placed[PercentLoad]:
        return _made(number, PercentLoad, number.value)

    def bodyweight(self, word: Token) -> Placed[BodyweightLoad]:
        return _made(word, BodyweightLoad)

    def bodyweight_plus(self, word: Token, number: Placed[Decimal], unit: Token) -> Placed[BodyweightLoad]:
        return _made(word, BodyweightLoad, _mass(number, unit))

    def bodyweight_minus(self, word: Token, number: Placed[Decimal], unit: Token) -> Placed[BodyweightLoad]:
        return _made(word, BodyweightLoad, _mass(number._replace(value=-number.value), unit))

    def plate_load(self, plates: Token) -> Placed[PlateLoad]:
        return _made(plates, PlateLoad, _whole(plates))

    def pin_load(self, pin: Token) -> Placed[PinLoad]:
        return _made(pin, PinLoad, _whole(pin))

    def mass_step(self, number: Placed[Decimal], unit: Token) -> Placed[MassStep]:
        return _made(number, MassStep, _mass(number, unit))

    def percent_step(self, number: Placed[Decimal]) -> Placed[PercentStep]:
        return _made(number, PercentStep, number.value)

    def plate_step(self, plates: Token) -> Placed[PlateStep]:
        return _made(plates, PlateStep, _whole(plates))

    def pin_step(self, pins: Token) -> Placed[PinStep]:
        return _made(pins, PinStep, _whole(pins))

    # --- chains ---

    def link(self, sign: Token, target: Placed[Target]) -> Part:
        return Part(_at(sign), "links", target.value)

    def drop(self, word: Token, step: Placed[LoadStep], times: Token | None = None) -> Part:
        return Part(_at(word), "drop", (step.value, 0 if times is None else min(_whole(times), MOST_LINKS)))

    def until_empty(self, word: Token) -> Part:
        return Part(_at(word), "until_empty", True)

    def then_load(self, word: Token, number: Placed[Decimal], unit: Token | None = None) -> Part:
        return Part(_at(word), "then_load", (number.value, unit and ("kg" if unit.type == "KG" else "lb")))

    def then_do(self, word: Token, target: Placed[Target]) -> Part:
        return Part(_at(word), "then_do", target.value)

    def pyramid(self, word: Token, work_sets: Token, _: Token) -> Part:
        return Part(_at(word), "pyramid_work_sets", _whole(work_sets))

    # --- sides, effort and the way of doing it ---

    def side(self, word: Token) -> Part:
        return Part(_at(word), "each_side", True)

    def alternating(self, word: Token) -> Part:
        return Part(_at(word), "alternating", True)

    def to_warm_up(self, word: Token) -> Part:
        return Part(_at(word), "role", "warm-up")

    def effort(self, goal: Placed[EffortGoal]) -> Part:
        return Part(_at(goal), "effort", goal.value)

    def at_effort(self, sign: Token, goal: Placed[EffortGoal]) -> Part:
        return Part(_at(sign), "effort", goal.value)

    def late_effort(self, goal: Placed[EffortGoal]) -> Part:
        return Part(_at(goal), "effort", goal.value)

    def rir(self, word: Token, count: Placed[Count]) -> Placed[Rir]:
        return _made(word, Rir, count.value)

    def goal_in_reserve(self, count: Placed[Count], _: Token) -> Placed[Rir]:
        return _made(count, Rir, count.value)

    def rpe(self, word: Token, number: Placed[Decimal]) -> Placed[Rpe]:
        return _made(word, Rpe, number.value)

    def to_failure(self, word: Token) -> Placed[ToFailure]:
        return _made(word, ToFailure)

    def not_to_failure(self, word: Token) -> Placed[NotToFailure]:
        return _made(word, NotToFailure)

    def tempo(self, word: Token, phases: Token) -> Part:
        parts = re.findall(r"[0-9]+|x" if len(phases) > 4 else r"[0-9x]", phases)
        seconds = [None if part == "x" else int(part) for part in parts]
        return Part(_at(word), "tempo", _made(phases, Tempo, *seconds).value)

    def pause(self, word: Token, *said: Placed[Count] | Token) -> Part:
        at = "top" if word.startswith("hold") else "bottom"
        seconds = PAUSE_SECONDS
        for detail in said:
            if isinstance(detail, Token):
                at = detail.type.lower()
            else:
                seconds = _single(detail)
        return Part(_at(word), "pause", _made(word, Pause, seconds, at).value)

    def cue(self, words: Token, reps: Token | None = None) -> Part:
        name = str(words)
        if known := _CUE_WORDS.search(name):
            name = "flex" if known[0] == "dorsi" else known[0].replace(" ", "-")
        return Part(_at(words), "cues", _made(words, Cue, name, reps and _whole(reps)).value)

    def then_cue(self, word: Token, cue: Part) -> Part:
        return Part(_at(word), "then_cue", cue.value)

    # --- techniques ---

    def technique(self, technique: Placed[Technique]) -> Part:
        return Part(_at(technique), "technique", technique.value)

    def late_technique(self, technique: Placed[Technique]) -> Part:
        return Part(_at(technique), "technique", technique.value)

    def added(self, sign: Token, technique: Placed[Technique]) -> Part:
        return Part(_at(sign), "technique" if sign.type == "PLUS" else "and_technique", technique.value)

    def forced(self, word: Token, reps: Token | None = None) -> Placed[Forced]:
        return _made(word, Forced, FORCED_REPS if reps is None else _whole(reps))

    def negative(self, word: Token, *said: Token | Placed[Count]) -> Placed[Negative]:
        reps, seconds = 1, NEGATIVE_SECONDS
        for detail in said:
            if isinstance(detail, Token):
                reps = _whole(detail)
            else:
                seconds = _single(detail)
        return _made(word, Negative, seconds, reps)

    def partials(self, word: Token, reps: Token | None = None) -> Placed[Partials]:
        return _made(word, Partials, PARTIAL_REPS if reps is None else _whole(reps))

    def pulses(self, word: Token, reps: Token | None = None) -> Placed[Pulses]:
        return _made(word, Pulses, PULSES if reps is None else _whole(reps))

    def rest_pause(self, word: Token, time: Placed[Count], times: Token | None = None) -> Placed[RestPause]:
        return _made(word, RestPause, _single(time), 1 if times is None else _whole(times))

    def myo(self, word: Token, reps: Placed[Count], sets: Token, _: Token, time: Placed[Count]) -> Placed[Myo]:
        return _made(word, Myo, reps.value, _whole(sets), _single(time))

    def counted_forced(self, reps: Token, _: Token) -> Placed[Forced]:
        return _made(reps, Forced, _whole(reps))

    def counted_negative(self, reps: Token, _: Token, time: Placed[Count] | None = None) -> Placed[Negative]:
        return _made(reps, Negative, NEGATIVE_SECONDS if time is None else _single(time), _whole(reps))

    def counted_partials(self, reps: Token, _: Token) -> Placed[Partials]:
        return _made(reps, Partials, _whole(reps))

    def counted_pulses(self, reps: Token, _: Token) -> Placed[Pulses]:
        return _made(reps, Pulses, _whole(reps))

    def from_set(self, word: Token, number: Token) -> Part:
        if not _whole(number):
            raise RefusedError(_at(number), "sets are counted from 1")
        return Part(_at(word), "from_set", _whole(number))

    def condition(self, word: Token, *circumstances: Token) -> Part:
        names = tuple(circumstance.type.lower() for circumstance in circumstances)
        return Part(_at(word), "condition", _made(word, Condition, names).value)

    def otherwise(self, word: Token, instead: Placed[EffortGoal | Technique]) -> Part:
        return Part(_at(word), "otherwise", instead.value)

    # --- rest and progress ---

    def rest(self, word: Token, time: Placed[Count]) -> Part:
        return Part(_at(word), "rest", time.value)

    def no_rest(self, word: Token) -> Part:
        return Part(_at(word), "rest", Count(0, 0))

    def short_rest(self, word: Token, time: Placed[Count]) -> Part:
        return Part(_at(word), "technique", _made(word, RestPause, _single(time)).value)

    def late_rest(self, time: Placed[Count]) -> Part:
        return Part(_at(time), "rest", time.value)

    def late_sets(self, count: Placed[Count]) -> Part:
        return Part(_at(count), "sets", count.value)

    def late_reps(self, count: Placed[Count]) -> Part:
        return Part(_at(count), "late_reps", count.value)

    def progress(self, progression: Placed[Progression]) -> Part:
        return Part(_at(progression), "progression", progression.value)

    def progress_linear(self, word: Token, step: Placed[LoadStep]) -> Placed[LinearProgression]:
        return _made(word, LinearProgression, step.value)

    def progress_double(self, word: Token, _: Token, step: Placed[LoadStep]) -> Placed[DoubleProgression]:
        return _made(word, DoubleProgression, step.value)

    def progress_rir(self, word: Token, _: Token, start: Token, end: Token) -> Placed[RirProgression]:
        return _made(word, RirProgression, _whole(start), _whole(end))
