"""The signs explained on a plan: those it uses, and no others."""

import pytest
from plan_files import NAMES, example, shortest, with_item

from legday.exchange.plan_legend import legend
from legday.planner import ItemLoad

USES = {
    "4 x 8-12 rest 90s": {"rest 60-90s"},
    "3 x 10": set(),
    "3 x 10 no rest": set(),
    "3 x 10 rir 2": {"rir 2"},
    "3 x 10 rpe 8": {"rpe 8"},
    "3 x 10 to failure if cage else rir 1": {"to failure", "rir 2", "if partner, if cage"},
    "7 x 20 alternating not to failure": {"alternating", "not to failure"},
    "2 x 12/side": {"12/side"},
    "4 x 6 > 6 > 6 @ 100 kg drop 20 kg": {"6 > 6 ... drop"},
    "4 x 10 @ 4 plates drop 1 plate until empty": {"6 > 6 ... drop", "until empty"},
    "5 x 12 pyramid to 3 work": {"pyramid to 3 work"},
    "4 work x 20": {"4 work x 20"},
    "1 warm-up x 20": {"warm-up"},
    "3 x max @ bw": {"max", "@ bw"},
    "3 x 5 @ 75%": {"@ 75%"},
    "3 x 5 @ pin 8": {"@ pin 8"},
    "3 x 5 tempo 4-0-1-0": {"tempo 4-0-1-0"},
    "3 x 5 pause 2s bottom": {"pause 2s bottom"},
    "6 x 12 point 6 then flex": {"point 6 then flex"},
    "6 x 12 + forced 2 from set 4": {"+ forced 2", "from set 4"},
    "6 x 12 + negative 6s if partner else rest-pause 15s x 2": {
        "+ negative 6s",
        "+ rest-pause 15s x 2",
        "if partner, if cage",
    },
    "3 x 8 + partials 5": {"+ partials 5"},
    "3 x 8 + pulses 8": {"+ pulses 8"},
    "1 x 12 + myo 3-5 x 4 rest 10s": {"+ myo 3-5 x 4"},
    "3 x 8 progress 2.5 kg": {"progress"},
}


@pytest.mark.parametrize(("line", "signs"), USES.items())
def test_a_set_line_has_its_signs_explained(line: str, signs: set[str]) -> None:
    plan = with_item(shortest(example("runner")), sets=line, load=None)
    assert {sign for sign, _ in legend(plan)} == signs | {"4 x 8-12"}


def test_loads_to_be_found_are_explained() -> None:
    plan = with_item(shortest(example("runner")), sets="3 x 8", load=ItemLoad("find it", "because"))
    assert [sign for sign, _ in legend(plan)] == ["4 x 8-12", "find it"]


@pytest.mark.parametrize("name", NAMES)
def test_no_sign_is_explained_twice(name: str) -> None:
    signs = [sign for sign, _ in legend(example(name))]
    assert len(set(signs)) == len(signs) > 3
