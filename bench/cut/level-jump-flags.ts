import { keptPart, samplesOf } from '#core/cut/kept-part'
import { JUMP_DB, levelJumps } from '#core/cut/level-jumps'
import { type NoiseStretch, recordedNoise } from '#core/cut/testing/recorded-noise'
import type { TimeSpan } from '#core/transcript/time-span'

/** Joins of which it is known how much the noise changes. */
export interface LevelJumpFlags {
  readonly joins: number
  readonly jumps: number
  readonly flagged: number
  /** Flags that are jumps. */
  readonly right: number
}

const RATE = 48_000
const QUIETEST_DB = -65
const RANGE_DB = 30
const WORDS_A_SIDE = 6
/** By how much times of recognized words are off at most. */
const OFF_MS = 80

/** Made-up recordings of two rooms each, with a cut between them, whose words have inexact times. */
export function flagLevelJumps(joins: number): LevelJumpFlags {
  let state = 4_711
  const random = (): number => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
  let [jumps, flagged, right] = [0, 0, 0]
  for (let join = 0; join < joins; join += 1) {
    const rooms = [0, 1].map(() => QUIETEST_DB + RANGE_DB * random())
    const stretches: NoiseStretch[] = []
    const words: TimeSpan[] = []
    let atMs = 0
    const add = (ms: number, decibels: number): void => {
      stretches.push({ ms, decibels })
      atMs += ms
    }
    let cutMs = 0
    for (const [side, room] of rooms.entries()) {
      for (let word = 0; word < WORDS_A_SIDE; word += 1) {
        add(40 + 400 * random(), room)
        const startMs = atMs
        add(150 + 400 * random(), -25 + 10 * random())
        const off = (): number => OFF_MS * (2 * random() - 1)
        words.push({ startMs: startMs + off(), endMs: atMs + off() })
      }
      add(100, room)
      if (side === 0) cutMs = atMs
    }
    const isJump = Math.abs((rooms[1] ?? 0) - (rooms[0] ?? 0)) > JUMP_DB
    const spans = samplesOf(
      [
        { startMs: 0, endMs: cutMs - 50 },
        { startMs: cutMs + 50, endMs: atMs },
      ],
      RATE,
    )
    const found = levelJumps(
      { ...keptPart(undefined, atMs, RATE), spans },
      words,
      recordedNoise(stretches, join + 1),
    )
    if (isJump) jumps += 1
    if (found.length > 0) flagged += 1
    if (isJump && found.length > 0) right += 1
  }
  return { joins, jumps, flagged, right }
}
