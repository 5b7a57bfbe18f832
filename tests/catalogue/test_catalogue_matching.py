"""Names from logs are matched to exercises, and never to a wrong one."""

import csv
import random
import string
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.catalogue import Match, known_names, load_catalogue, match, name_key

EXERCISES = load_catalogue().exercises
ALIASES = [(name, exercise.id, variant) for exercise in EXERCISES.values() for name, variant in known_names(exercise)]
LOGS = Path(__file__).parents[2].parent / "shared" / "logs"

# Names as apps and lifters write them, labelled by hand. Each must come to this exercise, to nothing else.
LEGS = {
    "squat": ["Squat (Barbell)", "Barbell Squat", "SQUATS", "Back squat", "Squat - Barbell", "bb squat"],
    "front-squat": ["Front Squat (Barbell)", "Barbell Front Squats", "front squat"],
    "goblet-squat": ["Goblet Squat (Kettlebell)", "KB Goblet Squat", "Dumbbell Goblet Squats"],
    "bodyweight-squat": ["Squat (Bodyweight)", "Air Squats", "Bodyweight Squats", "Body-weight squat"],
    "dumbbell-squat": ["Squat (Dumbbell)", "DB Squat", "Dumbell squats"],
    "smith-machine-squat": ["Squat (Smith Machine)", "Smith Machine Squat", "Smith squats"],
    "safety-bar-squat": ["Safety Squat Bar Squat", "Squat (SSB)", "SSB Squat"],
    "belt-squat": ["Belt Squat (Machine)", "belt squat"],
    "pendulum-squat": ["Pendulum Squat (Machine)"],
    "v-squat": ["V-Squat", "V Squat Machine"],
    "sumo-squat": ["Sumo Squat (Dumbbell)", "Sumo Squat (Kettlebell)", "Dumbbell Sumo Squat"],
    "pistol-squat": ["Pistol Squat", "Pistol Squats", "Assisted Pistol Squats"],
    "hack-squat": ["Hack Squat (Machine)", "Hack Squat", "Machine Hack Squat"],
    "barbell-hack-squat": ["Hack Squat (Barbell)", "Barbell Hack Squat"],
    "leg-press": ["Leg Press", "Leg Press (Machine)", "Sled 45° Leg Press", "Single Leg Press (Machine)"],
    "seated-leg-press": [
        "Seated Leg Press (Machine)", "Leg Press Horizontal (Machine)", "Seated Leg Press",
        "Lever Seated Leg Press",
    ],
    "leg-extension": [
        "Leg Extension (Machine)", "Leg Extensions", "Machine Leg Extension", "Single Leg Extensions",
        "Leg Extension, Leverage Machine", "Leg Extention",
    ],
    "seated-leg-curl": [
        "Seated Leg Curl (Machine)", "Machine Seated Leg Curl", "Seated Hamstring Curl",
        "Leg Curls (Sitting)",
    ],
    "lying-leg-curl": [
        "Lying Leg Curl (Machine)", "Lying Leg Curls", "Leg Curls (laying)", "Prone Leg Curl",
        "Lying Hamstring Curls",
    ],
    "standing-leg-curl": ["Standing Leg Curls", "Leg Curls (standing)", "Standing Leg Curl (Machine)"],
    "band-leg-curl": ["Lying Leg Curl (Band)", "Resistance Band Leg Curl"],
    "dumbbell-leg-curl": ["Lying Leg Curl (Dumbbell)", "Dumbbell Leg Curl"],
    "cable-leg-curl": ["Standing Leg Curl (Cable)", "Cable Leg Curl"],
    "swiss-ball-leg-curl": [
        "Stability Ball Hamstring Curl", "Exercise Ball Leg Curl", "Swiss Ball Leg Curls",
    ],
    "nordic-curl": ["Nordic Hamstrings Curls", "Nordic Curls", "Nordic Ham Curl"],
    "glute-ham-raise": ["Glute Ham Raise", "GHR", "Glute-Ham Raises"],
    "standing-calf-raise": [
        "Standing Calf Raise (Machine)", "Standing Calf Raises", "Machine Standing Calf Raise",
    ],
    "smith-machine-calf-raise": ["Standing Calf Raise (Smith Machine)", "Smith Machine Calf Raise"],
    "barbell-calf-raise": ["Standing Calf Raise (Barbell)", "Barbell Standing Calf Raise"],
    "dumbbell-calf-raise": ["Standing Calf Raise (Dumbbell)", "Dumbbell Calf Raises"],
    "bodyweight-calf-raise": ["Standing Calf Raise (Bodyweight)", "Bodyweight Calf Raise"],
    "single-leg-calf-raise": [
        "Single Leg Standing Calf Raise", "Single-Leg Calf Raises", "One-legged calf raise",
    ],
    "seated-calf-raise": [
        "Seated Calf Raise (Machine)", "Seated Calf Raise (Plate Loaded)", "Sitting Calf Raises",
    ],
    "dumbbell-seated-calf-raise": ["Seated Calf Raise (Dumbbell)", "Seated Dumbbell Calf Raise"],
    "leg-press-calf-raise": ["Calf Press on Leg Press", "Calf Press (Machine)", "Leg Press Calf Raise"],
    "seated-leg-press-calf-raise": ["Calf Press on Seated Leg Press", "Calf Press (Seated Leg Press)"],
    "donkey-calf-raise": ["Donkey Calf Raises", "Donkey calves"],
    "romanian-deadlift": ["Romanian Deadlift (Barbell)", "RDL", "Barbell RDL", "Romainian Deadlift"],
    "dumbbell-romanian-deadlift": ["Romanian Deadlift (Dumbbell)", "Dumbbell Romanian Deadlift", "DB RDLs"],
    "smith-machine-romanian-deadlift": ["Romanian Deadlift (Smith Machine)", "Smith RDL"],
    "single-leg-romanian-deadlift": ["Single Leg Romanian Deadlift (Dumbbell)", "SL RDL"],
    "barbell-single-leg-romanian-deadlift": ["Single Leg Romanian Deadlift (Barbell)"],
    "stiff-leg-deadlift": ["Stiff Leg Deadlift", "Stiff-Legged Deadlift (Barbell)", "Straight Leg Deadlift"],
    "dumbbell-stiff-leg-deadlift": ["Stiff Leg Deadlift (Dumbbell)", "Dumbbell Stiff-Legged Deadlift"],
    "deadlift": ["Deadlift (Barbell)", "Deadlifts", "Conventional Deadlift", "Dead lift"],
    "dumbbell-deadlift": ["Deadlift (Dumbbell)"],
    "sumo-deadlift": ["Sumo Deadlift (Barbell)", "Sumo Deadlift"],
    "trap-bar-deadlift": ["Deadlift (Trap bar)", "Hex Bar Deadlift", "Trap Bar Deadlift"],
    "good-morning": ["Good Morning (Barbell)", "Good Mornings"],
    "back-extension": ["Back Extension (Hyperextension)", "Hyperextensions", "Back Extension"],
    "hip-thrust": ["Hip Thrust (Barbell)", "Barbell Hip Thrusts", "BB Hip Thrust"],
    "dumbbell-hip-thrust": ["Hip Thrust (Dumbbell)"],
    "machine-hip-thrust": ["Hip Thrust (Machine)"],
    "smith-machine-hip-thrust": ["Hip Thrust (Smith Machine)"],
    "glute-bridge": ["Glute Bridge", "Glute Bridges"],
    "barbell-glute-bridge": ["Glute Bridge (Barbell)"],
    "single-leg-glute-bridge": ["Single Leg Bridge", "Single-Leg Glute Bridge"],
    "hip-abduction": ["Hip Abductor (Machine)", "Hip Abduction (Machine)", "Machine Hip Abductor"],
    "hip-adduction": ["Hip Adductor (Machine)", "Hip Adduction (Machine)", "Machine Hip Adductor"],
    "cable-hip-abduction": ["Hip Abduction (Cable)"],
    "cable-hip-adduction": ["Hip Adduction (Cable)"],
    "machine-glute-kickback": ["Glute Kickback (Machine)", "Rear Kick (Machine)"],
    "cable-glute-kickback": ["Standing Cable Glute Kickbacks", "Glute Kickback (Cable)"],
    "bulgarian-split-squat": [
        "Bulgarian Split Squat", "Bulgarian Split Squat (Dumbbell)", "BSS", "Bulgarien Split Squat",
    ],
    "barbell-bulgarian-split-squat": ["Bulgarian Split Squat (Barbell)"],
    "split-squat": ["Split Squat (Dumbbell)", "Split squats"],
    "alternating-lunge": ["Lunge (Dumbbell)", "Lunges", "Dumbbell Lunges", "Lunge (Bodyweight)"],
    "barbell-lunge": ["Lunge (Barbell)", "Barbell Lunges"],
    "walking-lunge": ["Walking Lunge (Dumbbell)", "Walking Lunges", "Dumbbell Walking Lunge"],
    "reverse-lunge": ["Reverse Lunge (Dumbbell)", "Backward Lunges"],
    "barbell-reverse-lunge": ["Reverse Lunge (Barbell)"],
    "lateral-lunge": ["Lateral Lunge", "Side Lunges"],
    "step-up": ["Step-up", "Dumbbell Step Ups", "Stepups"],
    "cable-pull-through": ["Cable Pull Through", "Cable Pull-Throughs"],
    "kettlebell-swing": ["Kettlebell Swings", "KB Swing"],
    "box-jump": ["Box Jump", "Box Jumps"],
    "squat-jump": ["Jump Squat", "Squat Jumps"],
    "side-lying-hip-abduction": ["Side-Lying Leg Raise"],
    "wall-sit": ["Wall Sit", "Wall Sits", "Wallsit"],
    "front-plank": ["Plank", "Forearm plank"],
    "exercise-bike": ["Cycling (Indoor)", "Stationary Bike"],
}  # fmt: skip

# Certainly no leg exercise, though many of these borrow the words of one.
OTHERS = [
    "Leg Raise", "Hanging Leg Raise", "Lying Leg Raise", "Hanging Knee Raise",
    "Knee Raise (Captain's Chair)", "Flat Leg Raise", "Decline Leg Raises", "Leg Raise Parallel Bars",
    "Hanging Straight Leg Raise", "Chest Press (Machine)", "Seated Chest Press", "Shoulder Press (Machine)",
    "Bench Press (Barbell)", "Incline Bench Press - Dumbbell", "Bench Press (Smith Machine)", "Wrist Curl",
    "Seated Palms Up Wrist Curl", "Bicep Curl (Machine)", "Preacher Curl (Dumbbell)", "Hammer Curl",
    "Concentration Curls", "Standing Dumbbell Curl", "Lying Bicep Curl", "Seated Incline Curl (Dumbbell)",
    "Reverse Curl (Cable)", "Curl", "Barbell Curl", "Triceps Extension (Machine)", "Lying Tricep Extension",
    "Seated Triceps Press", "Triceps Kickback", "Standing Row", "Seated Row (Machine)", "Lat Pulldown",
    "Face Pull", "Lateral Raise (Machine)", "Seated Lateral Raise", "Front Raise (Plate)",
    "Standing Military Press", "Pull Up", "Push Up (Knees)", "Reverse Fly (Machine)",
    "Shrug (Smith Machine)", "Squat Rack Shrug", "Upright Row", "Pec Deck", "Bench Dip", "Crunch (Machine)",
    "Bicycle Crunch Raised Legs", "Straight Leg Sit Up", "Flutter Kicks", "Scissor Kicks",
    "Back Extension (Machine)", "Russian Twist", "Reverse Plank", "Mountain Climber", "V Up", "Toes to Bar",
    "Elliptical Trainer", "Running (Treadmill)", "Rowing Machine", "Swimming", "Dumbbell Kickback",
    "Handstand Push Up",
]  # fmt: skip

# Of the legs, or perhaps so, but not one certain exercise: the athlete must say.
UNSURE = [
    "Leg Curl", "Leg Curl (Machine)", "Single Leg Curl", "Calf Raise", "Calf Extension (Machine)",
    "Hip Extension", "Single Leg Squat", "Squat (Machine)", "Leg Machine", "Legs", "Side Leg Raises",
    "Toe Raises", "Cable Kickback", "Squat to Shoulder Press", "Dumbbell Squat and Press", "Thigh Press",
    "Squat Row", "Leg Throw", "Lunge Twist", "Leg Day", "Kneeling Squat", "Glute Kickback", "Adductor",
    "Leg Press Bench Press", "Front Squat (Machine)", "Romanian Deadlift (Machine)", "Deadlift (Leg Press)",
    "Leg Extension (Barbell)", "Lying Leg Press", "Standing Leg Extension", "Seated Squat", "Claf Raise",
    "Complex A", "Standing Claf Raise", "", "???", "腿举", "Приседания",
]  # fmt: skip

labelled = [(name, identifier) for identifier, names in LEGS.items() for name in names]


def _mapped(name: str) -> str | None:
    return match(name, {}).exercise


@pytest.mark.parametrize(("name", "identifier"), labelled)
def test_a_leg_name_comes_to_its_exercise(name: str, identifier: str) -> None:
    found = match(name, {})
    assert found.exercise == identifier
    assert found.how in ("alias", "close")
    assert found.candidates == (identifier,)


@pytest.mark.parametrize("name", OTHERS)
def test_an_upper_body_name_comes_to_no_exercise(name: str) -> None:
    assert _mapped(name) is None
    assert match(name, {}).how in ("other", "unknown")


def test_most_upper_body_names_are_known_as_such() -> None:
    assert sum(match(name, {}).how == "other" for name in OTHERS) >= 0.95 * len(OTHERS)


@pytest.mark.parametrize("name", UNSURE)
def test_an_unsure_name_is_left_to_the_athlete(name: str) -> None:
    found = match(name, {})
    assert (found.exercise, found.how) == (None, "unknown")
    assert all(candidate in EXERCISES for candidate in found.candidates)


def test_the_labelled_list_is_long_enough() -> None:
    assert len(labelled) >= 150
    assert len({name for name, _ in labelled} | {*OTHERS, *UNSURE}) == len(labelled) + len(OTHERS) + len(UNSURE)


@pytest.mark.parametrize(
    ("name", "among"),
    [
        ("Leg Curl", {"lying-leg-curl", "seated-leg-curl", "standing-leg-curl"}),
        ("Calf Raise", {"standing-calf-raise", "seated-calf-raise"}),
        ("Single Leg Squat", {"pistol-squat", "single-leg-box-squat"}),
        ("Squat (Machine)", {"hack-squat", "v-squat"}),
        ("Side Leg Raises", {"side-lying-hip-abduction", "standing-hip-abduction"}),
    ],
)
def test_an_unsure_name_has_its_likely_candidates(name: str, among: set[str]) -> None:
    found = match(name, {})
    assert among <= set(found.candidates)
    assert found.score > 80


@pytest.mark.parametrize(
    ("name", "exercise", "variant"),
    [
        ("Single Leg Press (Machine)", "leg-press", "single-leg"),
        ("Seated Leg Press (Wide)", "seated-leg-press", "wide"),
        ("Single-leg leg extension", "leg-extension", "single-leg"),
        ("ATG squat", "squat", "full"),
        ("Lateral Box Jump", "box-jump", "sideways"),
        ("Squat (Barbell)", "squat", None),
    ],
)
def test_a_name_of_a_variant_comes_to_the_variant(name: str, exercise: str, variant: str | None) -> None:
    found = match(name, {})
    assert (found.exercise, found.variant) == (exercise, variant)


@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        ("Leg Press OLD", "leg-press"),
        ("Squat RPE8", "squat"),
        ("Walking Lunges (Each Side)", "walking-lunge"),
        ("Wall Sit 1:00", "wall-sit"),
        ("Barbel sqaut", "squat"),
        ("Legpress", "leg-press"),
        ("Bulgarian Splitsquat", "bulgarian-split-squat"),
        ("Seated calf raise (custom)", "seated-calf-raise"),
    ],
)
def test_slips_and_idle_words_are_forgiven(name: str, exercise: str) -> None:
    found = match(name, {})
    assert (found.exercise, found.how) == (exercise, "close")
    assert 50 < found.score < 100


# --- properties ---


def test_every_known_name_comes_to_its_exercise() -> None:
    for name, identifier, variant in ALIASES:
        assert match(name, {}) == Match(identifier, variant, "alias", 100.0, (identifier,)), name


def test_no_name_belongs_to_two_exercises() -> None:
    owners: dict[str, set[tuple[str, str | None]]] = {}
    for name, identifier, variant in ALIASES:
        owners.setdefault(name_key(name), set()).add((identifier, variant))
    assert {key: found for key, found in owners.items() if len(found) > 1} == {}


def test_no_name_is_given_twice_for_its_spelling() -> None:
    for exercise in EXERCISES.values():
        given_names = [*exercise.names, *(name for variant in exercise.variants for name in variant.names)]
        repeated = [key for key, count in Counter(map(name_key, given_names)).items() if count > 1]
        assert repeated == [], exercise.id


SOME_NAMES = [name for name, _ in labelled] + OTHERS + [name for name in UNSURE if name.isascii()]


@settings(deadline=None)
@given(st.sampled_from(SOME_NAMES), st.randoms(use_true_random=False))
def test_case_punctuation_and_word_order_change_nothing(name: str, chance: random.Random) -> None:
    words = ["".join(c if c.isalnum() or c in "'°" else " " for c in part) for part in name.split()]
    tokens = [token for word in words for token in word.split()]
    noisy = [
        "".join(chance.choice((letter.lower(), letter.upper())) for letter in token)
        + chance.choice((" ", "  ", "-", " - ", "_", ", ", " (", ") ", "/", ". "))
        for token in tokens
    ]
    expected = match(name, {})
    assert match(chance.choice(("", " ", "(", "* ")) + "".join(noisy), {}) == expected


@settings(deadline=None)
@given(st.permutations(["Calf", "Raise", "Standing", "(Smith", "Machine)"]))
def test_the_order_of_the_parts_of_a_name_changes_nothing(parts: list[str]) -> None:
    text = " ".join(parts)
    if "Smith Machine" in text.replace("(", "").replace(")", ""):
        assert _mapped(text) == "smith-machine-calf-raise"


IMPLEMENTS = {
    "barbell": {"barbell", "safety-bar"},
    "dumbbell": {"dumbbells"},
    "kettlebell": {"kettlebell", "dumbbells"},
    "cable": {"cable"},
    "smith": {"smith-machine"},
    "band": {"band", "mini-band"},
}


@settings(deadline=None)
@given(
    st.sampled_from(sorted({name for name, _, _ in ALIASES})),
    st.sampled_from(["Barbell", "Dumbbell", "Kettlebell", "Cable", "Smith Machine", "Band"]),
)
def test_an_implement_is_never_taken_for_another(name: str, implement: str) -> None:
    found = _mapped(f"{name} ({implement})")
    if found:
        words = name_key(f"{name} ({implement})").split()
        used = {str(item) for item in EXERCISES[found].equipment + EXERCISES[found].optional}
        for word, items in IMPLEMENTS.items():
            assert word not in words or used & items or "bodyweight" in words


@settings(deadline=None)
@given(
    st.sampled_from([name for name, _ in labelled]),
    st.sampled_from(["Bicep", "Chest", "Lat", "Wrist", "Hanging", "Triceps", "Preacher", "Crunch", "Pulldown"]),
)
def test_an_upper_body_word_is_never_overlooked(name: str, word: str) -> None:
    assert match(f"{word} {name}", {}).how == "other"
    assert match(f"{name} {word}", {}).exercise is None


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_gets_an_answer_that_holds_together(text: str) -> None:
    found = match(text, {})
    assert (found.exercise is None) == (found.how in ("other", "unknown"))
    assert 0 <= found.score <= 100
    assert len(found.candidates) <= 5
    assert match(text, {}) == found


@settings(deadline=None)
@given(
    st.text(alphabet=string.ascii_letters + " ()-", min_size=1, max_size=30),
    st.sampled_from(sorted(EXERCISES)),
)
def test_the_athlete_has_the_last_word(name: str, identifier: str) -> None:
    for key in (name, name_key(name)):
        assert match(name, {key: identifier}) == Match(identifier, None, "settled", 100.0)
        assert match(name, {key: "other"}).how == "other"


def test_an_answer_may_name_a_variant_and_must_name_what_exists() -> None:
    found = match("Deep one", {"Deep one": "squat/full"})
    assert (found.exercise, found.variant, found.how) == ("squat", "full", "settled")
    assert match("leg curls!", {name_key("Leg Curl"): "lying-leg-curl"}).exercise == "lying-leg-curl"
    with pytest.raises(KeyError, match="lying-leg-curl"):
        match("Deep one", {"Deep one": "lying-leg-crul"})
    with pytest.raises(KeyError, match="no variant"):
        match("Deep one", {"Deep one": "squat/sideways"})


# --- cost ---


def test_a_long_log_is_matched_quickly() -> None:
    names = [name for name, _, _ in ALIASES][:200] + OTHERS + UNSURE
    rows = [names[i % len(names)] for i in range(100_000)]
    match("Squat", {})
    start = time.perf_counter()
    for name in rows:
        match(name, {"my own": "squat"})
    assert time.perf_counter() - start < 2.0


def test_rapidfuzz_is_not_loaded_until_a_name_is_unknown() -> None:
    script = (
        "import sys; from legday.catalogue import match; "
        "match('Squat (Barbell)', {}); match('Bench Press', {}); "
        "assert not any(m.startswith('rapidfuzz') for m in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


# --- real logs, where they are present ---


def _logged_names() -> Counter[str]:
    counts: Counter[str] = Counter()
    for file in sorted(LOGS.glob("*.csv")):
        lines = file.read_text(encoding="utf-8-sig", errors="replace").splitlines()
        separator = ";" if lines[0].count(";") > lines[0].count(",") else ","
        rows = list(csv.reader(lines, delimiter=separator))
        header = [cell.casefold() for cell in rows[0]]
        columns = [
            i for i, cell in enumerate(header) if cell in ("exercise name", "exercise", "exercise_title", "运动名称")
        ]
        for row in rows[1:] if columns else rows:
            counts[row[columns[0] if columns else 2]] += 1
    return counts


@pytest.mark.skipif(not LOGS.is_dir(), reason="the real logs are not here")
def test_the_leg_rows_of_real_logs_are_matched() -> None:
    rows = _logged_names()
    found = {name: match(name, {}) for name in rows}
    by_how = Counter[str]()
    for name, count in rows.items():
        by_how[found[name].how] += count
    of_legs = by_how["alias"] + by_how["close"]
    assert of_legs > 15_000
    assert by_how["unknown"] < 0.08 * of_legs
    upper = (
        "bench",
        "bicep",
        "tricep",
        "chest",
        "shoulder",
        "lat ",
        "row",
        "curl (bar",
        "crunch",
        "overhead press",
    )
    for name, answer in found.items():
        if any(word in name.casefold() for word in upper):
            assert answer.exercise is None or "throw" in name.casefold() or "squat" in name.casefold(), name
