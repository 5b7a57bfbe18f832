"""What the methods' articles say about the body, each claim graded against the literature."""

from legday.evidence.model import (
    ARTICLES,
    GRADES,
    TOPICS,
    Article,
    Claim,
    Finding,
    Grade,
    Place,
    Topic,
)
from legday.evidence.register import claim, claims_about, load_claims

__all__ = [
    "ARTICLES",
    "GRADES",
    "TOPICS",
    "Article",
    "Claim",
    "Finding",
    "Grade",
    "Place",
    "Topic",
    "claim",
    "claims_about",
    "load_claims",
]
