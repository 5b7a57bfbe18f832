"""The guided ramp test: answers lead from load to load, the work load follows, and the sets are logged as warm-ups."""

import datetime as dt
import re

from playwright.sync_api import Page, expect

from browser.conftest import Server
from browser.training import begin, do_step, go, logged, plan_for, wait_for_upload

LEFT = "How many more could you have done?"


def mass_of(text: str) -> float:
    found = re.search(r"([\d.]+) (?:kg|lb)", text)
    assert found, text
    return float(found[1])


def test_a_load_is_found_from_what_was_left_in_reserve(page: Page, server: Server, monday: dt.date) -> None:
    session = plan_for(server.address, "male-bodybuilder", monday)[0]
    block = next(each for each in session["blocks"] if each["exercise"] == "squat")
    tests = block["ramp_test"]["sets"]
    begin(page, session["id"])
    page.get_by_role("button", name="Change").click()
    page.get_by_role("button", name="All sets, order, more exercises").click()
    page.get_by_role("dialog").get_by_role("button", name=re.compile(block["name"])).first.click()
    player, key = page.locator(".player"), page.locator("button.go")
    while player.get_attribute("data-step") != tests[0]:
        do_step(page)
    expect(player).to_contain_text("helps to find your load")
    loads = []
    for answer in ("40–59", "10–19", "2"):
        loads.append(mass_of(key.inner_text()))
        go(page)
        page.get_by_role("dialog", name=LEFT).get_by_role("button", name=answer, exact=True).click()
        expect(key).to_contain_text("Skip the rest")
        if answer != "2":
            expect(page.get_by_role("status").first).to_contain_text("more in you")
            go(page)
            expect(key).to_contain_text("Done")
    assert loads[0] == 20
    assert loads[0] < loads[1] <= 1.65 * loads[0]
    assert loads[1] < loads[2] <= 1.15 * loads[1]
    said = page.get_by_role("status").filter(has_text="work sets begin with").inner_text()
    expect(player).not_to_contain_text("Test set 4")
    go(page)
    assert player.get_attribute("data-step") == "squat.1"
    page.goto("/")
    wait_for_upload(page)
    done = [each for each in logged(server.address, session["id"])["sets"] if each.get("exercise") == "squat"]
    assert [(each["step"], each["kind"], float(each["rpe"])) for each in done] == [
        (tests[0], "warm-up", 1),
        (tests[1], "warm-up", 3),
        (tests[2], "warm-up", 8),
    ]
    assert 0 < mass_of(said) <= loads[2]
