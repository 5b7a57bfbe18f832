"""`legday physics` prints moments first, then shares and lengths, and one sentence where it can't."""

import json

import pytest

from legday.cli import main


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        main(["physics", *arguments])
    printed = capsys.readouterr()
    return int(ended.value.code or 0), printed.out, printed.err


def test_a_variant_is_shown_with_moments_first(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "show", "Squat")
    assert code == 0
    assert out.index("Moments of muscles") < out.index("Share of active muscle") < out.index("fibres")
    assert "vastus-lateralis" in out


def test_two_variants_are_compared(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "show", "Leg Press", "--compare", "foot=high,low")
    assert code == 0
    assert out.index("Joint moments") < out.index("Share of active muscle") < out.index("Longest fibres")
    assert "of 100 models agree; settled" in out


def test_json_holds_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "show", "Leg Press", "--compare", "foot=high,low", "--json")
    told = json.loads(out)
    assert code == 0
    assert told["first"] == "leg-press/foot-high"
    assert {row["what"] for row in told["moments"]} >= {"hip extension", "knee extension"}
    code, out, _ = run(capsys, "show", "Leg Press", "--json")
    assert set(json.loads(out)["demand"]["parts"]) == {"glutes", "quads", "hams", "calves"}


@pytest.mark.parametrize("arguments", [("show", "Bench Press"), ("show", "Squat", "--compare", "foot=high")])
def test_what_is_wrong_is_one_sentence(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    code, out, err = run(capsys, *arguments)
    assert code == 2
    assert out == ""
    assert len(err.strip().splitlines()) == 1
