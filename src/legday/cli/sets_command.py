"""`legday sets`: a line of the set language as steps."""

import click


@click.command("sets")
@click.argument("line")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--partner", is_flag=True, help="A training partner is there.")
@click.option("--cage", is_flag=True, help="There is a cage to fail in.")
def command(line: str, as_json: bool, partner: bool, cage: bool) -> None:
    """Read LINE, such as "4 x 8-10 @ 100 kg rest 90s", and print its steps."""
    from legday.cli.render import render_sets
    from legday.documents import InputError, encode
    from legday.notation import Circumstance, SetSyntaxError, duration, expand, hard_sets, parse

    at_hand: set[Circumstance] = set()
    if partner:
        at_hand.add("partner")
    if cage:
        at_hand.add("cage")
    circumstances = frozenset(at_hand)
    try:
        prescription = parse(line)
        steps = expand(prescription, circumstances)
    except SetSyntaxError as error:
        raise InputError.at("", f"{error}\n{error.pointer()}") from None
    except ValueError as error:
        raise InputError.at("", str(error)) from None
    seconds = duration(prescription, circumstances=circumstances)
    hard = float(hard_sets(prescription, circumstances))
    if as_json:
        told = {"sets": str(prescription), "seconds": seconds, "hard_sets": hard, "steps": steps}
        click.echo(encode(told, indent=2).decode())
    else:
        click.echo(render_sets(str(prescription), steps, seconds, hard), nl=False)
