"""How long `legday --help` takes beside a bare interpreter."""

import subprocess
import sys
from pathlib import Path

from bench.result import Result, median_seconds

MOST_TIMES_BARE = 8


def help_startup() -> Result:
    legday = str(Path(sys.executable).with_name("legday"))
    bare = median_seconds(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True), 15)
    ours = median_seconds(lambda: subprocess.run([legday, "--help"], check=True, stdout=subprocess.DEVNULL), 15)
    return Result(
        "legday --help (baseline: python -c pass)", "ms", ours * 1e3, MOST_TIMES_BARE * bare * 1e3, bare * 1e3
    )
