"""The app as it is started by hand, on a store of its own, and a real Chromium to use it with."""

import datetime as dt
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from bench.chromium import ARGUMENTS, find_chromium
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect, sync_playwright

PHONE: ViewportSize = {"width": 360, "height": 740}
PATIENCE_MS = 30_000
"""How long a page may take on a busy machine [ms]."""

expect.set_options(timeout=PATIENCE_MS)


@dataclass
class Server:
    """The server as a process, which can be killed and started again on the same port."""

    home: Path
    port: int = 0
    process: "subprocess.Popen[str] | None" = field(default=None, repr=False)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        environment = {**os.environ, "LEGDAY_HOME": str(self.home)}
        command = [str(Path(sys.executable).with_name("legday")), "serve", "--port", str(self.port)]
        self.process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
        assert self.process.stderr is not None
        line = self.process.stderr.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)", line)
        assert found, line + self.process.stderr.read()
        self.port = int(found[1])

    def kill(self) -> None:
        assert self.process is not None
        assert self.process.stderr is not None
        self.process.kill()
        self.process.wait()
        self.process.stderr.close()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    started = Server(tmp_path / "home")
    started.start()
    yield started
    started.kill()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = find_chromium()
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=chromium.program, args=list(ARGUMENTS), env=dict(chromium.environment)
        )
        yield launched
        launched.close()


@pytest.fixture
def context(browser: Browser, server: Server) -> Iterator[BrowserContext]:
    made = browser.new_context(base_url=server.address, viewport=PHONE, has_touch=True)
    made.set_default_timeout(PATIENCE_MS)
    yield made
    made.close()


@pytest.fixture(params=["light", "dark"])
def looked_at(request: pytest.FixtureRequest, browser: Browser, server: Server) -> Iterator[Page]:
    """A page on a phone, once light and once dark, of somebody who asks for little motion."""
    made = browser.new_context(
        base_url=server.address, viewport=PHONE, color_scheme=request.param, reduced_motion="reduce"
    )
    yield made.new_page()
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page that fails the test if anything in it goes wrong unseen."""
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    assert errors == []


@pytest.fixture
def monday() -> dt.date:
    """The Monday of this week."""
    today = dt.date.today()
    return today - dt.timedelta(days=today.weekday())
