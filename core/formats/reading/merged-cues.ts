import type { ReadCue, ReadVoice } from './imported-cues.ts'

interface Voiced extends Pick<ReadCue, 'line' | 'startMs' | 'endMs'> {
  readonly voices: readonly ReadVoice[]
}

/**
 * Merges cues with identical times, which formats without shared cues write separately; in order of start.
 */
export function mergedCues(cues: readonly Voiced[]): ReadCue[] {
  const merged: (Voiced & { readonly voices: ReadVoice[] })[] = []
  const byTimes = new Map<string, ReadVoice[]>()
  for (const cue of cues) {
    const key = `${cue.startMs} ${cue.endMs}`
    const before = byTimes.get(key)
    if (before === undefined) {
      const voices = [...cue.voices]
      byTimes.set(key, voices)
      merged.push({ ...cue, voices })
    } else for (const voice of cue.voices) before.push(voice)
  }
  return merged.toSorted((a, b) => a.startMs - b.startMs)
}
