import type { ChangeSet, Text } from '@codemirror/state'

/** The whole lines that a change touches, before and after it. Lines count from 0. */
export interface ChangedRegion {
  readonly fromLine: number
  readonly oldLines: readonly string[]
  readonly newLines: readonly string[]
  /** The unchanged start of the first old line … */
  readonly head: string
  /** … and the unchanged end of the last old line. */
  readonly tail: string
}

/** Groups changes into regions, in order; changes that touch a common line form one region. */
export function changedRegions(changes: ChangeSet, before: Text, after: Text): ChangedRegion[] {
  const spans: { fromA: number; toA: number; fromB: number; toB: number }[] = []
  changes.iterChanges((fromA, toA, fromB, toB) => {
    const last = spans.at(-1)
    const isNear = last !== undefined && before.lineAt(fromA).from <= before.lineAt(last.toA).to
    if (isNear) Object.assign(last, { toA, toB })
    else spans.push({ fromA, toA, fromB, toB })
  })
  return spans.map(({ fromA, toA, fromB, toB }) => {
    const first = before.lineAt(fromA)
    const last = before.lineAt(toA)
    const newFrom = fromB - (fromA - first.from)
    const newTo = toB + (last.to - toA)
    return {
      fromLine: first.number - 1,
      oldLines: linesBetween(before, first.from, last.to),
      newLines: linesBetween(after, newFrom, newTo),
      head: first.text.slice(0, fromA - first.from),
      tail: last.text.slice(toA - last.from),
    }
  })
}

function linesBetween(text: Text, from: number, to: number): string[] {
  const lines: string[] = []
  const last = text.lineAt(to).number
  for (let number = text.lineAt(from).number; number <= last; number += 1) lines.push(text.line(number).text)
  return lines
}
