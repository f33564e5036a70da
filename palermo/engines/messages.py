"""Interface texts: gathering, merging and compiling .po catalogues.

Wraps Babel; no gettext tools are needed. The compiled .mo files are not kept in version control.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

KEYWORDS = {
    "_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None,
    "ngettext": (1, 2), "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3),
}  # fmt: skip

HEAD = """\
# Interface texts of Palermo: {language}
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plurals}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


@dataclass(frozen=True)
class Words:
    """A file's text with the place it is named by in the catalogue."""

    place: str
    python: str


def gather(files: Iterable[Words]) -> Catalog:
    """Return a catalogue of every text marked for translation, in the order of the files."""
    catalog = Catalog(charset="utf-8")
    for file in files:
        source = BytesIO(file.python.encode())
        for _line, message, comments, context in extract(
            "python", source, keywords=KEYWORDS, options={"encoding": "utf-8"}
        ):
            catalog.add(message, None, [(file.place, 0)], auto_comments=comments, context=context)
    return catalog


def merge(folder: Path, language: str, template: Catalog) -> None:
    """Write a language's catalogue anew: its translations kept, new texts empty, old ones gone."""
    path = folder / language / "LC_MESSAGES" / "django.po"
    catalog = _read(path, language)
    catalog.update(template, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(_head(catalog).encode())
        write_po(file, catalog, width=100, omit_header=True, sort_output=True, include_lineno=False)


def _head(catalog: Catalog) -> str:
    """Return the head of a catalogue, without the hour of gathering, which would always differ."""
    return HEAD.format(language=catalog.locale_identifier, plurals=catalog.plural_forms)


def compile_all(folder: Path) -> None:
    """Write the .mo file beside each .po file that is newer."""
    for path in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        target = path.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= path.stat().st_mtime:
            continue
        catalog = _read(path, path.parent.parent.name)
        part = target.with_suffix(".part")
        with part.open("wb") as file:
            write_mo(file, catalog)
        part.replace(target)


def untranslated(folder: Path, language: str, template: Catalog) -> list[str]:
    """Return the texts that a language lacks, a plural form included."""
    catalog = _read(folder / language / "LC_MESSAGES" / "django.po", language)
    lacking = []
    for message in template:
        if not message.id:
            continue
        found = catalog.get(message.id[0] if message.pluralizable else message.id, message.context)
        words = (found.string if found else "") or ""
        forms = [words] if isinstance(words, str) else list(words)
        if not all(forms) or (message.pluralizable and len(forms) != catalog.num_plurals):
            lacking.append(str(message.id))
    return lacking


def _read(path: Path, language: str) -> Catalog:
    if not path.exists():
        return Catalog(locale=language, charset="utf-8", project="Palermo")
    with path.open("rb") as file:
        return read_po(file, locale=language, charset="utf-8")
