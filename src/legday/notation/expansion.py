"""A set line played out: every set, link, technique, change and rest as a step, with words and a time."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

import msgspec

from legday.notation.chain import Link, chain, ramp_share, scaled
from legday.notation.changes import resolve
from legday.notation.objects import (
    AddOn,
    Circumstance,
    Count,
    Cue,
    EffortGoal,
    Forced,
    Load,
    MaxReps,
    Myo,
    Negative,
    Partials,
    Pulses,
    Reps,
    RestPause,
    Target,
    Technique,
)
from legday.notation.pace import USUAL_PACE, WORK_PAUSE, Pace
from legday.notation.prescription import Prescription
from legday.notation.scheme import Entry, Group, Scheme
from legday.notation.size import check_size
from legday.notation.wording import plural, say_details, say_drop, say_load, say_target, say_time

StepKind = Literal[
    "set",
    "drop",
    "forced",
    "negative",
    "partials",
    "pulses",
    "rest-pause",
    "myo",
    "rest",
    "side-change",
    "station-change",
]
Side = Literal["left", "right", "in-turn"]


class Step(msgspec.Struct, frozen=True):
    """One thing to do, in order, with a sentence that says it and the time it is expected to take [s].

    `set_number` counts the sets of an entry (the rounds of a group) from 1, `link` the links of a chain.
    `side` is None for both at once, "in-turn" for steps that change sides all the time, as in walking lunges.
    `load` is None where it can't be told; `share` is the part of the written load it is, where that is known.
    `role` is "ramp" for the sets of a pyramid before its work sets. `pause_seconds` is the rest at the top
    without which a work set does not count as one (METHODS P8).
    """

    kind: StepKind
    text: str
    seconds: float
    set_number: int
    link: int = 1
    label: str | None = None
    side: Side | None = None
    target: Target | None = None
    load: Load | None = None
    share: float | None = None
    effort: EffortGoal | None = None
    cues: tuple[Cue, ...] = ()
    role: Literal["plain", "warm-up", "ramp", "work"] = "plain"
    pause_seconds: int | None = None


def expand(
    plan: Prescription | Entry,
    circumstances: frozenset[Circumstance] = frozenset(),
    pace: Pace = USUAL_PACE,
) -> tuple[Step, ...]:
    """Play a set line out as steps.

    Parameters
    ----------
    plan
        A prescription or one entry of it. Ranges of sets or rounds are taken at their high end.
    circumstances
        What is at hand, such as a partner; settles every `if`.
    pace
        What the times are estimated with.

    Returns
    -------
    tuple of Step
        A rest stands after every set but the very last.

    Raises
    ------
    ValueError
        If there would be more than 5,000 steps.
    """
    entries = plan.entries if isinstance(plan, Prescription) else (plan,)
    check_size(entries)
    steps: list[Step] = []
    for entry in entries:
        settled = resolve(entry, circumstances)
        if isinstance(settled, Group):
            steps.extend(_rounds(settled, pace))
        else:
            steps.extend(_sets(settled, pace))
    if steps[-1].kind == "rest":
        steps.pop()
    return tuple(steps)


def duration(
    plan: Prescription | Entry,
    pace: Pace = USUAL_PACE,
    circumstances: frozenset[Circumstance] = frozenset(),
) -> float:
    """Estimate how long a set line takes [s]: the sum of its steps, see `Pace` for the assumptions.

    For a scheme whose sets are all alike the time is a straight line over the number of sets: each further
    set adds its own time and one rest. Raises ValueError as `expand` does.
    """
    return sum(step.seconds for step in expand(plan, circumstances, pace))


def _sets(scheme: Scheme, pace: Pace) -> Iterator[Step]:
    exercise = _Exercise(scheme, pace)
    total = scheme.sets.high
    ramp_sets = 0 if scheme.pyramid_work_sets is None else total - scheme.pyramid_work_sets
    in_a_pyramid = scheme.pyramid_work_sets is not None
    name = {"plain": "Work set" if in_a_pyramid else "Set", "warm-up": "Warm-up set", "work": "Work set"}[scheme.role]
    takes_turns = scheme.sides == "alternating" and scheme.rest is None  # one side rests while the other works
    for number in range(1, total + 1):
        if number <= ramp_sets:
            share = ramp_share(number, ramp_sets)
            yield from exercise.ramp_set(number, f"Ramp set {number} of {ramp_sets}", share)
        else:
            yield from exercise.set(number, f"{name} {number - ramp_sets} of {total - ramp_sets}")
        if not takes_turns:
            yield from _rest(scheme.rest, number, scheme.label, pace)


def _rounds(group: Group, pace: Pace) -> Iterator[Step]:
    exercises = [_Exercise(member, pace) for member in group.members]
    names = [member.label or f"exercise {place}" for place, member in enumerate(group.members, start=1)]
    total = group.rounds.high
    for number in range(1, total + 1):
        for place, (exercise, name) in enumerate(zip(exercises, names, strict=True)):
            yield from exercise.set(number, f"Round {number} of {total}, {name}")
            if place + 1 < len(exercises):
                if exercise.scheme.rest and exercise.scheme.rest.high:
                    yield from _rest(exercise.scheme.rest, number, exercise.scheme.label, pace)
                else:
                    yield _change("station-change", f"Go to {names[place + 1]}", pace.station_change_seconds, number)
        yield from _rest(group.rest, number, None, pace)


def _rest(rest: Count | None, number: int, label: str | None, pace: Pace) -> Iterator[Step]:
    seconds = pace.rest(rest)
    if seconds > 0:
        said = say_time(rest or Count(int(seconds), int(seconds)))
        yield Step(kind="rest", text=f"Rest {said}", seconds=seconds, set_number=number, label=label)


def _change(kind: StepKind, text: str, seconds: float, number: int, label: str | None = None) -> Step:
    return Step(kind=kind, text=text, seconds=seconds, set_number=number, label=label)


class _Exercise:
    """The sets of one scheme; what is the same in all of them is worked out once."""

    def __init__(self, scheme: Scheme, pace: Pace) -> None:
        self.scheme = scheme
        self.pace = pace
        self.links = chain(scheme)
        self.goal = scheme.effort.goal if scheme.effort else None
        self.pause = WORK_PAUSE if scheme.role == "work" else None
        first, *lower = self.links
        step = scheme.drop.step if scheme.drop else None
        self.sides = _sides(scheme)
        in_turn = self.sides == ("in-turn",)
        per_leg = " per leg" if in_turn else ""
        self.words = [f"{say_target(first.target)}{per_leg}{say_load(first.load)}{say_details(scheme, self.goal)}"]
        self.words += [say_drop(step, link) for link in lower]
        work = [pace.target(scheme, link.target) * (2 if in_turn else 1) for link in self.links]
        self.times = [work[0] + (self.pause or 0), *(pace.load_change_seconds + time for time in work[1:])]
        self.role: Literal["plain", "warm-up", "work"] = "work" if scheme.pyramid_work_sets else scheme.role

    def set(self, number: int, heading: str) -> Iterator[Step]:
        """Play one set: on each side the links of the chain, then what is added."""
        add_ons = [add_on for add_on in self.scheme.add_ons if add_on.from_set <= number]
        for side in self.sides:
            if side == "right" and self.scheme.sides == "each":
                seconds = self.pace.side_change_seconds
                yield _change("side-change", "Change sides", seconds, number, self.scheme.label)
            for place, link in enumerate(self.links):
                yield self._link(number, heading, side, place, link)
            for add_on in add_ons:
                yield from self._added(number, side, add_on)

    def ramp_set(self, number: int, heading: str, share: Fraction) -> Iterator[Step]:
        """Play one of the sets that lead up to the work sets: the first link, lighter and nothing added."""
        scheme, target = self.scheme, self.scheme.links[0]
        load = scaled(scheme.load, share)
        of_work = f"{round(share * 100)}% of the work load"
        at = f"{say_load(load)}, {of_work}" if load else f" at {of_work}"
        for side in self.sides:
            if side == "right" and scheme.sides == "each":
                yield _change("side-change", "Change sides", self.pace.side_change_seconds, number, scheme.label)
            yield Step(
                kind="set",
                text=f"{_where(heading, side)}: {say_target(target)}{at}",
                seconds=self.times[0],
                set_number=number,
                label=scheme.label,
                side=side,
                target=target,
                load=load,
                share=float(share),
                cues=scheme.cues,
                role="ramp",
            )

    def _link(self, number: int, heading: str, side: Side | None, place: int, link: Link) -> Step:
        scheme = self.scheme
        where = "" if place else f"{_where(heading, side)}: "
        return Step(
            kind="drop" if place else "set",
            text=where + self.words[place],
            seconds=self.times[place],
            set_number=number,
            link=place + 1,
            label=scheme.label,
            side=side,
            target=link.target,
            load=link.load,
            share=None if link.share is None else float(link.share),
            effort=self.goal,
            cues=scheme.cues,
            role=self.role,
            pause_seconds=None if place else self.pause,
        )

    def _added(self, number: int, side: Side | None, add_on: AddOn) -> Iterator[Step]:
        for technique in add_on.techniques:
            for kind, text, seconds, target in _played(technique, self.pace.rep(self.scheme), self.pace):
                yield Step(
                    kind=kind,
                    text=text,
                    seconds=seconds,
                    set_number=number,
                    link=len(self.links),
                    label=self.scheme.label,
                    side=side,
                    target=target,
                    load=self.links[-1].load if target else None,
                    role=self.role,
                )


def _sides(scheme: Scheme) -> tuple[Side | None, ...]:
    if scheme.sides == "both":
        return (None,)
    if all(isinstance(target, Reps) and target.unit == "steps" for target in scheme.links):
        return ("in-turn",)
    return ("left", "right")


def _where(heading: str, side: Side | None) -> str:
    return f"{heading}, {side}" if side in ("left", "right") else heading


def _played(technique: Technique, rep: float, pace: Pace) -> Iterator[tuple[StepKind, str, float, Target | None]]:
    match technique:
        case Forced(reps=reps):
            yield "forced", f"Partner helps: {plural(reps, 'more rep')}", reps * rep, _reps(reps)
        case Negative(seconds=seconds, reps=reps):
            times = "" if reps == 1 else f", {reps} times"
            text = f"Partner lifts; lower it over {seconds} s{times}"
            yield "negative", text, reps * (seconds + pace.rep_seconds / 2), _reps(reps)
        case Partials(reps=reps):
            yield "partials", plural(reps, "part-range rep"), reps * pace.pulse_seconds, _reps(reps)
        case Pulses(reps=reps):
            text = f"{plural(reps, 'small pulse')} at the hardest point"
            yield "pulses", text, reps * pace.pulse_seconds, _reps(reps)
        case RestPause(seconds=seconds, times=times):
            for _ in range(times):
                yield "rest", f"Rest {seconds} s, then go on", float(seconds), None
                yield "rest-pause", "Go on: as many reps as you can", pace.rest_pause_reps * rep, MaxReps()
        case Myo(reps=count, sets=sets, rest_seconds=seconds):
            for number in range(1, sets + 1):
                target = Reps(count)
                yield "rest", f"Rest {seconds} s, then go on", float(seconds), None
                yield "myo", f"Mini-set {number} of {sets}: {say_target(target)}", count.middle * rep, target


def _reps(number: int) -> Reps:
    return Reps(Count(number, number))
