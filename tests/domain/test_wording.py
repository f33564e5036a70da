"""Lists, numbers, dates, percentages and shares as the six languages print them."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.domain import wording
from palermo.domain.languages import LANGUAGES


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("ar", "أ، وب، وج"),
        ("zh", "أ、ب和ج"),
        ("en", "أ, ب and ج"),
        ("fr", "أ, ب et ج"),
        ("ru", "أ, ب и ج"),
        ("es", "أ, ب y ج"),
    ],
)
def test_a_list_has_the_marks_of_its_language(language: str, printed: str) -> None:
    assert wording.joined(["أ", "ب", "ج"], language) == printed


@pytest.mark.parametrize(
    ("last", "conjunction"),
    [
        ("Indonesia", "e"),
        ("Irán", "e"),
        ("Islas Cook", "e"),
        ("Hidra", "e"),
        ("Hiena", "y"),
        ("Iowa", "y"),
        ("Honduras", "y"),
        ("Yemen", "y"),
    ],
)
def test_spanish_avoids_two_sounds_of_i(last: str, conjunction: str) -> None:
    assert wording.joined(["Ghana", last], "es") == f"Ghana {conjunction} {last}"


@given(st.lists(st.sampled_from(["Kenya", "Malta", "Togo", "Peru"]), max_size=6))
def test_a_list_names_each_item_once_and_in_order(items: list[str]) -> None:
    for language in LANGUAGES:
        rest = wording.joined(items, language)
        for item in items:
            assert item in rest
            rest = rest[rest.index(item) + len(item) :]
        assert rest == ""


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("ar", {0: "zero", 1: "one", 2: "two", 3: "few", 10: "few", 11: "many", 99: "many"}),
        ("ar", {100: "other", 101: "other", 102: "other", 103: "few", 111: "many", 200: "other"}),
        ("ru", {0: "many", 1: "one", 2: "few", 4: "few", 5: "many", 11: "many", 12: "many"}),
        ("ru", {21: "one", 22: "few", 25: "many", 111: "many", 112: "many", 121: "one"}),
        ("fr", {0: "one", 1: "one", 2: "other"}),
        ("en", {0: "other", 1: "one", 2: "other"}),
        ("es", {0: "other", 1: "one", 2: "other"}),
        ("zh", {0: "other", 1: "other", 2: "other"}),
    ],
)
def test_plural_categories(language: str, forms: dict[int, str]) -> None:
    assert {n: wording.plural(n, language) for n in forms} == forms


@given(st.integers(0, 10**9), st.sampled_from(LANGUAGES))
def test_every_number_has_a_plural_form_of_its_language(n: int, language: str) -> None:
    assert wording.plural(n, language) in wording.PLURALS[language]


def test_thousands_are_set_apart() -> None:
    printed = [wording.grouped(1234567, language) for language in LANGUAGES]
    spaced = "1\u00a0234\u00a0567"
    assert printed == [spaced, "1,234,567", "1,234,567", spaced, spaced, "1.234.567"]


def test_numbers_to_nine_are_spelled_and_agree() -> None:
    assert wording.spelled(8, "en") == "eight"
    assert wording.spelled(10, "en") == "10"
    assert wording.spelled(1, "fr", "feminine") == "une"
    assert wording.spelled(1, "es", "masculine") == "un"
    assert wording.spelled(2, "ru", "feminine") == "две"
    assert wording.spelled(1, "ru", "neuter") == "одно"
    assert wording.spelled(3, "ar", "feminine") == "ثلاث"
    assert wording.spelled(3, "ar", "masculine") == "ثلاثة"
    assert wording.spelled(8, "zh") == "8"
    assert wording.spelled(0, "en") == "0"


def test_percentages_in_text_and_in_tables() -> None:
    share = Decimal("39.9")
    assert wording.per_cent(share, "en") == "39.9\u00a0per cent"
    assert wording.per_cent(share, "fr") == "39,9\u00a0%"
    assert wording.per_cent(share, "es") == "39,9\u00a0%"
    assert wording.per_cent(share, "zh") == "39.9%"
    assert wording.per_cent(share, "ar") == "39,9\u00a0في المائة"
    assert wording.per_cent(share, "ru") == "39,9\u00a0процента"
    assert wording.per_cent(25, "ru") == "25\u00a0процентов"
    assert wording.per_cent(21, "ru") == "21\u00a0процент"
    assert wording.per_cent(share, "en", table=True) == "39.9%"


def test_dates_in_words() -> None:
    printed = [wording.day("2009-08-27", language) for language in LANGUAGES]
    assert printed == [
        "27 آب/أغسطس 2009",
        "2009年8月27日",
        "27 August 2009",
        "27 août 2009",
        "27 августа 2009 года",
        "27 de agosto de 2009",
    ]
    assert wording.day("2009-10-01", "fr") == "1er octobre 2009"


def test_spans_of_days() -> None:
    printed = [wording.days("2009-10-01", "2009-10-02", language) for language in LANGUAGES]
    assert printed == [
        "1 و2 تشرين الأول/أكتوبر 2009",
        "2009年10月1日至2日",
        "1 and 2 October 2009",
        "1er et 2 octobre 2009",
        "1 и 2 октября 2009 года",
        "1 y 2 de octubre de 2009",
    ]
    assert wording.days("2007-10-03", "2007-10-05", "en") == "3-5 October 2007"
    assert wording.days("2009-10-02", "2009-10-02", "en") == "2 October 2009"
    assert wording.days("2009-09-30", "2009-10-02", "en") == "30 September 2009 - 2 October 2009"


# What each share word claims of a share; the last test holds every word to its claim.
NEAR = Fraction(1, 40)
PLAIN = {
    "fifth": Fraction(1, 5),
    "quarter": Fraction(1, 4),
    "third": Fraction(1, 3),
    "half": Fraction(1, 2),
    "two_thirds": Fraction(2, 3),
    "three_quarters": Fraction(3, 4),
    "tenth": Fraction(1, 10),
    "none": Fraction(0),
    "all": Fraction(1),
}


def holds(word: str, share: Fraction) -> bool:
    if word in PLAIN:
        return share == PLAIN[word]
    if word == "nearly_half":
        return Fraction(9, 20) <= share < Fraction(1, 2)
    if word == "nearly_all":
        return Fraction(9, 10) <= share < 1
    kind, _, fraction = word.partition("_")
    plain = PLAIN[fraction]
    if kind == "about":
        return share != plain and abs(share - plain) <= NEAR
    return share > plain if kind == "over" else 0 < share < plain


@given(st.integers(1, 5000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_a_share_word_is_true_of_its_numbers(numbers: tuple[int, int]) -> None:
    word = wording.share_word(*numbers)
    assert word in wording.SHARE_WORDS
    assert holds(word, Fraction(*numbers))


def test_every_share_word_is_reached() -> None:
    reached = {wording.share_word(n, 600) for n in range(601)}
    assert reached == set(wording.SHARE_WORDS)


def test_words_between_the_fractions() -> None:
    told = {n: wording.share_word(n, 100) for n in (3, 15, 20, 23, 25, 30, 33, 40, 46, 50, 60, 95)}
    assert told == {
        3: "under_tenth",
        15: "over_tenth",
        20: "fifth",
        23: "about_quarter",
        25: "quarter",
        30: "over_quarter",
        33: "about_third",
        40: "over_third",
        46: "nearly_half",
        50: "half",
        60: "over_half",
        95: "nearly_all",
    }


def test_parts_and_sections_are_numbered_as_each_language_does() -> None:
    assert [wording.part_number(3, language) for language in LANGUAGES] == [
        "ثالثا",
        "三",
        *["III"] * 4,
    ]
    assert wording.section_letter(2, "ar") == "باء"
    assert wording.section_letter(2, "zh") == "B"
    assert [wording.roman(n) for n in (4, 9, 14, 39)] == ["IV", "IX", "XIV", "XXXIX"]


def test_words_are_counted() -> None:
    assert wording.word_count("Of these, 16 requests – in all – were made.", "en") == 8
    assert wording.word_count("根据CTOC/COP/WG.2/2009/2号文件", "zh") == 6


def test_brackets_are_full_width_in_chinese() -> None:
    assert "图" + wording.bracketed("请求", "zh") == "图（请求）"
    assert "Figure" + wording.bracketed("requests", "en") == "Figure (requests)"
