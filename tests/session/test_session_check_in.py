"""Check-in rules on sessions: never more than planned, less with more pain, and overruling gives the plan back."""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from session_plans import SEEDS, example, generated, log_of

from legday.anatomy import Joint, Part
from legday.catalogue import load_catalogue
from legday.documents import decode, encode
from legday.log import CheckIn, Log
from legday.session import BlockToday, SessionSteps, Today, make_sessions, session_today

VECTORS: dict[str, Any] = json.loads((Path(__file__).parent / "readiness_vectors.json").read_text())
EXAMPLES = ("beginner-woman", "home-circuit", "knee-pain", "male-bodybuilder", "runner")
NOW = dt.datetime(2026, 3, 9, 18)
STRESSES = ("low", "medium", "high")

check_ins = st.builds(
    CheckIn,
    date=st.just(NOW.date()),
    sleep=st.none() | st.decimals(0, 12, places=1),
    sleep_quality=st.none() | st.integers(1, 5),
    stress=st.none() | st.integers(1, 5),
    hydration=st.none() | st.integers(1, 5),
    soreness=st.dictionaries(st.sampled_from(list(Part)), st.integers(0, 3)),
    pain=st.dictionaries(st.sampled_from(list(Joint)), st.integers(0, 10)),
)


def every_session() -> Iterator[SessionSteps]:
    for name in EXAMPLES:
        yield from make_sessions(example(name), "plan-1", Log())
    for seed in SEEDS[:4]:
        yield from make_sessions(generated(seed), "plan-1", log_of(seed))


SESSIONS = tuple(every_session())
places = st.sampled_from(range(len(SESSIONS)))


def today(session: SessionSteps, check_in: CheckIn, overruled: tuple[str, ...] = ()) -> Today:
    return session_today(session, {check_in.date: check_in}, NOW, overruled)


def change(found: Today, block: str) -> BlockToday:
    return found.blocks.get(block, BlockToday())


@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: case["name"])
def test_the_shared_vectors(case: dict[str, Any]) -> None:
    session = {**VECTORS["sessions"][case["session"]], "trained": case["trained"]}
    said = {day: {**fields, "date": day} for day, fields in case["check_ins"].items()}
    told = decode(json.dumps(said), dict[dt.date, CheckIn])
    now = dt.datetime.fromisoformat(case["now"])
    found = session_today(decode(json.dumps(session), SessionSteps), told, now, case["overruled"])
    assert [rule.id for rule in found.holding] == case["holding"]
    assert found.blocks == msgspec.convert(case["blocks"], dict[str, BlockToday])


@given(places, check_ins)
def test_a_check_in_never_makes_more_of_a_session(at: int, check_in: CheckIn) -> None:
    session = SESSIONS[at]
    found = today(session, check_in)
    assert set(found.blocks) <= {block.key for block in session.blocks}
    for each in found.blocks.values():
        assert 0 < each.share <= 1
        assert each.sets_less >= 0


@given(places, st.none() | st.just(CheckIn(NOW.date())))
def test_what_is_not_said_changes_nothing(at: int, check_in: CheckIn | None) -> None:
    session = SESSIONS[at]
    assert session_today(session, {NOW.date(): check_in} if check_in else {}, NOW) == Today()


@given(places, check_ins)
def test_overruling_what_holds_is_the_plan_again(at: int, check_in: CheckIn) -> None:
    session = SESSIONS[at]
    holding = tuple(rule.id for rule in today(session, check_in).holding)
    assert today(session, check_in, holding).blocks == {}


def severity(found: Today, block: str) -> tuple[int, float, int]:
    """How far a block is from its plan: load and sets go down, then it is another exercise, then it is left out."""
    each = change(found, block)
    return 2 if each.left_out else 1 if each.swap else 0, -each.share, each.sets_less


@given(places, check_ins, st.sampled_from(list(Joint)), st.integers(1, 10))
def test_more_pain_never_gives_more_load_or_sets(at: int, check_in: CheckIn, joint: Joint, more: int) -> None:
    session = SESSIONS[at]
    less = msgspec.structs.replace(check_in, pain={joint: check_in.pain.get(joint, 0)})
    worse = msgspec.structs.replace(less, pain={joint: min(10, less.pain[joint] + more)})
    before, after = today(session, less), today(session, worse)
    for block in session.blocks:
        is_now, was = change(after, block.key), change(before, block.key)
        if is_now.left_out:
            continue
        assert not was.left_out
        if was.swap:
            assert is_now.swap
        if is_now.swap is None or is_now.swap == was.swap:
            assert is_now.share <= was.share
            assert is_now.sets_less >= was.sets_less


@given(places, check_ins, st.sampled_from(list(Part)), st.integers(1, 3))
def test_more_soreness_never_gives_more_load_or_sets(at: int, check_in: CheckIn, part: Part, more: int) -> None:
    session = SESSIONS[at]
    level = check_in.soreness.get(part, 0)
    worse = msgspec.structs.replace(check_in, soreness={**check_in.soreness, part: min(3, level + more)})
    before, after = today(session, check_in), today(session, worse)
    for block in session.blocks:
        if not change(after, block.key).left_out:
            assert not change(before, block.key).left_out
            assert change(after, block.key).sets_less >= change(before, block.key).sets_less


@given(places, st.dictionaries(st.sampled_from(list(Joint)), st.integers(3, 10), min_size=1))
def test_what_stands_in_spares_every_joint_that_hurts(at: int, pain: dict[Joint, int]) -> None:
    session = SESSIONS[at]
    found = today(session, CheckIn(NOW.date(), pain=pain))
    exercises = load_catalogue().exercises
    for each in found.blocks.values():
        if each.swap is None:
            continue
        chosen = exercises[each.swap]
        for joint, level in pain.items():
            assert chosen.loads.get(joint, "low") == "low"
            assert joint not in {advice.pain for advice in chosen.contraindications}
            assert level < 7 or joint not in chosen.loads


def test_much_pain_leaves_no_work_on_the_joint() -> None:
    exercises = load_catalogue().exercises
    spared = 0
    for session in SESSIONS:
        for joint in Joint:
            found = today(session, CheckIn(NOW.date(), pain={joint: 8}))
            for block in session.blocks:
                if block.role in ("support", "main", "finish") and joint in exercises[block.exercise].loads:
                    assert change(found, block.key).left_out
                    spared += 1
    assert spared > 50


def test_sore_calves_are_left_out_and_all_else_stays() -> None:
    left_out = 0
    for session in SESSIONS:
        found = today(session, CheckIn(NOW.date(), soreness={Part.CALVES: 2}))
        work = {b.key for b in session.blocks if b.part is Part.CALVES and b.role in ("support", "main", "finish")}
        assert {key for key, each in found.blocks.items() if each.left_out} == work
        assert set(found.blocks) == work
        left_out += len(work)
    assert left_out > 5


def test_a_heavy_warm_up_makes_the_work_lighter_and_a_light_one_nothing_heavier() -> None:
    seen = 0
    for session in SESSIONS:
        for at, step in enumerate(session.steps):
            for rule in step.what_if:
                if rule.when != "warm-up-heavy":
                    continue
                seen += 1
                following = (
                    s for s in session.steps[at:] if s.block == step.block and s.set_kind != "warm-up" and s.load
                )
                work = next(following, step)
                assert rule.do == "lower-load"
                assert rule.load is not None
                assert work.load is not None
                assert rule.load.mass < work.load.mass
                assert rule.reserve
    assert seen > 3


def test_rules_travel_as_data() -> None:
    session = max(SESSIONS, key=lambda each: len(each.blocks))
    assert decode(encode(session), SessionSteps) == session
    keys = {block.key for block in session.blocks}
    for rule in session.readiness:
        assert rule.blocks
        assert set(rule.blocks) <= keys
