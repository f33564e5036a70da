"""Templates: places filled, plural forms chosen, tables of six languages compared."""

import pytest

from palermo.domain.measures import Query
from palermo.domain.papers import Number, Text
from palermo.domain.phrases import Phrases, problems, sentences

ENGLISH = Phrases("en", {"asked": {"one": "{n} State asked", "other": "{n} States asked"}})
RUSSIAN = Phrases("ru", {"n": {"one": "{n} запрос", "few": "{n} запроса", "many": "{n} запросов"}})


def test_the_count_chooses_the_form() -> None:
    assert ENGLISH.text("asked", 1, n="One") == "One State asked"
    assert ENGLISH.text("asked", 2, n="Two") == "Two States asked"
    assert [RUSSIAN.text("n", n, n=str(n)) for n in (1, 3, 5, 21)] == [
        "1 запрос",
        "3 запроса",
        "5 запросов",
        "21 запрос",
    ]


def test_a_form_needs_its_count() -> None:
    with pytest.raises(KeyError):
        ENGLISH.text("asked", n="2")


def test_a_place_may_hold_a_number_with_its_query() -> None:
    number = Number("two States", Query())
    phrases = Phrases("en", {"told": "In all, {states} asked{end}."})
    assert phrases.say("told", states=number, end="") == (
        Text("In all, "),
        number,
        Text(" asked."),
    )


def test_a_name_in_braces_is_not_filled_twice() -> None:
    assert Phrases("en", {"told": "{a}"}).text("told", a="{b}", b="no") == "{b}"


def test_sentences_begin_with_capitals() -> None:
    parts = [(Text("the first."),), (Number("two States", Query()), Text(" asked."))]
    told = sentences(parts, "en")
    assert [part.words for part in told if not isinstance(part, int)] == [  # type: ignore[union-attr]
        "The first. ",
        "Two States",
        " asked.",
    ]


def test_differences_between_languages_are_found() -> None:
    found = problems(
        {
            "en": {"a": "{x} here", "b": {"one": "one", "other": "{n} more"}},
            "fr": {"a": "ici {y}", "b": {"one": "un"}},
            "zh": {"b": "{n}"},
        }
    )
    assert found == [
        "zh: a is missing",
        "a has different places: en: x; fr: y",
        "fr: b has the forms one",
    ]
