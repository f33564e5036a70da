"""The first page over the wire, in forced colours and in print."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

Opened = Callable[..., Page]

BORDERS = """() => {
  const kinds = {};
  for (const one of document.querySelectorAll('.tiles a')) {
    const style = getComputedStyle(one);
    kinds[one.className] = [style.borderBlockEndStyle, style.borderBlockStartStyle,
                            style.borderBlockEndWidth].join(' ');
  }
  return kinds;
}"""

MOVING = """() => [...document.querySelectorAll('*')].filter(one => {
  const style = getComputedStyle(one);
  return style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0;
}).length"""


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_the_first_page_is_light(
    browser: Browser, site: str, measured: list[str], language: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
    sizes: list[float] = []
    wire.on("Network.loadingFinished", lambda told: sizes.append(told["encodedDataLength"]))
    page.goto(f"{site}/{language}/", wait_until="networkidle")
    context.close()
    measured.append(f"home in {language}: {sum(sizes):,.0f} bytes in {len(sizes)} answers")
    assert len(sizes) >= 3  # the page, its style, its script
    assert sum(sizes) < 100_000


@pytest.mark.parametrize("page", ["en/", "en/instruments/untoc/"])
def test_forced_colours_tell_tiles_apart(opened: Opened, page: str) -> None:
    tab = opened(page, forced_colors="active")
    kinds = tab.evaluate(BORDERS)
    assert len(kinds) >= 4
    assert len(set(kinds.values())) == len(kinds), kinds


def test_print_leaves_out_what_only_a_screen_needs(opened: Opened) -> None:
    tab = opened("en/", width=794)
    tab.emulate_media(media="print")
    assert not tab.locator("header.site nav").first.is_visible()
    assert tab.locator("h1").is_visible()
    assert tab.evaluate("document.documentElement.scrollWidth") <= 794


def test_nothing_moves(opened: Opened) -> None:
    assert opened("en/").evaluate(MOVING) == 0
