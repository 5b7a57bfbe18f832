"""Pages that are drawn from the code as Markdown each time the site is built; the repository keeps none of them."""

from collections.abc import Callable

from handbook.generated.api import requests_page, shapes_page
from handbook.generated.catalogue import catalogue_page
from handbook.generated.claims import claims_page
from handbook.generated.library import room_pages
from handbook.generated.methods import method_pages, methods_page
from handbook.generated.rules import rules_page

Draw = Callable[[], str]
"""Writes a page as Markdown."""

PAGES: dict[str, Draw] = {
    "methods": methods_page,
    **method_pages(),
    "catalogue": catalogue_page,
    "claims": claims_page,
    "rules": rules_page,
    "api-requests": requests_page,
    "api-shapes": shapes_page,
    **room_pages(),
}
"""What can be drawn, by the name of its page."""
