import type { Chunk } from '../chunks/plan.ts'
import { quietestPlace, type ReadSamples } from '../chunks/quietest.ts'
import { PCM_RATE } from '../sound/pcm.ts'
import type { SampleRange } from '../sound/range.ts'

/** Speech is complete after this much silence (docs/recording.md, Text while recording). */
const PAUSE = 0.5 * PCM_RATE
/** Longer speech is cut, so that its first words are not delayed until its end. */
const LONGEST = 8 * PCM_RATE
/** A cut is made in a pause from here on; without one, at the quietest place between the next two. */
const EARLIEST_CUT = 3 * PCM_RATE
const CUT_FROM = 5 * PCM_RATE
const CUT_UNTIL = 7.8 * PCM_RATE
/** `quietestPlace` searches from 0.35 to 0.65 of the given span. */
const SEARCH_LENGTH = (CUT_UNTIL - CUT_FROM) / 0.3
const SEARCH_START = CUT_FROM - 0.35 * SEARCH_LENGTH
/** Sound before speech that is passed to the detector again, so that it finds the same beginning. */
const BEFORE_SPEECH = 0.3 * PCM_RATE
const BEFORE_SILENCE = 1 * PCM_RATE

export interface CutSpeech {
  /** Complete, in order of time. */
  readonly chunks: readonly Chunk[]
  /** Everything before it is final. */
  readonly openSample: number
  /** Start of incomplete speech; null if there is none. */
  readonly openSpeech: number | null
}

/**
 * Speech that is complete while sound is still arriving. `speech`: what was detected in `looked`, in order of
 * time; `isOver`: no sound follows for now.
 */
export function cutSpeech(
  speech: readonly SampleRange[],
  looked: SampleRange,
  isOver: boolean,
  read: ReadSamples,
): CutSpeech {
  const chunks: Chunk[] = []
  let openSample = Math.max(looked.startSample, looked.endSample - BEFORE_SILENCE)
  let openSpeech: number | null = null
  const groups = grouped(speech)
  for (const [index, group] of groups.entries()) {
    let rest: Chunk = group
    while (rest.endSample - rest.startSample > LONGEST) {
      const cut = placeToCut(rest, read)
      chunks.push(part(rest, rest.startSample, cut.until, cut.isInSpeech))
      rest = part(rest, cut.from, rest.endSample, false)
    }
    const isComplete = index < groups.length - 1 || isOver || looked.endSample - rest.endSample >= PAUSE
    if (isComplete) chunks.push(rest)
    else {
      openSpeech = rest.startSample
      openSample = Math.min(openSample, rest.startSample - BEFORE_SPEECH)
    }
  }
  const decided = Math.max(looked.startSample, chunks.at(-1)?.endSample ?? 0)
  return { chunks, openSample: isOver ? looked.endSample : Math.max(decided, openSample), openSpeech }
}

/** Speech without pauses in between. */
function grouped(speech: readonly SampleRange[]): Chunk[] {
  const groups: Chunk[] = []
  for (const { startSample, endSample } of speech) {
    const last = groups.at(-1)
    if (last !== undefined && startSample - last.endSample < PAUSE)
      groups[groups.length - 1] = {
        ...last,
        endSample,
        regions: [...last.regions, { startSample, endSample }],
      }
    else groups.push(chunkOf([{ startSample, endSample }], false))
  }
  return groups
}

interface Cut {
  /** End of the preceding part, and start of the following one. */
  readonly until: number
  readonly from: number
  readonly isInSpeech: boolean
}

function placeToCut({ startSample, regions }: Chunk, read: ReadSamples): Cut {
  let widest: Cut | null = null
  for (const [index, { startSample: from }] of regions.entries()) {
    const until = regions[index - 1]?.endSample
    if (until === undefined || until < startSample + EARLIEST_CUT || until > startSample + LONGEST) continue
    if (widest === null || from - until > widest.from - widest.until)
      widest = { until, from, isInSpeech: false }
  }
  if (widest !== null) return widest
  const at = quietestPlace(
    read,
    Math.round(startSample + SEARCH_START),
    Math.round(startSample + SEARCH_START + SEARCH_LENGTH),
  )
  return { until: at, from: at, isInSpeech: true }
}

function part({ regions }: Chunk, startSample: number, endSample: number, cutAfter: boolean): Chunk {
  const within = regions
    .map((one) => ({
      startSample: Math.max(startSample, one.startSample),
      endSample: Math.min(endSample, one.endSample),
    }))
    .filter((one) => one.startSample < one.endSample)
  return chunkOf(within, cutAfter)
}

function chunkOf(regions: readonly SampleRange[], cutAfter: boolean): Chunk {
  const [first, last] = [regions[0], regions.at(-1)]
  if (first === undefined || last === undefined) throw new Error('a chunk without speech')
  return {
    startSample: first.startSample,
    endSample: last.endSample,
    localSpeaker: 0,
    regions,
    cutBefore: false,
    cutAfter,
  }
}
