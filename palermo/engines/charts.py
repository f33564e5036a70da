"""Figures drawn from a chart: Vega-Lite through vl-convert, as SVG for pages or as PNG.

What a bar is, and in which order, comes from the chart; `charts_plan` gives it place and colour,
`charts_svg` makes the drawing fit for a web page.
"""

from functools import cache, lru_cache
from typing import Any, Final

import vl_convert

from palermo.domain.languages import direction
from palermo.domain.papers import Bar, Chart
from palermo.engines import fonts
from palermo.engines.charts_plan import INK, PAPER, WIDTH, Mark, Plan
from palermo.engines.charts_svg import Link, page_svg

_COLON: Final = {"zh": "：", "fr": "\u00a0: "}
_COMMA: Final = {"zh": "，", "ar": "، "}
_SEMICOLON: Final = {"zh": "；", "ar": "؛ ", "fr": "\u00a0; "}


def draw_svg(chart: Chart, language: str, link: Link | None = None, across: int = WIDTH) -> str:
    """Return the figure as SVG for a web page, its bars linked where `link` gives an address.

    `across` is its width in pixels; below 480 the labels stand above their bars. Colours are
    classes (`series-1` ..., `on-1` for a number set upon it, `chart-ink`, `chart-line`) over plain
    fills, so that a style sheet can replace them; the letters take the page's font.
    """
    plan = Plan(chart, language, across)
    names = {bar: _named(bar, language) for bar in chart.bars}
    told = description(chart, language)
    return page_svg(_drawn(chart, language, across), plan, told, names, link)


@lru_cache(maxsize=64)
def draw_png(chart: Chart, language: str, scale: float = 2.0) -> bytes:
    """Return the figure as a PNG image on white, `scale` pixels for each pixel of the SVG."""
    paper = f'<rect width="100%" height="100%" fill="{PAPER}"/>'
    svg = _drawn(chart, language, WIDTH).replace("><g", f">{paper}<g", 1)
    image: bytes = vl_convert.svg_to_png(svg, scale=scale)
    return image


def description(chart: Chart, language: str) -> str:
    """Return what the figure shows in words, for those who do not see it."""
    parts = [chart.unit.rstrip(".。")] if chart.unit else []
    parts += [_named(bar, language) for bar in chart.bars]
    return _SEMICOLON.get(language, "; ").join(parts)


def _named(bar: Bar, language: str) -> str:
    name = _COMMA.get(language, ", ").join(filter(None, (bar.label, bar.series)))
    return f"{name}{_COLON.get(language, ': ')}{bar.value}"


@lru_cache(maxsize=64)
def _drawn(chart: Chart, language: str, across: int) -> str:
    _register_fonts()
    drawing = specification(Plan(chart, language, across))
    svg: str = vl_convert.vegalite_to_svg(drawing, vl_version="5.21")
    return svg


@cache
def _register_fonts() -> None:
    for folder in fonts.folders():
        vl_convert.register_font_directory(str(folder))


def specification(plan: Plan) -> dict[str, Any]:
    """Return the Vega-Lite specification of the figure; Arabic runs from right to left."""
    mirrored = direction(plan.language) == "rtl"
    start, end = ("right", "left") if mirrored else ("left", "right")
    return {
        "background": None,
        "padding": 2,
        "width": plan.across,
        "height": plan.height,
        "config": {
            "font": fonts.family(plan.language),
            "view": {"stroke": None},
            "text": {"fontSize": plan.type.size, "fill": INK},
        },
        "encoding": {
            "x": _position("x", plan.across, mirrored=mirrored),
            "y": _position("y", plan.height),
        },
        "layer": [
            _boxes("bars", plan.bars()),
            _boxes("base", plan.base()),
            _boxes("keys", plan.keys()),
            _texts("names", plan.names(), start if plan.stacks else end),
            _texts("values", plan.values(), start, weight=600),
            _texts("inside", plan.inside(), "center"),
            _texts("legend", plan.key_names(), start),
        ],
    }


def _position(field: str, length: float, *, mirrored: bool = False) -> dict[str, Any]:
    span = [length, 0] if mirrored else [0, length]
    scale = {"domain": [0, length], "range": span, "nice": False}
    return {"field": field, "type": "quantitative", "scale": scale, "axis": None}


def _boxes(name: str, data: list[Mark]) -> dict[str, Any]:
    return {
        "name": name,
        "data": {"values": data},
        "mark": {"type": "rect", "aria": False},
        "encoding": {"x2": {"field": "x2"}, "y2": {"field": "y2"}, "fill": _own("fill")},
    }


def _texts(name: str, data: list[Mark], align: str, weight: int = 400) -> dict[str, Any]:
    mark = {"type": "text", "align": align, "baseline": "middle", "fontWeight": weight}
    return {
        "name": name,
        "data": {"values": data},
        "mark": mark | {"aria": False},
        "encoding": {"text": {"field": "text", "type": "nominal"}, "fill": _own("fill")},
    }


def _own(field: str) -> dict[str, Any]:
    return {"field": field, "type": "nominal", "scale": None}
