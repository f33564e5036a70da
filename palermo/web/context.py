"""What every page's frame needs: language, direction, navigation, the other five languages."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import gettext_lazy

from palermo.apps.accounts.viewers import page_language, viewer
from palermo.domain.languages import LANGUAGES, OWN_NAMES, direction

NAVIGATION = (
    ("home", "/", gettext_lazy("Home")),
    ("states", "/states/", gettext_lazy("States")),
    ("instruments", "/instruments/", gettext_lazy("Instruments")),
    ("analysis:overview", "/overview/", gettext_lazy("Overview")),
    ("needs:list", "/needs/", gettext_lazy("Statements")),
    ("responses:list", "/replies/", gettext_lazy("Replies")),
    ("notes:draft", "/notes/", gettext_lazy("Note")),
)


def frame(request: HttpRequest) -> dict[str, object]:
    """Return the variables of the frame."""
    language = page_language()
    below = request.path.removeprefix(f"/{language}")
    return {
        "language": language,
        "direction": direction(language),
        "navigation": [
            (name, words, below == start or (start != "/" and below.startswith(start)))
            for name, start, words in NAVIGATION
        ],
        "languages": [
            (code, OWN_NAMES[code], direction(code), translate_url(request.get_full_path(), code))
            for code in LANGUAGES
        ],
        "viewer": viewer(request),
        "demonstration": settings.DEMO,
    }
