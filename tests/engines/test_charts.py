from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.domain.languages import LANGUAGES
from palermo.domain.measures import Query
from palermo.domain.papers import Bar, Chart
from palermo.engines import charts
from palermo.engines.charts_plan import HUES, PAPER, Plan, contrast, on, rows
from palermo.engines.labels import width, wrapped
from tests.engines.sample_paper import sample

SVG = "{http://www.w3.org/2000/svg}"


def figures(language: str) -> list[Chart]:
    return [block for block in sample(language).blocks if isinstance(block, Chart)]


def address(query: Query) -> str:
    return "?" + "&".join(f"{name}={value}" for name, value in query.parameters().items())


def texts(svg: str) -> str:
    return " ".join(found.text or "" for found in ET.fromstring(svg).iter(f"{SVG}text"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figure_says_every_label_and_value(language: str) -> None:
    for chart in figures(language):
        shown = texts(charts.draw_svg(chart, language)).replace(" ", "")
        for bar in chart.bars:
            assert bar.label.replace(" ", "") in shown
        for name in chart.series:
            assert name.replace(" ", "") in shown
        for parts in rows(chart).values():
            assert str(sum(bar.value for bar in parts.values())) in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figure_is_told_in_words(language: str) -> None:
    chart = figures(language)[1]
    root = ET.fromstring(charts.draw_svg(chart, language))
    assert root.get("role") == "img"
    title, told = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert title.text == f"{chart.label} {chart.title}"
    assert title.get("id") == root.get("aria-labelledby")
    assert told is not None
    assert all(bar.label in (told.text or "") for bar in chart.bars)


def test_bars_link_to_their_query_and_nothing_else_does() -> None:
    chart = figures("en")[1]
    root = ET.fromstring(charts.draw_svg(chart, "en", link=address))
    assert root.get("role") == "group"
    linked = [found.get("href") for found in root.iter(f"{SVG}a")]
    assert linked == [address(bar.query) for bar in chart.bars if bar.value]
    assert "<a" not in charts.draw_svg(chart, "en")
    assert "<a" not in charts.draw_svg(chart, "en", link=lambda query: "")


def test_colours_are_classes_and_the_ground_is_left_to_the_page() -> None:
    svg = charts.draw_svg(figures("en")[1], "en")
    assert {f"series-{place}" for place in range(1, 6)} <= set(svg.replace('"', " ").split())
    assert "background" not in svg
    assert "font-family" not in svg


def test_arabic_runs_from_the_right() -> None:
    chart = figures("ar")[0]
    mirrored = charts.specification(Plan(chart, "ar"))["encoding"]["x"]["scale"]["range"]
    straight = charts.specification(Plan(chart, "en"))["encoding"]["x"]["scale"]["range"]
    assert mirrored == list(reversed(straight))
    names = [
        found
        for found in ET.fromstring(charts.draw_svg(chart, "ar")).iter(f"{SVG}text")
        if not (found.text or "").isdigit()
    ]
    assert all(float(found.get("x", "0")) > 340 for found in names)
    assert {found.get("direction") for found in names} == {"rtl"}


def test_the_same_figure_is_the_same_bytes() -> None:
    chart = figures("zh")[1]
    first = charts.draw_svg(chart, "zh"), charts.draw_png(chart, "zh")
    charts._drawn.cache_clear()
    charts.draw_png.cache_clear()
    assert first == (charts.draw_svg(chart, "zh"), charts.draw_png(chart, "zh"))
    assert first[1].startswith(b"\x89PNG")


def test_an_empty_figure_is_drawn_too() -> None:
    ET.fromstring(charts.draw_svg(Chart("Figure 1", "Nothing", "Requests", ()), "en"))


def test_words_from_outside_stay_words() -> None:
    chart = Chart("1", "<b>&", "", (Bar('<script>"', 3, Query()),))
    root = ET.fromstring(charts.draw_svg(chart, "en", link=lambda query: '"><script>'))
    assert [found.tag for found in root.iter() if "script" in found.tag] == []
    assert '<script>"' in texts(charts.draw_svg(chart, "en"))


def test_every_hue_is_seen_on_paper_and_read_upon() -> None:
    for hue in HUES:
        assert contrast(hue, "#fcfbf8") >= 3
        assert contrast(hue, on(hue)) >= 4.5
    for hue, following in pairwise(HUES):
        assert contrast(hue, following) > 1.5
    assert contrast(PAPER, "#000000") == pytest.approx(21)


@given(
    st.lists(st.integers(0, 1000), min_size=1, max_size=6),
    st.sampled_from([360, 680]),
)
def test_bars_are_as_long_as_their_counts_and_stay_inside(values: list[int], across: int) -> None:
    bars = tuple(Bar(f"label {place}", value, Query()) for place, value in enumerate(values))
    plan = Plan(Chart("1", "", "", bars), "en", across)
    for bar, start, end, middle in plan.parts():
        assert end - start == pytest.approx(bar.value * plan.unit)
        assert plan.left <= start <= end <= across
        assert 0 < middle < plan.height


@given(st.text("ab cd/-（，。）"), st.sampled_from(LANGUAGES), st.integers(6, 40))
def test_wrapping_loses_no_letter_and_keeps_to_its_room(
    words: str, language: str, room: int
) -> None:
    lines = wrapped(words, language, room)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
    longest = max(
        (width(piece, language) for piece in words.replace("/", "/ ").replace("-", "- ").split()),
        default=0,
    )
    if language != "zh":
        assert all(width(line, language) <= max(room, longest) for line in lines)


def test_chinese_lines_neither_start_nor_end_with_the_wrong_mark() -> None:
    lines = wrapped("遵守《有组织犯罪公约》执行情况报告要求方面的援助，以及其他", "zh", 7)
    assert len(lines) > 2
    assert not any(line[0] in "，》" or line[-1] == "《" for line in lines)
