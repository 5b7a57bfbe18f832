"""Whatever people write into files and arguments is read, or refused with a sentence; nothing else happens."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legday.documents import InputError, encode, read
from legday.planner import Profile, read_plan
from legday.planner.wishes import Wish
from legday.programs import Program, load_methods, starter_text

ROOT = Path(__file__).parents[2]
PROFILES = [file.read_text() for file in sorted((ROOT / "examples").glob("*.yaml"))]
METHODS = Path(__file__).parents[2] / "src" / "legday" / "programs" / "methods"
PROGRAMS = [starter_text("mine"), *(file.read_text() for file in sorted(METHODS.glob("*.yaml")))]

WORDS = [
    *("~", "null", "[]", "{}", "&a", "*a", "!!python/name:os.system", "é", "🦵", "-1", "1e999", ".inf", ".nan", "0x10"),
    *("yes", "|", ">", "%TAG", "---", "...", "'", '"', "#", "squat", "monday"),
]
PHRASES = [
    "",
    "- -",
    "<<: *a",
    "\t",
    "\x00",
    "\u2028",
    "9" * 30,
    ": ",
    "4 x 8",
    "4 x 99999",
    "5000 x 8",
    "60 min",
    "0 min",
]
JUNK = st.sampled_from([*WORDS, *PHRASES, "99999 h", "70 kg", "-70 kg", "a" * 500])


@st.composite
def damaged(draw: st.DrawFn, texts: list[str]) -> str:
    """Take a good file and change a few of its lines or places."""
    text = draw(st.sampled_from(texts))
    for _ in range(draw(st.integers(1, 4))):
        lines = text.split("\n")
        at = draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        change = draw(st.sampled_from(["drop", "double", "value", "insert", "indent", "cut"]))
        if change == "drop":
            del lines[at]
        elif change == "double":
            lines.insert(at, line)
        elif change == "value":
            lines[at] = line.split(":")[0] + ": " + draw(JUNK)
        elif change == "insert":
            place = draw(st.integers(0, len(line)))
            lines[at] = line[:place] + draw(JUNK | st.text(max_size=5)) + line[place:]
        elif change == "indent":
            lines[at] = " " * draw(st.integers(0, 9)) + line.lstrip()
        else:
            lines[at:] = [line[: draw(st.integers(0, len(line)))]]
        text = "\n".join(lines)
    return text


def read_or_refused(kind: type, text: str) -> None:
    try:
        read(kind, text, "file.yaml")
    except InputError as error:
        assert error.problems
        for problem in error.problems:
            assert problem.message
            assert str(problem).startswith("file.yaml")


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(damaged(PROFILES))
def test_damaged_profiles(text: str) -> None:
    read_or_refused(Profile, text)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(damaged(PROGRAMS))
def test_damaged_programs(text: str) -> None:
    read_or_refused(Program, text)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60) | st.lists(JUNK, max_size=5).map(" ".join))
def test_any_wish(text: str) -> None:
    try:
        assert str(Wish.parse(text))
    except ValueError as error:
        assert str(error)


BOMBS = [
    "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\nname: A",
    "name: !!python/object/apply:os.system [echo]",
    "name: A\n<<: {days: {}}",
    "[" * 10_000,
    "{a: " * 5_000,
    "name: " + "x" * 2_000_000,
    "- " * 20_000 + "x",
    "? " * 3_000 + "x",
    "name: A\n" + "".join(f"k{n}: v\n" for n in range(60_000)),
]


@pytest.mark.parametrize("text", BOMBS, ids=range(len(BOMBS)))
def test_bombs_are_refused(text: str) -> None:
    for kind in (Profile, Program):
        with pytest.raises(InputError):
            read(kind, text, "file.yaml")


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=200)
    | st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=20,
    ).map(lambda value: json.dumps(value).encode())
)
def test_any_file_as_a_plan(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    file = tmp_path_factory.mktemp("plan") / "plan.json"
    file.write_bytes(data)
    with pytest.raises(InputError):
        read_plan(file)


def test_methods_travel_as_json() -> None:
    for method in load_methods().values():
        assert json.loads(encode(method))["id"] == method.id
