"""The player: drop chains as one set, timers that go on through a reload, and edits in two taps."""

import datetime as dt
import re

from playwright.sync_api import Page, expect

from browser.conftest import Server
from browser.training import ask, begin, do_step, go, logged, plan_for, wait_for_upload


def test_a_drop_chain_is_one_set_and_each_drop_says_where_the_pin_goes(
    page: Page, server: Server, monday: dt.date
) -> None:
    sessions = plan_for(server.address, "male-bodybuilder", monday)
    chain = next(step for each in sessions for step in each["steps"] if step["kind"] == "drop")
    session = next(each for each in sessions if chain in each["steps"])
    steps = [step for step in session["steps"] if step.get("set_key") == chain["set_key"]]
    assert [step["kind"] for step in steps] == ["set", "drop", "drop", "drop"]
    begin(page, session["id"])
    block = next(each for each in session["blocks"] if each["key"] == chain["block"])
    page.get_by_role("button", name="Change").click()
    page.get_by_role("button", name="All sets, order, more exercises").click()
    page.get_by_role("dialog").get_by_role("button", name=re.compile(block["name"])).first.click()
    for _ in range(40):
        if page.locator(".player").get_attribute("data-step") == steps[0]["key"]:
            break
        do_step(page)
    for step in steps:
        expect(page.locator("button.go")).to_contain_text("Done")
        if step["kind"] == "drop":
            expect(page.locator(".player")).to_contain_text(re.compile("pin|plate|weight|load", re.IGNORECASE))
        do_step(page)
    expect(page.locator("button.go")).to_contain_text("Skip the rest")
    page.goto("/")
    wait_for_upload(page)
    done = [each for each in logged(server.address, session["id"])["sets"] if each.get("parts")]
    assert [each["id"] for each in done] == [f"{session['id']}:{chain['set_key']}"]
    assert [part["kind"] for part in done[0]["parts"]] == ["drop", "drop", "drop"]


def test_a_rest_goes_on_through_a_reload(page: Page, server: Server, monday: dt.date) -> None:
    sessions = plan_for(server.address, "beginner-woman", monday)
    begin(page, sessions[0]["id"])
    timer = page.get_by_role("timer", name=re.compile("^Rest"))
    for _ in range(60):
        if timer.count():
            break
        do_step(page)
    page.get_by_role("button", name="+15 s").click()

    def left() -> int:
        found = re.search(r"(\d+) seconds left", timer.get_attribute("aria-label") or "")
        assert found
        return int(found[1])

    before, began = left(), page.evaluate("Date.now()")
    page.reload()
    expect(timer).to_be_visible()
    after, ended = left(), page.evaluate("Date.now()")
    assert before - (ended - began) / 1000 - 2 <= after <= before


def test_reps_load_effort_and_pain_are_put_right_in_two_taps(page: Page, server: Server, monday: dt.date) -> None:
    sessions = plan_for(server.address, "male-bodybuilder", monday)
    session = sessions[0]
    begin(page, session["id"])
    for _ in range(200):
        if "Done" in page.locator("button.go").inner_text() and page.get_by_role("button", name="RIR").count():
            break
        do_step(page)
    page.get_by_role("button", name="RIR").click()
    page.get_by_role("dialog").get_by_role("button", name="2", exact=True).click()
    go(page)
    pauses = page.get_by_role("dialog", name="How often did you pause at the top?")
    if pauses.count():
        pauses.get_by_role("button", name="1", exact=True).click()
    page.goto("/")
    wait_for_upload(page)
    sets = logged(server.address, session["id"])["sets"]
    assert [float(done["rpe"]) for done in sets if done.get("rpe") is not None] == [8]


def test_out_of_time_the_session_ends_early_and_counts(page: Page, server: Server, monday: dt.date) -> None:
    session = plan_for(server.address, "beginner-woman", monday)[0]
    begin(page, session["id"])
    for _ in range(5):
        do_step(page)
    page.get_by_role("button", name="Change").click()
    page.get_by_role("button", name="Finish here").click()
    expect(page.locator(".player-body.summary")).to_be_visible()
    go(page)
    expect(page.get_by_text("Session done")).to_be_visible()
    wait_for_upload(page)
    found = logged(server.address, session["id"])
    assert found["finished"]
    assert found["sets"]


def test_a_session_without_a_plan(page: Page, server: Server) -> None:
    page.goto("/train/free")
    page.get_by_role("button", name="Choose an exercise").click()
    page.get_by_role("searchbox").fill("leg press")
    page.get_by_role("dialog").get_by_role("button", name=re.compile("^Leg press")).first.click()
    page.get_by_role("button", name="Reps").click()
    page.get_by_role("dialog").get_by_role("button", name="12", exact=True).click()
    do_step(page)
    page.goto("/")
    wait_for_upload(page)
    (session,) = ask(server.address, "/sessions")["items"]
    (done,) = logged(server.address, session["id"])["sets"]
    assert (done["exercise"], float(done["reps"])) == ("leg-press", 12)
