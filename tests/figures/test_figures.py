"""Every figure there is: valid, small, closed at its joints, and where the model has the same joints."""

import re
from collections.abc import Iterator
from functools import cache
from math import cos, radians, sin
from xml.etree.ElementTree import Element

import numpy as np
import pytest
from defusedxml import ElementTree  # type: ignore[import-untyped]

from figures.reading import SVG, Read, outlined, reached, read
from legday.documents import InputError
from legday.figures import draw_figure, key_frames, muscles_of_figure, read_tempo, views_of
from legday.figures.outlines import FACE, LENGTHS, SKIN, curve
from legday.physics import COORDINATES, Draws, Leg, load_table, nominal, pose, prepared_variants

MOST_BYTES = 14_500
KEYS = tuple(prepared_variants())
ALIKE = load_table().same
SET_UP_APART = tuple(key for key in KEYS if key not in ALIKE)
RAISES_ON_A_BLOCK = [key for key in KEYS if "seated-calf-raise" in key]
"""The ball of the foot stays on its block, for which thigh and knee give way a little; the model holds them still."""


def drawn() -> Iterator[tuple[str, str, str]]:
    """Every variant from where it is seen best, and every fourth from its other side too."""
    for place, key in enumerate(KEYS):
        exercise, variant = key.split("/")
        for view in views_of(exercise, variant)[: 1 if place % 4 else 2]:
            yield key, view, draw_figure(exercise, variant, view=view).svg


@cache
def ends_of(key: str) -> tuple[Leg, Draws]:
    """The legs that the model has at the start and at the end of its range."""
    rows = nominal("male").take(np.zeros(2, dtype=np.int64))
    load = load_table().of(key).load["male"]
    return pose(prepared_variants()[key].recipe, rows, np.array([0.0, 1.0]), np.full(2, load))[0].leg, rows


def tree_of(svg: str) -> Element:
    root: Element = ElementTree.fromstring(svg)
    return root


def test_there_are_figures_of_all_variants_with_poses() -> None:
    assert {key for key, _, _ in drawn()} == set(KEYS)
    assert len(KEYS) > 380


def test_every_figure_is_one_small_svg_that_says_what_it_shows() -> None:
    names: dict[str, tuple[str, str]] = {}
    for key, view, svg in drawn():
        root = tree_of(svg)
        assert root.tag == f"{SVG}svg"
        assert root.get("role") == "img"
        assert len(svg.encode()) < MOST_BYTES, (key, view)
        ids = [each.get("id") for each in root.iter() if each.get("id")]
        assert len(ids) == len(set(ids))
        for identifier in ids:
            assert names.setdefault(str(identifier), (key, view)) == (key, view)
        told = [each.text for each in root if each.tag in (f"{SVG}title", f"{SVG}desc")]
        assert all(told)
        assert {root.find(f"{SVG}{tag}").get("id") for tag in ("title", "desc")} == set(  # type: ignore[union-attr]
            (root.get("aria-labelledby") or "").split()
        )
        assert {each.get("href") for each in root.iter(f"{SVG}use")} <= {f"#{identifier}" for identifier in ids}
        assert "nan" not in svg
        assert "inf" not in re.sub(r"<style>.*?</style>|<title.*?</desc>", "", svg).replace("infinite", "")


def test_nothing_is_cut_off_at_the_edges() -> None:
    """A still figure shows both ends of a rep."""
    for key in KEYS:
        exercise, variant = key.split("/")
        for view in views_of(exercise, variant):
            found = read(draw_figure(exercise, variant, view=view, still=True).svg)
            x, y, width, height = map(float, found.tree.get("viewBox").split())
            edges = np.array(list(reached(found.tree, found.paths)))
            assert (edges >= (x, y)).all(), (key, view)
            assert (edges <= (x + width, y + height)).all(), (key, view)


def test_what_moves_stands_still_where_little_motion_is_asked_for() -> None:
    moving = 0
    for key, _, svg in drawn():
        if "@keyframes" in svg:
            moving += 1
            rule = re.search(r"@media\(prefers-reduced-motion:reduce\)\{(.*?\}.*?\})", svg)
            assert rule, key
            assert "animation-name:none" in rule[1]
            assert "display:inline" in rule[1]
        else:
            assert prepared_variants()[key].exercise.kind == "hold" or key == "hip-hitch/usual"
    assert moving > 350


def place(found: Read, name: str, time: float) -> tuple[float, float, float, float]:
    for table in (SKIN, FACE):
        if held := outlined(found, curve(table[name])):
            return found.at(*held[-1], time)
    raise AssertionError(name)


def shoes(found: Read) -> set[str]:
    """The outlines of feet, which are as short as they are turned to the viewer."""
    holders = (each for each in found.tree.iter() if "k" in (each.get("class") or "").split())
    uses = (each for holder in holders for each in holder.iter(f"{SVG}use"))
    return {found.paths[each.get("href")[1:]] for each in uses}


def tip(found: Read, name: str, time: float) -> tuple[float, float]:
    x, y, turn, stretch = place(found, name, time)
    length = LENGTHS[name] * stretch
    return x - length * sin(radians(turn)), y + length * cos(radians(turn))


def turns_at(found: Read) -> float:
    """The share of a rep at which most of it turns: the last one before keyframes are gone through again."""
    most = max(found.keyframes.values(), key=len)
    shares = [share for share, _ in most]
    return shares[(len(shares) - 1) // 2]


def test_joints_are_closed_all_the_time_and_where_the_model_has_them() -> None:
    for key in SET_UP_APART:
        prepared = prepared_variants()[key]
        if prepared.recipe.number("roll") or prepared.exercise.kind == "hold" or key in RAISES_ON_A_BLOCK:
            continue
        exercise, variant = key.split("/")
        view = views_of(exercise, variant)[0]
        found = read(draw_figure(exercise, variant, view=view).svg)
        if not found.keyframes:
            continue
        turn = turns_at(found)
        for time in (0.0, 0.3 * turn, 0.55 * turn, 0.8 * turn, turn):
            bend, heel = place(found, "shank", time)[:2], tip(found, "shank", time)
            assert np.hypot(*np.subtract(tip(found, "thigh", time), bend)) < 1.3, (key, time)
            if view == "side":
                feet = [found.at(*outlined(found, shoe)[-1], time) for shoe in shoes(found)]
                assert min(np.hypot(x - heel[0], y - heel[1]) for x, y, _, _ in feet) < 1.3, (key, time)
        leg, rows = ends_of(key)
        backward = prepared.recipe.setup == "sled"
        for row, time in enumerate((turn, 0.0) if backward else (0.0, turn)):
            hip, knee = np.array(place(found, "thigh", time)[:2]), np.array(place(found, "shank", time)[:2])
            ankle = np.array(tip(found, "shank", time))
            axes = [0, 1] if view == "side" else [2, 1]
            signs = np.array([100.0 if view == "side" else -100.0, -100.0])
            assert knee - hip == pytest.approx((leg.knee - leg.hip)[row, axes] * signs, abs=0.3), (key, time)
            assert ankle - knee == pytest.approx((leg.ankle - leg.knee)[row, axes] * signs, abs=0.3), (key, time)
            if not _lies(key):
                trunk = np.array(place(found, "head", time)[:2]) - np.array(place(found, "trunk", time)[:2])
                assert trunk == pytest.approx(leg.pelvis[row, axes, 1] * rows.length[row, 4] * signs, abs=0.3), key


def _lies(key: str) -> bool:
    """Shoulders on the floor are drawn as high as the flesh below them is thick."""
    recipe = prepared_variants()[key].recipe
    return recipe.setup == "bridge" and recipe.number("bench") < 0.1


def test_words_tell_of_what_moves_most() -> None:
    said = {0: r"\bhips?\b", 1: r"\blegs?\b", 2: r"\bthighs?\b", 3: r"\bknees?\b", 4: r"heel|toes|ankle"}
    for key in KEYS:
        prepared = prepared_variants()[key]
        exercise, variant = key.split("/")
        text = draw_figure(exercise, variant).text
        assert text.endswith("."), key
        if prepared.exercise.kind == "hold":
            assert "held" in text, key
            continue
        turned = np.abs(np.degrees(np.diff(ends_of(ALIKE.get(key, key))[0].angles, axis=0))[0])[:5]
        most = int(turned.argmax())
        if turned[most] > 10:
            assert re.search(said[most], text, re.IGNORECASE), (key, COORDINATES[most], text)


LOWER_FIRST = ("squat", "leg-press", "hack-squat", "romanian-deadlift", "walking-lunge", "nordic-curl", "squat-jump")
LIFT_FIRST = ("leg-extension", "lying-leg-curl", "glute-bridge", "standing-calf-raise", "deadlift", "step-up",
              "hip-abduction", "cable-glute-kickback")  # fmt: skip


def first_way(exercise: str) -> float:
    """The share of a rep until it turns, where lowering takes nine times as long as lifting."""
    found = read(draw_figure(exercise, "usual", tempo=read_tempo("9-0-1-0")).svg)
    return turns_at(found)


@pytest.mark.parametrize("exercise", LOWER_FIRST)
def test_what_is_lowered_first_takes_the_seconds_of_lowering_first(exercise: str) -> None:
    assert first_way(exercise) > 0.8


@pytest.mark.parametrize("exercise", LIFT_FIRST)
def test_what_is_lifted_first_takes_the_seconds_of_lifting_first(exercise: str) -> None:
    assert first_way(exercise) == pytest.approx(0.1, abs=0.01)


def test_a_tempo_lasts_as_long_as_it_says() -> None:
    for text, seconds in (("3-1-2-1", "7s"), ("4-0-x-0", "4.5s"), ("0-0-0-0", ".5s")):
        assert f"animation:{seconds} " in draw_figure("squat", "usual", tempo=read_tempo(text)).svg


@pytest.mark.parametrize("text", ["", "3-1-1", "3-1-1-0-0", "x-1-1-0", "fast", "3-1-1-99", "-3-1-1-0", "3_1_1_0"])
def test_a_tempo_that_is_none_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(InputError, match="3-1-x-0"):
        read_tempo(text)


def test_a_still_figure_shows_both_ends_and_moves_nothing() -> None:
    still, moving = draw_figure("squat", "usual", still=True).svg, draw_figure("squat", "usual").svg
    assert "@keyframes" not in still
    assert "animation" not in still
    assert "display:none" not in still
    assert "display:none" in moving


def test_a_view_that_is_not_drawn_is_refused() -> None:
    assert views_of("leg-extension", "usual") == ("side",)
    with pytest.raises(InputError, match="take side"):
        draw_figure("leg-extension", "usual", view="front")


def test_an_exercise_without_poses_says_why() -> None:
    with pytest.raises(InputError, match="the legs only stand"):
        views_of("pallof-press", "usual")


def test_the_front_is_drawn_where_stance_matters() -> None:
    for key in ("squat/wide", "sumo-deadlift/usual", "leg-press/narrow", "standing-calf-raise/toes-out"):
        assert views_of(*key.split("/")) == ("side", "front"), key
    for key in ("hip-abduction/usual", "lateral-lunge/usual", "cable-hip-adduction/usual"):
        assert views_of(*key.split("/"))[0] == "front", key


def test_key_frames_are_plain_so_that_any_printer_reads_them() -> None:
    for key in KEYS[::7]:
        svg = key_frames(*key.split("/"))
        root = tree_of(svg)
        assert "var(" not in svg
        assert not list(root.iter(f"{SVG}style"))
        ids = {each.get("id") for each in root.iter() if each.get("id")}
        assert {each.get("href") for each in root.iter(f"{SVG}use")} == {f"#{identifier}" for identifier in ids}


def test_key_frames_show_two_poses_and_a_hold_one() -> None:
    head = curve(SKIN["head"])

    def heads(exercise: str) -> int:
        found = read(key_frames(exercise, "usual"))
        return len({transform for _, transform in outlined(found, head)})

    assert heads("squat") == 2
    assert heads("wall-sit") == 1


def test_muscles_are_told_hardest_first() -> None:
    told = muscles_of_figure("lying-leg-curl", "usual")
    assert [peak for _, _, peak in told] == sorted((peak for _, _, peak in told), reverse=True)
    assert told[0][0] in ("biceps-femoris-long-head", "biceps-femoris-short-head", "semitendinosus", "semimembranosus")
    assert all(0 < peak <= 100 for _, _, peak in told)
