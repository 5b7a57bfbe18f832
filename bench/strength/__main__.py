"""`python -m bench.strength`: foretells reps in logs beside simpler ways; `learn` makes the shipped parameters anew."""

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import msgspec
import numpy as np
from threadpoolctl import threadpool_limits

from bench.strength.baselines import BASELINES
from bench.strength.cases import Case, cases_of, read_logs
from bench.strength.learn import LEVELS, learn_forecast
from bench.strength.learn_belief import learn_prior
from bench.strength.score import Score, Strength, score_of, strength_of
from bench.strength.tree import boosted_tree
from legday.documents import InputError
from legday.progress.forecast import RepForecast, forecast, forecast_parameters

LOGS = Path(__file__).resolve().parents[2].parent / "shared" / "logs"
SHIPPED = Path(__file__).resolve().parents[2] / "src" / "legday" / "progress" / "data"
WORKERS = 2


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.strength", description=__doc__)
    parser.add_argument("what", nargs="?", choices=("compare", "learn"), default="compare")
    parser.add_argument("--logs", type=Path, default=LOGS, help="a folder of exports, one athlete each")
    parser.add_argument("--json", action="store_true", help="print JSON")
    given = parser.parse_args()
    try:
        logs = read_logs(given.logs)
        cases = cases_of(logs)
    except InputError as error:
        sys.exit(str(error))
    if not cases:
        sys.exit(f"{given.logs}: no exercise has more than five sessions here; give logs of months with LOGS=folder")
    if given.what == "learn":
        _ship("rep_forecast.json", learn_forecast(cases))
        _ship("strength_prior.json", learn_prior(logs))
        print(f"learnt from {len(cases):,} sets of {len(logs)} athletes: {SHIPPED}")
        return
    found = compare(cases)
    print(msgspec.json.encode(found).decode() if given.json else _table(found))


def compare(cases: tuple[Case, ...]) -> Strength:
    """Score every way on all cases; what is learnt is learnt without the athlete that it is tried on."""
    athletes = sorted({case.athlete for case in cases})
    with ProcessPoolExecutor(WORKERS, initializer=threadpool_limits, initargs=(1,)) as pool:  # one thread each
        apart = [(cases, athlete) for athlete in athletes]
        ours = dict(zip(athletes, pool.map(_foretold, *zip(*apart, strict=True)), strict=True))
        trees = dict(zip(athletes, pool.map(_by_tree, *zip(*apart, strict=True)), strict=True))
    scores: list[Score] = [
        score_of(name, cases, [foretell(case) for case in cases]) for name, foretell in BASELINES.items()
    ]
    in_order = {athlete: iter(trees[athlete]) for athlete in athletes}
    scores.append(score_of("boosted tree", cases, [next(in_order[case.athlete]) for case in cases]))
    told = {athlete: iter(ours[athlete]) for athlete in athletes}
    forecasts = [next(told[case.athlete]) for case in cases]
    return strength_of(cases, scores, forecasts)


def _foretold(cases: tuple[Case, ...], athlete: str) -> list[RepForecast]:
    others = [case for case in cases if case.athlete != athlete]
    learnt = learn_forecast(others) if others else forecast_parameters()
    return [forecast(case.history, case.start, case.kg, learnt) for case in cases if case.athlete == athlete]


def _by_tree(cases: tuple[Case, ...], athlete: str) -> list[float]:
    others = [case for case in cases if case.athlete != athlete]
    return boosted_tree(others or list(cases), [case for case in cases if case.athlete == athlete])


def _ship(name: str, learnt: object) -> None:
    """Write parameters to four digits, so that the file can be read."""

    def short(value: object) -> object:
        if isinstance(value, float):
            return float(np.format_float_positional(value, 4, fractional=False))
        if isinstance(value, dict):
            return {key: short(each) for key, each in value.items()}
        return [short(each) for each in value] if isinstance(value, list | tuple) else value

    content = msgspec.json.encode(short(msgspec.to_builtins(learnt)))
    (SHIPPED / name).write_bytes(msgspec.json.format(content, indent=1) + b"\n")


def _table(found: Strength) -> str:
    best_micro = min(score.micro for score in found.scores if score.name in BASELINES)
    best_macro = min(score.macro for score in found.scores if score.name in BASELINES)
    lines = [
        f"{found.cases:,} top sets of {found.athletes} athletes; mean absolute error [reps] over sets, over athletes",
        f"{'':28}{'micro':>8}{'macro':>8}{'below the best simple way':>28}",
    ]
    for score in found.scores:
        below = f"{1 - score.micro / best_micro:>17.1%}{1 - score.macro / best_macro:>10.1%}"
        lines.append(f"{score.name:28}{score.micro:>8.3f}{score.macro:>8.3f}{below}")
    lines.append(f"log score of ours: {found.log_score:.3f} (nats a set, lower is better)")
    for level in LEVELS:
        held = found.held[str(level)]
        lines.append(f"{level:.0%} intervals held {held.micro:.1%} of sets, {held.macro:.1%} over athletes")
    return "\n".join(lines)


main()
