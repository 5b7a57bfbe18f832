"""`legday schema`: the JSON Schemas of what people write and what plans look like."""

import click


@click.command("schema")
@click.argument("name", type=click.Choice(["profile", "plan", "exercise", "program"]))
def command(name: str) -> None:
    """Print the JSON Schema of a profile, a plan, an exercise file or a program file."""
    from legday.catalogue import Exercise
    from legday.documents import encode, json_schema
    from legday.planner import Plan, Profile
    from legday.programs import Program

    kinds = {"profile": Profile, "plan": Plan, "exercise": Exercise, "program": Program}
    click.echo(encode(json_schema(kinds[name]), indent=2).decode())
