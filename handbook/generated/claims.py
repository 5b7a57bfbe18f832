"""The page of claims, drawn from the evidence register."""

from handbook.generated.words import listed, sentence
from legday.catalogue import load_catalogue
from legday.evidence import ARTICLES, GRADES, TOPICS, Claim, Finding, load_claims

_LEAD = """\
# What holds up

Every claim that the articles behind the methods make about the body, graded against studies. How claims are graded and
checked is told in [Evidence register](evidence.md); the app shows the same under *More*, as
[What holds up](/evidence).

"""


def claims_page() -> str:
    """Write the page."""
    claims = load_claims()
    by_grade = {grade: [claim for claim in claims if claim.grade == grade] for grade in GRADES}
    return _LEAD + "".join(
        f"## {grade.replace('-', ' ').capitalize()}\n\n{meaning}\n\n" + "".join(map(_told, by_grade[grade]))
        for grade, meaning in GRADES.items()
        if by_grade[grade]
    )


def _told(claim: Claim) -> str:
    places = listed(f"{ARTICLES[place.article]}, “{place.heading}”" for place in claim.places)
    about = listed(TOPICS[topic].lower() for topic in claim.topics)
    lines = [
        f"### {claim.claim.rstrip('.')}\n",
        f"{claim.in_short}\n",
        *(_found(finding) for finding in claim.findings),
        "",
        f"**What legday does:** {claim.what_legday_does}\n",
        f"Claimed in: {places}. About: {about}{_exercises(claim)}. `legday evidence {claim.id}` shows it too.\n",
    ]
    return "\n".join(lines) + "\n"


def _found(finding: Finding) -> str:
    whom = f" ({finding.population})" if finding.population else ""
    doi = f", doi:{finding.doi}" if finding.doi else ""
    return f"- {sentence(finding.found)} {finding.authors} {finding.year}, {finding.journal}{doi}{whom}."


def _exercises(claim: Claim) -> str:
    names = {each.partition("/")[0]: "" for each in claim.exercises}
    told = listed(load_catalogue().find(name).name.lower() for name in names)
    return f"; {told}" if told else ""
