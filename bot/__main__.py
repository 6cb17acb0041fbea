"""Where the program begins: loads the command line, and the whole assistant with it, in one go."""

from __future__ import annotations

import gc


def main() -> None:
    """The `unterhaken` command."""
    # What is loaded stays: looking for garbage in it meanwhile, and ever after, takes a fifth of the start.
    gc.disable()
    from bot.command_line import commands  # noqa: PLC0415 - only now, with the collector at rest

    gc.freeze()
    gc.enable()
    commands(prog_name="unterhaken")


if __name__ == "__main__":
    main()
