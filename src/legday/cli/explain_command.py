"""`legday explain`: the reasons behind a plan, and what another choice would cost."""

from pathlib import Path

import click


@click.command("explain")
@click.argument("plan", type=click.Path(path_type=Path))
@click.argument("question", required=False)
@click.option("--day", help="Only this weekday.")
@click.option("--exercise", help="An exercise's id: why it is in the plan, or why it is not.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(plan: Path, question: str | None, day: str | None, exercise: str | None, as_json: bool) -> None:
    """Explain the plan in the JSON file PLAN, as `legday plan --save` writes it.

    A QUESTION such as "why not leg press on Monday?", "why not calves twice a week?" or "why not 5 sets of squats?" is
    answered by planning again. With --exercise the plan is solved again without the exercise, or with it.
    """
    from legday.cli.render import render_explanation
    from legday.documents import encode
    from legday.planner import explain, read_plan

    explanation = explain(read_plan(plan), day=day, exercise=exercise, question=question)
    click.echo(encode(explanation, indent=2).decode() if as_json else render_explanation(explanation), nl=as_json)
