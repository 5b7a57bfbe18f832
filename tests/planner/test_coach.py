"""The coach itself: each reading sees the fault that it is there for, put into a plan that had none."""

import copy
from collections.abc import Callable
from typing import Any

import pytest
from coach import objections

from planning import as_json, example

Document = dict[str, Any]
Change = Callable[[Document], None]

SPLIT = as_json(example("male-bodybuilder"))
CIRCUIT = as_json(example("home-circuit"))


def session(plan: Document, week: int = 0, number: int = 0) -> Document:
    found: Document = plan["weeks"][week]["sessions"][number]
    return found


def mains(plan: Document, week: int = 0, number: int = 0) -> list[Document]:
    return [item for item in session(plan, week, number)["items"] if item["part"]]


def without_warm_up(plan: Document) -> None:
    session(plan)["items"] = [item for item in session(plan)["items"] if item["role"] != "warm-up"]


def without_stretch(plan: Document) -> None:
    session(plan)["items"] = [item for item in session(plan)["items"] if item["role"] != "stretch"]


def drill_twice(plan: Document) -> None:
    session(plan)["items"].append(session(plan)["items"][-1])


def stretch_for_nothing(plan: Document) -> None:
    calves = next(s for s in plan["weeks"][0]["sessions"] if s["parts"] == ["calves"])
    drill = next(item for item in session(plan)["items"] if item["exercise"] == "quad-stretch")
    calves["items"] += [drill]


def out_of_order(plan: Document) -> None:
    items = session(plan)["items"]
    first, second = [n for n, item in enumerate(items) if item["part"] == "quads"][:2]
    items[first], items[second] = items[second], items[first]


def too_many_sets(plan: Document) -> None:
    for item in mains(plan):
        item["hard_sets"] += 4


def one_single_set(plan: Document) -> None:
    mains(plan)[1]["count"] = 1


def nothing_for_calves(plan: Document) -> None:
    plan["request"]["profile"]["days"] = dict.fromkeys(plan["request"]["profile"]["days"], "2 h")
    for week in plan["weeks"]:
        week["volumes"] = [{**volume, "effective": 0, "direct": 0} for volume in week["volumes"]]
        for each in week["sessions"]:
            each["minutes_at_hand"] = 200
            each["items"] = [item for item in each["items"] if item["part"] not in ("calves",)]


def drowned_in_sets(plan: Document) -> None:
    plan["weeks"][0]["volumes"][0]["effective"] = 60


def one_exercise_everywhere(plan: Document) -> None:
    for each in plan["weeks"][0]["sessions"]:
        each["minutes_at_hand"] = 200
        for item in each["items"]:
            if item["part"] == "calves":
                item["exercise"] = "donkey-calf-raise"


def alone(plan: Document) -> None:
    calves = next(s for s in plan["weeks"][0]["sessions"] if s["parts"] == ["calves"])
    calves["items"] = [item for item in calves["items"] if item["slot"] != "bent-knee-raise"]
    calves["minutes_at_hand"] = 90


def mostly_one(plan: Document) -> None:
    mains(plan)[1]["count"] = 900


def absurdly_short(plan: Document) -> None:
    session(plan)["minutes"] = 5


def mostly_preparation(plan: Document) -> None:
    for item in session(plan)["items"]:
        if item["role"] == "stretch":
            item["minutes"] = 60


def heavy_easy_week(plan: Document) -> None:
    for item, before in zip(mains(plan, 3), mains(plan, 2), strict=True):
        item["count"] = before["count"]


def long_easy_week(plan: Document) -> None:
    for each in plan["weeks"][3]["sessions"]:
        each["minutes"] = each["minutes_at_hand"] = 400


def falling_back(plan: Document) -> None:
    mains(plan, 1)[1]["hard_sets"] = 0


def leaping(plan: Document) -> None:
    for number in range(len(plan["weeks"][0]["sessions"])):
        for item in mains(plan, 0, number):
            item["hard_sets"] /= 3


def six_days(plan: Document) -> None:
    first = session(plan)
    days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]
    for week in plan["weeks"]:
        date = week["start"][:-2]
        start = int(week["start"][-2:])
        week["sessions"] = [{**first, "weekday": day, "date": f"{date}{start + n:02}"} for n, day in enumerate(days)]


CASES: list[tuple[Document, Change, str]] = [
    (SPLIT, without_warm_up, "no warm-up"),
    (SPLIT, without_stretch, "no stretch"),
    (SPLIT, drill_twice, "is there 2 times"),
    (SPLIT, stretch_for_nothing, "for nothing that is trained"),
    (SPLIT, out_of_order, "not in the method's order"),
    (SPLIT, too_many_sets, "hard sets in one session"),
    (SPLIT, too_many_sets, "hard sets of quads"),
    (SPLIT, one_single_set, "one single set"),
    (SPLIT, nothing_for_calves, "nothing for calves"),
    (SPLIT, drowned_in_sets, "the indirect ones halved"),
    (SPLIT, one_exercise_everywhere, "in every slot"),
    (SPLIT, alone, "alone, with"),
    (SPLIT, mostly_one, "is 900 of"),
    (CIRCUIT, absurdly_short, "only 5 of"),
    (SPLIT, mostly_preparation, "are preparation"),
    (CIRCUIT, mostly_preparation, "min of preparation for"),
    (SPLIT, heavy_easy_week, "in the easy week"),
    (SPLIT, long_easy_week, "the easy week has"),
    (SPLIT, falling_back, "falls back"),
    (SPLIT, leaping, "leaps"),
    (SPLIT, six_days, "legs on 6 days"),
    (SPLIT, six_days, "days running"),
]


@pytest.mark.parametrize(("plan", "change", "said"), CASES)
def test_it_sees_the_fault(plan: Document, change: Change, said: str) -> None:
    changed = copy.deepcopy(plan)
    assert objections(changed) == []
    change(changed)
    assert any(said in objection for objection in objections(changed)), objections(changed)
