import { create } from 'zustand'
import type { CallInput } from '#contracts/calls/calls'
import type { Meter } from '../capture/level-meter.ts'
import type { ListedInput } from '../capture/list-inputs.ts'
import { type Notice, withNotice, withoutNotice } from './notice.ts'
import type { StartOptions } from '../sending/kept-block.ts'
import type { OwnClock } from './own-clock.ts'
import type { SourceSlot } from './source-slot.ts'

export type PageMoment = CallInput<'recorder.setMoment'>['moment']

/** The recording made by this page. */
export interface Running {
  readonly runningId: string
  readonly options: StartOptions
  /** The input of each source. */
  readonly inputs: readonly number[]
  readonly clock: OwnClock
  readonly phase: 'recording' | 'stopping'
  /** On its clock: when Stop was pressed; null before. */
  readonly stoppedAtMs: number | null
  /** Length on disk of the shortest source, in ms. */
  readonly safeMs: number
  /** On the steady clock; null before the first. */
  readonly acknowledgedAtMs: number | null
  readonly isConnected: boolean
  /** Sound that the page keeps until it is on disk, in ms of one source. */
  readonly keptMs: number
  readonly moments: readonly PageMoment[]
  readonly notices: readonly Notice[]
  /** By the ids of notices: the result of `dismissedAs`. */
  readonly dismissed: Readonly<Record<string, number>>
}

/** A stopped recording, until it is in the library. */
export interface Ended {
  readonly runningId: string
  readonly title: string
  readonly durationMs: number
  readonly reason: 'asked' | 'disk-full' | 'elsewhere' | 'kept'
  /** Sound that stays in the browser for now. */
  readonly keptMs: number
  readonly willTranscribe: boolean
  readonly state: 'finishing' | 'done' | 'failed'
  readonly recordingId: string | null
  readonly error: unknown
}

interface RecorderState {
  readonly slots: readonly SourceSlot[]
  readonly inputs: readonly ListedInput[]
  readonly running: Running | null
  readonly ended: Ended | null
}

export const useRecorderStore = create<RecorderState>(() => ({
  slots: [],
  inputs: [],
  running: null,
  ended: null,
}))

/** Separate, as it changes ten times per second. */
export const useMeterStore = create<{ readonly meters: ReadonlyMap<number, Meter> }>(() => ({
  meters: new Map(),
}))

export function changeRunning(change: (running: Running) => Partial<Running>): void {
  useRecorderStore.setState(({ running }) =>
    running === null ? {} : { running: { ...running, ...change(running) } },
  )
}

export function addNotice(notice: Notice): void {
  changeRunning(({ notices }) => ({ notices: withNotice(notices, notice) }))
}

export function dropNotice(id: string): void {
  changeRunning(({ notices }) => ({ notices: withoutNotice(notices, id) }))
}
