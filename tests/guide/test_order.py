"""Where exercises belong in a workout: one rule for each, none unused, and no more certain than the studies are."""

import re
from collections import Counter

import pytest

from legday.catalogue import load_catalogue
from legday.evidence import load_claims
from legday.guide import belongs, load_order
from legday.guide.order import rule_of
from legday.programs import load_methods

EXERCISES = load_catalogue().exercises


def test_every_exercise_has_a_place_and_every_rule_an_exercise() -> None:
    used = Counter(rule_of(exercise).id for exercise in EXERCISES.values())
    assert set(used) == {rule.id for rule in load_order().rules}
    assert len({rule.id for rule in load_order().rules}) == len(load_order().rules)


@pytest.mark.parametrize(
    ("exercise", "where"),
    [
        ("leg-swing", "preparation"),
        ("exercise-bike", "preparation"),
        ("box-jump", "start"),
        ("squat", "early"),
        ("deadlift", "early"),
        ("nordic-curl", "early"),
        ("leg-press", "middle"),
        ("walking-lunge", "middle"),
        ("hip-thrust", "middle"),
        ("romanian-deadlift", "middle"),
        ("leg-extension", "late"),
        ("seated-leg-curl", "late"),
        ("standing-calf-raise", "start or end"),
        ("clamshell", "start or end"),
        ("wall-sit", "end"),
        ("farmers-walk", "end"),
        ("front-plank", "end"),
        ("quad-stretch", "end"),
        ("light-walk", "another day"),
    ],
)
def test_well_known_exercises_are_where_coaches_have_them(exercise: str, where: str) -> None:
    assert belongs(EXERCISES[exercise]).where == where


def test_kinds_keep_to_their_ends_of_a_workout() -> None:
    for exercise in EXERCISES.values():
        where = belongs(exercise).where
        if exercise.kind == "plyometric":
            assert where == "start"
        elif exercise.kind in ("mobility", "cardio"):
            assert where in ("preparation", "end", "another day")
        else:
            assert where != "another day"
        if not exercise.fails_safely:
            assert where == "early", "what can pin you is done before you are tired"
        if where == "early" and exercise.fails_safely:
            assert exercise.load in ("barbell", "kettlebell") or exercise.level == "advanced"
        if len(exercise.moves) > 1 and exercise.pattern in ("squat", "lunge", "hinge"):
            assert where not in ("late", "end")


def test_calves_follow_the_articles() -> None:
    for exercise in EXERCISES.values():
        if exercise.pattern == "plantar-flexion":
            assert "before hams, chest or arms, if your calves lag" in belongs(exercise).sentence
    placement = load_methods()["priority-split"].placement
    assert [part.value for part in placement.before_part] == ["calves"]
    assert [[part.value for part in parts] for parts in placement.before_part.values()] == [["hams"]]


def test_what_methods_do_is_told_as_their_files_have_it() -> None:
    assert "Machine day begins its work with it." in belongs(EXERCISES["leg-press"]).sentence
    assert "Priority split warms up with it." in belongs(EXERCISES["exercise-bike"]).sentence
    assert "Circuit finishes with it." in belongs(EXERCISES["hamstring-bridge"]).sentence
    assert "Foundation has it among its work for steady joints." in belongs(EXERCISES["dead-bug"]).sentence
    assert "Priority split begins its work for hams with it." in belongs(EXERCISES["lying-leg-curl"]).sentence
    named = {slot.choose[0].exercise.id for method in load_methods().values() for slot in method.slots}
    methods = "|".join(method.name for method in load_methods().values())
    for exercise in EXERCISES.values():
        said = re.search(rf"({methods}) (begins|has it|finishes|warms|stretches)", belongs(exercise).sentence)
        assert bool(said) is (exercise.id in named), exercise.id


def test_order_is_said_to_matter_for_strength_in_what_comes_first_and_not_for_growth() -> None:
    loose = {"swing", "rehearsal", "trunk", "carry"}  # rest on convention, and say so
    for rule in load_order().rules:
        if rule.kinds == ("strength",) and rule.id not in loose:
            assert re.search(r"growth the\s+order made no difference", rule.why), rule.id
            assert "order" in rule.sources
        assert not re.search(r"grows? (more|faster)|more growth", rule.why)


def test_every_source_is_used_and_those_of_the_register_are_quoted_as_there() -> None:
    order = load_order()
    assert {key for rule in order.rules for key in rule.sources} == set(order.sources)
    papers = {finding.doi: finding for claim in load_claims() for finding in claim.findings if finding.doi}
    quoted = 0
    for source in order.sources.values():
        doi = source.partition("doi:")[2]
        if doi in papers:
            quoted += 1
            assert source.split()[0].rstrip(",") in papers[doi].authors
            assert str(papers[doi].year) in source
    assert quoted == 6


def test_what_no_source_says_is_called_a_convention_or_rests_on_the_methods() -> None:
    for rule in load_order().rules:
        assert rule.sources or "convention" in rule.why, rule.id
