import { seededRandom } from '#core/speakers/testing/seeded-random'
import { PCM_RATE } from '#core/sound/pcm'
import { echoOf, ROOMS, type Voice, withEcho } from './made-rooms.ts'

/** One voice alone, from one recording. */
export interface VoiceSession {
  readonly voice: string
  /** Where it was recorded; each session has its own echoes. */
  readonly room: number
  readonly use: 'print' | 'test'
  /** Maximum speech, for prints. */
  readonly most: number
  readonly samples: Float32Array
}

/**
 * Speech to be recognized, and the minimum that is remembered, in seconds: models detect less speech than
 * there is.
 */
const SECONDS = { test: 7.5, shortest: 7 } as const
const PAUSE_SECONDS = 0.3

/**
 * The end of each voice is used to recognize, and up to the given length of the rest to remember: the two do
 * not overlap.
 * @param lengths maximum seconds of speech of the prints, ascending; the next one only for voices with
 * clearly more
 */
export function madeSessions(
  voices: readonly Voice[],
  lengths: readonly number[],
  rooms: readonly number[],
): VoiceSession[] {
  return voices.flatMap(({ name, stretches }, number) => {
    const own = secondsOf(stretches) - SECONDS.test
    // Too short to be used.
    if (own < 0) return []
    const test = part(stretches, own, own + SECONDS.test)
    return rooms.flatMap((room): VoiceSession[] => {
      const seed = 1 + number * 100 + room * 10
      const prints = lengths
        .filter((_, index) => own > (index === 0 ? SECONDS.shortest : (lengths[index - 1] ?? 0) * 1.5))
        .map((most, index): VoiceSession => ({
          voice: name,
          room,
          use: 'print',
          most,
          samples: inRoom(part(stretches, 0, Math.min(most, own)), room, seed + index),
        }))
      return [
        ...prints,
        { voice: name, room, use: 'test', most: SECONDS.test, samples: inRoom(test, room, seed + 9) },
      ]
    })
  })
}

const secondsOf = (stretches: readonly Float32Array[]): number =>
  stretches.reduce((sum, { length }) => sum + length, 0) / PCM_RATE

/** The speech between two times of the concatenated spans. */
function part(stretches: readonly Float32Array[], fromSeconds: number, toSeconds: number): Float32Array[] {
  const [from, to] = [Math.round(fromSeconds * PCM_RATE), Math.round(toSeconds * PCM_RATE)]
  let at = 0
  return stretches.flatMap((stretch) => {
    const start = at
    at += stretch.length
    const cut = stretch.subarray(Math.max(0, from - start), Math.max(0, to - start))
    return cut.length > 0 ? [cut] : []
  })
}

function inRoom(stretches: readonly Float32Array[], room: number, seed: number): Float32Array {
  const random = seededRandom(seed)
  const { noise, echo } = ROOMS[room] ?? ROOMS[0]
  const echoes = echoOf(echo, random)
  const placed = stretches.map((stretch) => withEcho(stretch, echoes))
  const pause = Math.round(PAUSE_SECONDS * PCM_RATE)
  const samples = new Float32Array(placed.reduce((sum, { length }) => sum + length + pause, pause))
  let at = pause
  for (const stretch of placed) {
    samples.set(stretch, at)
    at += stretch.length + pause
  }
  for (let index = 0; index < samples.length; index++)
    samples[index] = (samples[index] as number) + noise * (random() * 2 - 1)
  return samples
}
