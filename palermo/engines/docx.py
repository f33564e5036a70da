"""A paper as a DOCX file, packed by python-docx.

The parts are written here word by word, because footnotes, fields and right-to-left text are
beyond the library's own document; it keeps the relations and the content types.
"""

import io
from collections.abc import Iterable
from functools import cache
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package

from palermo.domain.papers import Paper
from palermo.engines.charts_svg import Link
from palermo.engines.docx_blocks import IMAGE, Body
from palermo.engines.docx_styles import HEAD, W, font_table, settings, styles
from palermo.engines.docx_text import Relations, Writer, escape, tab
from palermo.engines.labels import width as label_width

_SPACES: Final = (
    f"{W} "
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_THEME: Final = "application/vnd.openxmlformats-officedocument.theme+xml"
_FOOTNOTES: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)  # the first date that a zip file can hold


def write_docx(paper: Paper, link: Link | None = None) -> bytes:
    """Return the paper as a DOCX file; numbers link to their statements where `link` says.

    The same paper gives the same bytes: the file is dated by the paper, its parts stand in a fixed
    order, and nothing in it is drawn by lot.
    """
    return _frozen(_package(paper, link))


def _package(paper: Paper, link: Link | None) -> Package:
    package = Package()
    body = Body(paper, link)
    text = body.written()
    images = {
        name: Part(PackURI(f"/word/{name}"), CONTENT_TYPE.PNG, image, package)
        for name, image in body.images.items()
    }
    notes = Writer(paper.language, link)
    parts = {
        "styles": (CONTENT_TYPE.WML_STYLES, styles(paper.language)),
        "settings": (CONTENT_TYPE.WML_SETTINGS, settings(paper.language)),
        "fontTable": (CONTENT_TYPE.WML_FONT_TABLE, font_table()),
        "footnotes": (_FOOTNOTES, _footnotes(paper, notes)),
        "header1": (CONTENT_TYPE.WML_HEADER, _header(paper, first=True)),
        "header2": (CONTENT_TYPE.WML_HEADER, _header(paper, first=False)),
        "footer1": (CONTENT_TYPE.WML_FOOTER, _footer(paper)),
    }
    kinds = {name: name.rstrip("12") for name in parts}
    relations = body.writer.relations
    known = {name: relations.to(_kind(kinds[name]), name) for name in parts}
    document = Part(
        PackURI("/word/document.xml"),
        CONTENT_TYPE.WML_DOCUMENT_MAIN,
        _document(paper, text, known).encode(),
        package,
    )
    made: dict[str, Part] = dict(images)
    for name, (kind, content) in parts.items():
        made[name] = Part(PackURI(f"/word/{name}.xml"), kind, content.encode(), package)
    made["theme"] = Part(PackURI("/word/theme/theme1.xml"), _THEME, _theme(), package)
    relations.to(RELATIONSHIP_TYPE.THEME, "theme")
    _join(document, relations, made)
    _join(made["footnotes"], notes.relations, {})
    package.relate_to(document, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    core = Part(
        PackURI("/docProps/core.xml"),
        CONTENT_TYPE.OPC_CORE_PROPERTIES,
        _properties(paper).encode(),
        package,
    )
    package.relate_to(core, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    return package


@cache
def _theme() -> bytes:
    """Return the theme of the library's template: Word asks for one, the styles use none of it."""
    template: bytes = docx.Document().part.part_related_by(RELATIONSHIP_TYPE.THEME).blob
    return template


def _kind(name: str) -> str:
    return IMAGE.replace("image", name)


def _join(part: Part, relations: Relations, made: dict[str, Part]) -> None:
    for (kind, target, outside), known in relations.found.items():
        part.load_rel(kind, target if outside else made[target], known, outside)


def _document(paper: Paper, text: str, known: dict[str, str]) -> str:
    bidi = "<w:bidi/>" if Writer(paper.language, None).rtl else ""
    return (
        f"{HEAD}<w:document {_SPACES}><w:body>{text}<w:sectPr>"
        f'<w:headerReference w:type="first" r:id="{known["header1"]}"/>'
        f'<w:headerReference w:type="default" r:id="{known["header2"]}"/>'
        f'<w:footerReference w:type="first" r:id="{known["footer1"]}"/>'
        f'<w:footerReference w:type="default" r:id="{known["footer1"]}"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1304" '
        'w:left="1417" w:header="680" w:footer="624" w:gutter="0"/>'
        f"<w:titlePg/>{bidi}</w:sectPr></w:body></w:document>"
    )


def _footnotes(paper: Paper, writer: Writer) -> str:
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}">'
        f"{writer.paragraph('FootnoteText', f'<w:r><w:{mark}/></w:r>')}</w:footnote>"
        for kind, mark, number in (
            ("separator", "separator", -1),
            ("continuationSeparator", "continuationSeparator", 0),
        )
    )
    mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    notes = "".join(
        f'<w:footnote w:id="{number}">'
        f"{writer.paragraph('FootnoteText', mark + writer.run(' ') + writer.runs(note))}"
        "</w:footnote>"
        for number, note in enumerate(paper.footnotes, start=1)
    )
    return f"{HEAD}<w:footnotes {W}>{lines}{notes}</w:footnotes>"


def _header(paper: Paper, *, first: bool) -> str:
    """Return the line above a page: symbol, the draft word, and who issues the paper."""
    writer = Writer(paper.language, None)
    draft = writer.run(paper.draft, "<w:b/><w:bCs/>") if paper.draft else ""
    if first:
        line = tab() + draft
    else:
        symbol, issuer = writer.run(paper.cover.symbol), writer.run(paper.cover.organization)
        line = symbol + tab() + draft + tab() + issuer
    ghost = _ghost(paper.draft, 1 if first else 2) if paper.draft else ""
    return f"{HEAD}<w:hdr {_SPACES}>{writer.paragraph('Header', ghost + line)}</w:hdr>"


def _ghost(draft: str, number: int) -> str:
    """Return the draft word, large and light, behind the text; Word knows it as a watermark."""
    width, height = round(min(420, 120 * label_width(draft, ""))), 120
    return (
        '<w:r><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" '
        'adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>'
        '<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
        '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
        '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>'
        '<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/>'
        f'</v:shapetype><v:shape id="PowerPlusWaterMarkObject{number}" '
        f'o:spid="_x0000_s{2048 + number}" type="#_x0000_t136" alt="" '
        'style="position:absolute;margin-left:0;margin-top:0;'
        f"width:{width}pt;height:{height}pt;rotation:315;"
        "z-index:-251658752;mso-position-horizontal:center;"
        "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
        'mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="#ececec" '
        'stroked="f"><v:textpath style="font-family:&quot;Times New Roman&quot;;font-size:1pt" '
        f'string="{escape(draft)}"/></v:shape></w:pict></w:r>'
    )


def _footer(paper: Paper) -> str:
    writer = Writer(paper.language, None)
    slash = "<w:r><w:t>/</w:t></w:r>"
    line = writer.field("PAGE", "1") + slash + writer.field("NUMPAGES", "1")
    return f"{HEAD}<w:ftr {_SPACES}>{writer.latin_paragraph('Footer', line)}</w:ftr>"


def _properties(paper: Paper) -> str:
    dated = f"{paper.dated}T00:00:00Z"
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/'
        'metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{dated}</dcterms:created>'
        f"<dc:description>{escape(paper.subtitle)}</dc:description>"
        f"<dc:language>{paper.language}</dc:language>"
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{dated}</dcterms:modified>'
        f"<dc:title>{escape(paper.title)}</dc:title></cp:coreProperties>"
    )


def _frozen(package: Package) -> bytes:
    """Return the package as a zip file whose entries have fixed order, times and rights."""
    loose, fixed = io.BytesIO(), io.BytesIO()
    package.save(loose)
    with ZipFile(loose) as source, ZipFile(fixed, "w") as target:
        for name in sorted(source.namelist(), key=_order):
            entry = ZipInfo(name, _LONG_AGO)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            target.writestr(entry, source.read(name))
    return fixed.getvalue()


def _order(name: str) -> tuple[int, str]:
    first: Iterable[str] = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
    return (0 if name in first else 1, name)
