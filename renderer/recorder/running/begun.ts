import type { RunningCard } from '#contracts/calls/recorder'
import type { StartOptions } from '../sending/kept-block.ts'
import type { KeptRunning } from './kept-running.ts'
import { type OwnClock, resumed } from './own-clock.ts'
import type { Running } from './recorder-store.ts'

/** Initial values of a recording session. */
export interface Begun {
  readonly options: StartOptions
  readonly inputs: readonly number[]
  readonly clock: OwnClock
  readonly moments: Running['moments']
  /** Null: a new recording. */
  readonly runningId: string | null
  readonly run: number
  readonly nextSequences: readonly number[]
}

/** For a new recording. */
export function begunAt(startedAtMs: number, options: StartOptions, inputs: readonly number[]): Begun {
  const clock: OwnClock = { startedAtMs, pausedMs: 0, pausedSinceMs: null }
  return { options, inputs, clock, moments: [], runningId: null, run: 1, nextSequences: inputs.map(() => 0) }
}

/**
 * For a recording that a closed or reloaded page began.
 * @param kept what this browser knows of its last recording
 */
export function begunAgain(
  card: RunningCard,
  inputs: readonly number[],
  kept: KeptRunning | null,
  nowMs: number,
): Begun {
  const { runningId, startedAtMs, title, language, people, type, sources, consent, liveText, moments } = card
  const known: OwnClock =
    kept?.runningId === runningId ? kept.clock : { startedAtMs, pausedMs: 0, pausedSinceMs: null }
  return {
    runningId,
    options: {
      title,
      language,
      people,
      type,
      consent,
      liveText,
      sources: sources.map(({ name, role, device }) => ({ name, role, device })),
    },
    inputs,
    clock: resumed(known, nowMs),
    moments,
    // A different number than any earlier page had: seconds since the start, divided by two.
    run: 2 + (Math.floor((nowMs - startedAtMs) / 2_000) % 65_000),
    nextSequences: sources.map(({ nextSequence }) => nextSequence),
  }
}
