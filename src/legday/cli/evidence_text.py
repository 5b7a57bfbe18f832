"""Claims of the evidence register as text for a terminal."""

import textwrap
from collections.abc import Iterable, Iterator

from legday.evidence import ARTICLES, GRADES, TOPICS, Claim, Finding, Grade

WIDTH = 80
"""What a line of text is kept to [characters]."""

_MARKS: dict[Grade, str] = {
    "supported": "✓",
    "mixed": "≈",
    "unsupported": "?",
    "contradicted": "✗",
    "not-testable": "–",
}


def claims_text(claims: Iterable[Claim]) -> str:
    """Write claims as a list, by grade: each with its id and what to make of it."""
    claims = list(claims)
    lines: list[str] = []
    for grade, criterion in GRADES.items():
        graded = [each for each in claims if each.grade == grade]
        if graded:
            lines += ["", f"{_graded(grade)} ({len(graded)})", *_wrapped(criterion), ""]
        for each in graded:
            lines += [*_wrapped(each.claim, f"  {_MARKS[grade]} ", 4), *_wrapped(each.in_short, "    ")]
            lines += [f"    {each.id}", ""]
    return "\n".join([*lines[1:], "Show one with its studies: legday evidence ID"]) + "\n"


def claim_text(claim: Claim) -> str:
    """Write a claim with where it is made, what was found by whom, and what legday does about it."""
    return "\n".join(_lines(claim)) + "\n"


def _lines(claim: Claim) -> Iterator[str]:
    yield from _wrapped(claim.claim)
    for place in claim.places:
        yield from _wrapped(f"{ARTICLES[place.article]}, under “{place.heading}”", "  ")
    yield ""
    yield f"{_MARKS[claim.grade]} {_graded(claim.grade)}"
    yield from _wrapped(claim.in_short)
    if claim.findings:
        yield ""
        yield "What was found"
    for finding in claim.findings:
        yield from _finding_lines(finding)
    yield ""
    yield "What legday does"
    yield from _wrapped(claim.what_legday_does, "  ")
    yield ""
    yield from _wrapped(f"About: {', '.join(TOPICS[topic].lower() for topic in claim.topics)}")
    for name, links in (("Exercises", claim.exercises), ("Methods", claim.methods), ("Drives", claim.drives)):
        if links:
            yield from _wrapped(f"{name}: {', '.join(links)}", "", 2)


def _finding_lines(finding: Finding) -> Iterator[str]:
    who = f" ({finding.population})" if finding.population else ""
    yield from _wrapped(f"{finding.found}{who}", "  - ", 4)
    yield from _wrapped(f"{finding.authors} {finding.year}, {finding.journal}", "    ")
    doi = f"doi:{finding.doi}, " if finding.doi else ""
    yield f"    {doi}checked against {_CHECKED[finding.checked]}"


_CHECKED = {"paper": "the paper", "abstract": "its abstract", "reference": "a reference that names it"}


def _graded(grade: Grade) -> str:
    return grade.replace("-", " ").capitalize()


def _wrapped(text: str, first: str = "", hang: int | None = None) -> list[str]:
    rest = " " * (len(first) if hang is None else hang)
    return textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
