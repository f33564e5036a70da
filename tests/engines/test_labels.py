from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from palermo.domain.languages import LANGUAGES
from palermo.domain.papers import Cell, Grid, Text
from palermo.engines import fonts
from palermo.engines.labels import column_widths, is_latin, span, width, words_line
from tests.engines.sample_paper import sample

WORDS = st.text("abcde АБВ 甲乙丙 أبت ,/-", max_size=60)


@given(
    st.lists(WORDS, min_size=1, max_size=6),
    st.lists(st.lists(WORDS, min_size=6, max_size=6), max_size=5),
    st.sampled_from(LANGUAGES),
)
def test_every_column_has_a_width(head: list[str], rows: list[list[str]], language: str) -> None:
    cells = tuple(tuple(Cell((Text(words),)) for words in row[: len(head)]) for row in rows)
    widths = column_widths(Grid("", tuple(head), cells), language)
    assert len(widths) == len(head)
    assert all(one > 0 for one in widths)


def test_a_column_is_wide_enough_for_its_longest_word() -> None:
    rows = ((Cell((Text("a long line of many short words " * 4),)), Cell((Text("9"),))),)
    text, number = column_widths(Grid("", ("Subcategory", "Requests"), rows), "en")
    assert number >= 10 * width("Requests", "en")
    assert text > 3 * number


def test_columns_of_words_keep_to_their_line_breaks() -> None:
    short = Grid("", ("A", "B"), ((Cell((Text("one\ntwo\nthree"),)), Cell((Text("one"),))),))
    long = Grid("", ("A", "B"), ((Cell((Text("one two three"),)), Cell((Text("one"),))),))
    assert column_widths(short, "en")[0] < column_widths(long, "en")[0]


def test_latin_lines_are_told_from_others() -> None:
    assert is_latin("Distr.: General, 27 août 2009")
    assert not any(is_latin(words) for words in ("27 августа", "التوزيع: عام", "2009年8月"))


def test_paragraphs_of_a_heading() -> None:
    assert [span(0, 0), span(4, 4), span(4, 7)] == ["", "4", "4–7"]


def test_the_word_count_is_stated_where_there_is_one() -> None:
    assert words_line(sample("en")) == "Word count: 1,234"
    assert words_line(sample("fr")) == "Nombre de mots\u00a0: 1\u00a0234"
    assert words_line(sample("zh")) == "字数：1,234"
    assert words_line(replace(sample("en"), words=0)) == ""


def test_every_language_has_a_font_and_the_files_are_there() -> None:
    for language in LANGUAGES:
        assert fonts.family(language) == fonts.families(language)[0]
        assert set(fonts.families(language)) == {fonts.LATIN, fonts.CHINESE, fonts.ARABIC}
    for folder in fonts.folders():
        assert any(path.suffix in {".ttf", ".ttc", ".otf"} for path in folder.iterdir())
