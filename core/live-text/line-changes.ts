import { pairTexts } from '../words/align/pairs.ts'
import { splitText } from '../words/align/split-text.ts'
import type { LiveWord } from './live-record.ts'

/** Words `from..to` of a line (end excluded) that a person replaced by `text`; either may be empty. */
export interface LineChange {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** The shortest runs of whole words that turn the line's old text into the new one. */
export function lineChanges(words: readonly LiveWord[], text: string, language: string): LineChange[] {
  const pieces = splitText(text, language)
  const runs = pairTexts(
    words.map((word) => word.text.trim()),
    pieces.map((piece) => piece.text.trim()),
  )
  const changes: (LineChange & { newTo: number; newFrom: number })[] = []
  for (const { kind, oldFrom, oldTo, newFrom, newTo } of runs) {
    if (kind === 'equal') continue
    const last = changes.at(-1)
    const goesOn = last !== undefined && last.to === oldFrom && last.newTo === newFrom
    const own = goesOn ? changes.pop() : undefined
    const [from, first] = [own?.from ?? oldFrom, own?.newFrom ?? newFrom]
    const said = pieces.slice(first, newTo).map((piece) => piece.before + piece.text)
    changes.push({ from, to: oldTo, text: said.join('').trim(), newFrom: first, newTo })
  }
  return changes.map(({ from, to, text: said }) => ({ from, to, text: said }))
}
