"""The exercise files: each is sound in itself, and together they serve every place and part."""

from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
import yaml

import legday.catalogue
from legday.anatomy import MUSCLES, Joint, Part
from legday.catalogue import Equipment, Exercise, Variant, load_catalogue, missing_equipment
from legday.documents import InputError, json_schema, read

FOLDER = Path(legday.catalogue.__file__).parent / "exercises"
FILES = sorted(FOLDER.glob("*.yaml"))
EXERCISES = load_catalogue().exercises
DIMENSIONS = [name for name in Variant.__struct_fields__ if name not in ("id", "name", "how", "names", "emphasis")]

HOME = {Equipment.CHAIR, Equipment.WALL, Equipment.STEP}
DUMBBELLS_AT_HOME = HOME | {Equipment.DUMBBELLS}
GYM = set(Equipment)

every_exercise = pytest.mark.parametrize("exercise", EXERCISES.values(), ids=lambda exercise: exercise.id)


class _TextLoader(yaml.SafeLoader):
    """A reader apart from ours, in which only whole numbers, yes and no are more than text."""


_TextLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.endswith((":int", ":bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


# --- the files ---


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_is_valid_by_the_published_schema(file: Path) -> None:
    document = yaml.load(file.read_text(encoding="utf-8"), Loader=_TextLoader)  # noqa: S506 a SafeLoader
    jsonschema.Draft202012Validator(json_schema(Exercise)).validate(document)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_is_named_after_its_exercise(file: Path) -> None:
    assert EXERCISES[file.stem].id == file.stem


def test_the_schema_refuses_what_the_reader_refuses() -> None:
    text = FILES[0].read_text(encoding="utf-8").replace("kind: ", "kind: quantum-")
    with pytest.raises(InputError, match="kind"):
        read(Exercise, text, "x.yaml")
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(json_schema(Exercise)).validate(yaml.load(text, Loader=_TextLoader))  # noqa: S506


def test_there_are_enough_exercises_and_names() -> None:
    assert len(EXERCISES) >= 120
    names = [name for exercise in EXERCISES.values() for name in exercise.names]
    names += [name for exercise in EXERCISES.values() for v in exercise.variants for name in v.names]
    assert len(names) >= 400


def test_an_unknown_exercise_is_refused_with_its_near_misses() -> None:
    with pytest.raises(KeyError, match="lying-leg-curl"):
        load_catalogue().find("lyng-leg-curl")
    with pytest.raises(KeyError, match="'zzz'"):
        load_catalogue().find("zzz")
    assert load_catalogue().find("squat").name == "Barbell back squat"


# --- one exercise ---


@every_exercise
def test_its_words_are_few_and_clear(exercise: Exercise) -> None:
    assert 2 <= len(exercise.cues) <= 5
    sentences = [*exercise.cues, *(variant.how for variant in exercise.variants)]
    sentences += [contraindication.why for contraindication in exercise.contraindications]
    for sentence in sentences:
        assert sentence.endswith(".")
        assert sentence[0].isupper()
    assert len(set(exercise.cues)) == len(exercise.cues)


@every_exercise
def test_its_variants_have_ids_of_their_own_and_differ_in_a_dimension(exercise: Exercise) -> None:
    ids = [variant.id for variant in exercise.variants]
    assert len(set(ids)) == len(ids)
    assert ids[0] == "usual"
    told = [tuple(getattr(variant, name) for name in DIMENSIONS) for variant in exercise.variants]
    assert len(set(told)) == len(told)
    assert len({variant.name for variant in exercise.variants}) == len(ids)


@every_exercise
def test_its_variants_shift_work_only_to_parts_it_trains(exercise: Exercise) -> None:
    for variant in exercise.variants:
        if variant.emphasis:
            assert variant.emphasis in exercise.parts + exercise.assisted_parts


@every_exercise
def test_its_muscles_cross_the_joints_it_moves_or_loads(exercise: Exercise) -> None:
    prime, assist = exercise.muscles.prime, exercise.muscles.assist
    assert set(prime).isdisjoint(assist)
    touched = {*exercise.moves, *exercise.loads}
    if touched:  # rolling neither moves nor loads a joint
        for muscle in prime:
            assert touched.intersection(MUSCLES[muscle].joints), f"{muscle} crosses none of {touched}"
    crossed = {joint for muscle in prime + assist for joint in MUSCLES[muscle].joints}
    unworked = set(exercise.moves) - crossed
    assert unworked <= ({Joint.ANKLE} if exercise.pattern in ("squat", "lunge", "hinge", "knee-extension") else set())
    high = {joint for joint, stress in exercise.loads.items() if stress == "high"}
    assert high <= crossed


@every_exercise
def test_it_moves_joints_unless_it_is_a_hold_or_a_stretch(exercise: Exercise) -> None:
    if exercise.kind == "hold":
        assert not exercise.moves
    elif exercise.kind != "mobility":
        assert exercise.moves
        assert set(exercise.moves) <= {*exercise.loads, Joint.HIP, Joint.KNEE, Joint.ANKLE}


@every_exercise
def test_a_highly_loaded_joint_has_its_warning(exercise: Exercise) -> None:
    warned = {contraindication.pain for contraindication in exercise.contraindications}
    assert {joint for joint, stress in exercise.loads.items() if stress == "high"} <= warned
    assert warned <= set(exercise.loads)
    assert len(warned) == len(exercise.contraindications)


@every_exercise
def test_the_logged_mass_is_of_something_it_uses(exercise: Exercise) -> None:
    used = {str(item) for item in exercise.equipment + exercise.optional}
    machines = {item for item in used if item.endswith("-machine")}
    implements = {
        "barbell": {"barbell", "trap-bar", "safety-bar", "smith-machine"},
        "dumbbell": {"dumbbells", "kettlebell"},
        "dumbbells": {"dumbbells"},
        "kettlebell": {"kettlebell"},
        "stack": {"cable"} | machines,
        "plates": {"sled"} | machines,
        "band": {"band", "mini-band"},
    }
    if exercise.load in implements:
        assert used & implements[exercise.load]
    assert set(exercise.equipment).isdisjoint(exercise.optional)


@every_exercise
def test_a_bar_that_can_pin_the_athlete_does_not_fail_safely(exercise: Exercise) -> None:
    held_by_pins = {"pin-squat", "rack-pull"}
    pins = Equipment.RACK in exercise.equipment and exercise.pattern in ("squat", "lunge", "hinge")
    assert exercise.fails_safely is (not pins or exercise.id in held_by_pins)


@every_exercise
def test_one_sided_variants_say_so(exercise: Exercise) -> None:
    for variant in exercise.variants:
        if "single-leg" in variant.id:
            assert variant.sides == "each"


# --- all together ---


def _trains(part: Part, owned: set[Equipment], level: str = "advanced") -> list[str]:
    levels = ("beginner", "intermediate", "advanced")
    return [
        exercise.id
        for exercise in EXERCISES.values()
        if exercise.kind in ("strength", "hold")
        and part in exercise.parts
        and not missing_equipment(exercise, owned)
        and levels.index(exercise.level) <= levels.index(level)
    ]


@pytest.mark.parametrize(
    ("part", "nothing", "home", "dumbbells", "gym"),
    [
        (Part.GLUTES, 15, 20, 30, 70),
        (Part.QUADS, 8, 12, 20, 50),
        (Part.HAMS, 3, 4, 8, 25),
        (Part.CALVES, 1, 3, 5, 15),
    ],
)
def test_every_part_can_be_trained_anywhere(part: Part, nothing: int, home: int, dumbbells: int, gym: int) -> None:
    for owned, least in ((set(), nothing), (HOME, home), (DUMBBELLS_AT_HOME, dumbbells), (GYM, gym)):
        assert len(_trains(part, owned)) >= least
    assert _trains(part, set(), "beginner")


@pytest.mark.parametrize("part", Part)
def test_every_part_can_be_trained_with_a_painful_knee(part: Part) -> None:
    mild = [
        identifier
        for identifier in _trains(part, GYM)
        if EXERCISES[identifier].loads.get(Joint.KNEE, "low") == "low"
        and all(warning.pain != Joint.KNEE for warning in EXERCISES[identifier].contraindications)
    ]
    assert mild


@pytest.mark.parametrize("muscle", MUSCLES)
def test_every_muscle_leads_an_exercise(muscle: str) -> None:
    assert any(muscle in exercise.muscles.prime for exercise in EXERCISES.values())


def test_all_equipment_that_exercises_name_is_in_use_somewhere() -> None:
    used = {item for exercise in EXERCISES.values() for item in exercise.equipment + exercise.optional}
    beside_exercises = {Equipment.TREADMILL, Equipment.ROWER}
    assert set(Equipment) - used == beside_exercises


@pytest.mark.parametrize(
    ("identifier", "owned", "missing"),
    [
        ("squat", {Equipment.BARBELL}, (Equipment.RACK,)),
        ("bulgarian-split-squat", {Equipment.BENCH}, ()),
        ("bulgarian-split-squat", {Equipment.RACK}, (Equipment.CHAIR,)),
        ("bodyweight-squat", set(), ()),
        ("heel-raised-squat", {Equipment.BARBELL}, ()),
        ("box-jump", {Equipment.CHAIR}, (Equipment.BOX,)),
    ],
)
def test_what_a_place_lacks(identifier: str, owned: set[Equipment], missing: tuple[Equipment, ...]) -> None:
    assert missing_equipment(EXERCISES[identifier], owned) == missing


@every_exercise
def test_owning_everything_lacks_nothing_and_owning_more_never_lacks_more(exercise: Exercise) -> None:
    assert missing_equipment(exercise, GYM) == ()
    assert missing_equipment(exercise, set()) == exercise.equipment
    for item in exercise.equipment:
        assert set(missing_equipment(exercise, {item})) <= set(exercise.equipment) - {item}


# --- the rows of the methods ---


ROWS = {
    "M1": "seated-leg-curl seated-calf-raise standing-calf-raise barbell-calf-raise",
    "M2": "leg-extension seated-leg-curl",
    "C1": "leg-swing bodyweight-squat quad-foam-roll calf-foam-roll",
    "C2": "heel-raised-squat barbell-heel-raised-squat alternating-lunge bulgarian-split-squat",
    "C3": "wall-sit wide-narrow-jump",
    "C5": "hamstring-bridge bodyweight-calf-raise single-leg-calf-raise",
    "C6": "quad-stretch hip-flexor-stretch calf-stretch quad-foam-roll calf-foam-roll light-walk yoga",
    "P5": "standing-calf-raise donkey-calf-raise seated-calf-raise",
    "P6": "lying-leg-curl dumbbell-romanian-deadlift seated-leg-curl standing-leg-curl",
    "P7": "exercise-bike leg-extension squat leg-press hack-squat walking-lunge hip-abduction",
}


@pytest.mark.parametrize("row", ROWS)
def test_the_exercises_of_a_row_exist(row: str) -> None:
    for identifier in ROWS[row].split():
        assert EXERCISES[identifier].id == identifier


@pytest.mark.parametrize(
    ("row", "exercise", "variant", "dimensions"),
    [
        (
            "C2",
            "heel-raised-squat",
            "usual",
            {"heels": "raised", "grip": "front", "range_of_motion": "parallel"},
        ),
        ("C2", "alternating-lunge", "usual", {"lean": "upright", "sides": "alternating"}),
        ("C2", "bulgarian-split-squat", "usual", {"lean": "forward", "sides": "each"}),
        ("C3", "wall-sit", "usual", {"range_of_motion": "parallel"}),
        ("P6", "lying-leg-curl", "toes-pointed", {"ankle": "pointed", "emphasis": None}),
        ("P6", "lying-leg-curl", "ankle-flexed", {"ankle": "flexed"}),
        ("P6", "seated-leg-curl", "toes-pointed", {"ankle": "pointed", "emphasis": None}),
        ("P6", "standing-leg-curl", "alternating", {"sides": "alternating"}),
        ("P7", "leg-extension", "alternating", {"sides": "alternating"}),
        (
            "P10",
            "squat",
            "feet-forward",
            {"toes_out": 0, "emphasis": Part.QUADS, "range_of_motion": "parallel"},
        ),
        ("P10", "squat", "duck-stance", {"toes_out": 45, "emphasis": None}),
        ("P10", "leg-press", "foot-low", {"foot_height": "low", "emphasis": Part.QUADS}),
        ("P10", "leg-press", "foot-high", {"foot_height": "high", "emphasis": Part.GLUTES}),
        ("P10", "leg-press", "wide", {"foot_width": "wide", "emphasis": None}),
        ("P10", "leg-press", "narrow", {"foot_width": "narrow", "emphasis": None}),
        ("P10", "hack-squat", "foot-low", {"foot_height": "low", "emphasis": Part.QUADS}),
        (
            "P10",
            "walking-lunge",
            "long-stride",
            {"stride": "long", "lean": "upright", "emphasis": Part.GLUTES},
        ),
        (
            "P10",
            "walking-lunge",
            "short-stride",
            {"stride": "short", "lean": "forward", "emphasis": Part.QUADS},
        ),
    ],
)
def test_the_variants_of_a_row_are_told_by_their_dimensions(
    row: str, exercise: str, variant: str, dimensions: dict[str, object]
) -> None:
    found = EXERCISES[exercise].variant(variant)
    assert {name: getattr(found, name) for name in dimensions} == dimensions, row


def test_what_is_not_settled_is_said_and_claims_no_emphasis() -> None:
    open_questions: list[Callable[[Exercise, Variant], bool]] = [
        lambda _, variant: variant.foot_width in ("narrow", "wide"),
        lambda exercise, variant: (
            exercise.pattern == "plantar-flexion" and variant.toes_out is not None and abs(variant.toes_out) >= 20
        ),
        lambda exercise, variant: variant.ankle == "pointed" and exercise.pattern == "knee-flexion",
    ]
    asked = [
        (exercise, variant)
        for exercise in EXERCISES.values()
        for variant in exercise.variants
        if any(question(exercise, variant) for question in open_questions)
    ]
    assert len(asked) >= 15
    for exercise, variant in asked:
        assert variant.emphasis is None, f"{exercise.id}/{variant.id}"
        assert any(word in variant.how for word in ("not settled", "the opposite", "less calf")), variant.how


@pytest.mark.parametrize("muscle", ["gluteus-maximus", "gluteus-medius", "adductors", "deep-hip-rotators", "trunk"])
def test_the_foundation_has_easy_work_for_every_muscle_it_names(muscle: str) -> None:
    easy = [
        exercise.id
        for exercise in EXERCISES.values()
        if muscle in exercise.muscles.prime
        and exercise.kind in ("strength", "hold")
        and exercise.level == "beginner"
        and set(exercise.loads.values()) <= {"low", "medium"}
        and not missing_equipment(exercise, HOME | {Equipment.BAND, Equipment.MINI_BAND})
    ]
    assert len(easy) >= 2


@pytest.mark.parametrize("part", Part)
@pytest.mark.parametrize("pattern", ["stretch", "roll"])
def test_every_part_has_a_stretch_and_a_roll(part: Part, pattern: str) -> None:
    assert any(exercise.pattern == pattern and part in exercise.parts for exercise in EXERCISES.values())


def test_an_exercise_has_no_variant_it_lacks() -> None:
    assert EXERCISES["squat"].variant("full").range_of_motion == "full"
    with pytest.raises(KeyError, match="Barbell back squat has no variant 'sideways'"):
        EXERCISES["squat"].variant("sideways")
