"""What a session costs, as the app shows it: before, at the end without a network, and in the log."""

import datetime as dt
import re

from playwright.sync_api import BrowserContext, Page, expect

from browser.conftest import Server
from browser.test_pages import look
from browser.training import ask, at_the_end, begin, do_step, plan_for, wait_for_upload

ABOUT = re.compile(r"about [\d,]+(–[\d,]+)? kcal", re.IGNORECASE)


def test_the_energy_is_told_before_and_after_even_without_a_network(
    page: Page, context: BrowserContext, server: Server, monday: dt.date
) -> None:
    session = plan_for(server.address, "home-circuit", monday, body_mass="80 kg", height="180 cm")[0]
    page.goto(f"/train/{session['id']}")
    line = page.locator(".energy-line > summary")
    expect(line).to_contain_text(ABOUT)
    line.click()
    for name in ("This session", "Running", "Upper-body lifting"):
        expect(page.locator(".energy-bars")).to_contain_text(name)
    begin(page, session["id"])
    context.set_offline(True)
    for _ in range(12):
        if not at_the_end(page):
            do_step(page)
    page.get_by_role("button", name="Change").click()
    page.get_by_role("button", name="Finish here").click()
    figure = page.locator(".summary .energy-figure")
    expect(figure).to_contain_text(ABOUT)
    page.get_by_text("How is this known?").click()
    expect(page.locator(".energy-estimates")).to_contain_text("By work")
    look(page, "the end of the session")
    context.set_offline(False)
    page.get_by_role("button", name="Finish", exact=True).click()
    wait_for_upload(page)
    page.goto(f"/log/session/{session['id']}")
    expect(page.locator(".energy-figure")).to_contain_text(ABOUT)
    page.get_by_text("How is this known?").click()
    expect(page.get_by_role("link", name=re.compile("Herrmann"))).to_have_attribute("href", re.compile("doi.org"))
    look(page, "the logged session")


def test_without_a_body_mass_it_is_asked_for(page: Page, server: Server, monday: dt.date) -> None:
    session = plan_for(server.address, "home-circuit", monday, body_mass=None)[0]
    assert "energy" not in ask(server.address, f"/days/{session['date']}")
    page.goto(f"/train/{session['id']}")
    expect(page.get_by_text("Log your weight to see what this costs in energy.")).to_be_visible()
