"""The reader of people's files: right values in, every mistake out with its place."""

import string
from typing import Annotated, Literal

import jsonschema
import msgspec
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from legday.documents import InputError, decode, encode, json_schema, read, read_node
from legday.units import Duration, Mass, Weekday


class Inner(msgspec.Struct, frozen=True):
    word: Literal["low", "high"]
    number: Annotated[int, msgspec.Meta(ge=1, le=9)] = 1


class Outer(msgspec.Struct, frozen=True):
    name: Annotated[str, msgspec.Meta(min_length=1)]
    mass: Mass | None = None
    days: dict[Weekday, Duration] = {}
    inner: tuple[Inner, ...] = ()
    flags: tuple[bool, ...] = ()
    share: float | None = None


GOOD = """
name: Ada
mass: 82.5 kg
days: {monday: 45 min, friday: 1 h 30 min}
inner:
  - {word: low}
  - word: high
    number: 4
flags: yes
share: 0.25
"""


def test_reads_every_kind_of_field() -> None:
    assert read(Outer, GOOD, "x.yaml") == Outer(
        name="Ada",
        mass=Mass("82.5", "kg"),
        days={Weekday.MONDAY: Duration(2700), Weekday.FRIDAY: Duration(5400)},
        inner=(Inner("low"), Inner("high", 4)),
        flags=(True,),
        share=0.25,
    )


def test_json_round_trip_and_schema_agree() -> None:
    value = read(Outer, GOOD, "x.yaml")
    raw = encode(value)
    assert decode(raw, Outer) == value
    jsonschema.validate(msgspec.json.decode(raw), json_schema(Outer))


BAD = [
    ("name: Ada\nnam: Bob", 2, 1, "nam", "did you mean name?"),
    ("mass: 80 kg", 1, 1, "", "name must be given"),
    ("name: Ada\nmass: 80", 2, 7, "mass", "82.5 kg"),
    ("name: Ada\nmass: {a: 1}", 2, 7, "mass", "found a map"),
    ("name: Ada\ndays: {mon: 45 min}", 2, 8, "days.mon", "did you mean monday?"),
    ("name: Ada\ndays: {monday: soon}", 2, 16, "days.monday", "45 min"),
    ("name: Ada\ninner: [{word: lo}]", 2, 16, "inner[1].word", "did you mean low?"),
    ("name: Ada\ninner: [{word: low, number: 10}]", 2, 29, "inner[1].number", "the most is 9"),
    ("name: Ada\ninner: [{word: low, number: 0}]", 2, 29, "inner[1].number", "the least is 1"),
    ("name: Ada\nflags: [maybe]", 2, 9, "flags[1]", "yes or no"),
    ("name: Ada\nshare: .nan", 2, 8, "share", "expected a number"),
    ("name: ''", 1, 7, "name", "must not be empty"),
    ("name: Ada\nname: Bob", 2, 1, "name", "stands here twice"),
    ("- a\n- b", 1, 1, "", "expected fields such as name"),
    ("name: &x Ada", 1, 7, "", "anchor &x"),
    ("name: *x", 1, 7, "", "alias *x"),
    ("name: !!python/object:os.system x", 1, 7, "", "tag"),
    ("name: [1, 2", 2, 1, "", "not valid YAML"),
    ("name: 'Ada", 1, 11, "", "not valid YAML"),
    ("[a]: b", 1, 1, "", "plain text"),
]


@pytest.mark.parametrize(("text", "line", "column", "field", "words"), BAD)
def test_points_at_what_is_wrong(text: str, line: int, column: int, field: str, words: str) -> None:
    with pytest.raises(InputError) as caught:
        read(Outer, text, "x.yaml")
    (problem,) = caught.value.problems
    assert (problem.line, problem.column, problem.field) == (line, column, field)
    assert words in problem.message
    assert str(problem).startswith(f"x.yaml:{line}:{column}: ")


def test_reports_all_mistakes_at_once_in_order() -> None:
    text = "mass: heavy\nnam: x\ninner: [{word: lo, number: 99}]\nshare: much"
    with pytest.raises(InputError) as caught:
        read(Outer, text, "x.yaml")
    lines = [problem.line or 0 for problem in caught.value.problems]
    assert lines == sorted(lines)
    assert {problem.field for problem in caught.value.problems} == {
        "", "mass", "nam", "inner[1].word", "inner[1].number", "share",
    }  # fmt: skip


@pytest.mark.parametrize("text", ["", "# nothing", "a: 1\n---\nb: 2", "\x00", "a: \x07", "{" * 60, "a: " + "[" * 60])
def test_refuses_what_is_no_single_document(text: str) -> None:
    with pytest.raises(InputError):
        read(Outer, text, "x.yaml")


def test_refuses_what_is_too_long() -> None:
    with pytest.raises(InputError, match="at most"):
        read(Outer, "name: " + "x" * 1_000_001, "x.yaml")


_yaml_values = st.recursive(
    st.text(string.ascii_letters + " :#-'\"\n", max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(string.ascii_letters, min_size=1), inner),
    max_leaves=12,
)


@given(_yaml_values)
def test_nodes_agree_with_pyyaml(value: object) -> None:
    """The tree holds what PyYAML's own loader reads from the same text."""

    def plain(node: object) -> object:
        from legday.documents import Node

        assert isinstance(node, Node)
        if node.kind == "text":
            return node.text
        if node.kind == "list":
            return [plain(element) for element in node.elements()]
        return {key.text: plain(inner) for key, inner in node.items()}

    text = yaml.safe_dump(value, default_style='"')
    assert plain(read_node(text, "x")) == yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - reads text only


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused_with_a_sentence(text: str) -> None:
    try:
        read(Outer, text, "x.yaml")
    except InputError as error:
        assert all(problem.message for problem in error.problems)
