"""What an athlete does in the app, as a test does it: a plan made, a session begun, steps done."""

import datetime as dt
from pathlib import Path
from typing import Any

import httpx
import yaml
from playwright.sync_api import Page, expect

from browser.conftest import PATIENCE_MS

EXAMPLES = Path(__file__).parents[2] / "examples"
MOST_STEPS = 400
CONTROLLED = "() => navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller !== null)"
KEPT = """(store) => new Promise((answer) => {
  const opening = indexedDB.open("legday");
  opening.onsuccess = () => {
    const reading = opening.result.transaction(store).objectStore(store).getAll();
    reading.onsuccess = () => (opening.result.close(), answer(reading.result));
  };
})"""
"""All that the device keeps in one of its stores."""


def ask(address: str, path: str, body: object = None, method: str = "") -> Any:
    """Send a request to the API and return its answer."""
    method = method or ("GET" if body is None else "POST")
    answer = httpx.request(method, f"{address}/api{path}", json=body, headers={"X-Legday": "1"}, timeout=60)
    return answer.raise_for_status().json()


def plan_for(address: str, example: str, start: dt.date, **changes: object) -> list[dict[str, Any]]:
    """Give the athlete an example's profile and a plan of a week from it; return its sessions as steps."""
    profile = yaml.safe_load((EXAMPLES / f"{example}.yaml").read_text(encoding="utf-8"))
    ask(address, "/profile", {**profile, **changes}, "PUT")
    plan = ask(address, "/plans", {"start": start.isoformat(), "weeks": 1})
    sessions: list[dict[str, Any]] = ask(address, f"/plans/{plan['id']}/sessions")
    return sessions


def logged(address: str, session: str) -> dict[str, Any]:
    """The session as the server's log holds it."""
    found: dict[str, Any] = ask(address, f"/sessions/{session}")
    return found


def go(page: Page) -> None:
    """Press the key under the thumb."""
    page.locator("button.go").click()


def wait_until(page: Page, question: str, told: object = None) -> None:
    """Wait until a function inside the page, which may answer with a promise, says yes.

    Playwright's own `wait_for_function` takes a promise for a yes.
    """
    page.evaluate(
        f"""async (told) => {{
          const later = () => new Promise((go) => setTimeout(go, 20));
          for (const end = Date.now() + {PATIENCE_MS}; !(await ({question})(told)); await later())
            if (Date.now() > end) throw new Error("waited in vain");
        }}""",
        told,
    )


def first_visit(page: Page, sessions: int) -> None:
    """Open the app once with a network, until the device has all it needs to go without."""
    page.goto("/")
    wait_until(page, CONTROLLED)
    wait_until(page, f"async (sessions) => (await ({KEPT})('planned')).length === sessions", sessions)


def wait_until_kept(page: Page, about: str) -> None:
    """Wait until the device has written down an event about such a thing: a page left before that takes it along."""
    wait_until(page, f"async (about) => (await ({KEPT})('events')).some((event) => event.about === about)", about)


def wait_for_upload(page: Page) -> None:
    """Wait until the server has confirmed every event of the device."""
    wait_until(page, f"async () => (await ({KEPT})('outbox')).length === 0")


def begin(page: Page, session: str) -> None:
    page.goto(f"/train/{session}")
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.locator(".player.intro")).to_have_count(0)


def do_step(page: Page) -> None:
    """Do the step at hand as planned.

    Hold what is to be held, say that a work set needed one pause and that a test set left one rep, skip rests.
    """
    step = page.locator(".player").get_attribute("data-step")
    held = page.get_by_role("button", name="Did it")
    if held.count():
        held.click()
    else:
        go(page)
    after = page.locator(f'.player:not([data-step="{step}"])')
    pauses = page.get_by_role("dialog", name="How often did you pause at the top?")
    left = page.get_by_role("dialog", name="How many more could you have done?")
    expect(after.or_(pauses).or_(left).first).to_be_visible()
    for asked in (pauses, left):
        if asked.count():
            asked.get_by_role("button", name="1", exact=True).click()
    expect(after).to_be_visible()


def at_the_end(page: Page) -> bool:
    return page.locator(".player-body.summary").count() > 0


def do_all(page: Page) -> None:
    """Do all steps that are left."""
    for _ in range(MOST_STEPS):
        if at_the_end(page):
            return
        do_step(page)
    raise AssertionError("the session has no end")
