"""A program file that is wrong is refused with every mistake and its place; a right one renders for one level."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import legday.programs
from legday.catalogue import load_catalogue
from legday.documents import InputError, Spoken, read
from legday.programs import (
    ExerciseRef,
    Level,
    Program,
    load_methods,
    prepared,
    read_program,
    render,
    starter_text,
)

CIRCUIT = Path(legday.programs.__file__).parent / "methods" / "circuit.yaml"
TEXT = CIRCUIT.read_text(encoding="utf-8")


def broken(tmp_path: Path, *changes: tuple[str, str]) -> InputError:
    """Read the circuit with some of its text changed, and return what is said about it."""
    text = TEXT
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    file = tmp_path / "mine.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_program(file)
    assert all(problem.source == str(file) for problem in caught.value.problems)
    return caught.value


def line_of(text: str) -> int:
    return 1 + TEXT[: TEXT.index(text)].count("\n")


def test_an_id_that_stands_twice(tmp_path: Path) -> None:
    (problem,) = broken(tmp_path, ("id: roll-calves", "id: roll-quads")).problems
    assert "roll-quads" in problem.message
    assert problem.line is not None


@pytest.mark.parametrize(
    "placement",
    [
        {"last_part": "glutes"},
        {"days": {"glutes": [[1, 3]]}},
        {"needs_part": {"quads": "glutes"}},
        {"before_part": {"quads": ["glutes"]}},
        {"before_training": {"glutes": ["long-run"]}},
    ],
)
def test_the_placement_of_a_part_that_is_not_trained(placement: dict[str, object]) -> None:
    slot = {"id": "squat", "choose": ["squat"], "part": "quads", "sets": "3 x 8 rir 3"}
    program: dict[str, object] = {
        "id": "tiny",
        "name": "Tiny",
        "source": "Own.",
        "summary": "Squats.",
        "ranking": {"male": ["quads"], "female": ["quads"]},
        "routines": [{"id": "legs", "name": "Legs", "times": {"aim": 1, "most": 2}, "slots": [slot]}],
    }
    with pytest.raises(InputError, match="names glutes, which no routine trains"):
        read(Program, json.dumps(program | {"placement": placement}), "tiny.yaml")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("goblet-squat", "gobelt-squat", "no exercise 'gobelt-squat'"),
        ("choose: [wall-sit]", "choose: [wall-sit/upside-down]", "no variant 'upside-down'"),
    ],
)
def test_an_exercise_or_a_variant_that_does_not_exist(tmp_path: Path, before: str, after: str, said: str) -> None:
    (problem,) = broken(tmp_path, (before, after)).problems
    assert said in problem.message
    assert "choose" in problem.field
    assert problem.line == line_of(before)


def test_every_unknown_exercise_is_reported_at_once(tmp_path: Path) -> None:
    error = broken(tmp_path, ("goblet-squat", "gobelt-squat"), ("reverse-lunge", "lunge-in-reverse"))
    assert ["gobelt-squat" in str(error), "lunge-in-reverse" in str(error), len(error.problems)] == [True, True, 2]


def test_a_bad_set_line_points_at_its_character(tmp_path: Path) -> None:
    (problem,) = broken(tmp_path, ("sets: 2 x 30s", "sets: 2 x x 30s")).problems
    line = line_of("sets: 2 x 30s")
    assert (problem.line, problem.column) == (line, TEXT.splitlines()[line - 1].index("2 x 30s") + 1)
    assert "character 5" in problem.message
    assert problem.field.endswith(".sets")


@pytest.mark.parametrize(
    "ranking", ["[glutes, calves, hams]", "[glutes, calves, hams, hams]", "[glutes, calves, hams, quads, quads]"]
)
def test_a_ranking_names_every_part_once(tmp_path: Path, ranking: str) -> None:
    (problem,) = broken(tmp_path, ("female: [glutes, calves, hams, quads]", f"female: {ranking}")).problems
    assert "ranking for female" in problem.message
    assert "quads" in problem.message
    assert problem.line is not None


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("aim: 2, most: 3", "aim: 4, most: 3", "above the most"),
        ("part: hams\n        role: finish", "role: finish", "hamstring-finish needs a part"),
        ("role: warm-up", "role: warm-up\n        part: hams", "dynamic-warm-up needs a part exactly"),
        ("sets: 3 x hold 90s", "sets: 3 x hold 90s; 2 x 10", "wall-sit takes the sets of one exercise"),
        ("part: glutes", "part: bottom", "'bottom' is no value"),
        ("times: {aim: 2", "tines: {aim: 2", "did you mean times"),
        ("beginner: 3 x 12-15 rir 3", "novice: 3 x 12-15 rir 3", "novice"),
    ],
)
def test_other_mistakes_have_a_line_and_a_sentence(tmp_path: Path, before: str, after: str, said: str) -> None:
    error = broken(tmp_path, (before, after))
    assert said in str(error)
    assert all(problem.line and problem.column for problem in error.problems)


def test_a_file_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="can't be read"):
        read_program(tmp_path / "none.yaml")
    with pytest.raises(InputError, match="can't be read"):
        read_program(tmp_path)


@pytest.mark.parametrize("raw", [TEXT.encode("utf-16"), TEXT.replace("name:", "name: Übung", 1).encode("latin-1")])
def test_a_file_that_is_not_utf_8_is_said_in_a_sentence(tmp_path: Path, raw: bytes) -> None:
    file = tmp_path / "mine.yaml"
    file.write_bytes(raw)
    with pytest.raises(InputError, match="not UTF-8 text; save it as UTF-8"):
        read_program(file)


# --- the program to begin with ---


@settings(deadline=None, max_examples=30)
@given(st.text(max_size=80))
def test_a_program_of_any_name_begins_as_one_that_works(name: str) -> None:
    program = read(Program, starter_text(name), "mine.yaml")
    assert program.parts
    assert program.slots == read(Program, starter_text("mine"), "mine.yaml").slots
    for level in Level:
        assert render(prepared(program), level).slots


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("My Legs (2)", "my-legs-2"),
        ("5x5", "program-5x5"),
        ("", "program"),
        ("ноги", "program"),
        ("a" * 59 + " b", "a" * 59),
    ],
)
def test_a_program_is_called_after_its_file(name: str, identifier: str) -> None:
    assert read(Program, starter_text(name), "mine.yaml").id == identifier


# --- exercises as programs name them ---

EXERCISES = load_catalogue().exercises
NAMED = [f"{e.id}/{v.id}" for e in EXERCISES.values() for v in e.variants]


@settings(deadline=None)
@given(st.sampled_from([*EXERCISES, *NAMED]))
def test_every_exercise_and_variant_can_be_named(text: str) -> None:
    reference = ExerciseRef.parse(text)
    assert isinstance(reference, Spoken)
    assert str(reference) == text
    identifier, _, variant = text.partition("/")
    assert (reference.exercise.id, reference.variant.id) == (identifier, variant or "usual")
    assert reference.variant in reference.exercise.variants


def test_a_reference_is_a_value() -> None:
    squat = ExerciseRef.parse("squat/full")
    assert eval(repr(squat)) == squat  # noqa: S307
    assert len({squat, ExerciseRef("squat/full"), ExerciseRef("squat")}) == 2
    assert squat != "squat/full"
    with pytest.raises(AttributeError, match="can't be changed"):
        squat.text = "lunge"


def test_what_is_asked_for_is_accepted() -> None:
    _, named, variant = ExerciseRef.describe().split(" such as ")
    for text in (named.partition(",")[0], variant):
        assert ExerciseRef.parse(text).text == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Squat", "no exercise 'Squat' in the catalogue; did you mean squat?"),
        ("", "no exercise '' in the catalogue; see legday exercises"),
        ("q" * 99, f"no exercise '{'q' * 60}' in the catalogue; see legday exercises"),
        ("squat/", "Barbell back squat has no variant ''; choose from usual, "),
        ("squat/a/b", "Barbell back squat has no variant 'a/b'; choose from usual, "),
    ],
)
def test_a_reference_that_leads_nowhere_says_where_to_look(text: str, said: str) -> None:
    with pytest.raises(ValueError) as caught:
        ExerciseRef.parse(text)
    assert said in str(caught.value)


@pytest.mark.parametrize("program", load_methods().values(), ids=lambda program: program.id)
@pytest.mark.parametrize("level", Level)
def test_rendered_for_a_level_no_other_level_is_left(program: Program, level: Level) -> None:
    rendered = render(program, level)
    assert set(rendered.levels) == {level}
    for before, after in zip(program.slots, rendered.slots, strict=True):
        assert after.levels == {}
        assert {after.scheme(each) for each in Level} == {before.scheme(level)}
        assert (after.id, after.choose, after.part, after.role, after.note) == (
            before.id,
            before.choose,
            before.part,
            before.role,
            before.note,
        )
    assert render(rendered, level) == rendered
