"""`make docs`: the reference pages that are generated: rights, commands, tables."""

import argparse
import sys
from importlib import import_module
from pathlib import Path
from typing import Final

import django
from django.apps import apps

from palermo.cli.main import NOUNS
from palermo.domain.access import ACTS, ROLES

FOLDER: Final = Path(__file__).resolve().parent.parent.parent / "docs" / "reference"


def pages() -> dict[str, str]:
    """Return each generated page by its file name."""
    return {"rights.md": rights(), "commands.md": commands(), "tables.md": tables()}


def rights() -> str:
    """Return the table of roles by acts, as the code has it."""
    roles = [role for role in ROLES if role != "system"]
    lines = [
        "# Who may do what\n",
        "Generated from `palermo/domain/access.py`. What is not here is refused.\n",
        "| act | " + " | ".join(role.replace("_", " ") for role in roles) + " |",
        "|---" * (len(roles) + 1) + "|",
    ]
    for act, holders in sorted(ACTS.items()):
        marks = ("yes" if role in holders else "" for role in roles)
        lines.append(f"| {act.replace('_', ' ')} | " + " | ".join(marks) + " |")
    return "\n".join(lines) + "\n"


def commands() -> str:
    """Return every command with its options."""
    lines = ["# Commands\n", "Generated from `palermo/cli`.\n"]
    for noun, words in NOUNS.items():
        lines.append(f"## palermo {noun}\n\n{words[0].upper()}{words[1:]}.\n")
        parser = argparse.ArgumentParser(prog="palermo")
        nouns = parser.add_subparsers()
        import_module(f"palermo.cli.{noun}").add_parser(nouns)
        lines += [f"```\n{usage}\n```\n" for usage in _usages(nouns.choices[noun])]
    return "\n".join(lines)


def _usages(parser: argparse.ArgumentParser) -> list[str]:
    verbs = [
        action
        for action in parser._actions  # noqa: SLF001 - argparse has no public list of sub-commands
        if isinstance(action, argparse._SubParsersAction)  # noqa: SLF001
    ]
    if not verbs:
        usage = " ".join(parser.format_usage().removeprefix("usage: ").split())
        return [usage]
    return [usage for verb in verbs[0].choices.values() for usage in _usages(verb)]


def tables() -> str:
    """Return every table of the rooms with its columns and what they hold."""
    lines = ["# Tables\n", "Generated from the models of `palermo/apps`.\n"]
    for model in apps.get_models():
        if not model.__module__.startswith("palermo."):
            continue
        words = (model.__doc__ or "").strip().splitlines()[0]
        about = model._meta  # noqa: SLF001 - documented by Django as its API for models
        lines += [f"## {about.label}\n", f"{words}\n", "| column | holds |", "|---|---|"]
        lines += [
            f"| {field.name} | {getattr(field, 'help_text', '')} |"
            for field in about.get_fields()
            if getattr(field, "help_text", "")
        ]
        lines.append("")
    return "\n".join(lines)


def main() -> int:
    """Write the pages."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    django.setup()
    sys.exit(main())
