"""Which articles a statement of need is about: `palermo/data/instruments/topics.yaml`.

Wraps no tool of its own; the file is read by `files`.
"""

from collections.abc import Mapping
from functools import cache

from palermo.engines.files import read_yaml


@cache
def load_topics() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Return per instrument and subject the codes of the articles that the subject belongs to."""
    told = read_yaml("instruments", "topics.yaml")
    return {
        instrument: {topic: tuple(codes) for topic, codes in topics.items()}
        for instrument, topics in told.items()
    }


def articles_about(instrument: str, topic: str) -> tuple[str, ...]:
    """Return the codes of the articles that a statement's subject belongs to beyond doubt.

    A subject in several parts is joined by `;`; a part that no article is named for gives none.
    """
    known = load_topics().get(instrument, {})
    named = (code for part in topic.split(";") for code in known.get(part, ()))
    return tuple(dict.fromkeys(named))
