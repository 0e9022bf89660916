import type { Cue } from '../cue.ts'

interface Shown<Given> {
  readonly cue: Given
  /** Lines below its own. */
  readonly below: number
}

/**
 * For each cue how many lines are kept free between it and the edge of the picture from which its lines are counted
 * (the lower one, for a cue at the top the upper one): others are there at the same time. Cues in order of their start.
 * @param countLines asked only of cues that are not alone
 */
export function linesBelow<Given extends Pick<Cue, 'startMs' | 'endMs' | 'position'>>(
  cues: readonly Given[],
  countLines: (cue: Given) => number,
): readonly number[] {
  let shown: Shown<Given>[] = []
  return cues.map((cue) => {
    shown = shown.filter((other) => other.cue.endMs > cue.startMs)
    const others = shown
      .filter((other) => verticalOf(other.cue) === verticalOf(cue))
      .toSorted((a, b) => a.below - b.below)
    let below = 0
    for (const other of others) {
      if (below + countLines(cue) <= other.below) break
      below = Math.max(below, other.below + countLines(other.cue))
    }
    shown.push({ cue, below })
    return below
  })
}

const verticalOf = ({ position }: Pick<Cue, 'position'>): string => position?.vertical ?? 'bottom'
