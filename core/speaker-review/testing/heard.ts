import { secondsToFrames } from '../../windows/frames.ts'
import { toUnit } from '../../speakers/vectors.ts'
import type { Piece } from '../../speakers/pieces.ts'
import type { SpeakerSegment } from '../../transcript/transcript.ts'
import type { VoicesInput } from '../own-pieces.ts'

/**
 * A span of one voice: `like` is the share of the first voice, the rest is the second; 1 is only the first.
 */
export interface Said {
  readonly speakerId: string
  readonly at: number
  readonly seconds: number
  readonly like: number
  readonly local?: number
}

/** One-second pieces with vectors between two voices, which are `apart` (cosine between the two). */
export function saidBy(said: readonly Said[], apart = 0.2): VoicesInput {
  const parts = said.flatMap(({ speakerId, at, seconds, like, local = 0 }) =>
    Array.from({ length: Math.round(seconds) }, (_, second) => ({ speakerId, at: at + second, like, local })),
  )
  const second = [apart, Math.sqrt(1 - apart ** 2)] as const
  const pieces = parts.map(({ at, local }): Piece => {
    const [startFrame, endFrame] = [Math.round(secondsToFrames(at)), Math.round(secondsToFrames(at + 1))]
    return {
      localSpeaker: local,
      runs: [[startFrame, endFrame]],
      seconds: 1,
      startFrame,
      endFrame,
      overlapped: false,
    }
  })
  const embeddings = parts.map(({ like }, index) => {
    // A small random direction, so that no two are equal.
    const own = new Float64Array(2 + parts.length)
    own[0] = like + (1 - like) * second[0]
    own[1] = (1 - like) * second[1]
    own[2 + index] = 0.5
    return Float32Array.from(toUnit(own))
  })
  const turns = said.map(({ speakerId, at, seconds }): SpeakerSegment => ({
    speakerId,
    startMs: at * 1000,
    endMs: (at + seconds) * 1000,
  }))
  return { pieces, embeddings, turns }
}
