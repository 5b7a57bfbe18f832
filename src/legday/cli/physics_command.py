"""`legday physics`: what exercises ask of joints and muscles, and the model held against studies."""

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from legday.physics import Checked, Comparison, Row, Shown


@click.group("physics")
def command() -> None:
    """Say what exercises ask of joints and muscles, and how sure that is; see docs/physics.md."""


@command.command("show")
@click.argument("exercise")
@click.option("--variant", help="Which variant; the usual one if not given.")
@click.option("--compare", "what", help="Two values of a dimension, such as foot=high,low or variant=usual,wide.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def show(exercise: str, variant: str | None, what: str | None, as_json: bool) -> None:
    """Show joint moments, shares of muscles and fibre lengths of EXERCISE, or of two of its variants side by side."""
    from legday.documents import encode
    from legday.physics import compare_variants, show_variant

    if what:
        comparison = compare_variants(exercise, what)
        click.echo(encode(comparison, indent=2).decode() if as_json else _compared(comparison))
    else:
        shown = show_variant(exercise, variant)
        click.echo(encode(shown, indent=2).decode() if as_json else _shown(shown))


@command.command("build")
def build() -> None:
    """Make the shipped tables again, the same on every machine; takes a few minutes."""
    from legday.physics import (
        build_comparisons,
        build_table,
        prepared_variants,
        remembered,
        write_comparisons,
        write_table,
    )

    work_out = remembered()
    with click.progressbar(length=2 * len(prepared_variants()), label="variants", file=sys.stderr) as bar:
        write_table(build_table(lambda _: bar.update(1), work_out))
        write_comparisons(build_comparisons(lambda _: bar.update(1), work_out))


@command.command("validate")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def validate_model(as_json: bool) -> None:
    """Hold the model against stable directions and published results: agrees, disagrees, or not settled."""
    from legday.documents import encode
    from legday.physics import load_claims, validate

    with click.progressbar(length=len(load_claims()), label="claims", file=sys.stderr) as bar:
        checked = validate(done=lambda _: bar.update(1))
    click.echo(encode(checked, indent=2).decode() if as_json else _validated(checked))


def _shown(shown: "Shown") -> str:
    asked = shown.demand
    lines = [f"{shown.exercise}: {shown.variant}", _load(asked.load), "", "Moments of muscles through the range [N·m]"]
    for name, positions in asked.moments.items():
        if max(abs(each) for three in positions for each in three) >= 5:
            middles = "".join(f"{middle:>7.0f}" for _, middle, _ in positions)
            spread = " to ".join(f"{edge:.0f}" for edge in (min(p[0] for p in positions), max(p[2] for p in positions)))
            lines.append(f"  {name.replace('_', ' '):<22}{middles}   models {spread}")
    lines += ["", f"{'Share of active muscle [%]':<34}{'middle':>8}   90 of 100 models"]
    lines += [f"  {part:<32}{three[1]:>8.0f}   {three[0]:.0f} to {three[2]:.0f}" for part, three in asked.parts.items()]
    lines += ["", f"{'Muscle':<30}{'share':>7}{'peak activation':>17}{'fibres, shortest and longest':>31}"]
    for muscle, one in sorted(asked.muscles.items(), key=lambda item: -item[1].share[1]):
        lines.append(
            f"  {muscle:<28}{one.share[1]:>5.0f} %{one.activation[1]:>15.0f} %"
            f"{one.shortest[1]:>19.0f} to {one.longest[1]:.0f} % of optimal"
        )
    lines += [
        "",
        "Positive moments bend a joint, abduct it or turn it out; negative ones stretch it, adduct it or turn it in.",
    ]
    return "\n".join(lines)


def _load(load: dict[str, float]) -> str:
    if not any(load.values()):
        return "with body weight alone"
    return "with a load that is as hard as a working set"


def _compared(comparison: "Comparison") -> str:
    head = f"{'':<28}{comparison.first.rpartition('/')[2]:>14}{comparison.second.rpartition('/')[2]:>14}{'change':>9}"
    lines = [
        f"{comparison.first} and {comparison.second}, {comparison.models} models",
        "",
        f"{head}  models that agree",
    ]
    sections = (("Joint moments", comparison.moments), ("Share of active muscle", comparison.shares),
                ("Longest fibres", comparison.lengths))  # fmt: skip
    for title, rows in sections:
        lines += [title, *(_row(row) for row in rows if _worth(row))]
    if comparison.why_unsettled:
        lines += ["", f"Not settled: {comparison.why_unsettled}"]
    return "\n".join(lines)


def _worth(row: "Row") -> bool:
    return max(abs(row.first.high), abs(row.second.high)) >= (0.02 if row.unit == "" else 1)


def _row(row: "Row") -> str:
    factor, unit = (100, "%") if row.unit == "" else (1, row.unit)
    numbers = (factor * row.first.middle, factor * row.second.middle)
    told = "".join(f"{number:>10.0f} {unit:<3}" for number in numbers)
    return f"  {row.what:<26}{told}{factor * row.difference:>+9.0f}  {row.agree} of 100 models agree; {row.verdict}"


def _validated(checked: "list[Checked]") -> str:
    lines = []
    for outcome in ("agrees", "disagrees", "not settled"):
        chosen = [each for each in checked if each.outcome == outcome]
        lines.append(f"{outcome}: {len(chosen)} of {len(checked)}")
        lines += [
            f"  {each.agree:>3} of 100 models  {each.says}\n"
            f"{'':>21}{each.measure}: {each.than:g} and {each.then:g}, expected {each.expect}  [{each.source}]"
            for each in chosen
        ]
        lines.append("")
    return "\n".join(lines[:-1])
