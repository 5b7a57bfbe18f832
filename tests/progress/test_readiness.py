"""Readiness: what a check-in asks for, by rules that are stated; nothing where nothing is said."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from logs import DAY, MONDAY, one_set, session

from legday.anatomy import Joint, Part
from legday.log import CheckIn, Log
from legday.progress import expected_soreness, readiness, readiness_rules

EXERCISE = {
    Part.GLUTES: "hip-thrust",
    Part.QUADS: "squat",
    Part.HAMS: "lying-leg-curl",
    Part.CALVES: "seated-calf-raise",
}
EVENING = dt.datetime.combine(MONDAY, dt.time(18))


def log_with(*check_ins: CheckIn, trained: tuple[Part, ...] = ()) -> Log:
    """A log of one evening on which some parts were trained."""
    sets = tuple(one_set(EXERCISE[part]) for part in trained)
    return Log((session(MONDAY, *sets),) if sets else (), check_ins=check_ins)


def asked(now: dt.datetime, trained: tuple[Part, ...] = (), **said: Any) -> list[str]:
    return [rule.id for rule in readiness(log_with(CheckIn(now.date(), **said), trained=trained), now).holding]


def test_without_a_check_in_of_that_day_nothing_is_asked_for() -> None:
    before = CheckIn(MONDAY, soreness=dict.fromkeys(Part, 3), pain=dict.fromkeys(Joint, 10), stress=5)
    found = readiness(log_with(before), EVENING + DAY)
    assert (found.check_in, found.holding, found.moves) == (None, (), ())


@given(st.sets(st.sampled_from(("menstruation", "follicular", "ovulation", "luteal", "cramps"))), st.text(max_size=9))
def test_cycle_and_notes_are_shown_and_change_nothing(cycle: set[Any], note: str) -> None:
    found = readiness(log_with(CheckIn(MONDAY, cycle=tuple(sorted(cycle)), note=note)), EVENING)
    assert found.holding == ()
    assert set(found.cycle) == cycle


@given(st.sampled_from(list(Part)), st.integers(0, 3), st.integers(0, 240))
def test_a_part_moves_where_it_is_sorer_than_the_curve_says_after_its_peak(part: Part, level: int, hours: int) -> None:
    now = EVENING + dt.timedelta(hours=hours)
    log = log_with(CheckIn(now.date(), soreness={part: level}), trained=(part,))
    expected = {each.part: each.level for each in expected_soreness(log, now)}
    # to a thousandth, as the curve is told; half an hour is a two-hundredth of its fall
    past = level >= 2 and hours >= 72 and level / 3 > expected.get(part, 0.0) - 0.002
    assert readiness(log, now).moves == ((part,) if past else ())


def test_soreness_that_no_training_explains_moves_too() -> None:
    assert readiness(log_with(CheckIn(MONDAY, soreness={Part.HAMS: 2})), EVENING).moves == (Part.HAMS,)


def test_sore_calves_are_not_trained_and_other_parts_less() -> None:
    now, parts = EVENING + 2 * DAY, tuple(Part)
    sore = {
        rule.part: rule.do
        for rule in readiness_rules()
        if rule.id in asked(now, parts, soreness=dict.fromkeys(Part, 2))
    }
    assert sore == {
        Part.GLUTES: "fewer-sets",
        Part.QUADS: "fewer-sets",
        Part.HAMS: "fewer-sets",
        Part.CALVES: "leave-out",
    }
    very = {rule.do for rule in readiness_rules() if rule.id in asked(now, parts, soreness=dict.fromkeys(Part, 3))}
    assert very == {"leave-out"}


@pytest.mark.parametrize(
    ("said", "rules"),
    [
        ({"sleep": Decimal("4.9")}, ["sleep:night"]),
        ({"sleep": Decimal(5)}, []),
        ({"sleep_quality": 1}, ["sleep:poor"]),
        ({"stress": 4}, []),
        ({"stress": 4, "sleep": Decimal("5.9")}, ["stress:and-sleep"]),
        ({"stress": 5}, ["stress:high"]),
        ({"hydration": 1}, ["hydration:low"]),
        ({"hydration": 2, "sleep_quality": 2}, []),
        ({"pain": {Joint.KNEE: 1}}, ["pain:knee:some"]),
        ({"pain": {Joint.KNEE: 3}}, ["pain:knee:swap"]),
        ({"pain": {Joint.KNEE: 7, Joint.HIP: 2}}, ["pain:hip:some", "pain:knee:stop"]),
    ],
)
def test_each_rule_holds_from_its_bound_on(said: dict[str, Any], rules: list[str]) -> None:
    assert asked(EVENING, **said) == rules


def test_two_short_nights_count_if_they_follow_each_other() -> None:
    def after(days: int) -> list[str]:
        check_ins = CheckIn(MONDAY, sleep=Decimal("5.5")), CheckIn(MONDAY + days * DAY, sleep=Decimal("5.5"))
        return [rule.id for rule in readiness(log_with(*check_ins), EVENING + days * DAY).holding]

    assert after(1) == ["sleep:two-nights"]
    assert after(2) == []


def test_every_rule_tells_what_why_and_by_which_source() -> None:
    rules = readiness_rules()
    assert len({rule.id for rule in rules}) == len(rules)
    for rule in rules:
        assert rule.say.endswith(".")
        assert rule.because.endswith(".")
        assert "doi:10." in rule.source
        assert rule.share <= 1
        assert rule.sets_less >= 0
        assert (rule.do == "lighter") <= (rule.share < 1)
        assert (rule.do == "fewer-sets") <= (rule.sets_less > 0)


def test_severe_pain_names_a_professional_and_no_rule_names_a_condition() -> None:
    words = {rule.id: f"{rule.say} {rule.because}".lower() for rule in readiness_rules()}
    assert all("professional" in text for name, text in words.items() if name.endswith((":stop", ":swap")))
    assert not any(name in text for text in words.values() for name in ("tendin", "arthr", "tear", "strain", "injur"))
