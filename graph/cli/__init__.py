"""The command line. One module a command; exit codes: 0 ok, 1 findings, 2 usage or input."""

from graph.cli.app import main

__all__ = ["main"]
