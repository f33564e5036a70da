"""The blocks of a paper as WordprocessingML: cover, contents, headings, tables, figures."""

from struct import unpack
from typing import Final

from palermo.domain.papers import (
    Block,
    Cell,
    Chart,
    Entry,
    Grid,
    Heading,
    Notice,
    Paper,
    Paragraph,
    numbered,
)
from palermo.engines import charts
from palermo.engines.charts_svg import Link
from palermo.engines.docx_pages import pages
from palermo.engines.docx_styles import WIDTH
from palermo.engines.docx_text import Writer, escape, tab
from palermo.engines.labels import column_widths, is_latin, span, words_line

IMAGE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_EMU: Final = 635  # in a twentieth of a point
_LIGHT: Final = '<w:b w:val="0"/><w:bCs w:val="0"/>'
_SMALL: Final = f'{_LIGHT}<w:sz w:val="18"/><w:szCs w:val="24"/>'
_RULE: Final = (
    '<w:pBdr><w:bottom w:val="single" w:sz="{weight}" w:space="4" w:color="1C2530"/></w:pBdr>'
)
_LINES: Final = (
    '<w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="1C2530"/>'
    '<w:bottom w:val="single" w:sz="8" w:space="0" w:color="1C2530"/>'
    '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="8D949B"/></w:tblBorders>'
    '<w:tblLayout w:type="fixed"/>'
)
_LINE_BELOW: Final = (
    '<w:tblBorders><w:bottom w:val="single" w:sz="6" w:space="0" w:color="1C2530"/>'
    '</w:tblBorders><w:tblLayout w:type="fixed"/>'
)
_NO_MARGINS: Final = (
    '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="200" w:type="dxa"/></w:tblCellMar>'
)


class Body:
    """Writes the text of a paper; `images` are the figures it needs, by their place in the file."""

    def __init__(self, paper: Paper, link: Link | None) -> None:
        self.paper = paper
        self.writer = Writer(paper.language, link)
        self.images: dict[str, bytes] = {}
        self.headings = 0
        self.tables = 0

    def written(self) -> str:
        """Return everything from the cover to the last paragraph."""
        blocks = "".join(self._block(block) for block in self.paper.blocks)
        return self._cover() + self._contents() + blocks

    def _plain(self, style: str, words: str, more: str = "") -> str:
        return self.writer.paragraph(style, self.writer.run(words), more)

    # The first page

    def _cover(self) -> str:
        paper, cover, write = self.paper, self.paper.cover, self.writer
        top = write.run(cover.organization) + tab() + write.run(cover.symbol, "<w:b/><w:bCs/>")
        stop = f'<w:tabs><w:tab w:val="right" w:leader="none" w:pos="{WIDTH}"/></w:tabs>'
        lines = [write.paragraph("CoverLine", top, _RULE.format(weight=12) + stop)]
        lines.append(self._masthead())
        for place, words in enumerate(cover.meeting):
            style = "CoverLine" if place else "CoverMeeting"
            lines.append(self._line(words, style, strong=place == 0))
        for place, words in enumerate(cover.agenda):
            lines.append(self._line(words, "CoverLine", strong=place > 0))
        if paper.draft:
            lines.append(self._plain("Draft", paper.draft))
        lines.append(self._plain("Title", paper.title))
        lines.append(self._plain("Subtitle", paper.subtitle))
        counted = words_line(paper)
        return "".join(lines) + (self._plain("Unit", counted) if counted else "")

    def _line(self, words: str, style: str, *, strong: bool) -> str:
        bold = "<w:b/><w:bCs/>" if strong else ""
        return self.writer.paragraph(style, self.writer.run(words, bold))

    def _masthead(self) -> str:
        """Return the body that the paper is for, and beside it how and when it is issued."""
        cover, aside = self.paper.cover, 2700
        issue = (cover.distribution, cover.date, *cover.languages)
        left = self._plain("CoverBody", cover.body)
        right = "".join(self._issue(words) for words in issue if words)
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'
            for width, content in ((WIDTH - aside, left), (aside, right))
        )
        row = f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"
        return self._table((WIDTH - aside, aside), row, "", _LINE_BELOW + _NO_MARGINS, head=False)

    def _issue(self, words: str) -> str:
        """Return a line of the masthead; one in Latin letters keeps its order among Arabic."""
        if is_latin(words):
            return self.writer.latin_paragraph("CoverLine", f"<w:r>{_text(words)}</w:r>")
        return self._plain("CoverLine", words)

    # Contents

    def _contents(self) -> str:
        entries = self.paper.outline()
        if not entries:
            return ""
        labels, write = self.paper.labels, self.writer
        head = write.run(self.paper.contents) + tab() + write.run(labels.paragraphs, _SMALL)
        head += tab() + write.run(labels.page, _SMALL)
        found = pages(self.paper)
        return write.paragraph("TOCHeading", head) + "".join(
            self._entry(place, entry, found[place]) for place, entry in enumerate(entries)
        )

    def _entry(self, place: int, entry: Entry, page: int) -> str:
        heading, write = entry.heading, self.writer
        mark = f"_part_{place}"
        title = write.run(f"{self._number(heading.number)}\t{heading.words}".lstrip("\t"))
        line = (
            title
            + tab()
            + write.run(span(entry.first, entry.last))
            + tab()
            + write.field(f"PAGEREF {mark} \\h", str(page))
        )
        return write.paragraph(f"TOC{heading.level}", write.inner_link(mark, line))

    def _number(self, number: str | int) -> str:
        return numbered(number, self.paper.language) if number else ""

    # Blocks

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return self._paragraph(block)
            case Grid():
                return self._grid(block)
            case Chart():
                return self._chart(block)
            case Notice():
                return self.writer.paragraph("Notice", self.writer.runs(block.content))

    def _heading(self, heading: Heading) -> str:
        words = self.writer.run(f"{self._number(heading.number)}\t{heading.words}".lstrip("\t"))
        mark = self.writer.bookmarked(f"_part_{self.headings}", words)
        self.headings += 1
        return self.writer.paragraph(f"Heading{heading.level}", mark)

    def _paragraph(self, block: Paragraph) -> str:
        content = self.writer.runs(block.content)
        if block.number:
            # Typed, not counted by Word: the number is cited elsewhere and must never change.
            start = self.writer.run(f"{self._number(block.number)}\t")
            return self.writer.paragraph("NumberedParagraph", start + content)
        style = f"Item{min(block.indent, 3)}" if block.indent else "Normal"
        return self.writer.paragraph(style, content)

    def _chart(self, chart: Chart) -> str:
        language = self.paper.language
        image = charts.draw_png(chart, language, 2.5)
        number = len(self.images) + 1
        name = f"media/figure-{number}.png"
        self.images[name] = image
        label = self.writer.run(f"{chart.label}\n", _LIGHT)
        caption = self.writer.paragraph("Caption", label + self.writer.run(chart.title))
        told = f"{chart.title}. {charts.description(chart, language)}"
        drawn = _drawing(self.writer.relations.to(IMAGE, name), number, image, told)
        figure = self.writer.paragraph("Figure", drawn)
        return caption + figure + (self._plain("Unit", chart.note) if chart.note else "")

    def _grid(self, grid: Grid) -> str:
        widths = _shared(column_widths(grid, self.paper.language))
        numeric = [cell.numeric for cell in grid.rows[0]] if grid.rows else []
        numeric += [False] * (len(grid.head) - len(numeric))
        head = "".join(
            self._cell(self.writer.run(words), width, style="TableHead", end=end)
            for words, width, end in zip(grid.head, widths, numeric, strict=False)
        )
        head = f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"
        rows = head + "".join(self._row(row, widths) for row in grid.rows)
        note = self._plain("Unit", grid.note) if grid.note else self.writer.paragraph("Unit", "")
        return (
            self._plain("Caption", grid.caption)
            + self._table(widths, rows, grid.caption, _LINES)
            + note
        )

    def _row(self, row: tuple[Cell, ...], widths: tuple[int, ...]) -> str:
        cells, place = "", 0
        for cell in row:
            width = sum(widths[place : place + cell.span])
            place += cell.span
            content = self.writer.runs(cell.content)
            style = "TableHead" if cell.heading else "TableText"
            cells += self._cell(content, width, style=style, end=cell.numeric, span=cell.span)
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"

    def _cell(
        self, content: str, width: int, *, style: str, end: bool = False, span: int = 1
    ) -> str:
        across = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        side = '<w:jc w:val="right"/>' if end else ""
        inner = self.writer.paragraph(style, content, after=side)
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{across}</w:tcPr>{inner}</w:tc>'

    def _table(
        self, widths: tuple[int, ...], rows: str, told: str, look: str, *, head: bool = True
    ) -> str:
        mirrored = "<w:bidiVisual/>" if self.writer.rtl else ""
        caption = f'<w:tblCaption w:val="{escape(told)}"/>' if told else ""
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        return (
            f'<w:tbl><w:tblPr>{mirrored}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>{look}'
            f'<w:tblLook w:val="{"0620" if head else "0600"}" w:firstRow="{int(head)}" '
            'w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
            f"{caption}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
        )


def _shared(weights: list[int]) -> tuple[int, ...]:
    """Return the width of each column, shared out by weight; the last takes what is left over."""
    total = sum(weights)
    widths = [WIDTH * weight // total for weight in weights]
    return (*widths[:-1], WIDTH - sum(widths[:-1]))


def _text(words: str) -> str:
    return f'<w:t xml:space="preserve">{escape(words)}</w:t>'


def _drawing(relation: str, number: int, image: bytes, told: str) -> str:
    """Return a picture as wide as the text, with what it shows in words."""
    across, down = unpack(">II", image[16:24])
    width = WIDTH * _EMU
    height = width * down // across
    size = f'cx="{width}" cy="{height}"'
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:docPr id="{number}" name="figure-{number}" '
        f'descr="{escape(told)}"/><wp:cNvGraphicFramePr><a:graphicFrameLocks '
        'noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="figure-{number}.png"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )
