"""Food is logged without a network, asked about where it looks like a slip, and reaches the server later."""

import datetime as dt
import re

from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser.conftest import PHONE, Server
from browser.test_pages import look
from browser.training import CONTROLLED, ask, wait_for_upload, wait_until, wait_until_kept


def add(page: Page, energy: str, name: str = "") -> None:
    page.get_by_role("button", name="Add food").click()
    page.get_by_label(re.compile("^Energy")).fill(energy)
    if name:
        page.get_by_label("What it was").fill(name)
    page.get_by_role("button", name="Add", exact=True).click()


def foods(server: Server) -> dict[str, str]:
    today = dt.date.today().isoformat()
    lines = ask(server.address, f"/days/{today}/food")["lines"]
    return {line["food"].get("name", ""): line["food"]["energy"] for line in lines}


def test_food_is_logged_offline_once_more_with_one_tap_and_uploaded(context: BrowserContext, server: Server) -> None:
    page = context.new_page()
    page.goto("/food")
    wait_until(page, CONTROLLED)
    page.reload()  # the page itself is kept now
    expect(page.get_by_role("heading", name="Nothing logged yet")).to_be_visible()
    context.set_offline(True)
    page.reload()
    add(page, "650", "Rice bowl")
    expect(page.locator(".food-line")).to_have_count(1)
    expect(page.locator(".day-energy")).to_contain_text("650")
    page.get_by_role("region", name="Eat again").get_by_role("button", name=re.compile("Rice bowl")).click()
    expect(page.locator(".day-energy")).to_contain_text("1,300")
    page.get_by_role("button", name="Undo").last.click()
    expect(page.locator(".day-energy")).to_contain_text("650")
    page.get_by_role("switch", name=re.compile("All I ate today is logged")).check()
    wait_until_kept(page, "day")
    page.reload()
    expect(page.locator(".food-line")).to_have_count(1)
    context.set_offline(False)
    wait_for_upload(page)
    assert foods(server) == {"Rice bowl": "650 kcal"}
    assert ask(server.address, f"/days/{dt.date.today().isoformat()}/food")["complete"] is True


def test_a_slip_is_refused_or_asked_about_and_mended(context: BrowserContext, server: Server) -> None:
    page = context.new_page()
    page.goto("/food")
    add(page, "-5")
    expect(page.get_by_text("An energy can’t be below zero.")).to_be_visible()
    page.get_by_label(re.compile("^Energy")).fill("25000")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_text("Nobody eats 25000 kcal.")).to_be_visible()
    page.get_by_label(re.compile("^Energy")).fill("3350")
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_role("button", name="It is 3350 kJ").click()
    expect(page.locator(".day-energy")).to_contain_text("801")
    wait_for_upload(page)
    assert foods(server) == {"": "3350 kJ"}


def test_the_page_of_food_is_sound_in_both_themes(browser: Browser, server: Server) -> None:
    today = dt.date.today()
    for number in range(2):
        date = (today - dt.timedelta(number)).isoformat()
        food = {
            "date": date,
            "time": "12:30",
            "meal": "lunch",
            "name": "Rice bowl",
            "energy": "650 kcal",
            "protein": 32,
        }
        ask(server.address, "/foods", food)
    slip = {"date": today.isoformat(), "energy": "2427 kcal", "protein": 40, "carbohydrate": 60, "fat": 20}
    ask(server.address, "/foods", slip)
    for theme in ("light", "dark"):
        context = browser.new_context(base_url=server.address, viewport=PHONE, color_scheme=theme)
        page = context.new_page()
        page.goto("/food")
        expect(page.get_by_role("heading", name="Is this right?")).to_be_visible()
        expect(page.get_by_role("button", name="Copy lunch, 650 kcal")).to_be_visible()
        look(page, f"/food in {theme}")
        page.get_by_role("button", name="Add food").click()
        expect(page.get_by_role("dialog", name="Add food")).to_be_visible()
        look(page, f"the sheet in {theme}")
        page.keyboard.press("Escape")
        page.get_by_role("button", name="It is 2427 kJ").click()
        expect(page.get_by_role("heading", name="Is this right?")).to_have_count(0)
        page.get_by_role("button", name="Undo").click()
        wait_for_upload(page)
        context.close()
