"""The one kind of error that is the user's to mend, on every storey."""


class Mistake(Exception):  # noqa: N818 - it is the user's mistake, not the program's error
    """Wrong input, told in one line in the user's words; nothing was written or half-done."""
