"""Makes the typeface of captions (resources/fonts) from the package inter-ui of npm: the letters of Latin, Greek and
Cyrillic, one line height for players, browsers and libass, and a name that no installed typeface has.

    npm pack inter-ui@4.1.1 && tar xzf inter-ui-4.1.1.tgz
    pip install fonttools==4.68.0 brotli==1.2.1
    python scripts/fonts/caption_font.py package/web resources/fonts core/captions/look/character-widths.ts
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FAMILY = "Parolo Captions"
# In units of 2,048 an em: a line's height is their sum (core/captions/look/caption-font.ts).
ASCENT, DESCENT = 2112, 640
STYLES = {"Regular": "Inter-Medium", "Italic": "Inter-MediumItalic"}
LETTERS = [
    *range(0x20, 0x7F), *range(0xA0, 0x250), *range(0x2B0, 0x400), *range(0x400, 0x530), *range(0x1E00, 0x2000),
    *range(0x2000, 0x2070), *range(0x20A0, 0x20C1), 0x2116, 0x2117, 0x2122, *range(0x2190, 0x2194), 0x2212, 0x2260,
    0x2264, 0x2265, 0x266A, 0x266B, 0x266D, 0x266F, 0xFFFD,
]
# Contextual alternates would make an arrow of "->".
FEATURES = ["kern", "ccmp", "mark", "mkmk"]
# Whose widths the program knows: Latin, Greek, Cyrillic, dashes and quotation marks.
MEASURED = [(0x20, 0x180), (0x370, 0x530), (0x1E00, 0x1F00), (0x2010, 0x2040)]


def make(source: Path, target: Path, style: str) -> None:
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options(layout_features=FEATURES, hinting=False, name_IDs=["*"], notdef_outline=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)
    for table in font["cmap"].tables:
        if table.isUnicode():
            # Has no glyph in Inter; the writer of ASS puts it after a backslash.
            table.cmap[0x2060] = table.cmap[0x200B]
    hhea, os2 = font["hhea"], font["OS/2"]
    hhea.ascent, hhea.descent, hhea.lineGap = ASCENT, -DESCENT, 0
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ASCENT, -DESCENT, 0
    os2.usWinAscent, os2.usWinDescent = ASCENT, DESCENT
    os2.usWeightClass = 400
    is_italic = style == "Italic"
    os2.fsSelection = (os2.fsSelection & ~0x61) | 0x80 | (0x01 if is_italic else 0x40)
    font["head"].macStyle = 2 if is_italic else 0
    names = font["name"]
    kept = {0: names.getDebugName(0), 5: names.getDebugName(5), 13: names.getDebugName(13), 14: names.getDebugName(14)}
    names.names = []
    full = FAMILY if style == "Regular" else f"{FAMILY} {style}"
    own = {1: FAMILY, 2: style, 3: f"{full}; from Inter {kept[5]}", 4: full, 6: f"ParoloCaptions-{style}"}
    for number, text in {**kept, **own}.items():
        names.setName(text, number, 3, 1, 0x409)
    font.flavor = None
    font.save(target / f"captions-{style.lower()}.ttf", reorderTables=True)


def write_widths(source: Path, target: Path) -> None:
    """Two digits to the base of 36 a character: its advance in 1/1024 of an em, 00 for none."""
    font = TTFont(source)
    names, advances = font.getBestCmap(), font["hmtx"]
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    lines = [
        "/** Made by scripts/fonts/caption_font.py. Two digits to the base of 36 a character: its advance in 1/1024 em. */",
        "export const characterWidths: readonly (readonly [firstCode: number, widths: string])[] = [",
    ]
    for first, end in MEASURED:
        for row in range(first, end, 48):
            widths = [min(advances[names[code]][0] // 2, 1295) if code in names else 0 for code in range(row, min(row + 48, end))]
            text = "".join(digits[width // 36] + digits[width % 36] for width in widths)
            lines.append(f"  [0x{row:x}, '{text}'],")
    target.write_text("\n".join([*lines, "]", ""]))


if __name__ == "__main__":
    fonts = Path(sys.argv[2])
    for name, file in STYLES.items():
        make(Path(sys.argv[1]) / f"{file}.woff2", fonts, name)
    write_widths(fonts / "captions-regular.ttf", Path(sys.argv[3]))
