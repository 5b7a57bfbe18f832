"""`python -m bench [NAME …]`: run the benchmarks and print ours, the baseline and the target."""

import sys
import time
from collections.abc import Callable

from bench.energy import people_followed
from bench.expenditure.results import expenditure_found, expenditure_held
from bench.following import one_session_followed, ten_years_followed
from bench.imports import import_rows
from bench.logbook import events_to_disk, statistics_cold
from bench.pages import first_paint, requests_to_train, shell_size
from bench.physics import muscle_solver
from bench.planning import four_weeks, peak_memory, twelve_weeks
from bench.reading import load_catalogue_files, parse_set_lines
from bench.replanning import plan_made_again
from bench.result import Result
from bench.sessions import day_as_steps
from bench.startup import help_startup
from bench.web import all_statistics, create_set_slowest, create_set_through_the_api, day_steps

BENCHMARKS: tuple[Callable[[], Result], ...] = (
    help_startup,
    load_catalogue_files,
    parse_set_lines,
    import_rows,
    four_weeks,
    twelve_weeks,
    plan_made_again,
    peak_memory,
    ten_years_followed,
    one_session_followed,
    people_followed,
    expenditure_found,
    expenditure_held,
    muscle_solver,
    day_as_steps,
    day_steps,
    create_set_through_the_api,
    create_set_slowest,
    events_to_disk,
    statistics_cold,
    all_statistics,
    shell_size,
    first_paint,
    requests_to_train,
)


def _additions() -> float:
    """A yardstick [s]: a shared machine can be half as fast as an hour ago."""
    began, total = time.perf_counter(), 0
    for number in range(5_000_000):
        total += number
    return time.perf_counter() - began


def main(names: list[str]) -> int:
    chosen = [each for each in BENCHMARKS if not names or each.__name__ in names]
    if not chosen:
        print(
            f"no such benchmark; choose from {', '.join(each.__name__ for each in BENCHMARKS)}",
            file=sys.stderr,
        )
        return 2
    missed = 0
    print(f"this machine now: 5 million additions in {_additions():.2f} s")
    print(f"{'benchmark':<44}{'ours':>12}{'baseline':>12}{'target':>12}  ")
    for benchmark in chosen:
        result = benchmark()
        missed += not result.met
        print(
            f"{result.name:<44}{result.ours:>9.4g} {result.unit:<2}{result.baseline_text:>12}"
            f"{result.target:>9.4g} {result.unit:<2}  {'met' if result.met else 'MISSED'}"
        )
        for line in result.detail:
            print(f"    {line}")
    return 1 if missed else 0


sys.exit(main(sys.argv[1:]))
