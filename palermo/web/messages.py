"""`make messages`: gather the interface texts and bring the five catalogues up to date.

English is the language of the source; the other five have a catalogue each.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from django.utils.translation.template import templatize

from palermo.domain.languages import LANGUAGES
from palermo.engines.messages import Words, gather, merge, untranslated

ROOT: Final = Path(__file__).resolve().parent.parent
LOCALE: Final = ROOT / "web" / "locale"
TRANSLATED: Final = tuple(code for code in LANGUAGES if code != "en")


def sources() -> Iterator[Words]:
    """Yield every Python file and template of apps and web, as Python that gettext can read."""
    for folder in ("apps", "web"):
        for path in sorted((ROOT / folder).rglob("*")):
            place = path.relative_to(ROOT.parent).as_posix()
            if path.suffix == ".py":
                yield Words(place, path.read_text(encoding="utf-8"))
            elif path.suffix in (".html", ".txt"):
                python = templatize(path.read_text(encoding="utf-8"), origin=place)
                yield Words(place, "\n".join(line.strip() for line in python.splitlines()))


def main() -> int:
    """Write the catalogues and say what each lacks; status 1 where one lacks anything."""
    template = gather(sources())
    lacking = 0
    for code in TRANSLATED:
        merge(LOCALE, code, template)
        texts = untranslated(LOCALE, code, template)
        lacking += len(texts)
        print(f"{code}: {len(template)} texts, {len(texts)} to translate")  # noqa: T201 - a command
    return int(bool(lacking))


if __name__ == "__main__":
    sys.exit(main())
