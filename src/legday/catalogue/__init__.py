"""The exercises: what each works, needs and risks, its variants, and the names that apps give it."""

from legday.catalogue.catalogue import Catalogue, load_catalogue
from legday.catalogue.equipment import missing_equipment
from legday.catalogue.matching import Match, known_names, match, name_key
from legday.catalogue.model import (
    Contraindication,
    Equipment,
    Exercise,
    Identifier,
    Muscles,
    Sentence,
    Stress,
    Variant,
)
from legday.catalogue.substitutes import Substitute, substitutes

__all__ = [
    "Catalogue",
    "Contraindication",
    "Equipment",
    "Exercise",
    "Identifier",
    "Match",
    "Muscles",
    "Sentence",
    "Stress",
    "Substitute",
    "Variant",
    "known_names",
    "load_catalogue",
    "match",
    "missing_equipment",
    "name_key",
    "substitutes",
]
