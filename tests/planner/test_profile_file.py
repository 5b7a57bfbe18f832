"""Profile files: read with every mistake at its place, and described by a schema, as plans are."""

import datetime as dt
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from legday.documents import InputError, decode, encode, json_schema
from legday.log import Log
from legday.planner import Plan, Profile, make_plan, next_monday, read_profile
from planning import EXAMPLES, MONDAY, PROFILES, as_json, example, profile_of

START = "name: Ada\ndays:\n  monday: 60 min\n  friday: 45 min\n"


def refused(tmp_path: Path, text: str) -> InputError:
    file = tmp_path / "ada.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_profile(file)
    assert all(problem.source == str(file) for problem in caught.value.problems)
    assert all("\n" not in problem.message for problem in caught.value.problems)
    return caught.value


@pytest.mark.parametrize("name", PROFILES)
def test_the_examples_are_read(name: str) -> None:
    text = (EXAMPLES / f"{name}.yaml").read_text(encoding="utf-8")
    document, profile = yaml.safe_load(text), read_profile(EXAMPLES / f"{name}.yaml")
    assert profile.name == document["name"]
    assert {str(day): f"{span.minutes} min" for day, span in profile.days.items()} == document["days"]
    assert [str(part) for part in profile.ranking] == document.get("ranking", [])
    assert profile.partner == document.get("partner", False)


def test_what_is_left_out_has_a_default() -> None:
    profile = profile_of(days={"monday": "60 min"})
    assert (profile.level, profile.units, profile.goal, profile.place) == ("beginner", "kg", "grow", "gym")
    assert (profile.sex, profile.method, profile.partner, profile.cage) == (None, None, False, False)


def test_pain_without_more_said_has_just_begun() -> None:
    (pain,) = profile_of(days={"monday": "60 min"}, pain=[{"joint": "knee", "severity": 1}]).pain
    assert (pain.weeks, pain.after_impact) == (0, False)
    longest = profile_of(days={"monday": "60 min"}, pain=[{"joint": "knee", "severity": 1, "weeks": 2000}])
    assert longest.pain[0].weeks == 2000


def test_a_single_thing_needs_no_list() -> None:
    assert profile_of(days={"monday": 60}, rest_days="sunday") == profile_of(
        days={"monday": "1 h"}, rest_days=["sunday"]
    )


# --- mistakes ---


@pytest.mark.parametrize(
    ("added", "field", "said"),
    [
        ("colour: red", "colour", "no field here"),
        ("gaol: grow", "gaol", "did you mean goal"),
        ("level: expert", "level", "beginner, intermediate, advanced"),
        ("sex: woman", "sex", "female, male"),
        ("place: moon", "place", "gym, home-dumbbells, bodyweight"),
        ("body_mass: heavy", "body_mass", "82.5 kg"),
        ("partner: perhaps", "partner", "yes or no"),
        ("cage: perhaps", "cage", "yes or no"),
        ("units: stone", "units", "kg, lb"),
        ("pain: [{joint: knee, severity: 11}]", "pain[1].severity", "the most is 10"),
        ("pain: [{joint: knee, severity: 1, weeks: 2001}]", "pain[1].weeks", "the most is 2000"),
        ("pain: [{joint: knee, severity: 1, weeks: -1}]", "pain[1].weeks", "the least is 0"),
        ("pain: [{joint: elbow, severity: 1}]", "pain[1].joint", "trunk, hip, knee, ankle"),
        ("pain: {joint: knee}", "pain[1]", "severity must be given"),
        ("other_training: {tuesday: [boxing]}", "other_training.tuesday[1]", "chest"),
        ("other_training: {someday: [chest]}", "other_training.someday", "sunday"),
        ("lacks: [hack-squat]", "lacks[1]", "hack-squat-machine"),
        ("increments: {barbell: 2.5}", "increments.barbell", "82.5 kg"),
        ("name: Eva", "name", "twice"),
        ("rest_days: [monday]", "rest_days", "both a rest day and a day"),
        ("ranking: [quads, hams, quads]", "ranking", "twice"),
        ("body_mass: 5 kg", "body_mass", "between 25 kg and 350 kg"),
        ("avoid: [squat, walking-lunges]", "avoid", "no exercise 'walking-lunges'"),
        ("increments: {barbell: 0 kg}", "increments", "0 kg"),
    ],
)
def test_a_mistake_has_its_line_its_field_and_a_remedy(tmp_path: Path, added: str, field: str, said: str) -> None:
    error = refused(tmp_path, f"{START}{added}\ntime_zone: Europe/Berlin\n")
    (problem,) = error.problems
    assert said in problem.message
    assert problem.line == 5
    assert problem.field.startswith(field)


@pytest.mark.parametrize("minutes", ["2 min", "0 min", "6 h", "4 min 59 s"])
def test_a_day_is_between_five_minutes_and_five_hours(tmp_path: Path, minutes: str) -> None:
    (problem,) = refused(tmp_path, f"name: Ada\ndays:\n  monday: 60 min\n  friday: {minutes}\n").problems
    assert "between 5 and 300 minutes" in problem.message
    assert "friday" in str(problem)
    assert problem.line == 4


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "expected fields"),
        ("[]", "expected fields"),
        ("days: {monday: 60 min}", "name must be given here"),
        ("name: Ada", "days must be given here"),
        ("name: Ada\ndays: {}", "at least 1"),
        ("name: ''\ndays: {monday: 60 min}", "must not be empty"),
        ("name: Ada\ndays: {mon: 60 min}", "did you mean monday"),
        ("name: Ada\ndays: {monday: soon}", "45 min"),
        ("name: Ada\ndays: {monday: 60 min", "not valid YAML"),
        ("name: &a Ada\ndays: {monday: *a}", "anchor"),
    ],
)
def test_a_file_that_is_no_profile(tmp_path: Path, text: str, said: str) -> None:
    (problem,) = refused(tmp_path, text).problems
    assert said in problem.message
    assert problem.line
    assert problem.column


def test_every_mistake_is_reported_at_once_in_order(tmp_path: Path) -> None:
    error = refused(tmp_path, f"{START}sex: woman\nlevel: expert\ncolour: red\n")
    assert [(problem.line, problem.field) for problem in error.problems] == [(5, "sex"), (6, "level"), (7, "colour")]


def test_a_file_that_cant_be_read(tmp_path: Path) -> None:
    for file in (tmp_path / "none.yaml", tmp_path):
        with pytest.raises(InputError, match="this profile can't be read"):
            read_profile(file)
    latin = tmp_path / "latin.yaml"
    latin.write_bytes("name: Zoë\n".encode("latin-1"))
    with pytest.raises(InputError, match="save it as UTF-8"):
        read_profile(latin)


def test_a_method_that_does_not_exist_is_said_when_planning() -> None:
    with pytest.raises(InputError, match="no method 'leg-day'"):
        make_plan(profile_of(days={"monday": "60 min"}, method="leg-day"), Log(), MONDAY)


# --- schemas ---


class _TextLoader(yaml.SafeLoader):
    """A reader apart from ours, in which only numbers, yes and no are more than text."""


_TextLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.endswith((":int", ":float", ":bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def schema_errors(kind: type[Any], document: object) -> list[str]:
    validator = jsonschema.Draft202012Validator(json_schema(kind))
    return [error.message for error in validator.iter_errors(document)]


@pytest.mark.parametrize("name", PROFILES)
def test_the_examples_are_valid_by_the_schema(name: str) -> None:
    text = (EXAMPLES / f"{name}.yaml").read_text(encoding="utf-8")
    document = yaml.load(text, Loader=_TextLoader)  # noqa: S506 a SafeLoader
    assert schema_errors(Profile, document) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": 5},
        {"name": ""},
        {"days": {}},
        {"days": {"someday": "60 min"}},
        {"colour": "red"},
        {"level": "expert"},
        {"ranking": ["shoulders"]},
        {"pain": [{"joint": "knee", "severity": 11}]},
        {"pain": [{"joint": "knee"}]},
        {"place": "moon"},
        {"partner": "perhaps"},
        {"increments": {"barbell": 2.5}},
    ],
    ids=str,
)
def test_the_schema_refuses_junk(wrong: dict[str, Any]) -> None:
    right = {"name": "Ada", "days": {"monday": "60 min"}}
    assert schema_errors(Profile, right) == []
    assert schema_errors(Profile, {**right, **wrong})


def test_the_schema_asks_for_name_and_days() -> None:
    assert len(schema_errors(Profile, {})) == 2


@pytest.mark.parametrize("name", ["male-bodybuilder", "runner"])
def test_a_plan_is_valid_by_its_schema_and_comes_back_equal(name: str) -> None:
    assert schema_errors(Plan, as_json(example(name))) == []
    assert decode(encode(example(name)), Plan) == example(name)


def test_a_plan_that_cant_be_made_is_valid_by_the_schema_too() -> None:
    plan = make_plan(profile_of(method="circuit", level="advanced", days={"monday": "5 min"}), Log(), MONDAY)
    assert plan.status == "infeasible"
    assert schema_errors(Plan, as_json(plan)) == []
    assert decode(encode(plan), Plan) == plan


def test_junk_is_no_plan() -> None:
    document = as_json(example("runner"))
    junk: list[dict[str, Any]] = [{"status": "fine"}, {"gap": "none"}, {"weeks": [{}]}, {"request": {}}]
    for wrong in junk:
        assert schema_errors(Plan, {**document, **wrong})
    del document["request"]
    assert schema_errors(Plan, document)


@pytest.mark.parametrize("day", range(2, 9))
def test_a_block_starts_on_a_monday(day: int) -> None:
    today = dt.date(2026, 3, day)
    start = next_monday(today)
    assert start.weekday() == 0
    assert 0 <= (start - today).days < 7
