"""How heavy the app's shell is, and how soon it shows something useful on a slow phone."""

import gzip
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING

from bench.chromium import ARGUMENTS, find_chromium
from bench.result import Result
from bench.web import server

if TYPE_CHECKING:
    from playwright.sync_api import Browser

STATIC = Path(__file__).parents[1] / "src" / "legday" / "web" / "static"
SHELL = (".html", ".js", ".css", ".woff2", ".svg", ".webmanifest")
PHONE = {"width": 360, "height": 740}
SLOWER = 4
"""How much slower the processor of a mid-range phone is taken to be, as Lighthouse does."""

SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
"""The network of the same profile: 150 ms, 1.6 Mbit/s down [bytes/s]."""


_LOOK_EVERY, _IDLE_SHARE = 0.5, 0.1
"""How often the browser is looked at [s], and the share of a processor below which it has settled."""


def shell_size() -> Result:
    files = [file for file in STATIC.rglob("*") if file.suffix in SHELL]
    sizes = {file.name: len(_sent(file)) for file in files}
    largest = sorted(sizes, key=lambda name: -sizes[name])[:4]
    detail = (
        f"{len(files)} files, all that the phone keeps",
        ", ".join(f"{n} {sizes[n] / 1e3:.0f} kB" for n in largest),
    )
    return Result("the app's shell, compressed", "kB", sum(sizes.values()) / 1e3, 200, detail=detail)


def _sent(file: Path) -> bytes:
    return file.read_bytes() if file.suffix == ".woff2" else gzip.compress(file.read_bytes(), 9)


def first_paint() -> Result:
    first, again = _paint()
    detail = (
        f"again, from the phone's own copy: {again:.2f} s",
        f"processor {SLOWER} times slower, 150 ms, 1.6 Mbit/s",
    )
    return Result("first useful paint on a slow phone", "s", first, 1, detail=detail)


_WATCH = """
window.shown = new Promise((tell) =>
  new MutationObserver((_, watch) => {
    if (![...document.links].some((link) => link.textContent.includes("Make my plan"))) return;
    watch.disconnect();
    requestAnimationFrame(() => setTimeout(() => tell(performance.now())));
  }).observe(document, { subtree: true, childList: true }),
);
"""
"""Tells in the page itself when it shows what to do: a question from outside would cost the page time."""


def _paint() -> tuple[float, float]:
    """The time until the page has painted what to do [s]: on a first visit, and on the next one."""
    from playwright.sync_api import sync_playwright

    chromium = find_chromium()
    with server() as port, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.program, args=list(ARGUMENTS), env=dict(chromium.environment)
        )
        context = browser.new_context(base_url=f"http://127.0.0.1:{port}", viewport=PHONE)  # type: ignore[arg-type]
        context.add_init_script(_WATCH)
        seconds = []
        for _ in range(2):
            page = context.new_page()
            _settle(browser)
            session = context.new_cdp_session(page)
            session.send("Network.enable")
            session.send("Network.emulateNetworkConditions", SLOW_4G)
            session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
            page.goto("/", wait_until="commit")
            seconds.append(page.evaluate("window.shown") / 1e3)
            page.evaluate("navigator.serviceWorker.ready.then(() => null)")
            page.close()
        browser.close()
    return seconds[0], seconds[1]


def _settle(browser: "Browser") -> None:
    """Wait until the browser has loaded its own pages: on a phone it is running when a link is opened."""
    session = browser.new_browser_cdp_session()
    used = -1.0
    for _ in range(100):
        before, used = used, sum(each["cpuTime"] for each in session.send("SystemInfo.getProcessInfo")["processInfo"])
        if before >= 0 and used - before < _IDLE_SHARE * _LOOK_EVERY:
            return
        time.sleep(_LOOK_EVERY)


def requests_to_train() -> Result:
    """Requests that a training needs from the network after the first visit: none may be needed."""
    source = (STATIC / "sw.js").read_text(encoding="utf-8")
    kept = set(re.findall(r'"(/[^"]*)"', source))
    asked = {f"/{file.relative_to(STATIC).as_posix()}" for file in STATIC.rglob("*") if file.suffix in SHELL}
    missing = sorted(asked - kept - {"/index.html", "/sw.js"})
    return Result("files of the shell not kept on the phone", "", len(missing), 0, detail=tuple(missing))
