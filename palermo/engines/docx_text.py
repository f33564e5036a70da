"""The words of a paper as WordprocessingML: runs, paragraphs, links, footnotes, fields.

Each function gives XML text; the order of elements is that of ECMA-376, part 1, chapter 17. In
Arabic every paragraph is `bidi` and every run of Arabic `rtl`; "left" and "right" then mean the
start and the end of the line.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.sax.saxutils import escape as _escape

from palermo.domain.languages import direction
from palermo.domain.measures import Query
from palermo.domain.papers import FootnoteMark, Inline, Text
from palermo.engines.charts_svg import Link

# A stretch of Latin letters in an Arabic line runs from the left, with what stands between them.
_LATIN: Final = re.compile(r"[A-Za-z\u00c0-\u024f](?:[\w./:&'’–-]*[A-Za-z0-9\u00c0-\u024f])?", re.A)
_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_TONES: Final = {"plain": "", "strong": "<w:b/><w:bCs/>", "soft": '<w:color w:val="56606B"/>'}

HYPERLINK: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


@dataclass
class Relations:
    """What a part of the file points to: identifier, kind, target, and whether it is outside."""

    found: dict[tuple[str, str, bool], str] = field(default_factory=dict)

    def to(self, kind: str, target: str, *, outside: bool = False) -> str:
        """Return the identifier of a relation, the same for the same target."""
        return self.found.setdefault((kind, target, outside), f"rId{len(self.found) + 1}")


def escape(words: str) -> str:
    """Return words as XML text or attribute; characters that XML cannot hold are left out."""
    return _escape(_NOT_XML.sub("", words), {'"': "&quot;"})


class Writer:
    """Writes runs and paragraphs of one part (the text, or the footnotes) in one language."""

    def __init__(self, language: str, link: Link | None) -> None:
        self.language, self.link = language, link
        self.rtl = direction(language) == "rtl"
        self.relations = Relations()
        self.marked: set[int] = set()
        self.bookmarks = 0

    def paragraph(self, style: str, content: str, more: str = "", after: str = "") -> str:
        """Return a paragraph; `more` are properties that stand before bidi, `after` after it."""
        bidi = "<w:bidi/>" if self.rtl else ""
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}{bidi}{after}</w:pPr>{content}</w:p>'

    def latin_paragraph(self, style: str, content: str) -> str:
        """Return a paragraph that runs from the left in every language."""
        bidi = '<w:bidi w:val="0"/>' if self.rtl else ""
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{bidi}</w:pPr>{content}</w:p>'

    def run(self, words: str, properties: str = "", style: str = "") -> str:
        """Return the runs of plain words; a line break in them stays one, a tab too."""
        named = f'<w:rStyle w:val="{style}"/>' if style else ""
        return "".join(
            f"<w:r><w:rPr>{named}{self._hint()}{properties}{'<w:rtl/>' if arabic else ''}</w:rPr>"
            f"{_texts(piece)}</w:r>"
            for piece, arabic in self._pieces(words)
        )

    def _hint(self) -> str:
        """Return the hint by which quotation marks in Chinese are taken from the Chinese font."""
        return '<w:rFonts w:hint="eastAsia"/>' if self.language == "zh" else ""

    def _pieces(self, words: str) -> Iterator[tuple[str, bool]]:
        if not self.rtl:
            yield words, False
            return
        at = 0
        for found in _LATIN.finditer(words):
            if found.start() > at:
                yield words[at : found.start()], True
            yield found[0], False
            at = found.end()
        if at < len(words):
            yield words[at:], True

    def runs(self, content: Iterable[Inline]) -> str:
        """Return the runs of a piece of text, with its links and footnote marks."""
        return "".join(self._inline(part) for part in content)

    def _inline(self, part: Inline) -> str:
        if isinstance(part, FootnoteMark):
            return self._mark(part.number)
        if isinstance(part, Text):
            return self.run(part.words, _TONES[part.tone])
        return self._linked(part.words, part.query)

    def _linked(self, words: str, query: Query) -> str:
        address = self.link(query) if self.link else ""
        if not address:
            return self.run(words)
        known = self.relations.to(HYPERLINK, address, outside=True)
        inner = self.run(words, style="Hyperlink")
        return f'<w:hyperlink r:id="{known}" w:history="1">{inner}</w:hyperlink>'

    def _mark(self, number: int) -> str:
        """Return a footnote's mark; one that comes again is a field that repeats the first."""
        name = f"_note_{number}"
        if number in self.marked:
            return self.field(f"NOTEREF {name} \\h", str(number), "FootnoteReference")
        self.marked.add(number)
        mark = (
            '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
            f'<w:footnoteReference w:id="{number}"/></w:r>'
        )
        return self.bookmarked(name, mark)

    def bookmarked(self, name: str, content: str) -> str:
        """Return content inside a bookmark."""
        self.bookmarks += 1
        number = self.bookmarks
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{escape(name)}"/>{content}'
            f'<w:bookmarkEnd w:id="{number}"/>'
        )

    def field(self, code: str, shown: str, style: str = "", properties: str = "") -> str:
        """Return a field with the result that stands until the field is worked out anew."""
        named = f'<w:rStyle w:val="{style}"/>' if style else ""
        marks = f"<w:rPr>{named}{properties}</w:rPr>"
        return (
            f'<w:r>{marks}<w:fldChar w:fldCharType="begin"/></w:r>'
            f'<w:r>{marks}<w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
            f'<w:r>{marks}<w:fldChar w:fldCharType="separate"/></w:r>'
            f"<w:r>{marks}<w:t>{escape(shown)}</w:t></w:r>"
            f'<w:r>{marks}<w:fldChar w:fldCharType="end"/></w:r>'
        )

    def inner_link(self, name: str, content: str) -> str:
        """Return content that leads to a bookmark."""
        return f'<w:hyperlink w:anchor="{escape(name)}" w:history="1">{content}</w:hyperlink>'


def tab() -> str:
    """Return a run that holds a tab."""
    return "<w:r><w:tab/></w:r>"


def _texts(words: str) -> str:
    parts = []
    for piece in re.split(r"([\n\t])", words):
        if piece == "\n":
            parts.append("<w:br/>")
        elif piece == "\t":
            parts.append("<w:tab/>")
        elif piece:
            parts.append(f'<w:t xml:space="preserve">{escape(piece)}</w:t>')
    return "".join(parts)
