"""Nothing that is contradicted drives the plan: by the register's links, and in what legday plans, counts and says."""

import ast
import datetime as dt
import re
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from legday.anatomy import Part
from legday.catalogue import Variant, load_catalogue
from legday.documents import encode, read
from legday.evidence import Claim, claim, load_claims
from legday.log import Log
from legday.notation import hard_sets, parse
from legday.planner import GOALS, Profile, Request, make_plan
from legday.planner.layout import lay_out
from legday.planner.rule import Rule
from legday.planner.rules import RULES
from legday.programs import load_methods

_MONDAY = dt.date(2026, 3, 2)
ROOT = Path(__file__).parents[2]
HOLDS = ("supported", "mixed", "not-testable")
FALLEN = tuple(each for each in load_claims() if each.grade not in HOLDS)
PROFILE = """
name: Test
level: advanced
sex: male
method: priority-split
days: {monday: 120 min, wednesday: 60 min, thursday: 120 min, friday: 60 min}
partner: [monday, thursday]
"""


# By the links of the register


@pytest.mark.parametrize("each", FALLEN, ids=[each.id for each in FALLEN])
def test_what_does_not_hold_drives_nothing(each: Claim) -> None:
    assert each.drives == ()


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_a_rule_stands_on_something_that_holds(rule: Rule) -> None:
    """Where claims were made about the rows that a rule comes from, one of them holds, or it has a study of its own."""
    if "doi:" in rule.source or any(rule.id in each.drives for each in load_claims()):
        return
    rows = set(re.findall(r"\b[FMCP]\d+\b", rule.source))
    touching = [each for each in load_claims() if rows & set(each.rows)]
    assert not touching or any(each.grade in HOLDS for each in touching), [each.id for each in touching]


# In what is planned and counted


def candidates() -> "list[tuple[str, Part, float]]":
    profile = read(Profile, PROFILE, "profile")
    request = Request(profile, load_methods()["priority-split"], _MONDAY, 1)
    return [
        (f"{each.exercise.id}/{each.variant.id}", part, float(each.share_for(part)))
        for each in lay_out(request).candidates
        for part in Part
    ]


def test_curls_count_for_no_calf_whichever_way_the_toes_point() -> None:
    curls = [(part, share) for way, part, share in candidates() if "leg-curl" in way]
    assert any(part is Part.HAMS and share == 1 for part, share in curls)
    assert all(share == 0 for part, share in curls if part is Part.CALVES)
    for link in claim("toes-pointed-curl-calves").exercises:
        exercise = load_catalogue().find(link.partition("/")[0])
        assert Part.CALVES not in exercise.parts, link


@pytest.mark.parametrize(
    "line", ["7 x 12/side alternating not to failure no rest", "7 x 20/side alternating not to failure"]
)
def test_sets_for_the_pump_fill_no_volume(line: str) -> None:
    assert hard_sets(parse(line)) == 0


def test_help_after_failure_adds_no_volume() -> None:
    assert hard_sets(parse("6 x 12 to failure + forced 2 + negative 6s from set 4")) == hard_sets(
        parse("6 x 12 to failure")
    )


def test_a_set_counts_alike_with_more_weight_and_fewer_reps() -> None:
    assert hard_sets(parse("7 x 12 rir 1")) == hard_sets(parse("7 x 20 rir 1"))


def test_no_method_asks_for_a_way_of_doing_that_only_a_fallen_claim_is_for() -> None:
    chosen = {
        f"{reference.exercise.id}/{reference.variant.id}"
        for method in load_methods().values()
        for slot in method.slots
        for reference in slot.choose
        if reference.variant
    }
    fallen = {link for each in FALLEN for link in each.exercises if "/" in link}
    stands = {link for each in load_claims() if each.grade in HOLDS for link in each.exercises}
    assert "leg-press/foot-low" in chosen & stands, "the ways that methods ask for are found"
    assert chosen & fallen - stands <= {"squat/feet-forward"}, "it is upright, which is what loads the quads"


_DIMENSIONS = (
    "stance",
    "toes_out",
    "foot_height",
    "foot_width",
    "heels",
    "ankle",
    "lean",
    "stride",
    "direction",
    "support",
)
_SAYS_NOTHING = {
    "foot-angle-squat": {"toes_out"},
    "foot-width-quad-heads": {"foot_width", "toes_out"},
    "lunge-lean-quads": {"lean"},
    "toes-pointed-curl-calves": {"ankle"},
}
"""What the ways of doing that a fallen claim is about are told apart by, and what by itself moves no work."""


def differs(variant: Variant, usual: Variant) -> set[str]:
    return {name for name in _DIMENSIONS if getattr(variant, name) not in (None, getattr(usual, name))}


@pytest.mark.parametrize(
    ("identifier", "link"),
    [(identifier, link) for identifier in _SAYS_NOTHING for link in claim(identifier).exercises],
)
def test_work_is_not_said_to_move_for_a_reason_that_does_not_hold(identifier: str, link: str) -> None:
    exercise = load_catalogue().find(link.partition("/")[0])
    variant = exercise.variant(link.partition("/")[2])
    if variant.emphasis is not None:
        assert differs(variant, exercise.variants[0]) - _SAYS_NOTHING[identifier]


# In what is said

SAID = {
    "spot-reduction": (
        (
            r"\b(belly|tummy|stomach|thigh|hip|waist) fat\b|\bmelt|spot.reduc"
            r"|\b(lose|burn|shed|trim)\w* (\w+ ){0,3}(belly|tummy|stomach|waist|hips|thighs)\b"
        ),
        "This day will burn off your belly fat.",
    ),
    "leg-hormones-grow-the-rest": (r"testosterone|growth hormone|anabolic", "Legs raise testosterone."),
    "women-slimmer-legs": (r"\bslim|\bslender", "For slimmer legs."),
    "stretching-lactate-soreness": (
        (
            r"lactic acid|stretch\w* ([\w,]+ ){0,8}(sore|lactate)"
            r"|\b(prevent|reduc|eas|reliev|less)\w* (\w+ ){0,3}sore(ness)?\b"
        ),
        "Stretch to reduce muscle soreness.",
    ),
    "heel-wedge-knee-travel": (
        r"\b(keep|hold|prevent|stop)s? (\w+ ){0,3}knees? (\w+ ){0,3}(from|back)\b",
        "The block keeps the knees from going forward.",
    ),
    "knees-past-toes": (
        r"\b(not|never|n't|no)\b[^.;]{0,40}\b(past|beyond|over) (the|your) toes|behind (the|your) toes",
        "Do not let the knees go past the toes.",
    ),
    "knees-in-meniscus": (r"menisc", "It damages the meniscus."),
    "foot-width-quad-heads": (
        r"(wide|narrow)[^.]{0,30}\bfor the (inner|outer) quad",
        "Feet narrow, for the outer quad.",
    ),
    "wall-sit-explosive": (r"wall sit[^.]{0,40}(power|explosi|spring)", "The wall sit gives power."),
    "heavier-for-size": (r"heav(y|ier)[^.]{0,40}\bsize\b", "Go heavier for size."),
}
"""For each, what would say it, and a sentence that does."""


@cache
def texts() -> tuple[tuple[str, str], ...]:
    """All that legday can say, with the file it is in: strings of its code, its data, its app, but for the register."""
    source = ROOT / "src" / "legday"
    code = chain.from_iterable(_strings(file) for file in source.rglob("*.py"))
    data = chain(source.rglob("*.yaml"), source.rglob("*.jinja"), source.rglob("*.typ"), _app("*.ts"), _app("*.tsx"))
    whole = ((str(file.relative_to(ROOT)), re.sub(r"\s+", " ", file.read_text(encoding="utf-8"))) for file in data)
    return tuple((name, text) for name, text in chain(code, whole) if "evidence" not in name)


def _app(pattern: str) -> list[Path]:
    return [file for file in (ROOT / "frontend" / "src").rglob(pattern) if ".test." not in file.name]


def _strings(file: Path) -> list[tuple[str, str]]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings are not said
    return [
        (str(file.relative_to(ROOT)), node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told
    ]


def test_what_is_said_is_found() -> None:
    found = " ".join(text for _, text in texts())
    assert GOALS["tighter-core"].energy.sentence[:40] in found
    assert load_catalogue().find("squat").cues[1] in found
    assert "Tap what is sore or hurts" in found


@pytest.mark.parametrize(
    "identifier",
    [
        *SAID,
    ],
)
def test_what_does_not_hold_is_not_said(identifier: str) -> None:
    pattern, would_say = SAID[identifier]
    assert claim(identifier).grade not in HOLDS
    assert re.search(pattern, would_say, re.IGNORECASE), "the pattern finds what would say it"
    said = [(name, found[0]) for name, text in texts() for found in re.finditer(pattern, text, re.IGNORECASE)]
    assert said == []


@pytest.mark.parametrize("goal", ["leaner", "tighter-core", "lose-weight"])
def test_no_goal_promises_where_fat_goes(goal: str) -> None:
    effect = GOALS[goal]  # type: ignore[index]
    for sentence in (effect.sentence, effect.energy.sentence, effect.page.sentence):
        if re.search(r"\bfat\b", sentence):
            assert re.search(r"does not choose|fat goes and muscle stays", sentence), sentence


def test_a_plan_says_nothing_that_does_not_hold() -> None:
    profile = read(Profile, PROFILE.replace("advanced", "intermediate") + "goal: tighter-core\n", "profile")
    said = encode(make_plan(profile, Log(), _MONDAY, 1)).decode()
    assert "where fat goes" in said or "trunk" in said
    assert {i for i, (pattern, _) in SAID.items() if re.search(pattern, said, re.IGNORECASE)} == set()
