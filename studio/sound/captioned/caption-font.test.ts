import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { create, type Font } from 'fontkit'
import { describe, expect, it } from 'vitest'
import { CAPTION_FONT, captionFontFiles, LINE_HEIGHT } from '#core/captions/look/caption-font'
import { textWidth } from '#core/captions/look/text-width'
import { fontsFolder } from '../../processes/resources-folder.ts'

const fontOf = async (name: string): Promise<Font> =>
  create(await readFile(path.join(fontsFolder(), name))) as Font

const texts = [
  'They come with the toaster, and they stay because somebody sat down beside them.',
  'Où est-ce ? Là-bas, près de l’œuvre « Ça ira ».',
  'Съешь же ещё этих мягких французских булок, да выпей чаю.',
  'Ξεσκεπάζω την ψυχοφθόρα βδελυγμία.',
  'Zażółć gęślą jaźń, příliš žluťoučký kůň. Thế giới này',
]

describe.each(captionFontFiles)('%s', (name) => {
  it('has the name by which it is asked for, and lines as high as they are drawn', async () => {
    const font = await fontOf(name)
    expect(font.familyName).toBe(CAPTION_FONT)
    expect((font.ascent - font.descent) / font.unitsPerEm).toBe(LINE_HEIGHT)
    expect(font.lineGap).toBe(0)
    // libass takes these.
    const { winAscent, winDescent } = font['OS/2']
    expect((winAscent + winDescent) / font.unitsPerEm).toBe(LINE_HEIGHT)
  })

  it('has the letters of Latin, Greek and Cyrillic, and notes', async () => {
    const font = await fontOf(name)
    const lacking = Array.from(`${texts.join('')}♪♫–—…“”€№\u202F\u00A0`).filter(
      (character) => !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
    )
    expect(lacking).toEqual([])
  })
})

it.each(texts)('lines are divided by the widths that the typeface has, but for kerning: %s', async (text) => {
  const font = await fontOf(captionFontFiles[0])
  const drawn = font.layout(text).advanceWidth / font.unitsPerEm
  expect(Math.abs(textWidth(text) / drawn - 1)).toBeLessThan(0.02)
})
