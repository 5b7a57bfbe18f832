"""A week that did not go as planned: what could move is shown, taken, and told on the plan ever after."""

import datetime as dt
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.conftest import Server
from browser.test_pages import look
from browser.training import ask, plan_for


@pytest.fixture
def page(context: BrowserContext, server: Server) -> Iterator[Page]:
    """A page of an athlete whose first session was yesterday and is in no log."""
    yesterday = dt.date.today() - dt.timedelta(days=1)
    days = {f"{yesterday + dt.timedelta(days=n):%A}".lower(): "70 min" for n in (0, 2, 4)}
    plan_for(server.address, "home-circuit", yesterday, days=days, rest_days=[], other_training={})
    yield context.new_page()


def test_a_missed_session_is_offered_another_day(page: Page, context: BrowserContext, server: Server) -> None:
    page.goto("/")
    card = page.locator(".replan")
    expect(card).to_contain_text("was missed.")
    look(page, "today with a proposal")
    context.set_offline(True)
    page.reload()
    expect(card.get_by_role("button", name="Take it")).to_be_disabled()
    context.set_offline(False)
    page.reload()
    card.get_by_role("button", name="Take it").click()
    expect(card).to_have_count(0)
    page.goto("/plan")
    expect(page.get_by_role("heading", name="Why did my plan change?")).to_be_visible()
    look(page, "the plan with its changes")
    page.get_by_role("button", name="What would move?").click()
    expect(page.locator(".replan")).to_contain_text("falls out.")
    page.locator(".replan").get_by_role("button", name="Keep as is").click()
    expect(page.locator(".replan")).to_have_count(0)
    plan = ask(server.address, "/plans/current")
    assert len(plan["changes"]) == 1


def test_a_plan_that_is_kept_is_not_asked_about_again(page: Page, server: Server) -> None:
    page.goto("/")
    page.locator(".replan").get_by_role("button", name="Keep as is").click()
    expect(page.locator(".replan")).to_have_count(0)
    page.reload()
    expect(page.get_by_role("heading", name="This week")).to_be_visible()
    expect(page.locator(".replan")).to_have_count(0)
    assert ask(server.address, "/plans/current")["changes"] == []
