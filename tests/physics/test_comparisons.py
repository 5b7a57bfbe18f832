"""The shipped comparisons are what the model says, of every variant, and never settle what nobody agrees about."""

from collections.abc import Callable
from pathlib import Path

import pytest

from legday.catalogue import Variant, load_catalogue
from legday.documents import encode
from legday.physics import (
    JOINTS,
    SETTLED_LENGTH,
    SETTLED_MODELS,
    SETTLED_MOMENT,
    SETTLED_POINTS,
    UNSETTLED_MUSCLES,
    Against,
    Comparison,
    Demand,
    Prepared,
    Row,
    Spread,
    compare,
    load_comparisons,
    loads_legs,
    prepared_variants,
    remembered,
    write_comparisons,
)
from legday.physics.comparisons import COMPARISONS_FILE, WORKS_FROM, build_pair, told, usual_moments, usual_of
from legday.physics.table import made_from

SAMPLE = (
    "leg-press/foot-high",
    "seated-leg-curl/toes-pointed",
    "leg-extension/single-leg",
    "seated-calf-raise/toes-out",
)

LARGEST_FILE = 400_000  # [bytes]


@pytest.fixture(scope="module")
def work_out() -> Callable[[Prepared], Demand]:
    return remembered()


def pairs() -> dict[str, Against]:
    return load_comparisons().pairs


def test_every_variant_with_poses_is_held_against_the_usual_one() -> None:
    wanted = {
        f"{exercise.id}/{variant.id}"
        for exercise in load_catalogue().exercises.values()
        if loads_legs(exercise)
        for variant in exercise.variants[1:]
    }
    assert set(pairs()) == wanted
    assert set(load_comparisons().usual) == {key.partition("/")[0] for key in prepared_variants()}


def test_the_comparisons_were_made_from_the_data_as_it_is() -> None:
    """Run `legday physics build` after changing the data."""
    assert load_comparisons().made_from == made_from()


@pytest.mark.parametrize("key", SAMPLE)
def test_pairs_are_made_again_identically(key: str, work_out: Callable[[Prepared], Demand]) -> None:
    this = prepared_variants()[key]
    usual = usual_of(this)
    assert encode(build_pair(usual, this, work_out)) == encode(pairs()[key])
    again, shipped = usual_moments(work_out(usual)), load_comparisons().usual[usual.exercise.id]
    assert encode(again) == encode(shipped)


def test_what_is_kept_is_what_a_comparison_says_and_what_is_left_out_is_small(
    work_out: Callable[[Prepared], Demand],
) -> None:
    this = prepared_variants()["leg-press/foot-high"]
    usual = usual_of(this)
    anew, shipped = compare((usual, work_out(usual)), (this, work_out(this))), pairs()["leg-press/foot-high"]
    for rows, kept, settled_from in (
        (anew.moments, shipped.moments, SETTLED_MOMENT),
        (anew.shares, shipped.shares, SETTLED_POINTS),
    ):
        by_name = {each.what: each for each in kept}
        for row in rows:
            if row.what in by_name:
                each = by_name[row.what]
                found = (row.first.middle, row.second.middle, row.difference, row.agree, row.verdict == "settled")
                assert (each.usual, each.this, each.difference, each.agree, each.settled) == found
            else:
                assert row.verdict == "not settled"
                assert abs(row.difference) < settled_from / 2


def test_what_nobody_agrees_about_is_never_settled() -> None:
    """Whether two variants differ in stance, toes or width is read from the catalogue here, anew."""
    differing = 0
    for exercise in load_catalogue().exercises.values():
        usual = exercise.variants[0]
        for variant in exercise.variants[1:]:
            against = pairs().get(f"{exercise.id}/{variant.id}")
            if against is None:
                continue
            settled = [row for row in (*against.moments, *against.shares, *against.lengths) if row.settled]
            if any(said_otherwise(usual, variant, name) for name in ("stance", "toes_out", "foot_width")):
                differing += 1
                assert against.why_unsettled
                assert not settled, variant.id
            else:
                assert not against.why_unsettled, (exercise.id, variant.id)
    assert differing > 30


def said_otherwise(usual: Variant, variant: Variant, name: str) -> bool:
    """A dimension that is not given is as usual."""
    said = getattr(variant, name)
    return said is not None and said != getattr(usual, name)


def test_what_is_settled_is_large_and_sure() -> None:
    for key, against in pairs().items():
        for rows, least in (
            (against.moments, SETTLED_MOMENT),
            (against.shares, SETTLED_POINTS),
            (against.lengths, SETTLED_LENGTH),
        ):
            for row in rows:
                if row.settled:
                    assert abs(row.difference) >= least - 1e-9, (key, row)
                    assert row.agree >= SETTLED_MODELS, (key, row)
                assert abs(row.difference) >= least / 2 - 0.05, (key, row)
        assert {row.what for row in against.moments} <= set(JOINTS)
        vasti = [row for row in against.shares if row.what.replace(" ", "-") in UNSETTLED_MUSCLES]
        assert not any(row.settled for row in vasti), key


def test_variants_that_are_set_up_alike_differ_in_nothing() -> None:
    alike = [against for against in pairs().values() if against.alike]
    assert alike
    assert all(not (each.moments or each.shares or each.lengths) for each in alike)
    assert pairs()["lying-leg-curl/single-leg"].alike
    assert not pairs()["leg-press/foot-high"].alike


def test_lengths_are_told_of_muscles_that_work() -> None:
    def row(what: str, unit: str, one: float, other: float) -> Row:
        edges = [Spread(value, value, value) for value in (one, other)]
        return Row(what, unit, edges[0], edges[1], other - one, 100, "settled")

    shares = (row("soleus", "%", 0.0, WORKS_FROM), row("hip flexors", "%", 0.0, WORKS_FROM - 0.1))
    lengths = (row("soleus", "", 1.0, 1.2), row("hip flexors", "", 1.0, 1.2))
    kept = told(Comparison("a", "b", 200, (), shares, lengths), alike=False)
    assert [each.what for each in kept.lengths] == ["soleus"]


def test_the_file_is_small_has_a_pair_a_line_and_is_written_as_it_was_read(tmp_path: Path) -> None:
    shipped = COMPARISONS_FILE.read_text(encoding="utf-8")
    assert len(shipped.encode()) < LARGEST_FILE
    lines = shipped.splitlines()
    assert all(sum(line.startswith(f'"{key}": ') for line in lines) == 1 for key in pairs())
    write_comparisons(load_comparisons(), tmp_path / "again.json")
    assert (tmp_path / "again.json").read_text(encoding="utf-8") == shipped
