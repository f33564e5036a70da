"""The six languages of the United Nations, in the order in which the Organization prints them."""

from typing import Final

LANGUAGES: Final = ("ar", "zh", "en", "fr", "ru", "es")
RIGHT_TO_LEFT: Final = frozenset({"ar"})
OWN_NAMES: Final = {
    "ar": "العربية",
    "zh": "中文",
    "en": "English",
    "fr": "Français",
    "ru": "Русский",
    "es": "Español",
}


def direction(language: str) -> str:
    """Return `rtl` for Arabic and `ltr` for the other five; never guessed from the text."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"
