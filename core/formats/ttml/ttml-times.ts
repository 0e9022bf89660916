import type { XmlElement } from '../reading/xml-tree.ts'

/** How a document measures time (TTML2, §6.2 parameters). */
export interface TtmlClock {
  /** Effective: the frame rate by its multiplier. */
  readonly framesPerSecond: number
  /** If times are SMPTE timecodes: how their frames are counted; null for media times. */
  readonly timecode: { readonly nominal: number; readonly dropped: DroppedFrames } | null
  readonly subFrames: number
  readonly ticksPerSecond: number
  /** Whether the document specifies the frame rate. */
  readonly hasFrameRate: boolean
}

/** Number of frame numbers left out before a time. */
type DroppedFrames = (hours: number, minutes: number) => number

/** By `dropMode` (TTML2, §7.2.3 and appendix I.2). */
const dropped: Readonly<Record<string, DroppedFrames>> = {
  dropNTSC: (hours, minutes) => (hours * 54 + minutes - Math.floor(minutes / 10)) * 2,
  dropPAL: (hours, minutes) => (hours * 27 + Math.floor(minutes / 2) - Math.floor(minutes / 20)) * 4,
}

const clockForm = /^(\d{1,4}):(\d{1,2}):(\d{1,2})(?:[.,](\d+)|[:;](\d+)(?:\.(\d+))?)?$/
/** Files without a unit mean seconds. */
const offsetForm = /^(\d+(?:\.\d+)?)(h|ms|m|s|f|t)?$/

export function ttmlClock({ attributes }: XmlElement): TtmlClock {
  const given = Number(attributes['frameRate'])
  const hasFrameRate = given > 0
  const nominal = hasFrameRate ? given : 30
  const [numerator, denominator] = (attributes['frameRateMultiplier'] ?? '1 1').split(/[ :]+/).map(Number)
  const multiplier = (numerator ?? 1) / (denominator ?? 1)
  const framesPerSecond = multiplier > 0 && Number.isFinite(multiplier) ? nominal * multiplier : nominal
  const subFrames = Number(attributes['subFrameRate']) || 1
  const ticks = Number(attributes['tickRate'])
  const ticksPerSecond = ticks > 0 ? ticks : hasFrameRate ? framesPerSecond * subFrames : 1
  const dropMode = attributes['dropMode'] ?? ''
  const timecode =
    attributes['timeBase'] === 'smpte' ? { nominal, dropped: dropped[dropMode] ?? (() => 0) } : null
  return { framesPerSecond, timecode, subFrames, ticksPerSecond, hasFrameRate }
}

/**
 * A time expression in ms, not rounded; null if invalid. In the media time base frames count from the second,
 * in SMPTE's from the start.
 */
export function ttmlTime(text: string, clock: TtmlClock): number | null {
  const value = text.trim()
  const parts = clockForm.exec(value)
  if (parts !== null) {
    const seconds = Number(parts[1]) * 3_600 + Number(parts[2]) * 60 + Number(parts[3])
    const fraction = parts[4] === undefined ? 0 : Number(`0.${parts[4]}`)
    const frames = Number(parts[5] ?? 0) + Number(parts[6] ?? 0) / clock.subFrames
    const { timecode, framesPerSecond } = clock
    if (timecode === null) return (seconds + fraction + frames / framesPerSecond) * 1_000
    const left = timecode.dropped(Number(parts[1]), Number(parts[2]))
    return (((seconds + fraction) * timecode.nominal - left + frames) / framesPerSecond) * 1_000
  }
  const offset = offsetForm.exec(value)
  if (offset === null) return null
  const amount = Number(offset[1])
  const unitMs: Readonly<Record<string, number>> = {
    h: 3_600_000,
    m: 60_000,
    s: 1_000,
    ms: 1,
    f: 1_000 / clock.framesPerSecond,
    t: 1_000 / clock.ticksPerSecond,
  }
  return amount * (unitMs[offset[2] ?? 's'] ?? 1_000)
}

/** Whether a time is given in frames. */
export const hasFrames = (text: string): boolean => /[:;]\d+[:;]\d+[:;]\d|\df$/.test(text.trim())
