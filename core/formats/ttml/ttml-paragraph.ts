import { checkLimit } from '../reading/limits.ts'
import type { ActiveTime } from './ttml-timing.ts'

/** A piece of a paragraph's text with one look. */
export interface TimedPiece extends ActiveTime {
  readonly name: string | null
  readonly text: string
  readonly isItalic: boolean
  readonly region: string | null
  /** Formatting that is dropped, by attribute. */
  readonly left: Readonly<Record<string, string>>
  readonly line: number
}

/** What a paragraph shows from one change to the next, as in the intermediate synchronic documents. */
export interface ShownPieces {
  readonly startMs: number
  /** Null if nothing ends it. */
  readonly endMs: number | null
  readonly pieces: readonly TimedPiece[]
}

/** The states of a paragraph in the order of time, each with text (TTML2, §11.3.1.3). */
export function shownPieces(pieces: readonly TimedPiece[]): ShownPieces[] {
  const changes = new Map<number, { readonly begin: number[]; readonly end: number[] }>()
  const changeAt = (ms: number) => {
    const known = changes.get(ms) ?? { begin: [], end: [] }
    changes.set(ms, known)
    return known
  }
  for (const [index, { fromMs, toMs }] of pieces.entries()) {
    const [from, to] = [Math.round(fromMs), Math.round(toMs)]
    if (to <= from) continue
    changeAt(from).begin.push(index)
    changeAt(to).end.push(index)
  }
  const times = [...changes.keys()].toSorted((a, b) => a - b)
  const active = new Set<number>()
  const states: (ShownPieces & { readonly key: string })[] = []
  let cost = 0
  for (const [at, startMs] of times.entries()) {
    const change = changeAt(startMs)
    for (const index of change.end) active.delete(index)
    for (const index of change.begin) active.add(index)
    const next = times[at + 1]
    if (next === undefined) break
    const shown = [...active].toSorted((a, b) => a - b)
    // A file may begin each of many words at another time, and show all until the end.
    cost += shown.length
    checkLimit('words', cost)
    const texts = shown.flatMap((index) => pieces[index]?.text ?? [])
    if (texts.every((text) => text.trim() === '')) continue
    const endMs = next === Infinity ? null : next
    const key = JSON.stringify(shown.filter((index) => !isSpace(pieces[index])))
    const last = states.at(-1)
    // Spaces alone began or ended.
    if (last?.key === key && last.endMs === startMs) states[states.length - 1] = { ...last, endMs }
    else states.push({ startMs, endMs, key, pieces: shown.flatMap((index) => pieces[index] ?? []) })
  }
  return states
}

const isSpace = (piece: TimedPiece | undefined): boolean =>
  piece === undefined || /^[ \t]*$/u.test(piece.text)
