"""`legday energy statement` in a terminal."""

import datetime as dt
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from legday.cli.main import legday
from legday.documents import InputError
from legday.log import Event, next_event_id
from legday.store import add_events, open_store

PROFILE = """\
name: Kim
days: {monday: 60 min}
sex: female
birth_year: 1992
height: 168 cm
body_mass: 140 lb
units: lb
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LEGDAY_HOME", str(tmp_path))
    (tmp_path / "kim.yaml").write_text(PROFILE)
    return tmp_path


def eat(home: Path, days: int) -> None:
    now, last, events = dt.datetime.now(dt.UTC), None, []
    for number in range(days, 0, -1):
        date = dt.date.today() - dt.timedelta(days=number)
        last = next_event_id(last, int(now.timestamp() * 1000), bytes(10))
        change = {"date": str(date), "energy": "1900 kcal", "name": "Stew"}
        events.append(Event(last, now, "phone", "food", f"f{number}", change))
    with open_store(home) as store:
        add_events(store, "Kim", events, now)


def test_a_statement_as_text_and_as_json(home: Path) -> None:
    eat(home, 5)
    arguments = ["energy", "statement", "--profile", str(home / "kim.yaml")]
    text = CliRunner().invoke(legday, arguments)
    assert text.exit_code == 0, text.output
    assert text.output.startswith("Energy statement of Kim, ")
    assert text.output.count("1,900") == 6  # five days, and the food by account
    assert "140.0 lb" in text.output
    assert text.output.endswith("Eaten less spent less the change of the stores: 0 J.\n")
    found = json.loads(CliRunner().invoke(legday, [*arguments, "--json"]).output)
    assert found["eaten"] == 5 * 1900 * 4184 == found["spent"] + found["closing"]["joules"] - found["opening"]["joules"]
    lines = CliRunner().invoke(legday, [*arguments, "--lines"]).output
    assert lines.count("1,900   Stew") == 5


def test_what_is_missing_is_said_in_one_sentence(home: Path) -> None:
    arguments = ["energy", "statement", "--profile", str(home / "kim.yaml")]
    nothing = CliRunner().invoke(legday, arguments)
    assert isinstance(nothing.exception, InputError)
    assert "log food or weigh" in str(nothing.exception)
    (home / "kim.yaml").write_text(PROFILE.replace("height: 168 cm\n", ""))
    missing = CliRunner().invoke(legday, arguments)
    assert isinstance(missing.exception, InputError)
    assert "say your height in your profile" in str(missing.exception)
