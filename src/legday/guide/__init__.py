"""The guide of an exercise: what it asks, how its variants differ, when it belongs, and who should leave it."""

from legday.guide.assemble import find_guide, guide_of
from legday.guide.model import AgainstUsual, Ask, Avoid, Belongs, DifferenceRow, Guide, Instead, VariantGuide
from legday.guide.order import belongs, load_order

__all__ = [
    "AgainstUsual",
    "Ask",
    "Avoid",
    "Belongs",
    "DifferenceRow",
    "Guide",
    "Instead",
    "VariantGuide",
    "belongs",
    "find_guide",
    "guide_of",
    "load_order",
]
