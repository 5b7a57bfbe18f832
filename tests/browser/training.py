"""What an athlete does in the app, as a test does it: a plan made, a session begun, steps done."""

import datetime as dt
from pathlib import Path
from typing import Any

import httpx
import yaml
from playwright.sync_api import Page, expect

EXAMPLES = Path(__file__).parents[2] / "examples"
MOST_STEPS = 400
NOTHING_WAITS = """async () => {
  const waiting = () => new Promise((answer) => {
    const opening = indexedDB.open("legday");
    opening.onsuccess = () => {
      const counting = opening.result.transaction("outbox").objectStore("outbox").count();
      counting.onsuccess = () => (opening.result.close(), answer(counting.result));
    };
  });
  for (const end = Date.now() + 15_000; await waiting(); )
    if (Date.now() > end) throw new Error("the device did not upload");
}"""


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


def wait_for_upload(page: Page) -> None:
    """Wait until the server has confirmed every event of the device."""
    page.evaluate(NOTHING_WAITS)


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
