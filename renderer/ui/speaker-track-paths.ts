import { mainSegments } from './main-segments.ts'
import type { TrackSegments } from './track-segments.ts'
import { laneMiddle, voiceNumber } from './voice.ts'

export interface SpeakerTrackPaths {
  /** The gray connectors between segments. */
  readonly connectors: string
  /** One path for each voice number. */
  readonly voices: readonly { readonly voice: number; readonly path: string }[]
}

/** LOOK.md: segments under 3 px are drawn without connectors. */
const MIN_SEGMENT_PX = 3
/** The drawing's own units, stretched to its size: 1000 in both directions. */
const SIZE = 1000

/**
 * The speaker track of a recording in a square of 1000 × 1000 units. `progress`: the share of the length that
 * is drawn. `widthPx`: the displayed width, to omit what is too small to see. `isSummary`: a long conversation is
 * drawn by its main speakers.
 */
export function speakerTrackPaths(
  all: TrackSegments,
  colors: readonly number[],
  durationMs: number,
  progress: number,
  widthPx: number,
  isSummary = false,
): SpeakerTrackPaths {
  const main = isSummary ? mainSegments(all, durationMs, widthPx) : null
  const segments = main ?? all
  const perMs = SIZE / Math.max(1, durationMs)
  const least = (MIN_SEGMENT_PX / widthPx) * SIZE
  const end = progress * SIZE
  const lanes = Math.max(1, colors.length)
  const voices = new Map<number, string>()
  let connectors = ''
  const turnEnds = new Map<number, number>()
  let last: { readonly x: number; readonly y: number; readonly long: boolean } | null = null
  for (const [index, speaker] of segments.speakers.entries()) {
    const from = (segments.startsMs[index] ?? 0) * perMs
    const to = Math.min(end, (segments.endsMs[index] ?? 0) * perMs)
    if (from >= end) break
    const y = laneMiddle(speaker, lanes) * SIZE
    const long = main === null && to - from >= least
    if (last && long && last.long)
      connectors += `M${round(last.x)} ${round(last.y)}L${round(from)} ${round(y)}`
    const turn = segments.turns?.[index]
    const turnEnd = turn === undefined ? undefined : turnEnds.get(turn)
    // If the previous segment is part of the same turn, the connector between the two is already drawn.
    if (
      turnEnd !== undefined &&
      from - turnEnd >= least &&
      !(last?.long && long && last.x === turnEnd && last.y === y)
    ) {
      connectors += `M${round(turnEnd)} ${round(y)}H${round(from)}`
    }
    if (turn !== undefined) turnEnds.set(turn, to)
    last = { x: to, y, long }
    const voice = voiceNumber(colors[speaker])
    voices.set(voice, `${voices.get(voice) ?? ''}M${round(from)} ${round(y)}H${round(to)}`)
  }
  return { connectors, voices: [...voices].map(([voice, path]) => ({ voice, path })) }
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100)
}
