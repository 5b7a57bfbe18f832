"""The check-in: sore calves are left out without a network until that is overruled; the sheet is for everybody."""

import datetime as dt
import re
from typing import Any

from playwright.sync_api import BrowserContext, Page, expect

from browser.conftest import Server
from browser.test_pages import look
from browser.training import ask, first_visit, plan_for, wait_for_upload

WORK = ("support", "main", "finish")


def check_in(page: Page) -> None:
    page.get_by_role("region", name="Check-in").get_by_role("button").click()
    expect(page.get_by_role("dialog", name="How are you today?")).to_be_visible()


def step(page: Page, name: str, times: int) -> None:
    for _ in range(times):
        page.get_by_role("button", name=re.compile(f"^{name}: (?!less$|more$)")).click()


def calves(session: dict[str, Any]) -> list[str]:
    return [b["name"] for b in session["blocks"] if b.get("part") == "calves" and b["role"] in WORK]


def test_sore_calves_are_left_out_offline_and_overruling_brings_them_back(
    context: BrowserContext, server: Server, monday: dt.date
) -> None:
    sessions = plan_for(server.address, "male-bodybuilder", monday)
    session = next(each for each in sessions if {"calves", "hams"} <= set(each["parts"]))
    page = context.new_page()
    first_visit(page, len(sessions))
    context.set_offline(True)
    page.goto(f"/train/{session['id']}")
    check_in(page)
    step(page, "Calves", 2)
    page.get_by_role("button", name="Done", exact=True).click()
    left_out = page.locator(".preview .left-out .preview-name > a")
    expect(left_out).to_have_text(calves(session))
    page.get_by_role("button", name="Start", exact=True).click()
    exercises = page.locator(".player-progress li")
    expect(exercises).to_have_count(len(session["blocks"]) - len(calves(session)))
    page.reload()  # what was said is on the device
    expect(exercises).to_have_count(len(session["blocks"]) - len(calves(session)))
    page.goto("/")
    context.set_offline(False)
    wait_for_upload(page)
    [told] = ask(server.address, "/check-ins")
    assert (told["date"], told["soreness"]) == (dt.date.today().isoformat(), {"calves": 2})


def test_a_change_is_overruled_before_the_session_and_taken_up_again(
    page: Page, server: Server, monday: dt.date
) -> None:
    sessions = plan_for(server.address, "male-bodybuilder", monday)
    session = next(each for each in sessions if {"calves", "hams"} <= set(each["parts"]))
    first_visit(page, len(sessions))
    page.goto(f"/train/{session['id']}")
    check_in(page)
    step(page, "Calves", 3)
    page.get_by_role("button", name="Done", exact=True).click()
    left_out = page.locator(".preview .left-out")
    expect(left_out).to_have_count(len(calves(session)))
    page.get_by_role("button", name="Do it as planned").click()
    expect(left_out).to_have_count(0)
    page.get_by_role("button", name="Take the advice").click()
    expect(left_out).to_have_count(len(calves(session)))
    page.get_by_role("button", name="Do it as planned").click()
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.locator(".player-progress li")).to_have_count(len(session["blocks"]))
    wait_for_upload(page)
    kept = ask(server.address, f"/sessions/{session['id']}")
    assert kept["overruled"] == ["soreness:calves:past-3"]


def test_the_check_in_is_accessible_fits_and_works_with_a_keyboard(
    looked_at: Page, server: Server, monday: dt.date
) -> None:
    page = looked_at
    sessions = plan_for(server.address, "male-bodybuilder", monday)
    first_visit(page, len(sessions))
    check_in(page)
    look(page, "the empty check-in")
    knees = page.get_by_role("button", name=re.compile("^Knees: (?!less$|more$)"))
    knees.press("Enter")
    expect(knees).to_have_accessible_name("Knees: mild pain, 2 of 10")
    for _ in range(2):
        knees.press(" ")
    expect(page.get_by_text("a reason to see a professional")).to_be_visible()
    page.get_by_role("button", name="Knees: less", exact=True).click()
    step(page, "Calves", 1)
    step(page, "Quads", 2)
    step(page, "Hams", 3)
    sleep = page.get_by_role("group", name="Sleep")
    sleep.get_by_role("button", name="5 h").click()
    page.get_by_text("Cycle, a note").click()
    page.get_by_text("Luteal").click()
    look(page, "the full check-in")
    page.get_by_role("button", name="Done", exact=True).click()
    expect(page.get_by_role("region", name="Check-in")).to_contain_text("knees 6 of 10")
    due = next((each for each in sessions if each["date"] == dt.date.today().isoformat()), sessions[-1])
    page.goto(f"/train/{due['id']}")
    expect(page.get_by_role("button", name="Start", exact=True)).to_be_visible()
    look(page, "what changed today")
