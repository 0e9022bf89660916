import type { CaptionWord } from '../caption-words.ts'
import type { Cue, CueLine } from '../cues.ts'
import { fixedLines } from '../fixed-lines.ts'
import type { CaptionRules } from '../rules.ts'
import type { TranslationEntry } from './translation-entries.ts'

/** `Name:` by speaker, as the original's captions show it, and as those of the language do. */
export interface NamesShown {
  readonly original: ReadonlyMap<string | null, string>
  readonly translated: ReadonlyMap<string | null, string>
}

export interface TranslatedLine {
  readonly line: CueLine
  /** How much of its text is the dash and the name before what a person typed, in UTF-16 units. */
  readonly opening: number
}

/**
 * The lines of a text: as typed where it has several, else by the rules of its language. It has the dashes, names and
 * italics of the original where it has as many lines for the same speakers.
 */
export function translatedLines(
  { cues, text }: Pick<TranslationEntry, 'cues' | 'text'>,
  language: string,
  rules: CaptionRules,
  names: NamesShown,
): TranslatedLine[] {
  const [first] = cues
  if (first === undefined) return []
  const isItalic = cues.every(({ lines }) => lines.every(isWhollyItalic))
  return partsOf(text, cues, rules, names).flatMap(({ speakerId, lines, opening }) => {
    const words = captionWords(lines, first, isItalic)
    const part = { speakerId, language, words }
    const fixed = { startMs: first.startMs, endMs: first.endMs, parts: [part] }
    return fixedLines(fixed, rules, () => opening).map((line, index) => ({
      line,
      opening: index === 0 ? opening.length : 0,
    }))
  })
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
  // Nobody knows which of the lines is whose.
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

function captionWords(lines: readonly string[], { startMs, endMs }: Cue, isItalic: boolean): CaptionWord[] {
  return lines.flatMap((line, index) =>
    line.split(' ').map((text, place): CaptionWord => {
      const startsLine = index > 0 && place === 0
      return {
        id: `${index}.${place}`,
        spaced: true,
        text,
        startMs,
        endMs,
        startsCue: false,
        keepsTogether: false,
        ...(startsLine || isItalic
          ? {
              effects: {
                ...(startsLine ? { startsLine: true as const } : {}),
                ...(isItalic ? { italic: true as const } : {}),
              },
            }
          : {}),
      }
    }),
  )
}
