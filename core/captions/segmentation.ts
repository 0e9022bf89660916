import { cueCost } from './cue-cost.ts'
import { linesCost } from './lines.ts'
import { addAtom, beginSharing, sharedLength, type SharedCue } from './shared-cue.ts'
import { breaksLine, type Track } from './track.ts'

/** A cue as a span of the track's atoms, `to` excluded. */
export interface CueSpan {
  readonly from: number
  readonly to: number
  /** Two voices, each on its own line. */
  readonly isShared: boolean
}

/**
 * Costs are summed in integer steps: sums of fractions depend on the order of addition, so that ties would be decided
 * differently in different places.
 */
const COST_STEPS = 10_000

/**
 * The cheapest way to cut the track into cues: dynamic programming over the places between atoms, forward from each
 * place. On a tie, the earlier break wins.
 */
export function cheapestCues(track: Track): CueSpan[] {
  const best = new Float64Array(track.count + 1).fill(Infinity)
  const cameFrom = new Int32Array(track.count + 1)
  const shared = new Uint8Array(track.count + 1)
  best[0] = 0
  for (let from = 0; from < track.count; from++) {
    const reached = best[from] ?? Infinity
    forEachSpan(track, from, (to, cost, isShared) => {
      if (reached + cost >= (best[to] ?? Infinity)) return
      best[to] = reached + cost
      cameFrom[to] = from
      shared[to] = isShared ? 1 : 0
    })
  }
  const spans: CueSpan[] = []
  for (let to = track.count; to > 0;) {
    const from = cameFrom[to] ?? 0
    spans.push({ from, to, isShared: shared[to] === 1 })
    to = from
  }
  return spans.reverse()
}

/** Every span from one place that keeps the hard limits, with its cost; a single atom always qualifies. */
function forEachSpan(
  track: Track,
  from: number,
  take: (to: number, cost: number, isShared: boolean) => void,
): void {
  if (track.placed[from]?.atom.fixed !== undefined) {
    take(from + 1, 0, false)
    return
  }
  const { rules } = track
  const latestMs = (track.startsMs[from] ?? 0) + rules.maxDurationMs
  let sharedCue: SharedCue | undefined
  let spokenUntilMs = 0
  let lastSentence = from
  for (let to = from + 1; to <= track.count; to++) {
    const last = to - 1
    if (last > from) {
      if (track.mustBreak[last] === 1) return
      if (track.sentenceStarts[last] === 1) lastSentence = last
    }
    spokenUntilMs = Math.max(spokenUntilMs, track.endsMs[last] ?? 0)
    const nextMs = to < track.count ? (track.startsMs[to] ?? 0) : Infinity
    if (last > from && Math.min(spokenUntilMs, nextMs) > latestMs) return

    if (sharedCue === undefined && track.voices[last] !== track.voices[from]) {
      if (rules.maxLines < 2 || rules.sharesCues === false || breaksLine(track, from, last)) return
      sharedCue = beginSharing(track, from, last)
    }
    if (sharedCue !== undefined && !addAtom(track, sharedCue, last)) return
    const lines = sharedCue === undefined ? linesCost(track, from, to) : rules.costs.sharedCue
    // Adding atoms cannot make it fit.
    if (lines === Infinity) return
    const characters = sharedCue === undefined ? track.lineLength(from, to) : sharedLength(sharedCue)
    const cost = lines + cueCost(track, { from, to, spokenUntilMs, lastSentence, characters })
    take(to, Math.round(cost * COST_STEPS), sharedCue !== undefined)
  }
}
