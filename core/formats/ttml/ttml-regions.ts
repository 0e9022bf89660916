import type { Cue } from '../../captions/cues.ts'
import type { CuePosition } from '../../transcript/marks/kinds/position.ts'

type Vertical = CuePosition['vertical']

/** How TTML aligns text in a region that is the whole safe area. */
export const displayAligns: Readonly<Record<Vertical, string>> = {
  bottom: 'after',
  middle: 'center',
  top: 'before',
}

/** The regions of the cues; the default first. */
export function regionsOf(cues: readonly Cue[]): Vertical[] {
  const used = new Set(cues.map(({ position }) => position?.vertical))
  return ['bottom', ...(['middle', 'top'] as const).filter((place) => used.has(place))]
}
