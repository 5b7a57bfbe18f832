"""The energy statement in a browser: it ties, its days open, and the last one is there without the server."""

import datetime as dt
import re

from playwright.sync_api import BrowserContext, expect

from browser.conftest import Server
from browser.test_pages import look
from browser.training import ask

DAYS = 16
WHO = {
    "name": "Kim",
    "days": {"monday": "60 min"},
    "sex": "female",
    "birth_year": 1991,
    "height": "169 cm",
    "body_mass": "66 kg",
}


def keep_a_diary(address: str) -> None:
    today = dt.date.today()
    for number in range(DAYS, 0, -1):
        day = str(today - dt.timedelta(days=number))
        if number % 7:
            ask(address, "/foods", {"date": day, "time": "12:00", "name": "Stew", "energy": f"{1900 + number} kcal"})
        ask(address, "/measures", {"date": day, "kind": "body-mass", "value": 66 + number % 3 / 5, "unit": "kg"})
    ask(address, "/runs", {"start": f"{today - dt.timedelta(days=2)}T07:00:00", "meters": 8000, "seconds": 2900})


def figure(text: str) -> int:
    return int(re.sub(r"[^0-9−]", "", text).replace("−", "-"))


def test_the_statement_ties_and_opens(context: BrowserContext, server: Server) -> None:
    ask(server.address, "/profile", WHO, method="PUT")
    keep_a_diary(server.address)
    page = context.new_page()
    page.goto("/energy")
    expect(page.get_by_text("Eaten − spent − change of the stores = 0 J")).to_be_visible()
    eaten, spent, change = (figure(each) for each in page.locator(".total span").all_inner_texts()[1:])
    assert abs(eaten - spent - change) <= 1  # each is rounded to a kilocalorie
    assert page.locator(".statement-day").count() == 14
    run_day = page.locator(".statement-day").nth(12)
    run_day.locator("summary").click()
    expect(run_day.get_by_text("Run, 8.0 km")).to_be_visible()
    expect(run_day.get_by_text("Resting")).to_be_visible()
    look(page, "/energy")
    page.get_by_text("7 days", exact=True).click()
    expect(page.locator(".statement-day")).to_have_count(7)
    server.kill()
    page.reload()
    expect(page.get_by_text("Offline, as of")).to_be_visible()
    expect(page.get_by_text("Closing")).to_be_visible()


def test_the_profile_is_asked_for_first(context: BrowserContext) -> None:
    page = context.new_page()
    page.goto("/energy")
    expect(page.get_by_text("To keep your books, say")).to_be_visible()
    expect(page.get_by_role("link", name="Fill in")).to_be_visible()
