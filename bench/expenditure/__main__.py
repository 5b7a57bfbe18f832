"""`python -m bench.expenditure`: finds the expenditure of simulated people beside the usual ways."""

import argparse

import msgspec

from bench.expenditure.people import BY_EYE, HARSH, UNEVEN, USUAL, simulated_people
from bench.expenditure.results import AFTER, PEOPLE, SEED
from bench.expenditure.score import Scores, score

POPULATIONS = {
    "weighing food": (USUAL, False),
    "weighing food, uneven": (UNEVEN, False),
    "by eye": (BY_EYE, True),
    "harsh": (HARSH, False),
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.expenditure", description=__doc__)
    parser.add_argument(
        "--people", type=int, default=PEOPLE, help="how many people; the harder populations are a third"
    )
    parser.add_argument("--seed", type=int, default=SEED, help="of the draw of people")
    parser.add_argument("--json", action="store_true", help="print JSON")
    given = parser.parse_args()
    found = {}
    for number, (name, (habits, by_eye)) in enumerate(POPULATIONS.items()):
        people = given.people if not number else max(given.people // 3, 1)
        crowd = simulated_people(given.seed + number, people, max(AFTER), habits)
        found[name] = score(crowd, AFTER, by_eye=by_eye)
    print(msgspec.json.encode(found).decode() if given.json else table(found))


def table(found: dict[str, Scores]) -> str:
    lines = []
    for name, scores in found.items():
        lines += [
            f"{name}: {scores.people:,} people, who spend {scores.spent:,.0f} kcal a day",
            f"{'days':>6}  {'way':22}{'error':>8}{'median':>8}{'bias':>8}{'held':>8}{'half':>8}",
        ]
        for each in scores.scores:
            band = "" if each.held is None else f"{each.held:>8.1%}{each.half:>8.0f}"
            errors = f"{each.error:>8.0f}{each.median_error:>8.0f}{each.bias:>8.0f}"
            lines.append(f"{each.days:>6}  {each.way:22}{errors}{band}")
    return "\n".join([*lines, "error: mean absolute [kcal/d]; held: in the 90 % interval, which is ± half on average"])


main()
