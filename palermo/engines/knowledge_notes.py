"""What a note is composed with, as shipped: reference knowledge and the meeting it is written for.

Wraps no tool of its own; joins the other loaders of knowledge.
"""

from functools import cache

from palermo.domain.languages import LANGUAGES
from palermo.domain.notes.reference import Edition, Reference
from palermo.engines.knowledge_instruments import (
    load_instruments,
    load_participations,
    load_words,
)
from palermo.engines.knowledge_states import load_register
from palermo.engines.knowledge_taxonomy import load_taxonomy
from palermo.engines.phrases import load_structure
from palermo.engines.records import DEFAULT


@cache
def load_reference() -> Reference:
    """Return the States, the kinds of assistance, the instruments and who takes part in them."""
    instruments = load_instruments()
    return Reference(
        register=load_register(),
        taxonomy=load_taxonomy(),
        instruments=instruments,
        words={
            code: {language: load_words(code, language) for language in LANGUAGES}
            for code in instruments
        },
        participations=load_participations(),
    )


@cache
def load_edition(record: str = DEFAULT) -> Edition:
    """Return the meeting and the cited documents of a record's note."""
    return Edition(**load_structure("note")["editions"][record])
