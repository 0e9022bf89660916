import { seededRandom } from '#core/speakers/testing/seeded-random'
import { PCM_RATE } from '#core/sound/pcm'
import type { SpeakerTurn } from '../scoring/diarization-error.ts'

/** A person's speech, in spans without a pause. */
export interface Voice {
  readonly name: string
  readonly stretches: readonly Float32Array[]
}

/** A synthesized conversation. */
export interface MadeRoom {
  readonly name: string
  readonly samples: Float32Array
  readonly turns: readonly SpeakerTurn[]
  readonly speakers: number
  readonly seconds: number
}

/** Pauses between turns, in seconds; below 0 the next one begins earlier. */
const PAUSE = { shortest: -0.3, longest: 0.8 }
/** Spans per turn. */
const MAX_STRETCHES = 3
const ECHO_SECONDS = 0.25
/** Level of the room's noise, and of the reflections relative to the direct sound. */
export const ROOMS = [
  { noise: 0, echo: 0 },
  { noise: 0.002, echo: 0.15 },
  { noise: 0.006, echo: 0.3 },
] as const

/** Rooms of 1 to `most` speakers, several of each, reproducible. Each span is used once per room. */
export function madeRooms(voices: readonly Voice[], most: number, ofEach: number): MadeRoom[] {
  return Array.from({ length: most * ofEach }, (_, index) => {
    const speakers = (index % most) + 1
    return madeRoom(voices, speakers, index + 1)
  })
}

function madeRoom(voices: readonly Voice[], speakers: number, seed: number): MadeRoom {
  const random = seededRandom(seed)
  const room = ROOMS[seed % ROOMS.length] ?? ROOMS[0]
  const chosen = shuffled(voices, random).slice(0, speakers)
  const left = chosen.map(({ name, stretches }) => ({
    name,
    stretches: [...stretches],
    echo: echoOf(room.echo, random),
  }))
  const placed: { readonly at: number; readonly samples: Float32Array }[] = []
  const turns: SpeakerTurn[] = []
  let at = Math.round(0.5 * PCM_RATE)
  let last: string | null = null
  for (;;) {
    const able = left.filter(({ stretches }) => stretches.length > 0)
    const others = able.filter(({ name }) => name !== last)
    const next = pick(others.length > 0 ? others : able, random)
    if (next === undefined) break
    if (last !== null) at += Math.round(between(PAUSE, random) * PCM_RATE)
    for (let count = 1 + Math.floor(random() * MAX_STRETCHES); count > 0; count--) {
      const stretch = next.stretches.shift()
      if (stretch === undefined) break
      placed.push({ at, samples: withEcho(stretch, next.echo) })
      turns.push({ speaker: next.name, start: at / PCM_RATE, end: (at + stretch.length) / PCM_RATE })
      at += stretch.length + Math.round(0.15 * PCM_RATE)
    }
    last = next.name
  }
  const samples = new Float32Array(at + PCM_RATE)
  for (const { at: from, samples: own } of placed) {
    for (let index = 0; index < own.length && from + index < samples.length; index++)
      samples[from + index] = (samples[from + index] as number) + (own[index] as number)
  }
  for (let index = 0; index < samples.length; index++)
    samples[index] = (samples[index] as number) + room.noise * (random() * 2 - 1)
  return { name: `room-${seed}`, samples, turns, speakers: chosen.length, seconds: samples.length / PCM_RATE }
}

export function echoOf(
  level: number,
  random: () => number,
): { readonly delay: number; readonly gain: number }[] {
  return Array.from({ length: 12 }, () => {
    const seconds = random() * ECHO_SECONDS
    return {
      delay: Math.round((0.005 + seconds) * PCM_RATE),
      gain: level * (random() * 2 - 1) * Math.exp((-3 * seconds) / ECHO_SECONDS),
    }
  })
}

export function withEcho(samples: Float32Array, echo: ReturnType<typeof echoOf>): Float32Array {
  const tail = echo.reduce((most, { delay }) => Math.max(most, delay), 0)
  const result = new Float32Array(samples.length + tail)
  for (const { delay, gain } of [{ delay: 0, gain: 1 }, ...echo]) {
    for (let index = 0; index < samples.length; index++)
      result[index + delay] = (result[index + delay] as number) + gain * (samples[index] as number)
  }
  return result
}

const between = ({ shortest, longest }: typeof PAUSE, random: () => number): number =>
  shortest + (longest - shortest) * random()

const pick = <Item>(items: readonly Item[], random: () => number): Item | undefined =>
  items[Math.floor(random() * items.length)]

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item)
}
