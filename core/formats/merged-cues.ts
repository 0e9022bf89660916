import type { ReadCue, ReadVoice } from './imported-cues.ts'

interface Voiced extends Pick<ReadCue, 'line' | 'startMs' | 'endMs'> {
  readonly voices: readonly ReadVoice[]
}

/** Cues with the very same times, which formats without shared cues write apart, as one cue; in order of start. */
export function mergedCues(cues: readonly Voiced[]): ReadCue[] {
  const merged: ReadCue[] = []
  const byTimes = new Map<string, number>()
  for (const cue of cues) {
    const key = `${cue.startMs} ${cue.endMs}`
    const at = byTimes.get(key)
    const before = at === undefined ? undefined : merged[at]
    if (at === undefined || before === undefined) {
      byTimes.set(key, merged.length)
      merged.push(cue)
    } else merged[at] = { ...before, voices: [...before.voices, ...cue.voices] }
  }
  return merged.toSorted((a, b) => a.startMs - b.startMs)
}
