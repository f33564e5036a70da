"""Phrases of one language: templates with places to fill, in the plural form a count asks for.

A template is words with `{places}`. Where the words depend on a count, the phrase is a mapping from
plural category to template. There is no other grammar: what a language bends, its phrases avoid.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from palermo.domain import wording
from palermo.domain.papers import FootnoteMark, Inline, Number, StateList, Text

PLACE: Final = re.compile(r"\{([a-z_]+)\}")
NUMERAL: Final = frozenset({"n"})
Phrase = str | Mapping[str, str]


@dataclass(frozen=True)
class Phrases:
    """The phrases of one language by key; an unknown key is a KeyError."""

    language: str
    texts: Mapping[str, Phrase]

    def __contains__(self, key: str) -> bool:
        return key in self.texts

    def template(self, key: str, count: int | None = None) -> str:
        """Return the template of a key, in the plural form of `count` where it has several."""
        phrase = self.texts[key]
        if isinstance(phrase, str):
            return phrase
        if count is None:
            raise KeyError(f"{key} needs a count")
        return phrase[wording.plural(count, self.language)]

    def text(self, key: str, count: int | None = None, /, **places: str) -> str:
        """Return the words of a phrase with its places filled by words."""
        return PLACE.sub(lambda place: places[place[1]], self.template(key, count))

    def say(
        self, key: str, count: int | None = None, /, **places: "str | Inline | tuple[Inline, ...]"
    ) -> tuple[Inline, ...]:
        """Return the inlines of a phrase, its places filled by words, numbers, lists or marks."""
        return run(_filled(self.template(key, count), places))


def _filled(
    template: str, places: Mapping[str, "str | Inline | tuple[Inline, ...]"]
) -> Iterator[Inline]:
    for turn, part in enumerate(PLACE.split(template)):
        if turn % 2 == 0:
            yield Text(part)
            continue
        value = places[part]
        if isinstance(value, str):
            yield Text(value)
        elif isinstance(value, tuple):
            yield from value
        else:
            yield value


def run(parts: Iterator[Inline] | tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return inlines with neighbouring plain words joined and empty ones left out."""
    found: list[Inline] = []
    for part in parts:
        last = found[-1] if found else None
        if isinstance(part, Text) and isinstance(last, Text) and part.tone == last.tone:
            found[-1] = replace(last, words=last.words + part.words)
        elif not isinstance(part, Text) or part.words:
            found.append(part)
    return tuple(found)


def sentences(parts: "list[tuple[Inline, ...]]", language: str) -> tuple[Inline, ...]:
    """Return sentences as the content of one paragraph, each begun with a capital letter."""
    between = Text("" if language == "zh" else " ")
    content: list[Inline] = []
    for part in parts:
        content.extend((between, *_opened(part)) if content else _opened(part))
    return run(tuple(content))


def _opened(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    first, *rest = content
    if isinstance(first, Text | Number | StateList) and not isinstance(first, FootnoteMark):
        first = replace(first, words=wording.opened(first.words))
    return (first, *rest)


def problems(texts: Mapping[str, Mapping[str, Phrase]]) -> list[str]:
    """Return what is wrong with phrase tables by language: keys, forms or places that differ.

    A phrase may be one template in one language and plural forms in another; the places must be
    the same in each form of each language, but for the numeral `{n}`: Arabic has it in the noun.
    """
    every = {key for table in texts.values() for key in table}
    return [
        problem
        for key in sorted(every)
        for problem in (*_missing(key, texts), *_uneven(key, texts))
    ]


def _missing(key: str, texts: Mapping[str, Mapping[str, Phrase]]) -> Iterator[str]:
    for language, table in texts.items():
        if key not in table:
            yield f"{language}: {key} is missing"
            continue
        phrase = table[key]
        if not isinstance(phrase, str) and set(phrase) != set(wording.PLURALS[language]):
            yield f"{language}: {key} has the forms {', '.join(phrase)}"


def _uneven(key: str, texts: Mapping[str, Mapping[str, Phrase]]) -> Iterator[str]:
    found: dict[str, set[str]] = {}
    for language, table in texts.items():
        phrase = table.get(key, {})
        forms = {"": phrase} if isinstance(phrase, str) else phrase
        for form, template in forms.items():
            found[f"{language} {form}".strip()] = set(PLACE.findall(template)) - NUMERAL
    if len({frozenset(places) for places in found.values()}) > 1:
        yield f"{key} has different places: " + "; ".join(
            f"{where}: {', '.join(sorted(places)) or 'none'}" for where, places in found.items()
        )
