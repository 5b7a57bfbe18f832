"""The command line: parse, call one function, render."""

from legday.cli.main import main

__all__ = ["main"]
