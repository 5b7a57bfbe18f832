"""`legday evidence`: what the articles claim about the body, and how it holds up."""

import click

from legday.evidence import GRADES, Claim, Grade, claim, load_claims


@click.command("evidence")
@click.argument("identifier", metavar="[ID]", required=False)
@click.option("--about", help="Only claims that hold all these words, such as an exercise.")
@click.option("--grade", type=click.Choice(list(GRADES)), help="Only claims of this grade.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(identifier: str | None, about: str | None, grade: Grade | None, as_json: bool) -> None:
    """List what the articles claim about the body, graded, or show the claim ID with what was found."""
    from legday.cli.evidence_text import claim_text, claims_text
    from legday.documents import InputError, encode

    if identifier:
        try:
            found = claim(identifier)
        except KeyError as error:
            raise InputError.at("", str(error.args[0])) from None
        click.echo(encode(found, indent=2).decode() if as_json else claim_text(found), nl=as_json)
        return
    words = (about or "").casefold().replace("-", " ").split()
    claims = [
        each
        for each in load_claims()
        if (grade is None or each.grade == grade) and all(word in _words(each) for word in words)
    ]
    if not claims and not as_json:
        raise InputError.at("", f"no claim has {about!r} in it; try fewer words, or legday evidence for all")
    click.echo(encode(claims, indent=2).decode() if as_json else claims_text(claims), nl=as_json)


def _words(claim: Claim) -> str:
    told = (claim.id, claim.claim, claim.in_short, *claim.topics, *claim.exercises, *claim.methods)
    return " ".join(told).casefold().replace("-", " ")
