"""The `legday` command and its subcommands, each loaded only when it is used."""

import importlib
import sys
from collections.abc import Sequence
from typing import Any

import click

_COMMANDS = {
    "serve": "Serve the app.",
    "plan": "Make the best leg plan for a profile.",
    "replan": "Make the rest of a plan again, and say what moved.",
    "explain": "Say why a plan is as it is, and what else would cost.",
    "import": "Import logs that other apps export.",
    "progress": "Say how you are doing, and what the next plan does about it.",
    "energy": "Foretell body mass from intake, and plan a goal that is safe.",
    "physics": "Say what exercises ask of joints and muscles, and how sure that is.",
    "figure": "Draw an exercise as a moving picture.",
    "export": "Write everything an athlete owns to one file.",
    "restore": "Take in what was exported.",
    "names": "Settle what the names in a log stand for.",
    "sets": "Read a line of the set language and print its steps.",
    "methods": "List the methods, or show one.",
    "programs": "Write a program of your own.",
    "exercises": "Find exercises of the catalogue.",
    "evidence": "Look up what the articles claim, graded against studies.",
    "schema": "Print the JSON Schema of a profile or a plan.",
}
_MODULES = {"serve": "legday.web.command"}
"""Where commands are that are not in a module of their own here."""

FAILED, WRONG_INPUT = 1, 2


class _LazyGroup(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(_MODULES.get(cmd_name, f"legday.cli.{cmd_name}_command"))
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="legday")
def legday() -> None:
    """Plan, coach and log lower-body strength training."""


def main(arguments: Sequence[str] | None = None) -> Any:
    """Run the command; wrong input ends with one sentence a problem on standard error and exit code 2.

    A store that can't be read or written ends with its sentence and exit code 1.
    """
    try:
        return legday.main(args=arguments, prog_name="legday")
    except ValueError as error:
        from legday.documents import InputError

        if not isinstance(error, InputError):
            raise
        click.echo(str(error), err=True)
        sys.exit(WRONG_INPUT)
    except OSError as error:
        click.echo(str(error), err=True)
        sys.exit(FAILED)
