"""The reader of people's files: right values in, every mistake out with its place."""

import datetime as dt
import string
from pathlib import Path
from typing import Annotated, Literal

import jsonschema
import msgspec
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.documents import (
    FieldError,
    InputError,
    Node,
    Problem,
    decode,
    encode,
    json_schema,
    read,
    read_all,
    read_node,
)
from legday.units import Duration, Mass, Weekday


class Inner(msgspec.Struct, frozen=True):
    word: Literal["low", "high"]
    number: Annotated[int, msgspec.Meta(ge=1, le=9)] = 1


class Visit(msgspec.Struct, frozen=True):
    day: dt.date
    by: Inner | bool | tuple[Weekday, ...] = False
    at: bool | Annotated[int, msgspec.Meta(ge=0, description="a height")] = 0

    def __post_init__(self) -> None:
        if self.day.year < 2000:
            raise FieldError("day", "this is long ago")
        if self.by is True:
            raise ValueError("say on which days")


class Outer(msgspec.Struct, frozen=True):
    name: Annotated[str, msgspec.Meta(min_length=1)]
    mass: Mass | None = None
    days: dict[Weekday, Duration] = {}
    inner: tuple[Inner, ...] = ()
    flags: tuple[bool, ...] = ()
    share: float | None = None
    code: Annotated[str, msgspec.Meta(pattern="^[a-z]+$", max_length=5, description="a word")] = "x"
    few: Annotated[tuple[int, ...], msgspec.Meta(min_length=1, max_length=2)] = (1,)
    words: Annotated[dict[str, int], msgspec.Meta(min_length=1)] | None = None
    visits: dict[Weekday, Visit] = {}


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
code: abc
few: [3, -4]
words: {b: 2, c: 0}
visits:
  monday: {day: 2026-05-04, by: Monday}
  friday: {day: 2026-05-08, by: no}
  sunday: {day: 2026-05-10, by: {word: high}}
"""


def test_reads_every_kind_of_field() -> None:
    assert read(Outer, GOOD, "x.yaml") == Outer(
        name="Ada",
        mass=Mass("82.5", "kg"),
        days={Weekday.MONDAY: Duration(2700), Weekday.FRIDAY: Duration(5400)},
        inner=(Inner("low"), Inner("high", 4)),
        flags=(True,),
        share=0.25,
        code="abc",
        few=(3, -4),
        words={"b": 2, "c": 0},
        visits={
            Weekday.MONDAY: Visit(dt.date(2026, 5, 4), (Weekday.MONDAY,)),
            Weekday.FRIDAY: Visit(dt.date(2026, 5, 8)),
            Weekday.SUNDAY: Visit(dt.date(2026, 5, 10), Inner("high")),
        },
    )


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_a_field_with_nothing_in_it_is_as_usual(nothing: str) -> None:
    fields = ("mass", "days", "inner", "share", "code", "few", "words")
    text = "name: Ada\n" + "".join(f"{field}: {nothing}\n" for field in fields)
    assert read(Outer, text, "x.yaml") == Outer(name="Ada")
    assert read(Outer, f"name: '{nothing or 'x'}'", "x.yaml").name == (nothing or "x")


@pytest.mark.parametrize(("text", "flag"), [(word, True) for word in ("true", "YES", "On")] + [("No", False)])
def test_yes_and_no_as_people_write_them(text: str, flag: bool) -> None:
    assert read(Outer, f"name: Ada\nflags: {text}", "x.yaml").flags == (flag,)


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
    ("name: Ada\ncode: ABC", 2, 7, "code", "'ABC' does not have the form ^[a-z]+$"),
    ("name: Ada\ncode: abcdef", 2, 7, "code", "longer than 5 characters"),
    ("name: Ada\nfew: []", 2, 6, "few", "expected at least 1 of these, found 0"),
    ("name: Ada\nfew: [1, 2, 3]", 2, 6, "few", "expected at most 2 of these, found 3"),
    ("name: Ada\nfew: [1, 2.5]", 2, 10, "few[2]", "expected a whole number, found '2.5'"),
    ("name: Ada\nfew: [1, [2]]", 2, 10, "few[2]", "expected a whole number, found a list"),
    ("name: Ada\nwords: {}", 2, 8, "words", "expected at least 1 of these, found 0"),
    ("name: Ada\nwords: [1]", 2, 8, "words", "expected keys with values, found a list"),
    ("name: Ada\ndays: {monday: 1 h, Monday: 2 h}", 2, 21, "days.Monday", "stands here twice"),
    ("name: Ada\ndays: {monday: {a: b}}", 2, 16, "days.monday", "expected a duration such as"),
    ("name: Ada\ndays: {[a]: 1 h}", 2, 8, "", "a key must be plain text"),
    ("name: Ada\ninner: [{word: [low]}]", 2, 16, "inner[1].word", "one of high, low, found a list"),
    ("name: [Ada]", 1, 7, "name", "expected text, found a list"),
    (
        "name: Ada\nvisits: {monday: {day: 2026-05-04, at: high}}", 2, 40, "visits.monday.at",
        "expected yes or no or a whole number, found 'high'",
    ),
    (
        "name: Ada\nvisits: {monday: {day: 2026-05-04, by: [[x]]}}", 2, 41, "visits.monday.by[1]",
        "expected one of monday, tuesday, wednesday, thursday, friday, saturday, sunday, found a list",
    ),
    ("name: Ada\ninner: [{word: }]", 2, 16, "inner[1].word", "choose from high, low"),
    ("name: Ada\ninner: [~]", 2, 9, "inner[1]", "expected fields such as word, number, found nothing"),
    (f"name: Ada\nmass: {'8' * 50}", 2, 7, "mass", f"found '{'8' * 40}'"),
    (f"name: Ada\nshare: {'w' * 50}", 2, 8, "share", f"found '{'w' * 40}'…"),
    ("name: Ada\nvisits: {monday: {day: 4 May}}", 2, 24, "visits.monday.day", "a date such as 2026-05-04, found"),
    ("name: Ada\nvisits: {monday: {day: [4]}}", 2, 24, "visits.monday.day", "a date such as 2026-05-04, found a"),
    ("name: Ada\nvisits: {monday: {day: 1999-05-04}}", 2, 24, "visits.monday.day", "long ago"),
    ("name: Ada\nvisits: {monday: {day: 2026-05-04, by: on}}", 2, 18, "visits.monday", "say on which days"),
    ("name: Ada\nvisits: {monday: {by: no}}", 2, 18, "visits.monday", "day must be given here"),
    (
        "name: Ada\nvisits: {monday: {day: 2026-05-04, by: often}}", 2, 40, "visits.monday.by",
        "expected fields or yes or no or a list, found 'often'",
    ),
    (
        "name: Ada\nvisits: {monday: {day: 2026-05-04, by: [mondey]}}", 2, 41, "visits.monday.by[1]",
        "did you mean monday?",
    ),
    (
        "name: Ada\nvisits: {monday: {day: 2026-05-04, by: {word: lo}}}", 2, 47, "visits.monday.by.word",
        "did you mean low?",
    ),
    ("name: Ada\ninner: " + "[" * 45 + "]" * 45, 2, 48, "", "nested more than 40 deep"),
]  # fmt: skip


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


def test_many_choices_are_not_all_listed() -> None:
    class File(msgspec.Struct, frozen=True):
        letter: Literal[tuple(string.ascii_lowercase)]  # type: ignore[valid-type]

    with pytest.raises(InputError, match=r"choose from a, b, .*, k, l, …$"):
        read(File, "letter: '?'", "x.yaml")


def test_a_mistake_without_a_place_says_the_field_or_only_what_is_wrong() -> None:
    assert str(Problem("", None, None, "", "no")) == "no"
    assert str(InputError.at("", "no", field="method")) == "method: no"
    assert str(InputError.at("a.csv", "no", line=3)) == "a.csv:3: no"


def test_all_files_are_read_or_all_their_mistakes_told(tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.yaml" for number in range(4)]
    for file, text in zip(files, ("word: low", "word: lo", "word: high", "word: [hi]\nnumber: 0"), strict=True):
        file.write_text(text, encoding="utf-8")
    assert read_all(Inner, (files[0], files[2])) == [Inner("low"), Inner("high")]
    assert read_all(Inner, ()) == []
    with pytest.raises(InputError) as caught:
        read_all(Inner, files)
    assert [(problem.source, problem.line) for problem in caught.value.problems] == [
        (str(files[1]), 1), (str(files[3]), 1), (str(files[3]), 2),
    ]  # fmt: skip


def test_what_has_no_text_has_no_json() -> None:
    with pytest.raises(NotImplementedError, match="object has no JSON form"):
        encode(object())
    with pytest.raises(NotImplementedError, match="complex"):
        decode("1", complex)
    with pytest.raises(TypeError, match="complex"):
        json_schema(complex)
    with pytest.raises(msgspec.ValidationError, match=r"expected a mass with its unit .*, found 80$"):
        decode("80", Mass)


def test_json_is_indented_when_asked() -> None:
    assert encode(Inner("low"), indent=2).decode() == '{\n  "word": "low",\n  "number": 1\n}'


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


@settings(deadline=None)
@given(_yaml_values)
def test_nodes_agree_with_pyyaml(value: object) -> None:
    """The tree holds what PyYAML's own loader reads from the same text."""

    def plain(node: Node) -> object:
        if node.kind == "text":
            return node.text
        if node.kind == "list":
            return [plain(element) for element in node.elements()]
        return {key.text: plain(inner) for key, inner in node.items()}

    text = yaml.safe_dump(value, default_style='"')
    assert plain(read_node(text, "x")) == yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - reads text only


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_read_or_refused_with_a_sentence(text: str) -> None:
    try:
        read(Outer, text, "x.yaml")
    except InputError as error:
        assert all(problem.message for problem in error.problems)
