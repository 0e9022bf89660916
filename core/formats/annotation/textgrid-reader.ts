import { withEnds } from '../reading/end-times.ts'
import type { Correction, ReadResult } from '../format.ts'
import { importedDocument } from '../reading/imported-cues.ts'
import { mergedCues } from '../reading/merged-cues.ts'
import { UNKNOWN_TIER } from './speaker-tiers.ts'
import { UnreadableText } from '../reading/unreadable-text.ts'
import { withoutByteOrderMark } from '../reading/text-lines.ts'

type Value = { readonly line: number } & (
  | { readonly text: string }
  | { readonly number: number }
  | { readonly flag: string }
)

interface OpenCue {
  readonly line: number
  readonly startMs: number
  readonly endMs: number | null
  readonly voices: readonly { readonly name: string | null; readonly text: string }[]
}

/**
 * Reads Praat's long and short text files, which are one sequence of texts, numbers and flags: everything
 * else is a comment. Intervals and points with text become cues, tiers become speakers.
 */
export function readTextGrid(text: string): ReadResult {
  const { plain, corrections } = withoutByteOrderMark(text)
  const correct = (correction: Correction): void => void corrections.push(correction)
  const values = new Values(plain.replaceAll(/\r\n?/g, '\n'))
  if (values.text() !== 'ooTextFile' || values.text() !== 'TextGrid') {
    throw new UnreadableText('wrong-shape', '', 'a text file of a TextGrid expected')
  }
  values.number()
  values.number()
  const cues: OpenCue[] = []
  const names: string[] = []
  if (values.flag() === 'exists') {
    const count = values.number()
    for (let tier = 0; tier < count; tier++) {
      const isPoints = values.text() === 'TextTier'
      const name = values.text().trim()
      values.number()
      values.number()
      const isNamed = name !== '' && name !== UNKNOWN_TIER
      if (isNamed) names.push(name)
      const size = values.number()
      for (let index = 0; index < size; index++) {
        const { line } = values
        const startMs = values.ms()
        const endMs = isPoints ? null : values.ms()
        const said = values.text()
        if (said.trim() !== '')
          cues.push({ line, startMs, endMs, voices: [{ name: isNamed ? name : null, text: said }] })
      }
    }
  }
  const ordered = cues.toSorted((a, b) => a.startMs - b.startMs)
  const document = importedDocument(mergedCues(withEnds(ordered, correct)), correct, { speakers: names })
  return { document, corrections }
}

/** The values of the file in order; throws UnreadableText with the line if one is missing or unexpected. */
class Values {
  readonly #values: readonly Value[]
  #at = 0

  constructor(text: string) {
    this.#values = valuesIn(text)
  }

  /** Line of the next value. */
  get line(): number {
    return (this.#values[this.#at] ?? this.#values.at(-1))?.line ?? 1
  }

  text(): string {
    const value = this.#next()
    if ('text' in value) return value.text
    throw this.#wrong('a text')
  }

  number(): number {
    const value = this.#next()
    if ('number' in value) return value.number
    throw this.#wrong('a number')
  }

  flag(): string {
    const value = this.#next()
    if ('flag' in value) return value.flag
    throw this.#wrong('<exists>')
  }

  ms(): number {
    return Math.max(0, Math.round(this.number() * 1_000))
  }

  #next(): Value {
    const value = this.#values[this.#at++]
    if (value === undefined) throw new UnreadableText('wrong-shape', '', 'the file is truncated')
    return value
  }

  #wrong(expected: string): UnreadableText {
    return new UnreadableText(
      'wrong-shape',
      `line ${this.#values[this.#at - 1]?.line}`,
      `${expected} expected`,
    )
  }
}

/** A text in quotes (doubled inside), a free-standing number or flag, the rest of a line after `!`, a word, a line end. */
const token = /"((?:[^"]|"")*)"|!.*|<(exists|absent)>|[^\s"]+|\n/g
const numberForm = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?%?$/i

function valuesIn(text: string): Value[] {
  const values: Value[] = []
  let line = 1
  for (const [found, quoted, flag] of text.matchAll(token)) {
    if (found === '\n') line++
    else if (quoted !== undefined) {
      values.push({ line, text: quoted.replaceAll('""', '"') })
      line += quoted.split('\n').length - 1
    } else if (flag !== undefined) values.push({ line, flag })
    else if (numberForm.test(found)) values.push({ line, number: Number.parseFloat(found) })
  }
  return values
}
