"""What the tests of the planner share: examples planned once, profiles and programs of fields, and problems solved."""

import datetime as dt
import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from ortools.sat.python import cp_model

from legday.documents import encode, read
from legday.log import Log
from legday.planner import Plan, Profile, make_plan, read_profile
from legday.planner.model import Guard, Model
from legday.planner.problem import Problem
from legday.planner.rules import RULES
from legday.planner.solver import Demand
from legday.programs import Program

EXAMPLES = Path(__file__).parents[2] / "examples"
PROFILES = ("beginner-woman", "home-circuit", "knee-pain", "male-bodybuilder", "marathon-runner", "runner")
MONDAY = dt.date(2026, 3, 2)


@cache
def example(name: str) -> Plan:
    return make_plan(read_profile(EXAMPLES / f"{name}.yaml"), Log(), MONDAY)


def as_json(plan: Plan) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(encode(plan))
    return document


def profile_of(**fields: Any) -> Profile:
    """Read a profile from fields, the way a file of them is read."""
    return read(Profile, yaml.safe_dump({"name": "Test", **fields}), "profile.yaml")


def slot_of(identifier: str, part: str | None, sets: str, *choose: str) -> dict[str, Any]:
    return {"id": identifier, "choose": list(choose), "sets": sets, "role": "main" if part else "warm-up", "part": part}


def routine_of(identifier: str, aim: int, most: int, *slots: dict[str, Any]) -> dict[str, Any]:
    return {"id": identifier, "name": identifier, "times": {"aim": aim, "most": most}, "slots": list(slots)}


def program_of(placement: dict[str, Any], *routines: dict[str, Any]) -> Program:
    """Read a small program of routines, the way a file of it is read."""
    parts = {each["part"] for one in routines for each in one["slots"] if each["part"]}
    by_sex = {"female": ["glutes", "calves", "hams", "quads"], "male": ["quads", "hams", "calves", "glutes"]}
    ranking = {sex: [part for part in ranking if part in parts] for sex, ranking in by_sex.items()}
    fields = {"id": "tiny", "name": "Tiny", "source": "a test", "summary": "As small as can be."}
    text = yaml.safe_dump({**fields, "ranking": ranking, "routines": list(routines), "placement": placement})
    return read(Program, text, "tiny.yaml")


def holds_together(problem: Problem, guards: Sequence[Guard], demands: Sequence[Demand] = ()) -> bool:
    """Whether there is a plan that keeps these demands of the hard rules, and perhaps none of the others."""
    model = Model(problem, guarded=True)
    for rule in RULES:
        rule.post(model)
    for demand in demands:
        demand(model)
    for guard, literal in model.guards.items():
        model.cp.add(literal == int(guard in guards))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    status = solver.solve(model.cp)
    assert status in (cp_model.OPTIMAL, cp_model.FEASIBLE, cp_model.INFEASIBLE)
    return bool(status != cp_model.INFEASIBLE)
