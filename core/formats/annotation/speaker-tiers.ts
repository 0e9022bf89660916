import type { Cue } from '../../captions/cues.ts'
import { cueVoices } from '../reading/cue-voices.ts'

export interface TierInterval {
  readonly startMs: number
  readonly endMs: number
  /** Lines separated by `\n`. */
  readonly text: string
}

export interface Tier {
  /** Null for words without a known speaker. */
  readonly name: string | null
  /** In order, without overlap. */
  readonly intervals: readonly TierInterval[]
}

/** Name of the tier for words without a known speaker. */
export const UNKNOWN_TIER = 'captions'

/**
 * Captions by speaker, for formats whose tiers cannot overlap: an interval ends where the speaker's next one
 * begins. `overlaps`: how many were cut; texts that begin at the same time are joined.
 */
export function speakerTiers(
  cues: readonly Cue[],
  names: ReadonlyMap<string, string>,
): { readonly tiers: readonly Tier[]; readonly overlaps: number } {
  const byName = new Map<string | null, TierInterval[]>()
  let overlaps = 0
  for (const cue of cues) {
    for (const { name, lines } of cueVoices(cue, names)) {
      const own = byName.get(name) ?? []
      byName.set(name, own)
      const last = own.at(-1)
      const text = lines.join('\n')
      if (last !== undefined && last.startMs >= cue.startMs) {
        const endMs = Math.max(last.endMs, cue.endMs)
        // Lines of one cue separated by another speaker belong together.
        if (last.startMs !== cue.startMs || last.endMs !== cue.endMs) overlaps++
        own[own.length - 1] = { ...last, endMs, text: `${last.text}\n${text}` }
        continue
      }
      if (last !== undefined && last.endMs > cue.startMs) {
        overlaps++
        own[own.length - 1] = { ...last, endMs: cue.startMs }
      }
      own.push({ startMs: cue.startMs, endMs: cue.endMs, text })
    }
  }
  return { tiers: [...byName].map(([name, intervals]) => ({ name, intervals })), overlaps }
}

/** Unique names for tiers. */
export function tierNames(tiers: readonly Tier[]): string[] {
  const taken = new Set<string>()
  return tiers.map(({ name }) => {
    const base = name ?? UNKNOWN_TIER
    let label = base
    for (let number = 2; taken.has(label); number++) label = `${base} ${number}`
    taken.add(label)
    return label
  })
}
