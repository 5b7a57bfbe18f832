"""Every page, in dark and light and at 360 px: no accessibility violations, nothing wider than the screen."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from browser.conftest import Server
from browser.training import ask, begin, do_step, plan_for, wait_for_upload

ROOT = Path(__file__).parents[2]
PAGES = ("/", "/start", "/plan", "/log", "/body", "/body/photos", "/goal", "/imports", "/settings", "/train/free")


SETTLED = """Promise.all(
    document.getAnimations()
        .filter((each) => each.effect.getComputedTiming().endTime !== Infinity)
        .map((each) => each.finished.catch(() => null))
)"""
"""Waits until all that moves and comes to an end has come to it."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose athlete has a plan, a log and measures."""
    started = Server(tmp_path_factory.mktemp("home"))
    started.start()
    today = dt.date.today()
    who = {"birth_year": 1990, "height": "182 cm", "mass_goal": {"to": "88 kg", "by": str(today + dt.timedelta(120))}}
    plan_for(started.address, "male-bodybuilder", today - dt.timedelta(days=today.weekday()), **who)
    for ago, kg, waist in ((0, 92.4, 91.0), (9, 92.9, 91.5), (18, 92.2, 92.0), (27, 93.1, 94.0)):
        on = str(today - dt.timedelta(ago))
        for kind, size, unit in (("body-mass", kg, "kg"), ("waist", waist, "cm"), ("hip", waist + 10, "cm")):
            ask(started.address, "/measures", {"date": on, "kind": kind, "value": size, "unit": unit})
    for day, value in enumerate(("57", "57.5", "58")):
        measure = {"date": f"2026-01-0{day + 1}", "kind": "thigh", "value": value, "unit": "cm", "side": "left"}
        ask(started.address, "/measures", measure)
    log = (ROOT / "examples" / "strong-log.csv").read_bytes()
    upload(started.address, log)
    yield started
    started.kill()


def upload(address: str, content: bytes) -> None:
    headers = {"X-Legday": "1", "X-File-Name": "strong-log.csv", "Content-Type": "application/octet-stream"}
    httpx.post(f"{address}/api/imports", content=content, headers=headers, timeout=60).raise_for_status()


def look(page: Page, where: str) -> None:
    page.evaluate(SETTLED)  # a sheet that is still coming up is seen through
    found = Axe().run(page)
    assert found.violations_count == 0, f"{where}: {found.generate_report()}"
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow <= 0, f"{where} is {overflow} px wider than the screen"


def test_pages_are_accessible_and_fit(looked_at: Page, server: Server) -> None:
    session = ask(server.address, "/sessions")["items"][0]["id"]
    for path in (*PAGES, f"/log/session/{session}", "/log/exercise/squat"):
        looked_at.goto(path)
        expect(looked_at.get_by_role("heading", level=1)).to_be_visible()
        expect(looked_at.locator("[aria-busy=true], .skeleton")).to_have_count(0)
        look(looked_at, path)


def test_the_player_is_accessible_and_fits(looked_at: Page, server: Server) -> None:
    plan = ask(server.address, "/me")["plan"]
    sessions = ask(server.address, f"/plans/{plan['id']}/sessions")
    begun = {each["id"] for each in ask(server.address, "/sessions")["items"]}
    begin(looked_at, next(each["id"] for each in sessions if each["id"] not in begun))
    seen: set[str] = set()
    for _ in range(40):
        kind = re.sub(r"\d.*", "", looked_at.locator("button.go").inner_text())
        if kind not in seen:
            seen.add(kind)
            look(looked_at, f"the player at {kind}")
        do_step(looked_at)
    looked_at.get_by_role("button", name="Change").click()
    expect(looked_at.get_by_role("dialog")).to_be_visible()
    look(looked_at, "what to do otherwise")
    wait_for_upload(looked_at)
