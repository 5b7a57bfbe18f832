"""The evidence register in the app: found under More, filtered by topic, opened, and kept for when there is no net."""

from playwright.sync_api import BrowserContext, Page, expect

from browser.test_pages import look
from legday.evidence import claim, claims_about


def test_a_claim_is_found_opened_and_still_there_without_the_network(page: Page, context: BrowserContext) -> None:
    page.goto("/settings")
    page.get_by_role("link", name="What holds up").click()
    expect(page.get_by_role("heading", name="What holds up", level=1)).to_be_visible()
    page.get_by_label("Topic").select_option("hormones")
    expect(page.locator(".claim")).to_have_count(len(claims_about(topic="hormones")))
    told = claim("leg-hormones-grow-the-rest")
    page.get_by_text(told.claim).click()
    opened = page.locator(".claim[open]")
    expect(opened).to_contain_text("Contradicted")
    expect(opened).to_contain_text(told.findings[1].found)
    link = opened.get_by_role("link", name=f"doi:{told.findings[1].doi}")
    expect(link).to_have_attribute("rel", "noreferrer")

    context.set_offline(True)
    page.get_by_role("link", name="Today").click()
    page.go_back()
    expect(page.get_by_text(told.claim)).to_be_visible()


def test_an_address_with_a_claim_opens_it(page: Page) -> None:
    page.goto("/evidence#spot-reduction")
    opened = page.locator(".claim[open]")
    expect(opened).to_have_count(1)
    expect(opened).to_contain_text(claim("spot-reduction").what_legday_does)
    expect(opened).to_be_in_viewport()


def test_the_page_is_accessible_and_fits_a_phone(looked_at: Page) -> None:
    looked_at.goto("/evidence#knees-past-toes")
    expect(looked_at.locator(".claim[open]")).to_have_count(1)
    look(looked_at, "what holds up")
