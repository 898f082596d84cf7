"""Flags in the help: without the name of a value, since they take none."""

from typing import Any

from typer.core import TyperGroup


class Group(TyperGroup):
    """Commands whose flags stand in the help as they are typed: typer writes `--json <bool>` otherwise."""

    def get_params(self, ctx: Any) -> list[Any]:
        """The options of the group itself."""
        return [_bare(option) for option in super().get_params(ctx)]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """A command by its name."""
        command = super().get_command(ctx, cmd_name)
        if command is not None:
            for option in (*command.params, command.get_help_option(ctx)):
                _bare(option)
        return command


def _bare(option: Any) -> Any:
    if getattr(option, "is_flag", False):
        option.metavar = ""
    return option
