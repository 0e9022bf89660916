import type { Cue } from '../cues.ts'

/** A cue, and the cues that replace it: the same text, in order. */
export interface CueChange {
  readonly before: Cue
  readonly after: readonly Cue[]
}

/** The replacement of each cue; null if the second list does not have the same text in the same order. */
export function cueChanges(before: readonly Cue[], after: readonly Cue[]): CueChange[] | null {
  const changes: CueChange[] = []
  let at = 0
  for (const cue of before) {
    const text = textOf(cue)
    const parts: Cue[] = []
    let found = ''
    do {
      const part = after[at]
      if (part === undefined) return null
      parts.push(part)
      found += textOf(part)
      at++
    } while (found.length < text.length)
    if (found !== text) return null
    changes.push({ before: cue, after: parts })
  }
  return at === after.length ? changes : null
}

/** Whether a cue is unchanged. */
export function isUnchanged({ before, after }: CueChange): boolean {
  const [only] = after
  return only !== undefined && after.length === 1 && isSameCue(before, only)
}

export function isSameCue(a: Cue, b: Cue): boolean {
  return a.startMs === b.startMs && a.endMs === b.endMs && hasSameLines(a, b)
}

export function hasSameLines({ lines: a }: Cue, { lines: b }: Cue): boolean {
  return a === b || (a.length === b.length && a.every(({ text }, line) => text === b[line]?.text))
}

/** Everything but white space, as line ends may differ. */
export const textOf = ({ lines }: Pick<Cue, 'lines'>): string =>
  lines.map(({ text }) => withoutSpaces(text)).join('')

export const withoutSpaces = (text: string): string => text.replaceAll(/\s/gu, '')
