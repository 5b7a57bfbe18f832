"""A small modelling layer over CP-SAT: the decisions of a plan, and how rules post on them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations
from typing import Any, Literal

from legday.anatomy import Part
from legday.planner.problem import Candidate, Problem
from legday.planner.weeks import Week
from legday.programs import Routine, Slot
from legday.units import Weekday

Stage = Literal["kept", "caught up", "change", "rest", "volume", "method", "easy weeks", "time"]
STAGES: tuple[Stage, ...] = ("volume", "method", "easy weeks", "time")
"""The objectives in order: what is missing of weekly sets and of the method's week; then of the method's own
choices; then both of these in easy weeks, which follow the full ones; then minutes. A later stage never gives back
what an earlier one has won."""
STAGES_AGAIN: tuple[Stage, ...] = ("kept", "caught up", "change", "rest")
"""Those of a plan that is made again: first what is still planned is kept, and where it is, then what was missed is
caught up on, then as little else changed as can be; what is still open after that is chosen by all stages of a plan
together, since there is little of it."""
SECONDS_FOR_A_POINT = 60
"""What a point of the other stages is worth in time, where they are weighed together [s]."""

_MOST = 100_000


@dataclass(frozen=True)
class Penalty:
    """Something a plan is better without: the rule, what it is about, and its cost as a linear expression."""

    rule: str
    stage: Stage
    about: str
    cost: Any


@dataclass(frozen=True)
class Guard:
    """The literal that switches one demand of a hard rule on: `rule` and what it is about."""

    rule: str
    about: str


@dataclass
class Model:
    """The decisions of a problem as CP-SAT variables. Rules post on it through `require` and `penalise`.

    `guarded` gives every hard demand a literal of its own, so that conflicts can be told apart; those in `given_up` are
    not posted.
    """

    problem: Problem
    guarded: bool = False
    given_up: frozenset["Guard"] = frozenset()
    penalties: list[Penalty] = field(default_factory=list)
    guards: dict[Guard, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        from ortools.sat.python import cp_model

        self.cp = cp_model.CpModel()
        new = self.cp.new_bool_var
        problem = self.problem
        self.sessions = {
            (routine.id, day): new(f"session {routine.id} {day}")
            for routine in problem.program.routines
            for day in problem.days
        }
        self.uses = {candidate.id: new(f"use {candidate.id}") for candidate in problem.candidates}
        self.sets = {
            (candidate.id, week.number): self._sets(candidate, week)
            for candidate in problem.candidates
            for week in problem.kinds
        }
        self.trains = {(part, day): self._trains(part, day) for part in problem.program.parts for day in problem.days}
        self.leg_day = {day: self._any(f"legs {day}", self._sessions_on(day)) for day in problem.days}
        self.first_day = {day: new(f"day 1 is {day}") for day in Weekday}
        self.cp.add_exactly_one(self.first_day.values())
        for day in problem.days:
            for routine in problem.program.routines:
                self._fill(day, routine)
                self._prepare(day, routine)
        self.before = {
            (day, a, b): new(f"{a} before {b} on {day}")
            for day in problem.days
            for a, b in combinations(problem.program.parts, 2)
        }
        self._order_is_transitive()

    def require(self, rule: str, about: str, *constraints: Any) -> None:
        """Post constraints that every plan keeps."""
        if Guard(rule, about) in self.given_up:
            return
        for constraint in constraints:
            posted = self.cp.add(constraint)
            if self.guarded:
                posted.only_enforce_if(self._guard(rule, about))

    def penalise(self, rule: str, stage: Stage, about: str, cost: Any, *, week: Week | None = None) -> None:
        """Make a plan cost something in a stage; `cost` is a linear expression that is never negative.

        What costs in an easy `week`, or in one before a race, counts in the stage of easy weeks if there are others.
        """
        if week is not None and week.is_light and not all(each.is_light for each in self.problem.kinds):
            stage = "easy weeks"
        self.penalties.append(Penalty(rule, stage, about, cost))

    def objective(self, stage: Stage) -> Any:
        """The cost of a stage as a linear expression."""
        if stage == "rest":
            *others, time = (self.objective(each) for each in STAGES)
            return SECONDS_FOR_A_POINT * sum(others) + time
        return sum(penalty.cost for penalty in self.penalties if penalty.stage == stage)

    def precedes(self, day: Weekday, first: Part, second: Part) -> Any:
        """The literal that one part comes before another on a day."""
        known = self.before.get((day, first, second))
        return known if known is not None else self.before[day, second, first].negated()

    def quarter_sets(self, part: Part, week: Week, *, direct: bool = False) -> Any:
        """Hard sets of a part in a week, in quarters of a set; `direct` counts only slots that are there for it.

        What was done already of a week that is planned again counts with them.
        """
        part_week = self.problem.part_week
        terms: list[Any] = [part_week.quarters(part, direct=direct)] if part_week else []
        for candidate in self.problem.candidates:
            share = Fraction(0) if self.problem.is_free(candidate.day, week) else candidate.share_for(part)
            if share == 1 or (share and not direct):
                fixed, each = (int(share * quarters) for quarters in candidate.quarter_sets(week))
                terms += [fixed * self.uses[candidate.id], each * self.sets[candidate.id, week.number]]
        return sum(terms)

    def session_quarter_sets(self, day: Weekday, week: Week, part: Part | None = None) -> Any:
        """Hard sets of a session, each counted once, in quarters of a set; only those for a part, if one is named."""
        terms = []
        for candidate in self.problem.candidates:
            if candidate.day is day and candidate.slot.part is not None and part in (None, candidate.slot.part):
                fixed, each = candidate.quarter_sets(week)
                terms += [fixed * self.uses[candidate.id], each * self.sets[candidate.id, week.number]]
        return sum(terms)

    def seconds(self, day: Weekday, week: Week) -> Any:
        """Seconds of training on a day of a week [s]."""
        terms = []
        for candidate in self.problem.candidates:
            if candidate.day is day and not self.problem.is_free(day, week):
                fixed, each = candidate.seconds(week)
                terms += [fixed * self.uses[candidate.id], each * self.sets[candidate.id, week.number]]
        return sum(terms)

    def bool(self, name: str) -> Any:
        """Make a helper literal."""
        return self.cp.new_bool_var(name)

    def amount(self, name: str, most: int = _MOST) -> Any:
        """Make a helper whole number from 0."""
        return self.cp.new_int_var(0, most, name)

    def _guard(self, rule: str, about: str) -> Any:
        guard = Guard(rule, about)
        if guard not in self.guards:
            self.guards[guard] = self.cp.new_bool_var(f"guard {rule}: {about}")
        return self.guards[guard]

    def _sets(self, candidate: Candidate, week: Week) -> Any:
        if self.problem.is_free(candidate.day, week):
            return 0
        asked = self.problem.sets_asked(candidate.slot, week)
        most = max(min(candidate.most_sets, asked), self.problem.sets_wished(candidate, week))
        least = asked if candidate.slot.part is None else 1 if week.is_light else min(candidate.least_sets, asked)
        sets = self.cp.new_int_var(0, most, f"sets {candidate.id} week {week.number}")
        used = self.uses[candidate.id]
        self.cp.add(sets <= most * used)
        self.cp.add(sets >= least * used)
        return sets

    def _any(self, name: str, literals: Iterable[Any]) -> Any:
        """A literal that is true exactly when one of the literals is."""
        result = self.cp.new_bool_var(name)
        self.cp.add_max_equality(result, [*literals, 0])
        return result

    def _sessions_on(self, day: Weekday) -> list[Any]:
        return [self.sessions[routine.id, day] for routine in self.problem.program.routines]

    def _trains(self, part: Part, day: Weekday) -> Any:
        routines = (routine for routine in self.problem.program.routines if part in routine.parts)
        slots = [
            self.uses[candidate.id]
            for routine in routines
            for slot in routine.slots
            if slot.part is part
            for candidate in self.problem.of_slot(day, slot)
        ]
        return self._any(f"train {part} {day}", slots)

    def _fill(self, day: Weekday, routine: Routine) -> None:
        """A slot takes at most one candidate, and only in a session; a session trains at least one part."""
        session = self.sessions[routine.id, day]
        main: list[Any] = []
        for slot in routine.slots:
            uses = [self.uses[candidate.id] for candidate in self.problem.of_slot(day, slot)]
            if slot.is_preparation:
                continue
            if slot.part is None and uses:  # support is never left out
                self.cp.add(sum(uses) == session)
            else:
                self.cp.add(sum(uses) <= session)
                main += uses
        if routine.parts:
            self.cp.add(sum(main) >= session)

    def _prepare(self, day: Weekday, routine: Routine) -> None:
        """A warm-up or stretch is done when its session trains what it is for, unless another slot does it already.

        A session without a warm-up for its parts begins with the first of its routine.
        """
        session = self.sessions[routine.id, day]
        warm_ups: list[Any] = []
        for slot in routine.slots:
            candidates = self.problem.of_slot(day, slot) if slot.is_preparation else ()
            if not candidates:
                continue
            uses = sum(self.uses[candidate.id] for candidate in candidates)
            done = uses + self._elsewhere(day, slot)
            self.cp.add(uses <= session)
            for candidate in candidates:
                parts = [part for part in candidate.exercise.parts if part in routine.parts]
                for part in parts:
                    self.cp.add(done >= session + self.trains[part, day] - 1)
                if not parts:
                    self.cp.add(done >= session)
                elif slot.role == "stretch" or warm_ups:
                    self.cp.add(self.uses[candidate.id] <= sum(self.trains[part, day] for part in parts))
            if slot.role == "warm-up":
                warm_ups.append(done)
        if warm_ups:
            self.cp.add(sum(warm_ups) >= session)

    def _elsewhere(self, day: Weekday, slot: Slot) -> Any:
        """How often other slots of the same role take an exercise that a slot could take."""
        exercises = {candidate.exercise.id for candidate in self.problem.of_slot(day, slot)}
        others = (other for other in self.problem.program.slots if other.role == slot.role and other is not slot)
        found = (candidate for other in others for candidate in self.problem.of_slot(day, other))
        return sum(self.uses[candidate.id] for candidate in found if candidate.exercise.id in exercises)

    def _order_is_transitive(self) -> None:
        for day in self.problem.days:
            for a, b, c in combinations(self.problem.program.parts, 3):
                ab, bc, ac = self.before[day, a, b], self.before[day, b, c], self.before[day, a, c]
                self.cp.add_bool_or(ab.negated(), bc.negated(), ac)
                self.cp.add_bool_or(ab, bc, ac.negated())
