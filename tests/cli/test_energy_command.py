"""`legday energy`: tables of cases filled in, goals with their path, and one sentence where something is wrong."""

import csv
import io
import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.cli.main import main
from legday.documents import InputError
from legday.energy import adults, fill_cases, simulate

HEADINGS = "case,sex,age_y,height_m,weight_kg,pal,intake_change_kcal_d,day"
ROWS = "a,male,38,1.69,69.7,1.5,500,0\na,male,38,1.69,69.7,1.5,500,90\nb,female,27,1.66,79.1,1.5,-250,90\n"


def run(*arguments: object) -> Result:
    """Run the whole command, with the exit codes and sentences that `main` makes of errors."""

    @click.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
    @click.argument("given", nargs=-1, type=click.UNPROCESSED)
    def whole(given: tuple[str, ...]) -> None:
        main(list(given))

    return CliRunner().invoke(whole, [str(each) for each in arguments])


def fill(folder: Path, text: str) -> Result:
    file = folder / "cases.csv"
    file.write_text(text, encoding="utf-8")
    return run("energy", "simulate", "--csv", file)


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_table_is_filled_in_row_by_row(tmp_path: Path) -> None:
    done = fill(tmp_path, f"{HEADINGS}\n{ROWS}")
    assert done.exit_code == 0, done.output
    rows = table(done.stdout)
    assert [(row["case"], row["day"]) for row in rows] == [("a", "0"), ("a", "90"), ("b", "90")]
    one = adults(False, 27, 1.66, 79.1, 1.5)
    state = simulate(one, one.intake - 250, [90]).state
    assert float(rows[2]["weight_kg_model"]) == pytest.approx(state.mass.item(), abs=6e-4)
    assert float(rows[2]["fat_kg_model"]) == pytest.approx(state.fat.item(), abs=6e-4)
    assert rows[0]["weight_kg_model"] == "69.7"
    assert float(rows[1]["baseline_intake_kcal_d"]) == pytest.approx(2355.9, abs=0.1)


def test_what_was_filled_in_can_be_read_again_and_stays(tmp_path: Path) -> None:
    once = fill(tmp_path, f"{HEADINGS},note\n" + ROWS.replace("\n", ",x\n")).stdout
    again = fill(tmp_path, once).stdout
    assert list(table(once)[0]) == list(table(again)[0])
    assert table(again)[0]["note"] == "x"
    for before, after in zip(table(once), table(again), strict=True):
        assert float(before["weight_kg_model"]) == pytest.approx(float(after["weight_kg_model"]), abs=0.002)


def test_known_fat_and_intake_are_taken_and_the_file_is_written(tmp_path: Path) -> None:
    file, out = tmp_path / "in.csv", tmp_path / "out.csv"
    file.write_text(
        f"\ufeff{HEADINGS},baseline_fat_kg,baseline_intake_kcal_d\r\n1,F,27,1.66,79.1,1.5,250,365,20,\r\n", "utf-8"
    )
    assert run("energy", "simulate", "--csv", file, "--out", out).exit_code == 0
    (row,) = table(out.read_text("utf-8"))
    one = adults(False, 27, 1.66, 79.1, 1.5, fat=20)
    assert row["baseline_fat_kg"] == "20"
    mass = simulate(one, one.intake + 250, [365]).state.mass.item()
    assert float(row["weight_kg_model"]) == pytest.approx(mass, abs=6e-4)


def test_without_days_each_case_is_told_over_three_years(tmp_path: Path) -> None:
    done = fill(tmp_path, HEADINGS.removesuffix(",day") + "\n1,male,38,1.69,69.7,1.5,500\n")
    assert [row["day"] for row in table(done.stdout)] == ["0", "30", "90", "180", "365", "730", "1094"]


GOOD = "1,male,38,1.69,69.7,1.5,500,30"


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("", "", "empty"),
        (f"{HEADINGS}\n", ":1", "no case"),
        (f"{HEADINGS.replace('weight_kg', 'weight_lb')}\n{GOOD}\n", ":1:9", "column weight_kg is missing"),
        (f"{HEADINGS.replace(',', ';')}\n", ":1:2", "column case is missing"),
        (f"{HEADINGS},day\n{GOOD},3\n", ":1:9", "twice"),
        (f"{HEADINGS}\n{GOOD}\n{GOOD.replace('69.7', '-69.7')}\n", ":3:5", "between 25 and 350, not -69.7"),
        (f"{HEADINGS}\n{GOOD.replace('1.69', '169')}\n", ":2:4", "between 1.2 and 2.5, not 169"),
        (f"{HEADINGS}\n{GOOD.replace('38', 'old')}\n", ":2:3", "expected a number such as 82.5, found 'old'"),
        (f"{HEADINGS}\n{GOOD.replace('69.7', 'nan')}\n", ":2:5", "found 'nan'"),
        (f"{HEADINGS}\n{GOOD.replace('69.7', '')}\n", ":2:5", "missing"),
        (f"{HEADINGS}\n{GOOD.replace('male', 'man')}\n", ":2:2", "male or female"),
        (f"{HEADINGS}\n{GOOD.replace('500', '-2400')}\n", ":2:7", "not between 0 and 10000"),
        (f"{HEADINGS}\n{GOOD.replace('500,30', '-2300,900')}\n", ":2:7", "nobody lives on so little"),
        (f"{HEADINGS}\n{GOOD.replace(',30', ',-30')}\n", ":2:8", "a whole number from 0"),
        (f"{HEADINGS}\n{GOOD.replace(',30', ',2.5')}\n", ":2:8", "a whole number from 0"),
        (f"{HEADINGS}\n{GOOD},9\n", ":2:9", "9 cells"),
        (f"{HEADINGS}\n1,male,38\n", ":2:4", "3 cells"),
        (f"{HEADINGS}\n{GOOD}\n{GOOD.replace('69.7', '70')}\n", ":3:5", "case 1 has 69.7 here on line 2"),
        (f"{HEADINGS}\n{GOOD.replace('69.7', '40')}\n", ":2:5", "too little fat"),
        (f'{HEADINGS}\n"1,male\n', ":2", "no CSV"),
    ],
)
def test_what_is_wrong_is_told_in_one_sentence_with_its_place(
    tmp_path: Path, text: str, place: str, words: str
) -> None:
    done = fill(tmp_path, text)
    assert done.exit_code == 2
    assert done.stdout == ""
    (sentence,) = done.stderr.splitlines()
    assert f"cases.csv{place}: " in sentence
    assert words in sentence


def test_a_file_that_is_no_table_is_refused(tmp_path: Path) -> None:
    (tmp_path / "picture.csv").write_bytes(b"\xff\xd8\xff\xe0\x00")
    for file in (tmp_path / "picture.csv", tmp_path / "nothing.csv", tmp_path):
        done = run("energy", "simulate", "--csv", file)
        assert done.exit_code == 2
        assert len(done.stderr.splitlines()) == 1


ME = ("energy", "goal", "--sex", "female", "--age", 31, "--height", "168 cm", "--mass", "74 kg", "--from", "2026-11-21")


def test_a_goal_is_told_with_its_intake_limits_and_path() -> None:
    done = run(*ME, "--to", "68 kg", "--by", "2027-05-01", "--training", 700)
    assert done.exit_code == 0, done.output
    found = json.loads(run(*ME, "--to", "68 kg", "--by", "2027-05-01", "--training", 700, "--json").stdout)
    assert f"{round(found['intake'], -1):,.0f} kcal a day" in done.stdout
    assert "2027-05-01    68.0" in done.stdout
    assert all(limit["sentence"] in done.stdout for limit in found["limits"])
    assert found["path"][-1]["mass"] == pytest.approx(68, abs=0.01)


def test_heights_are_read_as_people_write_them() -> None:
    def intake(height: str) -> float:
        arguments = [*ME[:7], height, *ME[8:], "--to", "70 kg", "--by", "2027-05-01", "--json"]
        return float(json.loads(run(*arguments).stdout)["intake"])

    assert intake("168") == intake("1.68 m") == intake("1,68") == intake("168 cm")
    assert intake("5 ft 6 in") == intake("5'6\"") == pytest.approx(intake("167.64 cm"))


def test_an_unsafe_goal_is_refused_with_the_nearest_that_is_safe() -> None:
    done = run(*ME, "--to", "60 kg", "--by", "2027-02-01")
    assert done.exit_code == 2
    assert done.stdout == ""
    found = run(*ME, "--to", "60 kg", "--by", "2027-02-01", "--json")
    assert found.exit_code == 2
    refusal = json.loads(found.stdout)
    assert all(reason in done.stderr for reason in refusal["reasons"])
    for nearest in refusal["nearest"]:
        assert nearest["mass"] in done.stderr
        assert run(*ME, "--to", nearest["mass"], "--by", nearest["by"]).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--to", "68", "--by", "2027-05-01"), "--to: expected a mass with its unit"),
        (("--to", "68 kg", "--by", "2026-11-20"), "--by: a goal takes between 7 days"),
        (("--to", "68 kg", "--by", "2027-05-01", "--height", "tall"), "--height: expected a height"),
        (("--to", "68 kg", "--by", "2027-05-01", "--age", "12"), "--age: this must be between 18 and 100"),
        (("--to", "68 kg", "--by", "2027-05-01", "--intake", "-5"), "--intake: -5 kcal a day can't hold this mass"),
    ],
)
def test_options_that_can_not_be_are_told_by_name(arguments: tuple[str, ...], words: str) -> None:
    done = run(*ME, *arguments)
    assert done.exit_code == 2
    (sentence,) = done.stderr.splitlines()
    assert sentence.startswith(words)


def test_a_profile_gives_sex_and_body_mass(tmp_path: Path) -> None:
    profile = Path(__file__).parents[2] / "examples" / "beginner-woman.yaml"
    goal = ("--age", 31, "--height", "168 cm", "--to", "70 kg", "--by", "2027-05-01", "--from", "2026-11-21", "--json")
    assert run("energy", "goal", "--profile", profile, *goal).stdout == run(*ME[:2], *ME[2:], *goal[4:]).stdout
    bare = tmp_path / "profile.yaml"
    bare.write_text("name: Ada\ndays:\n  monday: 60 min\n", encoding="utf-8")
    assert run("energy", "goal", "--profile", bare, *goal).stderr.startswith("--mass: ")
    assert run("energy", "goal", "--profile", bare, "--mass", "70 kg", *goal).stderr.startswith("--sex: ")


cells = st.sampled_from(
    ["", "1", "0", "-3", "1e3", "1e999", "nan", "male", "1,5", '"', "69.7", "é", "\x00", "9" * 400, " 2 "]
)


@settings(max_examples=150, deadline=None)
@given(place=st.integers(0, 7), cell=cells, repeat=st.booleans())
def test_any_cell_is_taken_or_refused_with_its_place(place: int, cell: str, repeat: bool) -> None:
    row = GOOD.split(",")
    row[place] = cell
    text = f"{HEADINGS}\n" + (f"{GOOD}\n" if repeat else "") + ",".join(row) + "\n"
    try:
        (*_, last) = table(fill_cases(text, "cases.csv"))
    except InputError as error:
        (problem,) = error.problems
        assert problem.line == 2 + repeat
        assert "\n" not in str(error)
    else:
        assert 25 < float(last["weight_kg_model"]) < 350


WHO = "name: Ada\nsex: female\nbirth_year: 1995\nheight: 168 cm\nbody_mass: 74 kg\ndays:\n  monday: 60 min\n"


@pytest.fixture
def ada(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A profile that says enough, and a store where nothing was ever kept."""
    monkeypatch.setenv("LEGDAY_HOME", str(tmp_path / "home"))
    file = tmp_path / "ada.yaml"
    file.write_text(WHO + "mass_goal: {to: 68 kg, by: 2027-05-01}\n", encoding="utf-8")
    return file


def test_a_profile_that_says_enough_needs_no_options(ada: Path) -> None:
    day = ("--from", "2026-11-21", "--json")
    told = run("energy", "goal", "--profile", ada, *day)
    assert told.exit_code == 0, told.output
    assert told.stdout == run(*ME[:-2], *day, "--to", "68 kg", "--by", "2027-05-01").stdout
    other = json.loads(run("energy", "goal", "--profile", ada, *day, "--to", "70 kg", "--age", 50).stdout)
    assert (other["target"], other["by"]) == ("70 kg", "2027-05-01")
    assert other["maintenance"] < json.loads(told.stdout)["maintenance"]


@pytest.mark.parametrize(("field", "option"), [("birth_year", "--age"), ("height", "--height"), ("mass_goal", "--to")])
def test_what_neither_profile_nor_options_say_is_asked_for(ada: Path, field: str, option: str) -> None:
    lines = ada.read_text("utf-8").splitlines(keepends=True)
    ada.write_text("".join(line for line in lines if not line.startswith(field)), encoding="utf-8")
    asked = run("energy", "goal", "--profile", ada)
    assert asked.exit_code == 2
    assert asked.stderr.startswith(f"{option}: ")
    assert len(asked.stderr.splitlines()) == 1


def test_the_target_of_a_day_is_told_with_what_the_goal_does(ada: Path) -> None:
    told = run("energy", "target", "--profile", ada, "--on", "2026-11-21", "--training", 700)
    assert told.exit_code == 0, told.output
    found = json.loads(
        run("energy", "target", "--profile", ada, "--on", "2026-11-21", "--training", 700, "--json").stdout
    )
    assert f"{round(found['intake'], -1):,.0f} kcal a day" in told.stdout
    assert found["sentence"] in told.stdout
    assert f"{found['protein'][0]} to {found['protein'][1]} g" in told.stdout
    assert "100 of them for training" in told.stdout
    unsafe = ada.with_name("unsafe.yaml")
    unsafe.write_text(WHO + "mass_goal: {to: 55 kg, by: 2027-01-01}\n", encoding="utf-8")
    refused = run("energy", "target", "--profile", unsafe, "--on", "2026-11-21")
    assert "55 kg by 1 January 2027 is not safe." in refused.stdout
    assert "Nearest safe goal" in refused.stdout


def test_a_profile_that_says_too_little_for_a_target_is_told_what_lacks(ada: Path) -> None:
    ada.write_text("name: Ada\ndays:\n  monday: 60 min\n", encoding="utf-8")
    asked = run("energy", "target", "--profile", ada)
    assert asked.exit_code == 2
    (sentence,) = asked.stderr.splitlines()
    assert "ada.yaml: sex: say female or male, your birth year" in sentence
