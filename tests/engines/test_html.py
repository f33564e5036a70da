import itertools
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from palermo.domain.languages import LANGUAGES, direction
from palermo.domain.measures import Query
from palermo.domain.papers import (
    Bar,
    Chart,
    FootnoteMark,
    Heading,
    Number,
    Paragraph,
    StateList,
    Text,
)
from palermo.engines.charts_plan import HUES, contrast
from palermo.engines.html import fragment, styles, write_html
from tests.engines.sample_paper import annexes, sample

VOID = {"meta", "br", "link", "img"}


class Reader(HTMLParser):
    """What a browser finds in a page: elements, nesting, identifiers and addresses."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: list[tuple[str, str]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append((self.open[-1] if self.open else "", data))

    def all(self, tag: str) -> list[dict[str, str]]:
        return [found for name, found in self.elements if name == tag]

    def values(self, attribute: str) -> list[str]:
        return [found[attribute] for _, found in self.elements if attribute in found]


def address(query: Query) -> str:
    return "/needs/?" + "&".join(f"{name}={value}" for name, value in query.parameters().items())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_well_nested_and_says_its_language(language: str) -> None:
    page = Reader(write_html(sample(language), annex=annexes(language)))
    assert page.open == []
    root = page.all("html")[0]
    assert (root["lang"], root["dir"]) == (language, direction(language))
    assert len(page.all("h1")) == 1
    assert len(page.all("main")) == 1
    identifiers = page.values("id")
    assert len(identifiers) == len(set(identifiers))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_address_inside_the_page_leads_somewhere(language: str) -> None:
    page = Reader(write_html(sample(language), annex=annexes(language)))
    inner = {value[1:] for value in page.values("href") if value.startswith("#")}
    named = set(page.values("id"))
    assert inner <= named
    for attribute in ("aria-labelledby", "aria-describedby"):
        assert set(page.values(attribute)) <= named


def test_headings_go_down_one_level_at_a_time() -> None:
    page = Reader(write_html(sample("en"), annex=annexes("en")))
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    for level, following in itertools.pairwise(levels):
        assert following <= level + 1


def test_every_number_and_list_is_a_link_to_its_query() -> None:
    paper = sample("en")
    linked = set(Reader(fragment(paper, address)).values("href"))
    counted = [
        part.query
        for block in paper.blocks
        if isinstance(block, Paragraph)
        for part in block.content
        if isinstance(part, Number | StateList)
    ]
    bars = [bar.query for block in paper.blocks if isinstance(block, Chart) for bar in block.bars]
    assert counted
    assert bars
    assert {address(query) for query in [*counted, *bars]} <= linked


def test_in_a_file_of_its_own_each_click_leads_to_the_statements() -> None:
    listed = annexes("en")
    page = write_html(sample("en"), annex=listed)
    assert set(Reader(page).values("href")) & {"#statements-1", f"#statements-{len(listed)}"}
    for place, annex in enumerate(listed, start=1):
        section = page.split(f'id="statements-{place}"')[1].split("</section>")[0]
        assert section.count("<li>") == len(annex.items)
    without = Reader(write_html(sample("en"), annex=listed[:1], link=address))
    assert "#statements-1" in without.values("href")
    assert address(Query(category="reporting")) in without.values("href")


def test_without_addresses_there_are_only_links_inside() -> None:
    page = Reader(write_html(sample("fr")))
    assert all(value.startswith("#") for value in page.values("href"))
    assert "counted" not in page.values("class")


def test_tables_have_captions_and_scopes() -> None:
    page = Reader(write_html(sample("es")))
    assert len(page.all("table")) == len(page.all("caption")) == 3
    assert all("scope" in heading for heading in page.all("th"))


def test_a_footnote_leads_back_to_each_of_its_marks() -> None:
    page = write_html(sample("en"))
    assert page.count('href="#note-1"') == 2
    assert 'id="note-1-mark-2"' in page
    assert 'href="#note-1-mark-2" role="doc-backlink" aria-label="Back to the text 1"' in page


def test_draft_is_said_until_the_paper_is_issued() -> None:
    assert '<p class="draft">DRAFT</p>' in write_html(sample("en"))
    assert "draft" not in write_html(sample("en", draft=False), style="")


def test_english_lines_above_another_script_are_marked() -> None:
    assert '<span lang="en" dir="ltr">Distr.: General</span>' in fragment(sample("ar"))
    assert '<span lang="en"' not in fragment(sample("en"))


def test_a_fragment_takes_its_place_under_a_page_title() -> None:
    part = fragment(sample("en"), top=2)
    assert "<h1" not in part
    assert "<html" not in part
    assert f"<h2>{sample('en').title}</h2>" in part


def test_words_are_never_read_as_markup() -> None:
    hostile = '<script>alert("x")</script> & \' <b>'
    blocks = (
        Heading(1, "I", hostile, hostile),
        Paragraph(1, (Text(hostile, "strong"), Number(hostile, Query()), FootnoteMark(1))),
        Chart(hostile, hostile, hostile, (Bar(hostile, 3, Query(), hostile),), (hostile,)),
    )
    paper = replace(sample("en"), title=hostile, blocks=blocks, footnotes=((Text(hostile),),))
    page = Reader(write_html(paper, link=lambda query: f'"{hostile}'))
    assert page.open == []
    assert page.all("script") == []
    assert "".join(words for tag, words in page.words if tag == "title").count(hostile) >= 1


def test_the_same_paper_is_the_same_page() -> None:
    assert write_html(sample("ru")) == write_html(sample("ru"))


def test_the_style_sheet_keeps_contrast_in_the_light_and_in_the_dark() -> None:
    light, dark = (
        dict(re.findall(r"--(\w+): (#\w{6});", part))
        for part in styles().split("@media print")[0].split("prefers-color-scheme: dark")
    )
    for tokens in (light, dark):
        for letters in ("ink", "soft", "accent", "attention"):
            for ground in ("paper", "card"):
                assert contrast(tokens[letters], tokens[ground]) >= 4.5
    hues = dict(re.findall(r"\.series-(\d) \{ fill: (#\w+);", styles()))
    assert len(hues) == len(HUES)
    assert all(contrast(hue, dark["paper"]) >= 4.5 for hue in hues.values())
