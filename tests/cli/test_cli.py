"""The command line as a person meets it: real processes, a real home folder, exit codes and words."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
HEAVY = ("ortools", "sqlalchemy", "alembic", "lark", "rich", "yaml", "msgspec", "jinja2", "rapidfuzz", "numpy")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the commands a home of their own."""
    monkeypatch.setenv("LEGDAY_HOME", str(tmp_path / "home"))
    return tmp_path


def legday(*arguments: object, code: int = 0) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from legday.cli import main; main()", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done


def as_json(*arguments: object, code: int = 0) -> Any:
    return json.loads(legday(*arguments, "--json", code=code).stdout)


def test_help_lists_every_command_and_loads_nothing_heavy() -> None:
    script = (
        "import sys; from legday.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "print('loaded', sorted(set(name.split('.')[0] for name in sys.modules) & set(sys.argv[1:])))"
    )
    done = subprocess.run([sys.executable, "-c", script, *HEAVY], capture_output=True, text=True, check=True)
    assert done.stdout.rstrip().endswith("loaded []")
    for command in ("plan", "explain", "import", "export", "restore", "names", "sets", "methods", "exercises", "serve"):
        assert re.search(rf"^  {command} ", done.stdout, re.MULTILINE)


def test_sets_prints_steps() -> None:
    line = "7 x 10 > 10 > 10 > 10 @ 4 plates drop 1 plate"
    told = as_json("sets", line)
    assert told["sets"] == line
    assert told["hard_sets"] == 7
    loads = [step["load"]["plates"] for step in told["steps"] if step["kind"] in ("set", "drop")]
    assert loads == [4, 3, 2, 1] * 7
    assert told["seconds"] == pytest.approx(sum(step["seconds"] for step in told["steps"]))
    printed = legday("sets", line).stdout
    assert printed.splitlines()[0] == line
    assert printed.count("Strip 1 plate") == 21


def test_sets_takes_what_is_at_hand() -> None:
    line = "3 x 12 to failure if partner or cage else rir 2"
    assert {step["effort"]["type"] for step in as_json("sets", line)["steps"] if step["kind"] == "set"} == {"rir"}
    with_cage = as_json("sets", line, "--cage")["steps"]
    assert {step["effort"]["type"] for step in with_cage if step["kind"] == "set"} == {"failure"}


def test_a_mistake_in_sets_points_at_the_character() -> None:
    done = legday("sets", "4 x 8 drp 10 kg", code=2)
    sentence, line, pointer = done.stderr.rstrip("\n").split("\n")
    assert "character 7" in sentence
    assert "drop" in sentence
    assert pointer.index("^") == line.index("drp") == 6


def test_methods() -> None:
    ids = [method["id"] for method in as_json("methods")]
    assert ids == ["circuit", "foundation", "machine-day", "priority-split"]
    beginner = as_json("methods", "show", "circuit", "--level", "beginner")
    lines = {slot["id"]: slot["sets"] for slot in beginner["routines"][0]["slots"]}
    assert lines["heel-raised-squat"] == "3 x 12-15 rir 3 rest 60-90s"
    assert lines["heel-raised-squat"] in legday("methods", "show", "circuit", "--level", "beginner").stdout
    assert (
        "choose from circuit, foundation, machine-day, priority-split, best"
        in legday("methods", "show", "crcuit", code=2).stderr
    )


def test_exercises_are_found_by_words_and_app_names() -> None:
    found = [exercise["id"] for exercise in as_json("exercises", "seated", "curl")]
    assert "seated-leg-curl" in found
    assert "lying-leg-curl" not in found
    assert as_json("exercises", "no such thing") == []


@pytest.mark.parametrize("name", ["profile", "plan", "exercise", "program"])
def test_schemas_are_schemas(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(legday("schema", name).stdout))


def test_import_accounts_for_every_row_and_is_kept_once(home: Path) -> None:
    file = EXAMPLES / "strong-log.csv"
    told = as_json("import", file, "--athlete", "Marco")["files"][0]
    assert told["format"] == "strong"
    assert told["rows"] == told["sets"] + sum(told["other"].values()) + len(told["listed"])
    assert told["saved"]["is_new"]
    again = as_json("import", file, "--athlete", "Marco")["files"][0]
    assert not again["saved"]["is_new"]
    assert [each["rows"] for each in as_json("import", "--list", "--athlete", "Marco")] == [told["rows"]]
    assert as_json("import", "--undo", told["saved"]["import_id"], "--athlete", "Marco") == []
    assert (home / "home" / "legday.sqlite3").exists()


def test_a_dry_run_keeps_nothing(home: Path) -> None:
    told = as_json("import", EXAMPLES / "strong-log.csv", "--dry-run")["files"][0]
    assert told["sets"] > 0
    assert told["saved"] is None
    assert not (home / "home").exists()


def test_one_wrong_file_keeps_the_others_out(home: Path) -> None:
    wrong = home / "wrong.csv"
    wrong.write_text("a,b\n1,2\n")
    done = legday("import", EXAMPLES / "strong-log.csv", wrong, code=2)
    assert done.stderr.startswith(str(wrong))
    assert done.stderr.count("\n") == 1
    assert as_json("import", "--list") == []


def test_settled_names_are_kept_and_used(home: Path) -> None:
    log = home / "log.csv"
    log.write_text(
        "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
        '2026-11-02 18:00:00,"Legs",1h,"My Odd Leg Thing",1,100,12,0,0,"","",\n'
    )
    first = as_json("import", log, "--athlete", "Ada", "--unit", "kg")["files"][0]
    assert [each["name"] for each in first["names"]["unsettled"]] == ["My Odd Leg Thing"]
    legday("names", "--athlete", "Ada", "settle", "My Odd Leg Thing", "hack-squat")
    report = as_json("names", "--athlete", "Ada")
    assert [(each["exercise"], each["how"]) for each in report["mapped"]] == [("hack-squat", "settled")]
    assert "no exercise 'hack-squad'" in legday("names", "settle", "My Odd Leg Thing", "hack-squad", code=2).stderr

    profile = home / "ada.yaml"
    profile.write_text((EXAMPLES / "male-bodybuilder.yaml").read_text().replace("name: Marco", "name: Ada"))
    plan = as_json("plan", profile, "--start", "2026-11-23", "--weeks", "1")
    hack = [i for w in plan["weeks"] for s in w["sessions"] for i in s["items"] if i["exercise"] == "hack-squat"]
    assert hack
    assert all("100 kg x 12 on 2026-11-02" in item["load"]["basis"] for item in hack)


def test_a_plan_is_data_a_page_and_answers_questions(home: Path) -> None:
    saved, page = home / "plan.json", home / "plan.html"
    profile, log = EXAMPLES / "male-bodybuilder.yaml", EXAMPLES / "strong-log.csv"
    options = ("plan", profile, "--log", log, "--start", "2026-11-23")
    printed = legday(*options, "--save", saved, "--html", page).stdout
    assert "proven optimal" in printed
    plan = json.loads(saved.read_text())
    jsonschema.validate(plan, json.loads(legday("schema", "plan").stdout))

    squat = next(i for s in plan["weeks"][0]["sessions"] for i in s["items"] if i["exercise"] == "squat")
    html = page.read_text()
    assert squat["sets"].split(" + ")[0] in html
    assert not re.search(r"src\s*=|href\s*=(?!\"#)|url\(|@import", html), "the page must need nothing but itself"

    explanation = as_json("explain", saved, "--day", "monday", "--exercise", "squat")
    assert [item["exercise"] for item in explanation["items"]] == ["squat"]
    (other,) = explanation["alternatives"]
    assert other["possible"]
    assert any(line.startswith("gone: barbell back squat on Monday") for line in other["differences"])


WRONG = [
    (("plan", "none.yaml"), "none.yaml: this profile can't be read: No such file"),
    (("plan", EXAMPLES), "can't be read"),
    (("plan", ROOT / "Makefile"), "Makefile:"),
    (("plan", EXAMPLES / "runner.yaml", "--method", "yoga"), "there is no method 'yoga'"),
    (("plan", EXAMPLES / "runner.yaml", "--log", ROOT / "LICENSE"), "LICENSE"),
    (("plan", EXAMPLES / "runner.yaml", "--log", "none.csv"), "none.csv"),
    (("plan", EXAMPLES / "runner.yaml", "--html", "no/such/folder/x.html"), "can't be written"),
    (("plan", EXAMPLES / "runner.yaml", "--weeks", "13"), "13"),
    (("explain", ROOT / "Makefile"), "no plan that legday wrote"),
    (("explain", "none.json"), "can't be read"),
    (("import", "none.csv"), "none.csv"),
    (("import",), "at least one file"),
    (("import", "--undo", "7"), "no import 7"),
]


@pytest.mark.parametrize(("arguments", "words"), WRONG, ids=lambda value: str(value)[-40:])
def test_wrong_input_ends_in_words_and_exit_code_2(
    arguments: tuple[object, ...], words: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home)
    assert words in legday(*arguments, code=2).stderr


def test_every_mistake_in_a_profile_is_named_with_its_place(home: Path) -> None:
    profile = home / "p.yaml"
    profile.write_text("name: Ada\nlevl: beginner\ndays:\n  moonday: 60 min\n  friday: soon\nbody_mass: 70\n")
    lines = legday("plan", profile, code=2).stderr.splitlines()
    places = [line.removeprefix(f"{profile}:").split(" ", 2)[:2] for line in lines]
    assert places == [["2:1:", "levl:"], ["4:3:", "days.moonday:"], ["5:11:", "days.friday:"], ["6:12:", "body_mass:"]]


def test_the_rest_of_a_plan_is_made_again(home: Path) -> None:
    saved, again = home / "plan.json", home / "again.json"
    legday("plan", EXAMPLES / "male-bodybuilder.yaml", "--start", "2026-11-23", "--save", saved)
    asked = ("replan", saved, "--today", "2026-11-24", "--missed", "2026-11-23")
    printed = legday(*asked, "--out", again).stdout
    assert "Monday 23 Nov was missed." in printed
    assert "move from Monday 23 Nov to Wednesday 25 Nov" in " ".join(printed.split())
    made = as_json(*asked)
    assert made["plan"]["changes"][0]["moves"] == made["moves"]
    schema = json.loads(legday("schema", "plan").stdout)
    jsonschema.validate(json.loads(again.read_text()), schema)
    quiet = legday("replan", again, "--today", "2026-11-24").stdout
    assert "Nothing moves" in quiet
    assert legday("explain", again, "--day", "wednesday").stdout
    assert "nothing is planned on 2026-11-25" in legday("replan", saved, "--missed", "2026-11-25", code=2).stderr
    assert "'ears' is no part" in legday("replan", saved, "--sore", "ears", code=2).stderr
    assert (
        "You changed"
        in legday("replan", saved, "--today", "2026-11-23", "--profile", EXAMPLES / "knee-pain.yaml").stdout
    )


def test_no_plan_is_told_with_what_stands_in_the_way(home: Path) -> None:
    profile = home / "p.yaml"
    profile.write_text("name: Ada\nmethod: circuit\nplace: bodyweight\ndays: {monday: 6 min}\n")
    plan = as_json("plan", profile, code=1)
    assert plan["status"] == "infeasible"
    assert any("6 min for legs on monday" in demand["about"] for demand in plan["conflict"])
    assert "6 min for legs on monday" in legday("plan", profile, code=1).stdout


def test_a_program_of_ones_own_is_begun_checked_shown_and_planned(home: Path) -> None:
    program = home / "strong-legs.yaml"
    legday("programs", "new", program)
    assert "exists" in legday("programs", "new", program, code=2).stderr
    assert "is fine" in legday("programs", "check", program).stdout
    assert "3 x 8-10 rir 3 rest 2 min" in legday("programs", "show", program, "--level", "beginner").stdout
    plan = as_json("plan", EXAMPLES / "beginner-woman.yaml", "--program", program, "--start", "2026-11-23")
    assert (plan["method"], plan["status"]) == ("strong-legs", "optimal")

    program.write_text(program.read_text().replace("goblet-squat", "goblet-sqat").replace("rir 1-2", "rirr 1-2"))
    lines = legday("programs", "check", program, code=2).stderr.splitlines()
    assert len(lines) == 4  # the exercise, and the sets of three slots
    assert any("did you mean goblet-squat?" in line for line in lines)
    assert all(re.match(rf"{re.escape(str(program))}:\d+:\d+: ", line) for line in lines)


def test_questions_and_next_blocks(home: Path) -> None:
    saved = home / "plan.json"
    legday("plan", EXAMPLES / "male-bodybuilder.yaml", "--start", "2026-11-23", "--save", saved)
    answer = as_json("explain", saved, "why not leg press on thursday?")
    assert answer["alternatives"][0]["differences"] or answer["alternatives"][0]["conflict"]
    assert "there is no exercise called" in legday("explain", saved, "why not yoga mats?", code=2).stderr
    later = as_json("plan", EXAMPLES / "male-bodybuilder.yaml", "--after", saved, "--weeks", "1", "--units", "lb")
    assert later["weeks"][0]["start"] == "2026-12-21"
    assert later["request"]["profile"]["units"] == "lb"


def test_substitutes_need_only_what_is_there() -> None:
    found = as_json("exercises", "leg", "press", "--instead", "--place", "bodyweight")
    assert found
    assert all(set(each["equipment"]) <= {"wall", "chair", "mat", "step", "block", "box"} for each in found)


def test_everything_goes_out_as_one_file_and_comes_back(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, again = home / "mine.zip", home / "again.zip"
    legday("import", EXAMPLES / "strong-log.csv", "--athlete", "Sam")
    assert "there are Sam" in legday("export", file, code=2).stderr
    assert "Everything of Sam" in legday("export", file, "--athlete", "Sam").stderr
    assert file.stat().st_mode & 0o077 == 0
    assert "has data already" in legday("restore", file, "--athlete", "Sam", code=2).stderr
    monkeypatch.setenv("LEGDAY_HOME", str(home / "other"))
    assert "1 imports" in legday("restore", file, "--athlete", "Sam").stderr
    legday("export", again, "--athlete", "Sam")
    assert again.read_bytes() == file.read_bytes()
    assert as_json("import", "--list", "--athlete", "Sam")


def test_a_file_that_is_no_export_is_refused_with_its_name(home: Path) -> None:
    assert f"{EXAMPLES / 'runner.yaml'}: " in legday("restore", EXAMPLES / "runner.yaml", code=2).stderr
    assert "can't be read" in legday("restore", home / "none.zip", code=2).stderr
    legday("import", EXAMPLES / "strong-log.csv")
    assert "can't be written" in legday("export", home / "none" / "mine.zip", code=2).stderr


def test_a_store_that_cannot_be_opened_ends_with_one_sentence(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = home / "home" / "legday.sqlite3"
    file.parent.mkdir()
    file.write_text("no database", encoding="utf-8")
    told = legday("import", EXAMPLES / "strong-log.csv", code=2).stderr
    assert told.startswith(f"{file}: ")
    assert file.read_text(encoding="utf-8") == "no database"
    monkeypatch.setenv("LEGDAY_DATABASE", "postgresql://127.0.0.1:1/nobody")
    told = legday("import", EXAMPLES / "strong-log.csv", code=2).stderr
    assert len(told.splitlines()) == 1


@pytest.mark.usefixtures("home")
def test_a_full_disk_ends_with_one_sentence_and_keeps_what_was() -> None:
    legday("import", EXAMPLES / "strong-log.csv")
    limited = 'ulimit -f 64; exec "$0" -c "from legday.cli import main; main()" "$@"'
    command = ["bash", "-c", limited, sys.executable, "import", str(EXAMPLES / "strong-log.csv"), "--athlete", "Sam"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert len(as_json("import", "--list")) == 1
    assert as_json("import", "--list", "--athlete", "Sam") == []
