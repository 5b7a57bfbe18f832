"""Every exercise has a guide that says what the catalogue and the model say, and no more than they know."""

import re

import pytest

from legday.anatomy import MUSCLES, Joint, Part
from legday.catalogue import Equipment, Exercise, load_catalogue, substitutes
from legday.documents import InputError
from legday.guide import Guide, find_guide, guide_of
from legday.physics import JOINTS, load_comparisons, load_table, loads_legs

EXERCISES = tuple(load_catalogue().exercises.values())
LEVELS = ("beginner", "intermediate", "advanced")


def both() -> list[tuple[Exercise, Guide]]:
    return [(exercise, guide_of(exercise.id)) for exercise in EXERCISES]


def test_every_variant_of_the_catalogue_is_told_in_its_order_with_a_figure_or_the_reason_for_none() -> None:
    for exercise, guide in both():
        assert [(each.id, each.name, each.how, each.emphasis) for each in guide.variants] == [
            (each.id, each.name, each.how, each.emphasis) for each in exercise.variants
        ]
        for each in guide.variants:
            assert each.has_figure is loads_legs(exercise)
            assert each.has_figure is not bool(each.why_not)
        assert bool(guide.asks) is loads_legs(exercise)


def test_all_but_the_usual_variant_are_held_against_it_where_there_are_poses() -> None:
    for exercise, guide in both():
        assert guide.variants[0].against_usual is None
        for each in guide.variants[1:]:
            assert (each.against_usual is not None) is loads_legs(exercise), (exercise.id, each.id)
        assert bool(guide.basis) is any(each.against_usual for each in guide.variants)


def test_rows_are_those_of_the_comparisons_with_joint_moments_first() -> None:
    groups = ["joint moment", "share", "fibre length"]
    for exercise, guide in both():
        for each in guide.variants[1:]:
            if each.against_usual is None:
                continue
            found = load_comparisons().pairs[f"{exercise.id}/{each.id}"]
            rows = each.against_usual.rows
            assert [row.what for row in rows] == [row.what for row in (*found.moments, *found.shares, *found.lengths)]
            places = [groups.index(row.group) for row in rows]
            assert places == sorted(places)
            units = {"joint moment": "N·m", "share": "%", "fibre length": "% of optimal"}
            assert all(row.unit == units[row.group] for row in rows)


def test_differences_are_about_those_of_the_middles() -> None:
    """The middle of differences is not the difference of middles, but seldom far from it."""
    rows = [
        row
        for _, guide in both()
        for each in guide.variants
        if each.against_usual
        for row in each.against_usual.rows
        if row.settled
    ]
    assert len(rows) > 300
    off = [row for row in rows if abs(row.this - row.usual - row.difference) > max(3, 0.3 * abs(row.difference))]
    assert len(off) < len(rows) / 50
    assert all((row.this > row.usual) is (row.difference > 0) for row in rows)


def test_what_the_usual_variant_asks_is_what_variants_are_compared_with() -> None:
    """Where all models can do both, the numbers of the usual variant are the same in every row."""
    seen = 0
    for exercise, guide in both():
        asks = {ask.what: ask.middle for ask in guide.asks}
        for each in guide.variants[1:]:
            if each.against_usual and load_comparisons().pairs[f"{exercise.id}/{each.id}"].models == 200:
                for row in each.against_usual.rows:
                    if row.what in asks:
                        assert row.usual == asks[row.what], (exercise.id, each.id, row.what)
                        seen += 1
    assert seen > 300


def test_greatest_moments_are_those_of_the_hardest_position_of_the_table() -> None:
    """Two tables of the same demands agree, where models do not fall into two camps: the middle of what is greatest is
    at least the greatest of the middles, and seldom far above."""
    off, seen = [], 0
    for exercise, guide in both():
        for ask in guide.asks[:-4]:
            coordinate, sign = JOINTS[ask.what]
            moments = load_table().of(f"{exercise.id}/{exercise.variants[0].id}").moments[coordinate]
            most = max(sign * middle for _, middle, _ in moments)
            seen += 1
            if not most - 1.5 <= ask.middle <= 1.15 * most + 5:
                off.append((exercise.id, ask, most))
    assert seen > 300
    assert len(off) < seen / 20, off


def test_asks_are_joint_moments_and_then_the_four_parts() -> None:
    for exercise, guide in both():
        if not guide.asks:
            continue
        assert [ask.what for ask in guide.asks[-4:]] == [part.value for part in Part]
        moments = guide.asks[:-4]
        assert [ask.middle for ask in moments] == sorted((ask.middle for ask in moments), reverse=True)
        parts = load_table().of(f"{exercise.id}/{exercise.variants[0].id}").parts
        assert [(ask.low, ask.middle, ask.high) for ask in guide.asks[-4:]] == [parts[part] for part in Part]
        for ask in moments:
            assert ask.what in JOINTS
            assert ask.low <= ask.middle <= ask.high


def test_summaries_are_short_and_settle_nothing_that_is_not() -> None:
    for exercise, guide in both():
        for each in guide.variants[1:]:
            if each.against_usual is None:
                continue
            told = each.against_usual
            settled = [row for row in told.rows if row.settled]
            assert told.summary.endswith(".")
            assert len(told.summary) < 420, (exercise.id, each.id)
            assert told.summary.startswith("Not settled: ") is bool(told.why_unsettled), told.summary
            assert not (told.why_unsettled and settled)
            if settled:
                assert "models agree" in told.summary
                assert "Not settled" not in told.summary
                least = 100 if "All 100 models agree" in told.summary else int(find(r"(\d+) of 100", told.summary))
                assert least >= 90
                assert least in {row.agree for row in settled}


def find(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    assert found, text
    return found.group(1)


def test_every_number_in_a_summary_is_in_a_row_with_its_direction_and_no_fewer_models_agree_than_said() -> None:
    told = 0
    for _, guide in both():
        for each in guide.variants[1:]:
            if each.against_usual is None or "models agree." not in each.against_usual.summary:
                continue
            rows, summary = each.against_usual.rows, each.against_usual.summary
            least = 100 if "All 100 models" in summary else int(find(r"(\d+) of 100 models", summary))
            for size, way in re.findall(r"(\d+) N·m (more|less)", summary):
                sign = 1 if way == "more" else -1
                moments = [row for row in rows if row.group == "joint moment"]
                agree = [row.agree for row in moments if round(sign * row.difference) == int(size)]
                assert least <= max(agree), summary
                told += 1
            for way, what, size in re.findall(r"(more|less) ([a-z ,]+?) \(([+−]\d+)", summary):
                (row,) = (row for row in rows if row.group == "share" and row.what == what)
                assert f"{row.difference:+.0f}".replace("-", "−") == size
                assert (way == "more") is (row.difference > 0)
                assert least <= row.agree, summary
                told += 1
    assert told > 200


@pytest.mark.parametrize(
    ("exercise", "variant", "says"),
    [
        ("leg-press", "foot-high", r"^The knee carries \d+ N·m less.*less quads"),
        ("leg-press", "foot-low", r"the knee \d+ N·m more.*more quads.*less (glutes|hams)"),
        ("lying-leg-curl", "single-leg", r"sets both up alike"),
        ("squat", "wide", r"^Not settled: they differ in stance"),
        ("squat", "duck-stance", r"^Not settled: they differ in the angle of the toes"),
    ],
)
def test_well_known_variants_are_told_as_expected(exercise: str, variant: str, says: str) -> None:
    (found,) = (each for each in guide_of(exercise).variants if each.id == variant)
    assert found.against_usual
    assert re.search(says, found.against_usual.summary), found.against_usual.summary


def test_what_the_files_say_of_pain_is_told_in_full() -> None:
    for exercise, guide in both():
        assert [(each.joint, each.advice, each.why) for each in guide.avoid] == [
            (each.pain, each.advice, each.why) for each in exercise.contraindications
        ]


def test_what_can_pin_and_what_asks_for_practice_is_told_of_those_alone() -> None:
    for exercise, guide in both():
        said = " ".join(guide.cautions)
        assert ("spotter" in said) is not exercise.fails_safely
        assert ("some practice" in said) is (exercise.level == "intermediate")
        assert ("advanced lifters" in said) is (exercise.level == "advanced")


@pytest.mark.parametrize(
    ("called", "whats"),
    [
        ("hip", ["hip extension"]),
        ("knee", ["knee extension", "knee flexion"]),
        ("ankle", ["plantar flexion"]),
        ("lower back", ["back extension"]),
    ],
)
def test_only_exercises_that_ask_most_of_a_joint_are_said_to(called: str, whats: list[str]) -> None:
    """The tenth of exercises with the greatest moments, and what is as great, reckoned anew."""
    asked = [
        (identifier, max((moments[what][1] for what in whats if what in moments), default=0.0))
        for identifier, moments in load_comparisons().usual.items()
    ]
    least = sorted((each[1] for each in asked), reverse=True)[len(asked) // 10 - 1]
    expected = {(identifier, round(value)) for identifier, value in asked if value >= max(least, 20)}
    assert len(expected) >= 10
    told = {
        (exercise.id, int(find(r"up to (\d+) N·m", caution)))
        for exercise, guide in both()
        for caution in guide.cautions
        if f" of the {called}, among the highest" in caution
    }
    assert told == expected


def test_a_variant_that_is_offered_to_a_sore_joint_asks_less_of_it() -> None:
    offered = 0
    for exercise, guide in both():
        for caution in guide.cautions:
            if "the variant “" in caution:
                name, called = find(r"“(.+)”", caution), find(r"N·m of the ([a-z ]+),", caution)
                (variant,) = (each for each in guide.variants if each.name == name)
                assert variant.against_usual
                joint = {"lower back": "back", "ankle": "plantar"}.get(called, called)
                assert any(
                    row.settled and row.difference < 0 and row.what.startswith(joint)
                    for row in variant.against_usual.rows
                    if row.group == "joint moment"
                ), exercise.id
                offered += 1
    assert offered > 5


def test_nothing_is_diagnosed_and_nothing_promised() -> None:
    for _, guide in both():
        said = " ".join((*guide.cautions, guide.belongs.sentence, guide.belongs.why)).lower()
        assert not re.search(r"injur|diagnos|arthritis|tear|cure|guarantee|proven", said), guide.id


def test_what_can_stand_in_is_of_the_catalogue_and_asks_for_no_more_practice_where_there_is_a_choice() -> None:
    for exercise, guide in both():
        known = {each.exercise.id: each.exercise for each in substitutes(exercise, tuple(Equipment), 500)}
        assert {each.id for each in guide.instead} <= set(known)
        assert bool(guide.instead) is bool(known)
        assert exercise.id not in {each.id for each in guide.instead}
        harder = [each for each in guide.instead if LEVELS.index(known[each.id].level) > LEVELS.index(exercise.level)]
        if any(LEVELS.index(each.level) <= LEVELS.index(exercise.level) for each in known.values()):
            assert not harder


def test_muscles_are_named_as_people_name_them() -> None:
    names = {muscle.name for muscle in MUSCLES.values()}
    for exercise, guide in both():
        assert len(guide.muscles.prime) == len(exercise.muscles.prime)
        assert {*guide.muscles.prime, *guide.muscles.assist} <= names
        assert not any("-machine" in each for each in guide.equipment)
        assert all(each.joint in set(Joint) for each in guide.avoid)


def test_guides_are_found_by_name_and_unknown_ones_refused_with_a_hint() -> None:
    assert find_guide("45 Leg Press").id == "leg-press"
    with pytest.raises(InputError, match=r"no exercise 'goblet'; did you mean goblet-squat"):
        find_guide("goblet")
    with pytest.raises(KeyError, match="did you mean leg-press"):
        guide_of("leg-pres")
