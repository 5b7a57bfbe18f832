"""How long the catalogue and lines of the set language take to read."""

from pathlib import Path

import yaml

import legday
from bench.result import Result, median_seconds
from legday.catalogue import load_catalogue
from legday.notation import parse

LINES = (
    "4 x 8-10 @ 100 kg rest 90s",
    "4 x 6 > 6 > 6 > 6 @ 700 lb drop 100 lb",
    "6 x 12 point 6 then flex + forced 2 + negative 6s from set 4",
    "Wall Sit 90 Seconds (3 Reps)",
)


def load_catalogue_files() -> Result:
    files = sorted((Path(legday.__file__).parent / "catalogue" / "exercises").glob("*.yaml"))
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    plain = median_seconds(lambda: [yaml.load(f.read_text(), Loader=loader) for f in files], 3)  # noqa: S506

    def ours() -> None:
        load_catalogue.cache_clear()
        load_catalogue()

    return Result(
        f"catalogue, {len(files)} files (baseline: PyYAML)",
        "ms",
        median_seconds(ours, 3) * 1e3,
        500,
        plain * 1e3,
    )


def parse_set_lines() -> Result:
    parse(LINES[0])
    each = median_seconds(lambda: [parse(line) for line in LINES * 250]) / (250 * len(LINES))
    return Result("a set line, parsed", "µs", each * 1e6, 400)
