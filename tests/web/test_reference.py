"""The generated reference pages are as the code has it."""

import pytest

from palermo.web import reference


@pytest.mark.parametrize("name", ["rights.md", "commands.md", "tables.md"])
def test_reference_is_fresh(name: str) -> None:
    written = (reference.FOLDER / name).read_text(encoding="utf-8")
    assert written == reference.pages()[name], "run `make docs`"
