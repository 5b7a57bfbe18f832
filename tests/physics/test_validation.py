"""The model held against stable directions and published results; what disagrees is named, so that it stays visible."""

import pytest

from legday.physics import Checked, draw, validate
from legday.physics.validation import load_claims

DISAGREES: set[str] = set()
"""Where the model says the opposite of a study; see docs/physics.md."""

AGREES = {
    "heel-wedge-quads",
    "press-low-quads",
    "press-high-glutes",
    "press-high-hams",
    "lean-glutes",
    "lean-quads",
    "shin-forward-quads",
    "seated-curl-length",
    "seated-curl-short-head",
    "standing-calf-length",
    "romanian-hams",
    "thrust-quads",
    "thrust-adductors",
    "reclined-extension-length",
    "reclined-extension-vastus",
    "depth-maximus",
    "depth-rectus",
    "curl-dorsiflexed",
    "blocked-hip",
    "blocked-knee",
    "heel-lift-knee",
    "lunge-lean",
}


@pytest.fixture(scope="module")
def checked() -> dict[str, Checked]:
    return {each.id: each for each in validate(draw())}


def test_outcomes_are_as_reported(checked: dict[str, Checked]) -> None:
    assert {name for name, each in checked.items() if each.outcome == "disagrees"} == DISAGREES
    assert {name for name, each in checked.items() if each.outcome == "agrees"} == AGREES


def test_stance_and_toes_stay_unsettled(checked: dict[str, Checked]) -> None:
    for name, claim in load_claims().items():
        if not claim.settled:
            assert checked[name].outcome == "not settled"


@pytest.mark.parametrize("name", ["toes-out-maximus"])
def test_refuted_directions_stay_refuted(checked: dict[str, Checked], name: str) -> None:
    """In the trial 0 to 4 % of draws had gluteus maximus up with the toes out."""
    assert checked[name].agree <= 10


def test_pointed_toes_do_not_make_the_calf_work_more(checked: dict[str, Checked]) -> None:
    """In the trial 0 % of draws had it so; here the difference is under what counts, and most often the other way."""
    assert checked["toes-pointed"].difference < 0
    assert checked["toes-pointed"].agree > 50


def test_agreement_is_not_by_chance_of_the_seed(checked: dict[str, Checked]) -> None:
    """Other draws of models come to the same wherever they come to agree by all."""
    firm = {name for name, each in checked.items() if each.outcome == "agrees" and each.agree == 100}
    others = {each.id: each for each in validate(draw(40, seed=5))}
    assert all(others[name].outcome != "disagrees" and others[name].agree >= 85 for name in firm)


def test_every_claim_names_its_source() -> None:
    assert all(claim.source for claim in load_claims().values())
    assert len(load_claims()) >= 30
