"""A set line while it is being read: parts in any order are gathered, checked and put in canonical order."""

from decimal import Decimal
from typing import Any, NamedTuple

from legday.notation.chain import chain
from legday.notation.objects import (
    AddOn,
    Count,
    Cue,
    Drop,
    Effort,
    EffortGoal,
    Hold,
    Interval,
    Load,
    LoadStep,
    MassLoad,
    MassStep,
    PinLoad,
    PinStep,
    PlateLoad,
    PlateStep,
    Target,
    Technique,
)
from legday.notation.printer import print_load
from legday.notation.scheme import Scheme, UnsoundError, in_order
from legday.units import Mass, MassUnit

_NAMES = {
    "cues": "a chain of cues",
    "sets": "the number of sets",
    "role": "'warm-up' or 'work'",
    "until_empty": "'until empty'",
    "each_side": "'/side'",
    "alternating": "'alternating'",
    "pyramid_work_sets": "the pyramid",
    "condition": "the 'if'",
    "from_set": "'from set'",
}


class Part(NamedTuple):
    """One part of a set line: where it stands, from 0, which part it is, and what it says."""

    start_pos: int
    name: str
    value: Any


class RefusedError(Exception):
    """What was read makes no sense; `position` is where, from 0."""

    def __init__(self, position: int, problem: str) -> None:
        self.position = position
        self.problem = problem
        super().__init__(problem)


class ThenLoad(NamedTuple):
    """The next load of a chain as lifters say it: `then 600`."""

    start_pos: int
    number: Decimal
    unit: MassUnit | None


class _Group:
    """Techniques up to the suffix that closes them."""

    def __init__(self) -> None:
        self.techniques: list[Technique] = []
        self.otherwise: list[Technique] = []
        self.suffix: dict[str, Any] = {}

    def add_on(self) -> AddOn:
        return AddOn(tuple(self.techniques), otherwise=tuple(self.otherwise), **self.suffix)


class Draft:
    """Gathers the parts of one scheme in the order they stand in the text."""

    def __init__(self) -> None:
        self._values: dict[str, Any] = {}
        self._places: dict[str, int] = {}
        self._links: list[Target] = []
        self._cues: list[Cue] = []
        self._groups: list[_Group] = []
        self._effort: dict[str, Any] = {}
        self._then_loads: list[ThenLoad] = []
        self._restated: list[tuple[int, int, Load]] = []  # place, link, load
        self._last = ""  # the part before
        self._conditional = ""  # what an 'if' or 'else' would belong to: "effort", "techniques" or nothing

    def add(self, part: Part) -> None:
        """Take in a part; raises RefusedError if it makes no sense where it stands."""
        place, name, value = part
        conditional = ""
        match name:
            case "links":
                self._places.setdefault(name, place)
                self._links.append(value)
            case "then_load":
                self._then_loads.append(ThenLoad(place, *value))
                self._links.append(self._links[-1])
            case "then_do":
                if self._last == "then_load":
                    self._links.pop()
                self._links.append(value)
            case "load" if self._last == "then_do":
                self._restated.append((place, len(self._links) - 1, value))
            case "drop":
                step, times = value
                self._once(place, name, step)
                self._links += self._links[-1:] * times
            case "late_reps":
                self._late_reps(place, value)
            case "cues":
                self._once(place, name, None)
                self._cues.append(value)
            case "then_cue":
                if self._last not in ("cues", "then_cue"):
                    raise RefusedError(place, "nothing comes before this 'then'; begin with a cue such as 'point 6'")
                self._cues.append(value)
            case "effort":
                self._once(place, name, value)
                conditional = "effort"
            case "and_technique" if self._last in ("otherwise", "or_technique"):
                self._groups[-1].otherwise.append(value)
                name, conditional = "or_technique", "techniques"
            case "technique" | "and_technique":
                self._technique(value)
                conditional = "techniques"
            case "from_set" | "condition" | "otherwise":
                conditional = self._conditional
                self._suffix(place, name, value)
            case _:
                self._once(place, name, value)
        self._last, self._conditional = name, conditional

    def _once(self, place: int, name: str, value: Any) -> None:
        if name in self._values:
            raise RefusedError(place, f"{_NAMES.get(name, f'the {name}')} is given twice; keep one")
        self._values[name] = value
        self._places[name] = place

    def _late_reps(self, place: int, number: Count) -> None:
        target = self._links[0]
        if not isinstance(target, Interval) or "sets" in self._values:
            raise RefusedError(place, "the number of reps is given twice; keep one")
        self._links[0] = Hold(target.seconds)
        self._once(place, "sets", number)

    def _technique(self, technique: Technique) -> None:
        if not self._groups or self._groups[-1].suffix:
            self._groups.append(_Group())
        self._groups[-1].techniques.append(technique)

    def _suffix(self, place: int, name: str, value: Any) -> None:
        word = {"from_set": "from set", "condition": "if", "otherwise": "else"}[name]
        belongs = self._conditional
        if name == "otherwise" and self._last != "condition":
            raise RefusedError(place, "an 'else' must come right after an 'if'")
        if not belongs or (belongs == "effort" and name == "from_set"):
            after = "a technique" if name == "from_set" else "an effort or a technique"
            raise RefusedError(place, f"'{word}' must come right after {after}")
        if name == "otherwise":
            if isinstance(value, EffortGoal) != (belongs == "effort"):
                wanted = "an effort such as 'rir 2'" if belongs == "effort" else "a technique such as 'partials 5'"
                raise RefusedError(place, f"after this 'else' comes {wanted}")
            if belongs == "techniques":
                self._groups[-1].otherwise.append(value)
                return
        suffix = self._effort if belongs == "effort" else self._groups[-1].suffix
        if name in suffix:
            raise RefusedError(place, f"'{word}' is given twice; keep one")
        suffix[name] = value

    def build(self, start: int) -> Scheme:
        """Make the scheme that starts at a place; raises RefusedError if its parts don't go together."""
        values = self._values
        self._chain_of_loads()
        drop = None
        if "drop" in values:
            drop = Drop(values["drop"], until_empty="until_empty" in values)
        elif "until_empty" in values:
            raise RefusedError(self._places["until_empty"], "'until empty' needs a drop, such as 'drop 1 plate'")
        if drop and drop.until_empty:
            while len(self._links) > 1 and self._links[-1] == self._links[-2]:
                self._links.pop()
        goal = values.get("effort")
        try:
            scheme = Scheme(
                sets=values.get("sets", Count(1, 1)),
                links=tuple(self._links),
                label=values.get("label"),
                role=values.get("role", "plain"),
                sides="alternating" if "alternating" in values else "each" if "each_side" in values else "both",
                load=values.get("load"),
                drop=drop,
                pyramid_work_sets=values.get("pyramid_work_sets"),
                effort=Effort(goal, **self._effort) if goal else None,
                tempo=values.get("tempo"),
                pause=values.get("pause"),
                cues=tuple(self._cues),
                add_ons=in_order(group.add_on() for group in self._groups),
                rest=values.get("rest"),
                progression=values.get("progression"),
            )
        except UnsoundError as error:
            raise RefusedError(self._places.get(error.part, start), str(error)) from None
        self._check_restated(scheme)
        return scheme

    def _chain_of_loads(self) -> None:
        if not self._then_loads:
            return
        first = self._then_loads[0]
        load = self._values.get("load")
        unit: MassUnit | None = None
        match load:
            case MassLoad(mass=mass):
                whole, unit = mass.value, mass.unit
            case PlateLoad(plates=plates):
                whole = Decimal(plates)
            case PinLoad(pin=pin):
                whole = Decimal(pin)
            case _:
                raise RefusedError(first.start_pos, "the loads of a chain need a first one, such as '700 lb for 6'")
        taken = whole - first.number
        if unit is None and taken % 1:
            raise RefusedError(first.start_pos, "plates and pins are whole numbers")
        for position, then in enumerate(self._then_loads, start=1):
            if taken <= 0 or then.number != whole - position * taken or then.unit not in (None, unit):
                raise RefusedError(then.start_pos, "the loads of a chain go down in equal steps and keep their unit")
        step: LoadStep
        if isinstance(load, MassLoad):
            step = MassStep(Mass(taken, load.mass.unit))
        else:
            step = PlateStep(int(taken)) if isinstance(load, PlateLoad) else PinStep(int(taken))
        self._once(first.start_pos, "drop", step)

    def _check_restated(self, scheme: Scheme) -> None:
        if not self._restated:
            return
        links = chain(scheme)
        for place, position, load in self._restated:
            expected = links[position].load if position < len(links) else None
            if load != expected:
                at = f"it would be {print_load(expected)}" if expected else "it can't be told"
                raise RefusedError(place, f"this is not the load of that link; {at} here")
