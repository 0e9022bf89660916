import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'

export type Face = 'regular' | 'bold' | 'italic'

export interface PdfFont {
  readonly name: string
  readonly font: Font
}

/** A part of a text in one font. */
export interface FontRun {
  readonly font: PdfFont
  readonly text: string
}

const suffixes: Readonly<Record<Face, string>> = {
  regular: '400-normal',
  bold: '700-normal',
  italic: '400-italic',
}

/** Files of the typefaces in order of preference: Charis SIL has no Greek. */
const families: readonly (readonly [family: string, ...subsets: string[]])[] = [
  ['charis-sil', 'latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese'],
  ['gentium-book-plus', 'greek', 'greek-ext', 'latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese'],
]

const REPLACEMENT = '\uFFFD'
/** Characters without a glyph: format characters, and variation selectors. */
const shapeless = /[\p{Cf}\p{Variation_Selector}]/u
const mark = /\p{M}/u

/** The typefaces of a document, each file opened at the first character that needs it. */
export class PdfFonts {
  readonly #opened = new Map<string, PdfFont>()
  readonly #byCharacter = new Map<string, PdfFont | null>()
  readonly #add: (font: PdfFont) => void
  #missing = 0

  /** @param add is called with each font once, before it is used */
  constructor(add: (font: PdfFont) => void) {
    this.#add = add
  }

  /** Number of characters without a glyph in any font. */
  get missing(): number {
    return this.#missing
  }

  /** A text as runs in one font each; U+FFFD replaces characters that no font has. */
  runs(text: string, face: Face): FontRun[] {
    const runs: { font: PdfFont; text: string }[] = []
    for (const character of text.toWellFormed().normalize('NFC')) {
      const shown = this.#shown(character, face, runs.at(-1)?.font)
      if (shown === null) continue
      const last = runs.at(-1)
      if (last?.font === shown.font) last.text += shown.text
      else runs.push(shown)
    }
    return runs
  }

  #shown(character: string, face: Face, last: PdfFont | undefined): FontRun | null {
    if (shapeless.test(character)) return null
    // A combining mark uses the font of its letter if that has it.
    if (last !== undefined && mark.test(character) && has(last, character))
      return { font: last, text: character }
    const font = this.#fontOf(character, face)
    if (font !== null) return { font, text: character }
    if (/[\p{Z}\p{Cc}]/u.test(character)) return this.#shown(' ', face, last)
    const plain = character.normalize('NFKC')
    const [first = ''] = plain
    const usual = plain === character ? null : this.#fontOf(first, face)
    if (usual !== null && Array.from(plain).every((each) => has(usual, each)))
      return { font: usual, text: plain }
    this.#missing++
    return this.#shown(REPLACEMENT, face, last)
  }

  #fontOf(character: string, face: Face): PdfFont | null {
    const key = `${face}${character}`
    const known = this.#byCharacter.get(key)
    if (known !== undefined) return known
    const found = this.#find(character, face)
    this.#byCharacter.set(key, found)
    return found
  }

  #find(character: string, face: Face): PdfFont | null {
    for (const [family, ...subsets] of families) {
      for (const subset of subsets) {
        const font = this.#open(`${family}-${subset}-${suffixes[face]}`, family)
        if (has(font, character)) return font
      }
    }
    return null
  }

  #open(name: string, family: string): PdfFont {
    const opened = this.#opened.get(name)
    if (opened !== undefined) return opened
    const file = createRequire(import.meta.url).resolve(`@fontsource/${family}/files/${name}.woff`)
    const font = { name, font: create(readFileSync(file)) as Font }
    this.#opened.set(name, font)
    this.#add(font)
    return font
  }
}

const has = ({ font }: PdfFont, character: string): boolean =>
  font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)
