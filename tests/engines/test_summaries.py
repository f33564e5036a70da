"""Our own short wording of each provision: complete in six languages where it has begun."""

import unicodedata
from itertools import combinations

import pytest

from palermo.domain.instruments import INSTRUMENTS
from palermo.domain.languages import LANGUAGES
from palermo.engines.files import data_folder
from palermo.engines.knowledge_instruments import load_instruments, load_summaries, versions

SCRIPTS = {
    "ar": "ARABIC",
    "zh": "CJK",
    "ru": "CYRILLIC",
    "en": "LATIN",
    "fr": "LATIN",
    "es": "LATIN",
}
ALL = [(code, language) for code in INSTRUMENTS for language in LANGUAGES]


def test_no_instrument_is_without_summaries_in_any_language() -> None:
    lacking = [
        (code, language)
        for code in INSTRUMENTS
        for language in LANGUAGES
        if f"summaries.{language}.yaml"
        not in data_folder("instruments", code.lower(), versions(code)[-1])
    ]
    assert lacking == []


def test_there_are_no_words_where_there_is_no_file() -> None:
    assert load_summaries("TIP", "de") == {}


@pytest.mark.parametrize(("code", "language"), ALL)
def test_every_provision_is_summarized_once_in_order(code: str, language: str) -> None:
    provisions = [one.code for one in load_instruments()[code].provisions]
    assert list(load_summaries(code, language)) == provisions


@pytest.mark.parametrize(("code", "language"), ALL)
def test_a_summary_is_a_short_clean_sentence_in_its_script(code: str, language: str) -> None:
    for place, text in load_summaries(code, language).items():
        letters = [letter for letter in text if letter.isalpha()]
        assert len(letters) >= 8, place
        for letter in letters:
            assert unicodedata.name(letter).startswith(SCRIPTS[language]), (place, letter)
        assert text == unicodedata.normalize("NFC", text).strip(), place
        assert "  " not in text, place
        assert text.endswith("。" if language == "zh" else "."), place
        assert len(text) <= (100 if language == "zh" else 300), place


@pytest.mark.parametrize("code", INSTRUMENTS)
def test_no_language_repeats_another(code: str) -> None:
    for one, other in combinations(LANGUAGES, 2):
        here, there = load_summaries(code, one), load_summaries(code, other)
        same = [place for place, text in here.items() if text == there[place]]
        assert same == [], (one, other)
