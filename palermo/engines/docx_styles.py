"""The styles and settings of a DOCX: fonts for three scripts, headings, and their measures."""

from dataclasses import dataclass
from typing import Final

from palermo.domain.languages import direction

W: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# Western, Chinese, Arabic: every part of a line is told its language, whatever script it holds.
_LANGUAGES: Final = {
    "ar": "en-GB",
    "zh": "en-GB",
    "en": "en-GB",
    "fr": "fr-FR",
    "ru": "ru-RU",
    "es": "es-ES",
}
_FONTS: Final = (
    'w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="SimSun" '
    'w:cs="Traditional Arabic"'
)
WIDTH: Final = 9072  # twentieths of a point between the margins of an A4 page
COLUMN: Final = 620  # from the margin to the text of a numbered paragraph
WIDE_COLUMN: Final = 1000  # the same in Arabic, whose parts are numbered in words
PAGE_COLUMN: Final = 940


@dataclass(frozen=True)
class _Style:
    """A paragraph style: name, what it is based on, properties of paragraph and of letters."""

    name: str
    shown: str
    paragraph: str = ""
    letters: str = ""
    based_on: str = "Normal"
    following: str = ""


def _size(points: float, arabic: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(arabic * 2)}"/>'


_BOLD: Final = "<w:b/><w:bCs/>"
_SOFT: Final = '<w:color w:val="56606B"/>'


def _spacing(before: int, after: int) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}"/>'


def _tabs(*stops: tuple[str, str, int]) -> str:
    inner = "".join(
        f'<w:tab w:val="{kind}" w:leader="{leader}" w:pos="{place}"/>'
        for kind, leader, place in stops
    )
    return f"<w:tabs>{inner}</w:tabs>"


def _heading(level: int, column: int, points: float, arabic: float) -> _Style:
    return _Style(
        f"Heading{level}",
        f"heading {level}",
        "<w:keepNext/><w:keepLines/>"
        + _tabs(("left", "none", column))
        + _spacing(320 - 60 * level, 140)
        + f'<w:ind w:left="{column}" w:hanging="{column}"/><w:outlineLvl w:val="{level - 1}"/>',
        _BOLD + _size(points, arabic),
        following="NumberedParagraph",
    )


def _contents(level: int, column: int) -> _Style:
    start, hanging = (level - 1) * 340, column - 160
    return _Style(
        f"TOC{level}",
        f"toc {level}",
        _tabs(
            ("left", "none", start + hanging),
            ("right", "dot", WIDTH - PAGE_COLUMN),
            ("right", "none", WIDTH),
        )
        + _spacing(0, 50)
        + f'<w:ind w:left="{start + hanging}" w:hanging="{hanging}"/>',
    )


def _indented(level: int) -> _Style:
    return _Style(
        f"Item{level}", f"Item {level}", f'<w:ind w:left="{COLUMN * level}"/>', following="Normal"
    )


_STYLES: Final = (
    _Style(
        "TOCHeading",
        "TOC Heading",
        "<w:keepNext/>"
        + _tabs(("right", "none", WIDTH - PAGE_COLUMN), ("right", "none", WIDTH))
        + _spacing(280, 100),
        _BOLD,
    ),
    _Style("Title", "Title", "<w:keepNext/>" + _spacing(120, 120), _BOLD + _size(16, 20)),
    _Style("Subtitle", "Subtitle", _spacing(0, 120), _BOLD + _size(11, 15)),
    _Style("NumberedParagraph", "Numbered Paragraph", _tabs(("left", "none", COLUMN))),
    _indented(1),
    _indented(2),
    _indented(3),
    _Style("Caption", "caption", "<w:keepNext/><w:keepLines/>" + _spacing(240, 80), _BOLD),
    _Style("Figure", "Figure", "<w:keepNext/>" + _spacing(0, 40)),
    _Style("Unit", "Unit", _spacing(60, 240), _SOFT + _size(8.5, 12)),
    _Style("TableText", "Table Text", _spacing(30, 30), _size(9, 13)),
    _Style("TableHead", "Table Head", "<w:keepNext/>", _BOLD, based_on="TableText"),
    _Style(
        "Notice",
        "Notice",
        "<w:keepLines/><w:pBdr>"
        + "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="6" w:color="8D949B"/>'
            for side in ("top", "left", "bottom", "right")
        )
        + "</w:pBdr>"
        + _spacing(200, 240)
        + '<w:ind w:left="140" w:right="140"/>',
    ),
    _Style("CoverLine", "Cover Line", _spacing(0, 20)),
    _Style("CoverMeeting", "Cover Meeting", _spacing(140, 20)),
    _Style("CoverBody", "Cover Body", _spacing(60, 60), _BOLD + _size(13, 17)),
    _Style("Draft", "Draft", _spacing(280, 60), _BOLD + '<w:color w:val="0B5D8F"/>'),
    _Style(
        "Header",
        "header",
        _tabs(("center", "none", WIDTH // 2), ("right", "none", WIDTH)) + _spacing(0, 0),
        _SOFT + _size(8.5, 12),
    ),
    _Style("Footer", "footer", _spacing(0, 0) + '<w:jc w:val="center"/>', _SOFT + _size(8.5, 12)),
    _Style("FootnoteText", "footnote text", _spacing(0, 40), _size(8.5, 12)),
)


def _numbered(language: str) -> tuple[_Style, ...]:
    """Return the styles in which a number stands before the words."""
    column = WIDE_COLUMN if language == "ar" else COLUMN
    return (
        _heading(1, column, 14, 18),
        _heading(2, column, 12, 16),
        _heading(3, column, 10.5, 14.5),
        *(_contents(level, column) for level in (1, 2, 3)),
    )


def styles(language: str) -> str:
    """Return styles.xml for a paper in that language."""
    made = "".join(_written(style) for style in (*_numbered(language), *_STYLES))
    bidi = "<w:bidi/>" if direction(language) == "rtl" else ""
    return (
        f"{HEAD}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {_FONTS}/>"
        f'{_size(10, 14)}<w:lang w:val="{_LANGUAGES[language]}" w:eastAsia="zh-CN" '
        'w:bidi="ar-EG"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="120" w:line="252" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:qFormat/><w:pPr>{bidi}</w:pPr></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="100" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        '<w:rPr><w:color w:val="0B5D8F"/><w:u w:val="dotted" w:color="0B5D8F"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="FootnoteReference">'
        '<w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        f"</w:style>{made}</w:styles>"
    )


def _written(style: _Style) -> str:
    after = f'<w:next w:val="{style.following}"/>' if style.following else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style.name}"><w:name w:val="{style.shown}"/>'
        f'<w:basedOn w:val="{style.based_on}"/>{after}<w:qFormat/>'
        f"<w:pPr>{style.paragraph}</w:pPr><w:rPr>{style.letters}</w:rPr></w:style>"
    )


def settings(language: str) -> str:
    """Return settings.xml: the footnotes' separators, compatibility with Word 2013 and later."""
    return (
        f'{HEAD}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="{COLUMN}"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{_LANGUAGES[language]}" w:eastAsia="zh-CN" w:bidi="ar-EG"/>'
        "</w:settings>"
    )


def font_table() -> str:
    """Return fontTable.xml, which names what may stand in where a machine lacks a font."""
    fonts = (
        ("Times New Roman", "Liberation Serif", "roman"),
        ("SimSun", "Noto Sans CJK SC", "auto"),
        ("Traditional Arabic", "Amiri", "roman"),
    )
    inner = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:family w:val="{family}"/></w:font>'
        for name, other, family in fonts
    )
    return f"{HEAD}<w:fonts {W}>{inner}</w:fonts>"
