"""Without signal: a cold start, a whole training, killed servers and tabs, and nothing lost or doubled."""

import datetime as dt
import re

from playwright.sync_api import BrowserContext, expect

from browser.conftest import Server
from browser.training import begin, do_step, first_visit, logged, plan_for, wait_for_upload


def test_a_cold_start_without_a_network_then_a_training_then_the_upload(
    context: BrowserContext, server: Server, monday: dt.date
) -> None:
    sessions = plan_for(server.address, "beginner-woman", monday)
    page = context.new_page()
    first_visit(page, len(sessions))
    page.close()
    server.kill()
    context.set_offline(True)

    page = context.new_page()
    begin(page, sessions[0]["id"])
    for _ in range(12):
        do_step(page)
    here = page.locator(".player").inner_text()
    page.reload()
    expect(page.locator(".player")).to_be_visible()
    assert page.locator(".player h1").first.inner_text() in here
    page.goto("/")
    expect(page.get_by_text(re.compile("kept on this phone"))).to_be_visible()
    page.close()  # and the tab is gone, too

    server.start()
    context.set_offline(False)
    page = context.new_page()
    page.goto("/")
    wait_for_upload(page)
    sets = logged(server.address, sessions[0]["id"])["sets"]
    assert len(sets) >= 4
    assert len({done["id"] for done in sets}) == len(sets)


def test_two_tabs_on_one_session_fill_in_one_log(context: BrowserContext, server: Server, monday: dt.date) -> None:
    sessions = plan_for(server.address, "beginner-woman", monday)
    one, other = context.new_page(), context.new_page()
    first_visit(one, len(sessions))
    begin(one, sessions[0]["id"])
    other.goto(f"/train/{sessions[0]['id']}")
    expect(other.locator(".player-foot")).to_be_visible()
    for _ in range(8):
        do_step(one)
    for _ in range(8):
        do_step(other)
    other.goto("/")
    wait_for_upload(other)
    sets = logged(server.address, sessions[0]["id"])["sets"]
    assert len({done["id"] for done in sets}) == len(sets)
    one.goto(f"/log/session/{sessions[0]['id']}")
    expect(one.get_by_role("heading", level=1)).to_be_visible()


def test_two_devices_on_one_session_come_to_one_log(context: BrowserContext, server: Server, monday: dt.date) -> None:
    sessions = plan_for(server.address, "beginner-woman", monday)
    browser = context.browser
    assert browser is not None
    phones = [browser.new_context(base_url=server.address, has_touch=True) for _ in range(2)]
    pages = [phone.new_page() for phone in phones]
    for page in pages:
        first_visit(page, len(sessions))
    for phone, page in zip(phones, pages, strict=True):
        phone.set_offline(True)
        begin(page, sessions[0]["id"])
        for _ in range(10):
            do_step(page)
    for phone in phones:
        phone.set_offline(False)
    for page in pages:
        page.goto("/")
        wait_for_upload(page)
    sets = logged(server.address, sessions[0]["id"])["sets"]
    assert len({done["id"] for done in sets}) == len(sets)
    assert len(sets) <= 10
    for phone in phones:
        phone.close()
