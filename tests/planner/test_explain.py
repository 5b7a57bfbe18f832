"""Explanations: the rules behind what is planned, and what any other choice would cost, found by solving again."""

import re
from pathlib import Path

import pytest

from legday.documents import InputError, encode
from legday.log import Log
from legday.planner import Explanation, Plan, explain, make_plan, read_plan
from legday.planner.explain import Alternative
from legday.planner.layout import lay_out
from legday.planner.model import Model
from legday.planner.solver import Demand, solve
from planning import MONDAY, as_json, example, profile_of

MARCO = "male-bodybuilder"


def cost_told(alternative: Alternative) -> int:
    """Add up what the rules are said to cost more or less."""
    changes = (re.match(r"([+-]\d+) for [a-z-]+: ", line) for line in alternative.differences)
    return sum(int(change[1]) for change in changes if change)


def cost_found(plan: Plan, exercise: str, day: str, *, wanted: bool) -> int:
    """Solve again with an exercise asked for or ruled out, and return what all stages but time cost more."""

    def demand(model: Model) -> None:
        uses = [c.id for c in model.problem.candidates if c.exercise.id == exercise and c.day == day]
        if wanted:
            model.cp.add(sum(model.uses[use] for use in uses) >= 1)
        else:
            for use in uses:
                model.cp.add(model.uses[use] == 0)

    asked: list[Demand] = [demand]
    solution = solve(lay_out(plan.request), asked)
    before = sum(stage.cost for stage in plan.stages if stage.stage != "time")
    return sum(stage.cost for stage in solution.stages if stage.stage != "time") - before


def only(explanation: Explanation) -> Alternative:
    (alternative,) = explanation.alternatives
    return alternative


# --- what is planned ---


def test_a_day_is_explained_item_by_item() -> None:
    plan = example(MARCO)
    told = explain(plan, day="thursday")
    planned = next(session for session in plan.weeks[0].sessions if session.weekday == "Thursday")
    assert [(item.exercise, item.sets) for item in told.items] == [(item.exercise, item.sets) for item in planned.items]
    assert {item.weekday for item in told.items} == {"Thursday"}
    assert (told.alternatives, told.closed) == ((), ())
    for item in told.items[1:-2]:
        assert item.reasons
        for reason in item.reasons:
            assert reason.text
            assert reason.source == plan.rules[reason.rule].source


def test_a_day_can_be_shortened() -> None:
    assert explain(example(MARCO), day="Thu") == explain(example(MARCO), day="thursday")


def test_a_whole_plan_is_explained() -> None:
    plan = example(MARCO)
    told = explain(plan)
    assert (told.athlete, told.method, told.status) == ("Marco", "Priority split", "optimal")
    assert len(told.items) == sum(len(session.items) for session in plan.weeks[0].sessions)


def test_reasons_name_the_rules_that_had_a_say() -> None:
    rules = {item.exercise: {reason.rule for reason in item.reasons} for item in explain(example(MARCO)).items}
    assert {"safe-failure", "partner", "first-part-day", "emphasis"} <= rules["squat"]
    assert {"before-part", "second-part-day"} <= rules["lying-leg-curl"]
    assert {"part-days", "weekly-volume", "frequency"} <= rules["donkey-calf-raise"]
    assert "pain" in {reason.rule for item in explain(example("knee-pain")).items for reason in item.reasons}


# --- what else could have been ---


def test_without_an_exercise_every_day_of_it_is_asked_about_apart() -> None:
    plan = example("home-circuit")
    planned = [s.weekday for s in plan.weeks[0].sessions for item in s.items if item.exercise == "alternating-lunge"]
    told = explain(plan, exercise="alternating-lunge")
    assert [item.weekday for item in told.items] == planned != []
    for day, alternative in zip(planned, told.alternatives, strict=True):
        assert alternative.possible
        assert alternative.question == f"Without alternating lunge on {day}"
        assert f"gone: alternating lunge on {day}" in alternative.differences
        assert any(line.startswith("instead: ") for line in alternative.differences)
        assert cost_told(alternative) == cost_found(plan, "alternating-lunge", day.lower(), wanted=False) > 0


def test_with_an_exercise_that_is_possible_but_not_planned() -> None:
    plan = example("home-circuit")
    told = explain(plan, exercise="split-squat", day="monday")
    assert told.items == ()
    alternative = only(told)
    assert alternative.possible
    assert alternative.question == "With split squat on Monday"
    assert any("split squat on Monday" in line for line in alternative.differences if line.startswith("instead: "))
    assert cost_told(alternative) == cost_found(plan, "split-squat", "monday", wanted=True) > 0


def test_an_exercise_on_another_day_than_planned() -> None:
    told = explain(example(MARCO), exercise="leg-press", day="thursday")
    assert told.items == ()
    alternative = only(told)
    assert alternative.question == "With leg press on Thursday"
    gone, instead = alternative.differences[:2]
    assert gone.startswith("gone: ")
    assert "leg press on Monday" in gone
    assert "leg press on Thursday" in instead
    assert any("first-part-day" in line for line in alternative.differences)
    assert cost_told(alternative) > 0


def test_an_exercise_on_a_day_that_other_demands_close() -> None:
    """Saturday is before the long run: the wish and the rule can't both hold, and that is the whole conflict."""
    told = explain(example("runner"), exercise="wall-sit", day="saturday")
    alternative = only(told)
    assert (alternative.possible, alternative.differences) == (False, ())
    assert {demand.rule for demand in alternative.conflict} == {"own-word", "long-run-apart"}
    assert {demand.about for demand in alternative.conflict} == {
        "wall-sit in the plan on saturday",
        "no quads on saturday, with the long run that day or the next",
    }


def test_an_exercise_that_a_rule_takes_away() -> None:
    told = explain(example("knee-pain"), exercise="leg-press")
    assert (told.items, told.alternatives) == ((), ())
    (reason,) = told.closed
    assert reason.startswith("Leg press: it loads the knee, which hurts (pain: ")


@pytest.mark.parametrize(
    ("name", "exercise", "reason"),
    [
        ("home-circuit", "sliding-leg-curl", "no sliders at hand"),
        ("beginner-woman", "squat", "level intermediate"),
        (MARCO, "sissy-squat", "has no place for it"),
    ],
)
def test_other_reasons_why_an_exercise_is_closed(name: str, exercise: str, reason: str) -> None:
    told = explain(example(name), exercise=exercise)
    assert told.alternatives == ()
    assert any(reason in line for line in told.closed)


def test_an_exercise_the_athlete_avoids() -> None:
    profile = profile_of(method="circuit", days={"monday": "60 min"}, avoid=["wall-sit"])
    told = explain(make_plan(profile, Log(), MONDAY, 1), exercise="wall-sit")
    assert any("you asked to leave it out" in line for line in told.closed)


@pytest.mark.parametrize(
    ("name", "question", "gone", "closed"),
    [
        ("home-circuit", "why not no wall sits?", "gone: wall sit on ", ()),
        ("home-circuit", "Why not sliding leg curl?", None, ("Sliding leg curl: no sliders at hand (equipment)",)),
        (
            "home-circuit",
            "pogo jumps on monday",
            None,
            ("The method Circuit has no place for it on a day you can train.",),
        ),
    ],
)
def test_a_question_is_a_wish_that_is_planned(
    name: str, question: str, gone: str | None, closed: tuple[str, ...]
) -> None:
    told = explain(example(name), question=question)
    alternative = only(told)
    assert (told.items, told.closed) == ((), closed)
    assert alternative.possible == (gone is not None)
    if gone is not None:
        assert any(line.startswith(gone) for line in alternative.differences)
    else:
        assert {demand.rule for demand in alternative.conflict} == {"wish"}


def test_a_wish_that_is_kept_already_changes_nothing() -> None:
    plan = example("home-circuit")
    days = len(plan.weeks[0].sessions)
    alternative = only(explain(plan, question=f"why not at most {days} leg days?"))
    assert alternative.differences == ("nothing changes that the rules count",)


# --- questions that can't be answered ---


def test_a_question_that_is_no_wish() -> None:
    with pytest.raises(InputError, match=r"is no wish legday knows|there is no exercise called"):
        explain(example(MARCO), question="why not because?")


@pytest.mark.parametrize("exercise", ["leg-pres", "", "squat/full"])
def test_an_exercise_that_does_not_exist(exercise: str) -> None:
    with pytest.raises(InputError, match="there is no exercise"):
        explain(example(MARCO), exercise=exercise)


@pytest.mark.parametrize("day", ["funday", "mo", "", "mondayy", "8"])
def test_a_day_that_does_not_exist(day: str) -> None:
    with pytest.raises(InputError, match="is no weekday"):
        explain(example(MARCO), day=day)


def test_a_day_on_which_nothing_is_planned() -> None:
    with pytest.raises(InputError, match="nothing is planned on Sunday; the plan trains on Monday, Tuesday"):
        explain(example(MARCO), day="sunday")


def test_a_plan_that_could_not_be_made_has_no_days() -> None:
    plan = make_plan(profile_of(method="circuit", level="advanced", days={"monday": "5 min"}), Log(), MONDAY, 1)
    assert explain(plan).items == ()
    with pytest.raises(InputError, match="no day"):
        explain(plan, day="monday")


# --- plans that were saved ---


def test_a_saved_plan_answers_as_the_plan_did(tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    file.write_bytes(encode(example("home-circuit")))
    plan = read_plan(file)
    assert as_json(plan) == as_json(example("home-circuit"))
    assert explain(plan, exercise="wall-sit") == explain(example("home-circuit"), exercise="wall-sit")


@pytest.mark.parametrize("text", ["", "no json", "{}", "[1]", '{"status": "optimal"}', "\udcff"])
def test_a_file_that_is_no_plan_is_refused_in_a_sentence(tmp_path: Path, text: str) -> None:
    file = tmp_path / "plan.json"
    file.write_bytes(text.encode(errors="surrogateescape"))
    with pytest.raises(InputError, match="this is no plan that legday wrote"):
        read_plan(file)


def test_a_plan_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="can't be read"):
        read_plan(tmp_path / "none.json")
    with pytest.raises(InputError, match="can't be read"):
        read_plan(tmp_path)
