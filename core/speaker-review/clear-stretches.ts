import type { TimeSpan } from '../transcript/time-span.ts'
import type { HeardPiece, HeardVoices } from './heard-voices.ts'

/** Long enough to recognize a voice, short enough to be played to the end. */
const MS = { shortest: 2_000, longest: 8_000 }
/** Pieces no farther apart are played together. */
const PAUSE_MS = 1_000

/**
 * Spans in which a speaker talks alone and the voice is most clearly theirs, in order of time. Shorter ones
 * only if the speaker has no others.
 */
export function clearStretches(heard: HeardVoices, speakerId: string, count: number): TimeSpan[] {
  const speaker = heard.speakerIds.indexOf(speakerId)
  if (speaker < 0) return []
  const stretches = stretchesOf(heard.pieces, speaker)
  const long = stretches.filter(({ startMs, endMs }) => endMs - startMs >= MS.shortest)
  return (long.length > 0 ? long : stretches)
    .toSorted((a, b) => b.clearness - a.clearness)
    .slice(0, count)
    .toSorted((a, b) => a.startMs - b.startMs)
    .map(({ startMs, endMs }) => ({ startMs, endMs }))
}

interface Stretch extends TimeSpan {
  /** Mean of how much more similar the pieces are to their own speaker than to the next one. */
  readonly clearness: number
}

function stretchesOf(pieces: readonly HeardPiece[], speaker: number): Stretch[] {
  const runs: HeardPiece[][] = []
  for (const piece of pieces) {
    const run = runs.at(-1)
    const [first, last] = [run?.[0], run?.at(-1)]
    const goesOn =
      first !== undefined &&
      last !== undefined &&
      last.speaker === piece.speaker &&
      piece.startMs - last.endMs <= PAUSE_MS &&
      piece.endMs - first.startMs <= MS.longest
    if (goesOn) run?.push(piece)
    else runs.push([piece])
  }
  return runs
    .filter(([first]) => first?.speaker === speaker)
    .map((run) => ({
      startMs: run[0]?.startMs ?? 0,
      endMs: run.at(-1)?.endMs ?? 0,
      clearness: run.reduce((sum, piece) => sum + marginOf(piece), 0) / run.length,
    }))
}

/** Without another speaker, a piece is as clear as it is similar to its own speaker. */
function marginOf({ speaker, similarities }: HeardPiece): number {
  const others = similarities.filter((similarity, index) => similarity !== null && index !== speaker)
  return (similarities[speaker] ?? 0) - Math.max(0, ...others.map((similarity) => similarity ?? 0))
}
