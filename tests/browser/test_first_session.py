"""A newcomer's way: from an empty app to a finished session, by thumb and by keyboard alone."""

import re
import time

from playwright.sync_api import Page, expect

from browser.conftest import Server
from browser.training import ask, at_the_end, do_all, do_step, go, logged, wait_for_upload

QUESTIONS = 4
TIME_TO_TRAIN_S = 120
"""How long a newcomer may take from the first screen to the first step [s]."""


def test_from_nothing_to_a_finished_session(page: Page, server: Server) -> None:
    began = time.monotonic()
    page.goto("/")
    page.get_by_role("link", name="Make my plan").click()
    for _ in range(QUESTIONS - 1):
        page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Make my plan").click()
    page.get_by_role("link", name="Start", exact=True).click(timeout=60_000)
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.locator(".player .aim")).to_be_visible()
    assert time.monotonic() - began < TIME_TO_TRAIN_S
    do_all(page)
    go(page)
    expect(page.get_by_text("Session done")).to_be_visible()
    wait_for_upload(page)

    session = ask(server.address, "/sessions")["items"][0]
    page.get_by_role("link", name="See it in the log").click()
    expect(page).to_have_url(re.compile("/log/session/"))
    day = ask(server.address, f"/days/{session['planned_date']}")
    over = {key for block in day["blocks"] if "ramp_test" in block for key in block["ramp_test"]["sets"][1:]}
    keys = {step["set_key"] for step in day["steps"] if step.get("set_key")} - over  # the first answer ends a test
    planned = {f"{session['id']}:{key}" for key in keys}
    found = logged(server.address, session["id"])
    assert found["finished"]
    assert {done["id"] for done in found["sets"]} == planned


def test_a_plan_and_a_set_by_keyboard_alone(page: Page) -> None:
    def press_on(role: str, name: str) -> None:
        """Go to a control with the tabulator key, and press it."""
        for _ in range(80):
            page.keyboard.press("Tab")
            here = page.locator(":focus")
            if here.count() and here.evaluate("e => e.matches('a[href], button')"):
                said = here.get_attribute("aria-label") or here.inner_text()
                tag = here.evaluate("e => e.tagName")
                if said.strip() == name and tag == {"link": "A", "button": "BUTTON"}[role]:
                    outline = here.evaluate("e => getComputedStyle(e).outlineStyle")
                    assert outline != "none", f"the focus on {name} can't be seen"
                    page.keyboard.press("Enter")
                    return
        raise AssertionError(f"{name} can't be reached")

    page.goto("/")
    expect(page.get_by_role("link", name="Make my plan")).to_be_visible()
    press_on("link", "Make my plan")
    for number in range(2, QUESTIONS + 1):
        press_on("button", "Next")
        expect(page.get_by_role("img", name=f"Step {number} of {QUESTIONS}")).to_be_visible()
    press_on("button", "Make my plan")
    expect(page.get_by_role("link", name="Start", exact=True)).to_be_visible(timeout=60_000)
    press_on("link", "Start")
    expect(page.locator(".player.intro")).to_be_visible()
    press_on("button", "Start")
    expect(page.locator(".player.intro")).to_have_count(0)
    before = page.locator(".player h1").first.inner_text()
    for _ in range(6):
        do_step(page)
    assert not at_the_end(page)
    press_on("button", "Undo")
    press_on("button", "Change")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert before
