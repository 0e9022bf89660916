import type { CaptionWord } from '../words/caption-words.ts'
import type { Cue, CueLine } from '../cues.ts'
import { fixedLines } from '../cutting/fixed-lines.ts'
import type { CaptionRules } from '../caption-rules.ts'
import type { TranslationEntry } from './translation-entries.ts'
import type { TranslationMark } from './translation-marks.ts'

/** `Name:` by speaker, in the original's captions and in those of the language. */
export interface NamesShown {
  readonly original: ReadonlyMap<string | null, string>
  readonly translated: ReadonlyMap<string | null, string>
}

export interface TranslatedLine {
  readonly line: CueLine
  /** How much of its text is the dash and the name before the typed text, in UTF-16 units. */
  readonly opening: number
}

/**
 * The lines of a text: as typed if there are several, else by the rules of its language. It gets the dashes,
 * names and italics of the original if it has as many lines for the same speakers.
 */
export function translatedLines(
  { cues, text, marks }: TranslationEntry,
  language: string,
  rules: CaptionRules,
  names: NamesShown,
): readonly TranslatedLine[] {
  const isItalic = cues.every(({ lines }) => lines.every(isWhollyItalic))
  const parts = partsOf(text, cues, rules, names)
  const layout = parts.map(({ speakerId, opening, lines }) => [speakerId, opening, ...lines])
  const key = JSON.stringify([isItalic, layout])
  const [first] = marks
  const before = first === undefined ? undefined : known.get(first)
  if (before?.rules === rules && before.key === key) return before.lines
  const lines = parts.flatMap((part) => linesOf(part, language, rules, isItalic))
  if (first !== undefined) known.set(first, { rules, key, lines })
  return lines
}

interface KnownLines {
  readonly rules: CaptionRules
  readonly key: string
  readonly lines: readonly TranslatedLine[]
}

/** By the first mark of a text, which never changes in place: typing in one text only lays out that one. */
const known = new WeakMap<TranslationMark, KnownLines>()

function linesOf(
  { speakerId, opening, lines }: Part,
  language: string,
  rules: CaptionRules,
  isItalic: boolean,
): TranslatedLine[] {
  const [first = ''] = lines
  const hasRoom = opening.length + first.length <= rules.maxCharactersPerLine
  const shown =
    lines.length > 1 || hasRoom ? lines : brokenLines({ speakerId, opening, lines }, language, rules)
  return shown.map((line, index) => {
    const before = index === 0 ? opening : ''
    const text = before + line
    const italics = isItalic && line !== '' ? [{ from: before.length, to: text.length }] : null
    return {
      line: { speakerId, text, ...(italics === null ? {} : { italics }) },
      opening: before.length,
    }
  })
}

/** A single-line text that is too long for a line, broken by the rules of its language. */
function brokenLines({ speakerId, opening, lines }: Part, language: string, rules: CaptionRules): string[] {
  const words = captionWords(lines.join(' '))
  const fixed = { startMs: 0, endMs: 1, parts: [{ speakerId, language, words }] }
  return fixedLines(fixed, rules, () => opening).map(({ text }, index) =>
    index === 0 ? text.slice(opening.length) : text,
  )
}

interface Part {
  readonly speakerId: string | null
  readonly lines: string[]
  readonly opening: string
}

function partsOf(text: string, cues: readonly Cue[], rules: CaptionRules, names: NamesShown): Part[] {
  const lines = text.split('\n')
  const [cue] = cues
  const speakers = new Set(cues.flatMap((each) => each.lines.map(({ speakerId }) => speakerId)))
  const [only = null] = speakers
  if (cue === undefined) return []
  if (speakers.size === 1) {
    const isNamed = hasName(cue.lines[0], '', names)
    const name = names.translated.get(only)
    return [{ speakerId: only, lines, opening: isNamed && name !== undefined ? `${name} ` : '' }]
  }
  // It is unknown which speaker each line belongs to.
  if (cues.length > 1 || cue.lines.length !== lines.length) return [{ speakerId: null, lines, opening: '' }]
  const parts: Part[] = []
  for (const [index, line] of lines.entries()) {
    const original = cue.lines[index]
    const speakerId = original?.speakerId ?? null
    const last = parts.at(-1)
    if (last !== undefined && last.speakerId === speakerId) {
      last.lines.push(line)
      continue
    }
    const shown = original?.text ?? ''
    const dash = rules.dialogueDash !== '' && isDashed(shown) && !isDashed(line) ? rules.dialogueDash : ''
    const name = hasName(original, dashOf(shown), names) ? names.translated.get(speakerId) : undefined
    parts.push({ speakerId, lines: [line], opening: dash + (name === undefined ? '' : `${name} `) })
  }
  return parts
}

const dashes = /^[-‐–—]\s*/u

const isDashed = (text: string): boolean => dashes.test(text)

const dashOf = (text: string): string => dashes.exec(text)?.[0] ?? ''

function hasName(line: CueLine | undefined, dash: string, names: NamesShown): boolean {
  const name = line === undefined ? undefined : names.original.get(line.speakerId)
  return name !== undefined && line?.text.startsWith(dash + name) === true
}

function isWhollyItalic({ text, italics = [] }: CueLine): boolean {
  return italics.some(({ from, to }) => to === text.length && dashOf(text).length >= from)
}

const captionWords = (text: string): CaptionWord[] =>
  text.split(' ').map((word, place) => ({
    id: String(place),
    spaced: true,
    text: word,
    startMs: 0,
    endMs: 1,
    startsCue: false,
    keepsTogether: false,
  }))
