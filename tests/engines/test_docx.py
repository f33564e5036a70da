import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from lxml import etree
from pypdf import PdfReader

from palermo.domain.languages import LANGUAGES, RIGHT_TO_LEFT
from palermo.domain.measures import Query
from palermo.domain.papers import (
    Chart,
    FootnoteMark,
    Heading,
    Number,
    Paper,
    Paragraph,
    StateList,
    Text,
    numbered,
    plain,
)
from palermo.engines.docx import write_docx
from palermo.engines.docx_pages import pages
from tests.engines.sample_paper import sample

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# The order of elements after ECMA-376, part 1: 17.3.1.26, 17.3.2.28, 17.4.60, 17.6.17.
ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
    "suppressLineNumbers pBdr shd tabs suppressAutoHyphens bidi adjustRightInd snapToGrid spacing "
    "ind contextualSpacing mirrorIndents jc textDirection textAlignment outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps strike color spacing w kern position sz szCs highlight "
    "u effect bdr shd fitText vertAlign rtl cs em lang",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW "
    "jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption",
    "sectPr": "headerReference footerReference footnotePr type pgSz pgMar cols titlePg bidi",
}


def address(query: Query) -> str:
    return "https://palermo.example/?" + "&".join(query.parameters().values())


def parts(paper: Paper, **options: object) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(write_docx(paper, **options))) as file:  # type: ignore[arg-type]
        return {name: file.read(name) for name in file.namelist()}


def tree(found: dict[str, bytes], name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(found[name])


def words(element: etree._Element) -> str:
    return "".join(
        "\t" if node.tag == f"{W}tab" else "\n" if node.tag == f"{W}br" else node.text or ""
        for node in element.iter(f"{W}t", f"{W}tab", f"{W}br")
        if node.getparent().tag == f"{W}r"
    )


def written(paper: Paper) -> Iterator[str]:
    """Yield the text of every numbered paragraph as it must stand in the file."""
    for block in paper.blocks:
        if isinstance(block, Paragraph) and block.number:
            marks = [
                str(part.number) if isinstance(part, FootnoteMark) else plain((part,))
                for part in block.content
            ]
            yield f"{numbered(block.number, paper.language)}\t{''.join(marks)}"


def faults(file: bytes, folder: Path) -> list[str]:
    """Return what the Open XML schemas and their rules have against a file."""
    audit = pytest.importorskip("openxml_audit", reason="checks against the Open XML schemas")
    place = folder / "paper.docx"
    place.write_bytes(file)
    return [str(error) for error in audit.OpenXmlValidator().validate(place).errors]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_passes_the_schema(language: str, tmp_path: Path) -> None:
    paper = sample(language, symbol="CTOC/COP/WG.2/2009/2")
    assert faults(write_docx(paper, address), tmp_path) == []


def test_the_schema_check_sees_a_fault(tmp_path: Path) -> None:
    spoilt = io.BytesIO()
    with ZipFile(spoilt, "w") as target:
        for name, content in parts(sample("en")).items():
            wrong = content.replace(b"<w:cantSplit/><w:tblHeader/>", b"<w:tblHeader/><w:bold/>")
            target.writestr(name, wrong)
    assert faults(spoilt.getvalue(), tmp_path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_properties_stand_in_the_order_of_the_standard(language: str) -> None:
    found = parts(sample(language), link=address)
    for name in found:
        if not name.startswith("word/") or not name.endswith(".xml"):
            continue
        for kind, order in ORDERS.items():
            places = {f"{W}{child}": place for place, child in enumerate(order.split())}
            for element in tree(found, name).iter(f"{W}{kind}"):
                given = [places[child.tag] for child in element]
                assert given == sorted(given), etree.tostring(element)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_relation_leads_somewhere_and_every_part_has_a_type(language: str) -> None:
    found = parts(sample(language), link=address)
    types = tree(found, "[Content_Types].xml")
    declared = {node.get("PartName", "").lstrip("/") for node in types}
    extensions = {node.get("Extension") for node in types}
    for name in found:
        if name != "[Content_Types].xml":
            assert name in declared or name.rpartition(".")[2] in extensions
    for name in (name for name in found if name.endswith(".rels")):
        folder = name.partition("_rels/")[0]
        owner = name.replace("_rels/", "").removesuffix(".rels")
        known = set()
        for relation in tree(found, name):
            known.add(relation.get("Id"))
            if relation.get("TargetMode") != "External":
                target = relation.get("Target", "")
                assert (target.lstrip("/") if target[0] == "/" else folder + target) in found
        if owner in found:
            used = re.findall(r'r:(?:id|embed)="([^"]+)"', found[owner].decode())
            assert set(used) <= known


def test_identifiers_are_unique_and_every_inner_link_has_its_place() -> None:
    document = tree(parts(sample("en")))
    marks = list(document.iter(f"{W}bookmarkStart"))
    for attribute in ("id", "name"):
        given = [mark.get(f"{W}{attribute}") for mark in marks]
        assert len(given) == len(set(given))
    names = {mark.get(f"{W}name") for mark in marks}
    anchors = {link.get(f"{W}anchor") for link in document.iter(f"{W}hyperlink")} - {None}
    fields = [node.text or "" for node in document.iter(f"{W}instrText")]
    targets = {code.split()[1] for code in fields if "REF" in code}
    assert anchors
    assert anchors <= names
    assert targets <= names


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_are_headings_and_paragraphs_keep_their_numbers(language: str) -> None:
    paper = sample(language)
    read = docx.Document(io.BytesIO(write_docx(paper)))
    headings = [
        (int(found.style.name[-1]), found.text.rpartition("\t")[2])
        for found in read.paragraphs
        if found.style.name.lower().startswith("heading")
    ]
    assert headings == [
        (block.level, block.words) for block in paper.blocks if isinstance(block, Heading)
    ]
    document = tree(parts(paper))
    assert list(document.iter(f"{W}numPr")) == []
    shown = {re.sub(r"\s", "", _with_marks(found)) for found in document.iter(f"{W}p")}
    assert {re.sub(r"\s", "", text) for text in written(paper)} <= shown


def _with_marks(paragraph: etree._Element) -> str:
    found = []
    for node in paragraph.iter(f"{W}t", f"{W}tab", f"{W}footnoteReference"):
        if node.tag == f"{W}footnoteReference":
            found.append(node.get(f"{W}id", ""))
        elif node.tag == f"{W}t":
            found.append(node.text or "")
    return "".join(found)


def test_contents_name_every_heading_with_its_paragraphs_and_a_page_field() -> None:
    paper = sample("en")
    document = tree(parts(paper))
    lines = [
        found
        for found in document.iter(f"{W}p")
        if (found.find(f"{W}pPr/{W}pStyle").get(f"{W}val") or "").startswith("TOC")
    ]
    assert words(lines[0]).split("\t") == ["Contents", "Paragraphs", "Page"]
    assert [words(line).split("\t")[:3] for line in lines[1:3]] == [
        ["I.", "Introduction", "1–2"],
        ["II.", "Analysis of the needs identified", "3–5"],
    ]
    assert len(lines) == 1 + len(paper.outline())
    for place, line in enumerate(lines[1:]):
        codes = [node.text for node in line.iter(f"{W}instrText")]
        assert codes == [f" PAGEREF _part_{place} \\h "]


def test_footnotes_are_footnotes_and_a_second_mark_repeats_the_first() -> None:
    paper = sample("en")
    found = parts(paper)
    notes = {
        int(note.get(f"{W}id", "")): words(note).strip()
        for note in tree(found, "word/footnotes.xml")
    }
    assert set(notes) == {-1, 0, 1, 2}
    assert notes[1] == plain(paper.footnotes[0])
    document = tree(found)
    used = [int(node.get(f"{W}id", "")) for node in document.iter(f"{W}footnoteReference")]
    assert used == [1, 2]
    codes = [node.text or "" for node in document.iter(f"{W}instrText")]
    assert codes.count(" NOTEREF _note_1 \\h ") == 1


def test_tables_repeat_their_heading_row_and_rows_stay_whole() -> None:
    table = list(tree(parts(sample("en"))).iter(f"{W}tbl"))[1]
    rows = list(table.iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * 5
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val") == sample("en").blocks[-3].caption  # type: ignore[union-attr]


def test_figures_are_told_in_words() -> None:
    paper = sample("ru")
    found = parts(paper)
    told = re.findall(r'<wp:docPr [^>]*descr="([^"]+)"', found["word/document.xml"].decode())
    charts = [block for block in paper.blocks if isinstance(block, Chart)]
    assert len(told) == len(charts)
    for chart, words_told in zip(charts, told, strict=True):
        assert chart.title in words_told
        assert all(bar.label in words_told for bar in chart.bars)
    assert found["word/media/figure-1.png"].startswith(b"\x89PNG")


def test_draft_stands_in_every_header_until_the_paper_is_issued() -> None:
    found = parts(sample("en"))
    for name in ("word/header1.xml", "word/header2.xml"):
        assert "DRAFT" in words(tree(found, name))
        assert 'string="DRAFT"' in found[name].decode()
    issued = parts(sample("en", draft=False, symbol="CTOC/COP/WG.2/2009/2"))
    assert not any(b"DRAFT" in part for part in issued.values())
    assert "CTOC/COP/WG.2/2009/2" in words(tree(issued, "word/header2.xml"))
    assert "CTOC/COP/WG.2/2009/2" in words(tree(issued))


@pytest.mark.parametrize("language", LANGUAGES)
def test_arabic_runs_from_the_right_and_nothing_else_does(language: str) -> None:
    document = tree(parts(sample(language)))
    rtl = language in RIGHT_TO_LEFT
    tables = list(document.iter(f"{W}tbl"))
    assert all((table.find(f"{W}tblPr/{W}bidiVisual") is not None) == rtl for table in tables)
    assert (document.find(f"{W}body/{W}sectPr/{W}bidi") is not None) == rtl
    for paragraph in document.iter(f"{W}p"):
        bidi = paragraph.find(f"{W}pPr/{W}bidi")
        assert (bidi is not None) == rtl
        if bidi is not None and bidi.get(f"{W}val") == "0":
            assert not re.search("[\u0600-\u06ff]", words(paragraph))
    for run in document.iter(f"{W}r"):
        marked = run.find(f"{W}rPr/{W}rtl") is not None
        arabic = re.search(
            "[\u0600-\u06ff]", "".join(node.text or "" for node in run.iter(f"{W}t"))
        )
        latin = re.search("[A-Za-z]", "".join(node.text or "" for node in run.iter(f"{W}t")))
        assert marked or not arabic
        assert not (marked and latin)


def test_numbers_and_lists_link_where_an_address_is_known() -> None:
    paper = sample("fr")
    found = parts(paper, link=address)
    targets = {
        relation.get("Target")
        for relation in tree(found, "word/_rels/document.xml.rels")
        if relation.get("TargetMode") == "External"
    }
    counted = {
        address(part.query)
        for block in paper.blocks
        if isinstance(block, Paragraph)
        for part in block.content
        if isinstance(part, Number | StateList)
    }
    assert counted <= targets
    assert b"External" not in parts(paper)["word/_rels/document.xml.rels"]


def test_the_same_paper_is_the_same_bytes() -> None:
    first = write_docx(sample("zh"), address)
    assert first == write_docx(sample("zh"), address)
    with ZipFile(io.BytesIO(first)) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert file.namelist()[0] == "[Content_Types].xml"
        assert b"2009-08-27T00:00:00Z" in file.read("docProps/core.xml")


def test_words_are_never_read_as_markup() -> None:
    hostile = "<w:p/> & \" ' ]]> \x00\x0b\ufffe {PAGE} {{ x }}"
    paper = replace(sample("en"), title=hostile, blocks=(Paragraph(1, (Text(hostile),)),))
    read = docx.Document(io.BytesIO(write_docx(paper)))
    clean = hostile.replace("\x00\x0b\ufffe", "")
    assert f"1.\t{clean}" in [found.text for found in read.paragraphs]


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the six files as LibreOffice prints them."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    folder = tmp_path_factory.mktemp("opened")
    for language in LANGUAGES:
        (folder / f"{language}.docx").write_bytes(write_docx(sample(language)))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(folder / f"{language}.docx") for language in LANGUAGES]
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=240)
    return folder


@pytest.mark.parametrize("language", LANGUAGES)
def test_libreoffice_opens_it_and_finds_the_headings_near_the_pages_given(
    language: str, opened: Path
) -> None:
    paper = sample(language)
    shown = [
        re.sub(r"\s", "", page.extract_text())
        for page in PdfReader(opened / f"{language}.pdf").pages
    ]
    assert len(shown) > 1
    if language == "ar":
        return  # what is read out of a PDF in Arabic depends on the fonts of the machine
    for (heading, _), estimate in zip(paper.headings(), pages(paper), strict=True):
        sought = re.sub(r"\s", "", heading.words)
        at = max(number for number, page in enumerate(shown, start=1) if sought in page)
        assert abs(at - estimate) <= 1
