import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader

from palermo.domain.languages import LANGUAGES
from palermo.domain.measures import Query
from palermo.domain.papers import Chart, FootnoteMark, Heading, Paper, Paragraph, Text, plain
from palermo.engines.typst import write_pdf
from tests.engines.sample_paper import WORDS, sample

VOWEL_MARKS = re.compile("[\u064b-\u0652]")
ARABIC = re.compile("[\u0620-\u065f]+")


def reader(paper: Paper, link: Any = None) -> PdfReader:
    return PdfReader(io.BytesIO(write_pdf(paper, link)))


def text(pages: PdfReader) -> str:
    return "\n".join(page.extract_text() for page in pages.pages)


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, part in value.items():
            if name not in ("statements", "labels"):
                yield from strings(part)
    else:
        for part in value:
            yield from strings(part)


def structure(node: Any) -> Iterator[Any]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for part in node:
            yield from structure(part)
    elif isinstance(node, dict) and "/S" in node:
        yield node
        yield from structure(node.get("/K", []))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_is_tagged_titled_and_says_its_language(language: str) -> None:
    paper = sample(language)
    pages = reader(paper)
    root = pages.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert str(root["/Lang"]).startswith(language)
    assert pages.metadata is not None
    assert pages.metadata.title == paper.title
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()


def test_headings_tables_figures_and_notes_are_marked_as_such() -> None:
    paper = sample("en")
    pages = reader(paper)
    found = list(structure(pages.trailer["/Root"]["/StructTreeRoot"]["/K"]))
    kinds = [str(node["/S"]) for node in found]
    levels = [block.level for block in paper.blocks if isinstance(block, Heading)]
    assert [int(kind[2:]) for kind in kinds if re.fullmatch("/H[1-6]", kind)] == levels
    assert kinds.count("/TOCI") == len(levels)
    assert kinds.count("/Table") == 1
    assert kinds.count("/TH") == 2
    assert kinds.count("/TR") == 6
    assert kinds.count("/Note") == len(paper.footnotes)
    told = [str(node["/Alt"]) for node in found if node["/S"] == "/Figure"]
    charts = [block for block in paper.blocks if isinstance(block, Chart)]
    assert [chart.title in alt for chart, alt in zip(charts, told, strict=True)] == [True, True]


@pytest.mark.parametrize("language", ["zh", "en", "fr", "ru", "es"])
def test_every_paragraph_can_be_copied_out_letter_for_letter(language: str) -> None:
    paper = sample(language)
    letters = re.sub(r"\s", "", text(reader(paper)))
    for block in paper.blocks:
        if isinstance(block, Paragraph):
            for part in block.content:
                if not isinstance(part, FootnoteMark):
                    words = re.sub(r"\s", "", plain((part,)))
                    assert words in letters


def test_arabic_words_can_be_copied_out_letter_for_letter() -> None:
    pdfium = pytest.importorskip("pypdfium2", reason="reads Arabic as a browser does")
    document = pdfium.PdfDocument(write_pdf(sample("ar")))
    shown = "\n".join(page.get_textpage().get_text_range() for page in document)
    read = set(ARABIC.findall(shown))
    written = {word for part in strings(WORDS["ar"]) for word in ARABIC.findall(part)}
    # A vowel mark that the font lifts comes out twice; docs/decisions/0005-fonts.md.
    assert {word for word in written - read if not VOWEL_MARKS.search(word)} == set()
    assert len(written) > 150


@pytest.mark.parametrize("language", LANGUAGES)
def test_glyphs_are_embedded(language: str) -> None:
    for page in reader(sample(language)).pages:
        for font in page["/Resources"]["/Font"].values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            described = inner["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(described)


def test_draft_stands_on_every_page_until_the_paper_is_issued() -> None:
    pages = reader(sample("en"))
    assert len(pages.pages) > 1
    assert all("DRAFT" in page.extract_text() for page in pages.pages)
    issued = text(reader(sample("en", draft=False, symbol="CTOC/COP/WG.2/2009/2")))
    assert "DRAFT" not in issued
    assert "CTOC/COP/WG.2/2009/2" in issued


def test_pages_are_counted() -> None:
    pages = reader(sample("fr")).pages
    for number, page in enumerate(pages, start=1):
        assert f"{number}/{len(pages)}" in page.extract_text()


def test_contents_give_the_page_that_the_heading_is_on() -> None:
    pages = reader(sample("en")).pages
    line = next(line for line in pages[0].extract_text().split("\n") if "III." in line)
    assert "III. Conclusions" in pages[int(line.split()[-1]) - 1].extract_text()


def test_numbers_and_lists_link_where_an_address_is_known() -> None:
    def address(query: Query) -> str:
        return "https://palermo.example/?" + "&".join(query.parameters().values())

    found = {
        str(note.get_object()["/A"].get("/URI"))
        for page in reader(sample("ru"), address).pages
        for note in page.get("/Annots", [])
        if "/A" in note.get_object()
    }
    assert address(Query()) in found
    assert address(Query(category="reporting")) in found
    assert b"/URI" not in write_pdf(sample("ru"))


def test_the_same_paper_is_the_same_bytes() -> None:
    assert write_pdf(sample("zh")) == write_pdf(sample("zh"))
    assert b"20090827" in write_pdf(sample("zh"))


def test_words_are_never_read_as_markup() -> None:
    hostile = '#panic() *bold* _it_ $x$ `raw` \\ "quoted" <label> @ref // no /* no */ = head'
    block = Paragraph(1, (Text(hostile),))
    paper = replace(sample("en"), blocks=(block,), title=hostile, footnotes=())
    letters = re.sub(r"\s", "", text(reader(paper)))
    assert letters.count(re.sub(r"\s", "", hostile)) == 2


def test_a_paper_without_headings_or_notes_is_set_too() -> None:
    paper = replace(sample("en"), blocks=(), footnotes=(), words=0)
    assert len(reader(paper).pages) == 1
