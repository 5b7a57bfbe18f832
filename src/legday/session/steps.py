"""The sets of one exercise as steps to play: loads put on, chains link by link, techniques, sides and rests."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate, groupby, takewhile
from math import ceil, floor
from typing import get_args

import msgspec

from legday.catalogue import Exercise
from legday.log import PartKind, SetKind
from legday.notation import (
    USUAL_PACE,
    BodyweightLoad,
    Circumstance,
    Count,
    Cue,
    EffortGoal,
    Hold,
    Interval,
    Load,
    MassLoad,
    MaxReps,
    Negative,
    PercentLoad,
    PinLoad,
    PlateLoad,
    Reps,
    Rir,
    Rpe,
    Scheme,
    Step,
    Target,
    ToFailure,
    expand,
)
from legday.session import wording
from legday.session.gear import Implement
from legday.session.loading import put_on, put_on_chain
from legday.session.model import Loading, PlayStep, Side, TechniqueChange, WhatIf
from legday.session.what_if import fewer_reps, no_pause_needed, warm_up_heavy
from legday.units import Mass

SOLO_REST = 15
"""The rest before going on alone where a partner would have helped [s], as rest-pause sets are planned."""

RAMP_UP = ((Fraction(1, 2), 5), (Fraction(3, 4), 3))
"""The sets that lead up to the first heavy sets of a part, as shares of their load and reps; our own convention."""
RAMP_UP_RESERVE = 4
"""The reps that the last of them leaves in reserve on any usual day; our own convention."""
RAMP_UP_REST = Count(30, 60)
"""The rest after each of them [s]; our own convention."""

_PARTS: dict[str, PartKind] = {kind: kind for kind in get_args(PartKind)}
_AFTER_SHORT_REST = ("rest-pause", "myo")
_SIDES = ("left", "right")
_HEAVY = ("barbell", "plates", "stack")
_LOWERING, _LIFTING = 2, 1  # seconds of a usual rep of 3 s
_ALONE = f"Alone: rest {SOLO_REST} s, then go on as far as you can."
_HELPED_BY_A_LEG = "lift with both legs and lower with one"


@dataclass(frozen=True)
class Station:
    """Where the sets of an exercise are done, and by whom.

    `prefix` begins the keys of its steps. `one_rep_max` is what the log shows, for loads in percent of it.
    `weaker` is the side to begin with, if one is known to be weaker. What only `prepares` is logged as warm-up.
    """

    block: str
    prefix: str
    exercise: Exercise = field(hash=False)
    implement: Implement | None
    partner: bool
    circumstances: frozenset[Circumstance]
    one_rep_max: Mass | None = None
    weaker: Side | None = None
    prepares: bool = False

    @property
    def spots_itself(self) -> bool:
        """Whether one leg can help the other: a machine that both legs move."""
        return self.exercise.load in ("stack", "plates") and self.exercise.sides == "both"

    @property
    def without_help(self) -> str:
        """What to do in place of something that a partner should have helped with; nothing near failure under a bar."""
        return _ALONE if self.exercise.fails_safely else "Alone: leave this out."


@lru_cache(maxsize=1024)  # the same sets come back week after week
def play(station: Station, scheme: Scheme) -> tuple[PlayStep, ...]:
    """Turn the sets of an exercise into steps; a rest stands between them, none after the last."""
    sets = _Sets(station, scheme)
    steps = expand(scheme, station.circumstances)
    return tuple(
        played
        for number, group in groupby(steps, key=lambda step: step.set_number)
        for played in sets.play(number, list(group))
    )


def ramp_up(station: Station, scheme: Scheme) -> tuple[PlayStep, ...]:
    """Lead up to the first heavy set with lighter ones; nothing for dumbbells or where the load is unknown."""
    work = mass_of(station, scheme.load)
    if work is None or station.implement is None or station.implement.on not in _HEAVY:
        return ()
    steps = list[PlayStep]()
    for number, (share, reps) in enumerate(RAMP_UP, start=1):
        load = put_on(station.implement, work * share)
        if load.mass >= work or (steps and steps[-2].load == load):
            continue
        key, aim = f"{station.prefix}.w{number}", Reps(Count(reps, reps))
        each_side = 2 if scheme.sides != "both" else 1
        words = wording.target(aim) + (" each side" if each_side == 2 else "")
        steps.append(
            PlayStep(
                key=key,
                block=station.block,
                kind="set",
                text=f"Ramp-up set: {words}{wording.load(load)}",
                say=wording.spoken(f"Ramp-up: {words}{wording.load(load)}"),
                seconds=USUAL_PACE.target(scheme, aim) * each_side,
                set_number=number,
                sets=len(RAMP_UP),
                set_key=key,
                set_kind="warm-up",
                reps=(reps, reps),
                load=load,
                share=float(share),
            )
        )
        steps.append(rest_after_light_set(station, key, number, len(RAMP_UP)))
    if steps and (heavy := warm_up_heavy(station.implement, put_on(station.implement, work), RAMP_UP_RESERVE, reps)):
        steps[-2] = msgspec.structs.replace(steps[-2], what_if=(heavy,))
    return tuple(steps)


def rest_after_light_set(station: Station, key: str, number: int, sets: int) -> PlayStep:
    """Rest after a light set that comes before the work: the ramp-up or test set of a key."""
    said = f"Rest {wording.time(RAMP_UP_REST)}"
    return PlayStep(
        key=f"{key}.rest",
        block=station.block,
        kind="rest",
        text=said,
        say=wording.spoken(said),
        seconds=RAMP_UP_REST.middle,
        set_number=number,
        sets=sets,
        rest=(RAMP_UP_REST.low, RAMP_UP_REST.high),
    )


def mass_of(station: Station, load: Load | None) -> Mass | None:
    """Tell the mass of a load in whatever terms it is written; None if it can't be told.

    Plates that are counted and not weighed are the heaviest there are, so many on each side, or on the one peg.
    """
    implement = station.implement
    match load:
        case MassLoad(mass=mass):
            return mass
        case BodyweightLoad(extra=extra):
            return extra
        case PlateLoad(plates=number) if implement and implement.plates:
            plate = implement.plates[0].mass
            plates = Mass(plate.value * number * (1 if implement.peg else 2), plate.unit)
            return implement.bar + plates if implement.bar else plates
        case PinLoad(pin=pin) if implement and implement.ladder:
            step = implement.ladder.step
            return implement.ladder.lightest + Mass(step.value * (pin - 1), step.unit)
        case PercentLoad(percent=percent) if station.one_rep_max is not None:
            return station.one_rep_max * (Fraction(percent) / 100)
    return None


class _Sets:
    """The sets of one scheme; what is the same in all of them is worked out once."""

    def __init__(self, station: Station, scheme: Scheme) -> None:
        self.station = station
        self.scheme = scheme
        self.total = scheme.sets.high
        self.ramps = 0 if scheme.pyramid_work_sets is None else self.total - scheme.pyramid_work_sets
        self.tempo = _tempo(scheme)
        techniques = (each for add_on in scheme.add_ons for each in (*add_on.techniques, *add_on.otherwise))
        self.negative_seconds = next((each.seconds for each in techniques if isinstance(each, Negative)), 0)
        self.chains: dict[tuple[Load | None, ...], tuple[Loading | None, ...]] = {}
        self.less: dict[Loading | None, WhatIf | None] = {}

    def play(self, number: int, steps: list[Step]) -> Iterator[PlayStep]:
        """Play the steps of one set, on both of its sides if it has sides."""
        set_key, part, links = "", 0, tuple[Loading | None, ...]()
        before = load = None
        for place, step in enumerate(steps):
            if step.kind == "set":
                side = self._side(step)
                set_key, part = f"{self.station.prefix}.{number}{side[:1].upper() if side in _SIDES else ''}", 0
                links = self._loadings(steps, place)
                before = load = links[0]
                yield self._start(step, set_key, side, load)
            elif step.kind in _PARTS:
                part += 1
                if step.kind == "drop":
                    before, load = load, links[step.link - 1]
                yield self._part(step, set_key, f"{part:02d}", self._side(step), before, load)
            elif step.kind == "rest" and place + 1 < len(steps) and steps[place + 1].kind in _AFTER_SHORT_REST:
                short = Count(round(step.seconds), round(step.seconds))
                yield self._rest(step, f"{set_key}.{part + 1:02d}.rest", short, ", then go on")
            elif step.kind == "rest":
                whole = Count(round(step.seconds), round(step.seconds))
                yield self._rest(step, f"{self.station.prefix}.{number}.rest", self.scheme.rest or whole)
            else:
                yield self._plain(step, f"{self.station.prefix}.{number}.sides", step.text)

    def _loadings(self, steps: Sequence[Step], place: int) -> tuple[Loading | None, ...]:
        """The loads of a set and of the links that follow it."""
        following = takewhile(lambda step: step.kind == "drop", steps[place + 1 :])
        loads = (steps[place].load, *(step.load for step in following))
        if loads not in self.chains:
            masses = [mass_of(self.station, load) for load in loads]
            known = [mass for mass in masses if mass is not None]
            implement = self.station.implement
            unknown = implement is None or len(known) < len(masses)
            self.chains[loads] = (None,) * len(loads) if unknown or not implement else put_on_chain(implement, known)
        return self.chains[loads]

    def _start(self, step: Step, set_key: str, side: Side | None, load: Loading | None) -> PlayStep:
        aim, goal = step.target, step.effort
        assert aim is not None  # noqa: S101 - sets always have one
        heading = ", ".join(words for words in (self._heading(step), side if side in _SIDES else "") if words)
        what = f"{wording.target(aim, side == 'in-turn')}{wording.load(load)}"
        share = f" at {step.share:.0%} of the work load" if step.role == "ramp" and load is None else ""
        details = "; ".join(["", *self._details(step)])
        to_failure = _to_failure(step)
        spotted = to_failure and self.station.partner and not self.station.exercise.fails_safely
        return PlayStep(
            key=set_key,
            block=self.station.block,
            kind="set",
            text=wording.sentence(f"{f'{heading}: ' if heading else ''}{what}{share}{wording.effort(goal)}{details}"),
            say=wording.spoken(what + (f", {side} leg" if side in _SIDES else "")),
            seconds=step.seconds,
            set_number=step.set_number,
            sets=self.total,
            set_key=set_key,
            set_kind=self._set_kind(step),
            reps=_reps(aim),
            hold=_hold(aim),
            unit=aim.unit if isinstance(aim, Reps) else "reps",
            to_failure=to_failure,
            reserve=_reserve(goal),
            side=side,
            load=load,
            share=step.share if step.role == "ramp" else None,
            tempo=self.tempo,
            pause_seconds=step.pause_seconds,
            cues=step.cues,
            technique=_changes(step.cues),
            partner="Spot: help only if the bar stops." if spotted else "",
            alone=self._unspotted() if spotted else "",
            what_if=self._what_if(step, aim, load),
        )

    def _part(
        self, step: Step, set_key: str, part_key: str, side: Side | None, before: Loading | None, load: Loading | None
    ) -> PlayStep:
        aim = step.target
        text, partner, alone = self._part_words(step, before, load)
        return PlayStep(
            key=f"{set_key}.{part_key}",
            block=self.station.block,
            kind=step.kind,
            text=text,
            say=wording.spoken(text),
            seconds=step.seconds,
            set_number=step.set_number,
            sets=self.total,
            link=step.link,
            set_key=set_key,
            part_key=part_key,
            part_kind=_PARTS[step.kind],
            set_kind=self._set_kind(step),
            reps=_reps(aim),
            hold=_hold(aim),
            unit=aim.unit if isinstance(aim, Reps) else "reps",
            to_failure=isinstance(aim, MaxReps),
            side=side,
            load=load,
            share=step.share,
            tempo=self._tempo_of(step),
            cues=step.cues,
            technique=_changes(step.cues),
            partner=partner,
            alone=alone,
        )

    def _part_words(self, step: Step, before: Loading | None, load: Loading | None) -> tuple[str, str, str]:
        """What a part of a set says, what a partner does in it, and what to do if none is there."""
        aim = wording.target(step.target) if step.target else ""
        match step.kind:
            case "drop":
                change = wording.drop(before, load, step.share, self.station.implement)
                by_hand = self.station.exercise.load in ("stack", "plates", "barbell")
                helped = self.station.partner and by_hand
                return f"{change}: {aim}", f"{change}." if helped else "", self.station.without_help if helped else ""
            case "forced":
                return f"Forced: {aim}", f"Help just enough to keep it moving: {aim}.", self.station.without_help
            case "negative":
                seconds = self.negative_seconds
                alone = self.station.without_help
                if self.station.spots_itself:
                    alone = f"Alone: {_HELPED_BY_A_LEG} over {seconds} s."
                partner = f"Lift it to the top, then press it down gently over {seconds} s while they resist."
                return f"Negative: {aim}, fight it down for {seconds} s", partner, alone
            case "partials":
                return f"Partials: {aim} of part of the range", "", ""
            case "pulses":
                return f"Pulses: {aim}, small, at the hardest point", "", ""
            case "rest-pause":
                stuck = f"; if you stick, {_HELPED_BY_A_LEG}" if self.station.spots_itself else ""
                return f"Go on: {aim}{stuck}", "", ""
        return f"Mini-set: {aim}", "", ""

    def _tempo_of(self, step: Step) -> tuple[int, int, int, int] | None:
        if step.kind == "negative":
            return self.negative_seconds, 0, _LIFTING, 0
        return None if step.kind in ("partials", "pulses") else self.tempo

    def _rest(self, step: Step, key: str, rest: Count, then: str = "") -> PlayStep:
        text = f"Rest {wording.time(rest)}"
        return msgspec.structs.replace(
            self._plain(step, key, f"{text}{then}"), say=wording.spoken(text), rest=(rest.low, rest.high)
        )

    def _plain(self, step: Step, key: str, text: str) -> PlayStep:
        return PlayStep(
            key=key,
            block=self.station.block,
            kind=step.kind,
            text=text,
            say=text,
            seconds=step.seconds,
            set_number=step.set_number,
            sets=self.total,
        )

    def _heading(self, step: Step) -> str:
        if step.role == "ramp":
            return f"Ramp-up set {step.set_number} of {self.ramps}"
        if self.total == 1 and step.role == "plain":
            return ""
        name = {"work": "Work set", "warm-up": "Warm-up set"}.get(step.role, "Set")
        return f"{name} {step.set_number - self.ramps} of {self.total - self.ramps}"

    def _details(self, step: Step) -> Iterator[str]:
        if len(step.cues) == 1:
            yield wording.CUE_WORDS[step.cues[0].name]
        elif step.cues:
            yield ", then ".join(
                wording.CUE_WORDS[cue.name] + (f" for {cue.reps} reps" if cue.reps else "") for cue in step.cues
            )
        if self.scheme.pause:
            yield f"pause {self.scheme.pause.seconds} s at the {self.scheme.pause.at}"
        if step.pause_seconds:
            yield f"rest at least once for {step.pause_seconds} s at the top"

    def _set_kind(self, step: Step) -> SetKind:
        if self.station.prepares or step.role in ("ramp", "warm-up"):
            return "warm-up"
        if step.pause_seconds:
            return "work"
        return "failure" if _to_failure(step) else "normal"

    def _side(self, step: Step) -> Side | None:
        """The side of a step, where the weaker one begins."""
        if self.station.weaker == "right" and step.side in _SIDES:
            return "left" if step.side == "right" else "right"
        return step.side

    def _unspotted(self) -> str:
        return "" if "cage" in self.station.circumstances else "No spotter after all: stop with 1-2 in reserve."

    def _what_if(self, step: Step, aim: Target, load: Loading | None) -> tuple[WhatIf, ...]:
        answers = list[WhatIf | None]()
        if step.role in ("plain", "work") and isinstance(aim, Reps) and step.set_number < self.total:
            if load not in self.less:
                self.less[load] = fewer_reps(self.station.implement, aim, load)
            answers.append(self.less[load])
            meant = _reserve(step.effort)
            if step.set_number == self.ramps + 1 and meant and meant[0]:
                answers.append(warm_up_heavy(self.station.implement, load, meant[0]))
        if step.pause_seconds:
            answers.append(no_pause_needed(self.station.implement, load))
        return tuple(answer for answer in answers if answer is not None)


def _to_failure(step: Step) -> bool:
    return isinstance(step.target, MaxReps) or step.effort in (ToFailure(), Rir(Count(0, 0)))


def _reps(aim: Target | None) -> tuple[int, int] | None:
    return (aim.count.low, aim.count.high) if isinstance(aim, Reps) else None


def _hold(aim: Target | None) -> tuple[int, int] | None:
    return (aim.seconds.low, aim.seconds.high) if isinstance(aim, Hold | Interval) else None


def _reserve(goal: EffortGoal | None) -> tuple[int, int] | None:
    match goal:
        case Rir(count=count):
            return count.low, count.high
        case Rpe(value=value):
            return floor(10 - value), ceil(10 - value)
    return None


def _changes(cues: Sequence[Cue]) -> tuple[TechniqueChange, ...]:
    """How a set is done from which rep on, where that changes within it."""
    if len(cues) < 2:
        return ()
    starts = accumulate((cue.reps or 0 for cue in cues[:-1]), initial=1)
    return tuple(TechniqueChange(start, wording.cue(cue)) for start, cue in zip(starts, cues, strict=True))


def _tempo(scheme: Scheme) -> tuple[int, int, int, int] | None:
    """The seconds of the phases of a rep; a pause is put into a rep of the usual pace."""
    if scheme.tempo is not None:
        tempo = scheme.tempo
        return tempo.eccentric, tempo.stretched, tempo.concentric or 0, tempo.shortened
    if scheme.pause is None:
        return None
    bottom, top = (scheme.pause.seconds, 0) if scheme.pause.at == "bottom" else (0, scheme.pause.seconds)
    return _LOWERING, bottom, _LIFTING, top
