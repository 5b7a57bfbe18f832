"""Wishes: read in the athlete's words, kept when hard, weighed when soft, and told apart when they conflict."""

import datetime as dt
from typing import Any

import pytest
from msgspec.structs import replace

from legday.documents import encode
from legday.log import Log
from legday.planner import Plan, Profile, make_plan
from legday.planner.wishes import Wish
from legday.programs import Level
from legday.units import Duration, Weekday
from planning import program_of, routine_of, slot_of

START = dt.date(2026, 11, 23)
BASE = Profile(
    name="Ada",
    days={day: Duration(75 * 60) for day in (Weekday.MONDAY, Weekday.TUESDAY, Weekday.THURSDAY, Weekday.SATURDAY)},
    level=Level.INTERMEDIATE,
    method="priority-split",
)


def plan(*wishes: str, profile: Profile = BASE, **more: Any) -> Plan:
    asked = replace(profile, wishes=tuple(map(Wish.parse, wishes)), **more)
    return make_plan(asked, Log(), START, weeks=4)


def main_items(made: Plan, week: int = 0) -> list[tuple[str, str, str, int]]:
    """(weekday, part, exercise, sets) of the counted items of a week."""
    return [
        (session.weekday.lower(), str(item.part), item.exercise, item.count)
        for session in made.weeks[week].sessions
        for item in session.items
        if item.part
    ]


@pytest.mark.parametrize(
    ("text", "kind", "soft"),
    [
        ("squats on Monday", "include", False),
        ("must: squats on monday", "include", False),
        ("Prefer squats on monday", "include", True),
        ("no lunges", "exclude", False),
        ("no leg press on friday", "exclude", False),
        ("45 minutes on Thursday", "minutes", False),
        ("at most 45 min on thursday", "minutes", False),
        ("no legs on friday", "legs-on", False),
        ("legs on friday", "legs-on", False),
        ("at most 3 leg days a week", "days", False),
        ("glutes twice a week", "times", False),
        ("if possible calves 2 times a week", "times", True),
        ("calves first", "before", False),
        ("calves before quads", "before", False),
        ("hams on tuesday", "part-on", False),
        ("no hams on tuesday", "no-part-on", False),
        ("5 sets of squats on monday", "sets", False),
        ("hip thrust", "include", False),
    ],
)
def test_wishes_are_read_as_athletes_say_them(text: str, kind: str, soft: bool) -> None:
    wish = Wish.parse(text)
    assert (wish.kind, wish.is_soft) == (kind, soft)
    assert Wish.parse(str(wish)) == wish


@pytest.mark.parametrize(
    "text", ["", "no", "purple on monday", "squats on funday", "glutes 3.5 times a week", "on monday"]
)
def test_what_is_no_wish_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=r"wish|exercise"):
        Wish.parse(text)


def test_wishes_are_values() -> None:
    one, same, other = Wish.parse("no  lunges"), Wish.parse("no lunges"), Wish.parse("no squats")
    assert {one, same, other} == {one, other}
    assert one == same
    assert one != other
    assert one != "no lunges"
    assert repr(one) == "Wish('no lunges')"
    with pytest.raises(AttributeError, match="can't be changed"):
        one.number = 3


def test_families_of_exercises() -> None:
    lunges, presses = Wish.parse("no lunges").exercises, Wish.parse("leg press on monday").exercises
    assert {"walking-lunge", "reverse-lunge", "alternating-lunge"} <= lunges
    assert "squat" not in lunges
    assert {"leg-press", "seated-leg-press"} <= presses
    assert not any("calf" in exercise for exercise in presses)


def test_hard_wishes_are_kept() -> None:
    made = plan(
        "squats on tuesday", "no lunges", "45 minutes on thursday", "calves twice a week", "3 sets of hip thrust"
    )
    assert made.status == "optimal"
    items = main_items(made)
    assert any(day == "tuesday" and exercise in Wish.parse("squats").exercises for day, _, exercise, _ in items)
    assert not any("lunge" in exercise for _, _, exercise, _ in items)
    assert len({day for day, part, _, _ in items if part == "calves"}) == 2
    for number, week in enumerate(made.weeks):
        assert all(session.minutes <= 45 for session in week.sessions if session.weekday == "Thursday")
        if not week.deload:
            thrusts = Wish.parse("hip thrust").exercises
            assert sum(sets for _, _, exercise, sets in main_items(made, number) if exercise in thrusts) == 3


def test_order_and_day_wishes_are_kept() -> None:
    made = plan("calves before quads", "no legs on monday", "at most 2 leg days a week", "hams on saturday")
    by_day: dict[str, list[str]] = {}
    for day, part, _, _ in main_items(made):
        by_day.setdefault(day, []).append(part)
    assert "monday" not in by_day
    assert len(by_day) <= 2
    assert "hams" in by_day["saturday"]
    for parts in by_day.values():
        if {"calves", "quads"} <= set(parts):
            assert parts.index("calves") < parts.index("quads")


def test_a_soft_wish_yields_where_a_hard_one_would_not() -> None:
    soft = plan("prefer no legs on thursday", "prefer legs on thursday")
    assert soft.status == "optimal"
    hard = plan("no legs on thursday", "legs on thursday")
    assert hard.status == "infeasible"
    assert {each.about for each in hard.conflict} == {"no legs on thursday", "legs on thursday"}


CONFLICTS: list[tuple[tuple[str, ...], dict[str, Any]]] = [
    (("squats on thursday", "no quads on thursday"), {}),
    (("glutes three times a week",), {}),
    (("leg extension on monday", "no leg extension"), {}),
    (("10 minutes on monday", "quads on monday", "glutes on monday"), {}),
    (("quads on monday", "quads on tuesday"), {}),
]


@pytest.mark.parametrize(("wishes", "more"), CONFLICTS)
def test_a_conflict_is_minimal_and_each_way_out_opens_a_plan(wishes: tuple[str, ...], more: dict[str, Any]) -> None:
    made = plan(*wishes, **more)
    assert made.status == "infeasible"
    named = {each.about for each in made.conflict if each.rule == "wish"}
    assert named <= set(wishes)
    assert {way.about for way in made.relaxations} == {each.about for each in made.conflict}
    for wish in named:  # leaving any one of them out makes the rest possible, found by planning again
        others = [other for other in named if other != wish]
        assert plan(*others, **more).status != "infeasible"
    ways = [way for way in made.relaxations if way.opens]
    assert ways
    assert [way.cost for way in ways] == sorted(way.cost for way in ways)
    for way in ways:
        if way.rule == "wish":
            rest = [wish for wish in wishes if wish != way.about]
            assert tuple(stage.cost for stage in plan(*rest, **more).stages) == way.cost


def test_too_few_minutes_are_told_with_how_many_would_do() -> None:
    short = replace(BASE, method="circuit", days={Weekday.MONDAY: Duration(5 * 60)})
    made = plan(profile=short)
    (way,) = [way for way in made.relaxations if way.opens]
    assert way.rule == "minutes"
    minutes = int(way.instead.split()[0])
    assert plan(profile=replace(short, days={Weekday.MONDAY: Duration(minutes * 60)})).status == "optimal"
    assert plan(profile=replace(short, days={Weekday.MONDAY: Duration((minutes - 1) * 60)})).status == "infeasible"


def test_a_wish_is_named_where_it_bears() -> None:
    made = plan("squats on tuesday")
    reasons = [
        reason
        for session in made.weeks[0].sessions
        for item in session.items
        if item.exercise == "squat" and session.weekday == "Tuesday"
        for reason in item.because
    ]
    assert "You asked for 'squats on tuesday'." in reasons


def test_wishes_are_named_only_where_they_bear() -> None:
    wishes = ("squats on tuesday", "calves twice a week", "no lunges", "at most 4 leg days", "no calves on monday")
    made = make_plan(replace(BASE, wishes=tuple(map(Wish.parse, wishes))), Log(), START, weeks=1)
    squats = Wish.parse("squats").exercises
    for session in made.weeks[0].sessions:
        for item in session.items:
            told = dict(zip(item.why, item.because, strict=True)).get("wish", "")
            assert ("'squats on tuesday'" in told) == (item.exercise in squats and session.weekday == "Tuesday")
            assert ("'calves twice a week'" in told) == (item.part == "calves")
            assert not any(wish in told for wish in wishes[2:])


def test_a_wish_about_parts_that_a_program_does_not_train() -> None:
    """An order of parts holds where one of them is not trained; a part to train can't be found."""
    quads = program_of({}, routine_of("front", 1, 1, slot_of("squat", "quads", "3 x 10", "goblet-squat")))
    for wish, status in (
        ("calves before quads", "optimal"),
        ("quads before calves", "optimal"),
        ("prefer calves first", "optimal"),
        ("hams twice a week", "infeasible"),
        ("no hams on monday", "optimal"),
    ):
        asked = replace(BASE, wishes=(Wish.parse(wish),))
        assert make_plan(asked, Log(), START, weeks=1, program=quads).status == status, wish


def test_wishes_travel_in_the_plan() -> None:
    assert b"squats on tuesday" in encode(plan("squats on tuesday").request)
