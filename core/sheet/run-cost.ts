import type { ModelRole } from '../transcript/transcript.ts'
import { type Energy, sumEnergy } from './energy.ts'

/** A model with the SHA-256 of each of its files, in order of name, as a run used it. */
export interface UsedModel {
  readonly role: ModelRole
  readonly id: string
  readonly name: string
  readonly licence: string
  readonly files: readonly { readonly name: string; readonly sha256: string }[]
  /** Whether it comes with the program or is of its catalog, by its files: only of these it is known who made them. */
  readonly isKnown: boolean
}

/** What a run did, as far as its kind says. */
export interface RunDetails {
  readonly models?: readonly UsedModel[]
  /** By name: `parolo`, `sherpa-onnx`, `ffmpeg`. */
  readonly versions?: Readonly<Record<string, string>>
  /** Whether there was one pass only. */
  readonly isQuick?: boolean
  /** Passages, and those that got a second pass. */
  readonly passages?: number
  readonly secondPasses?: number
  readonly failedPassages?: number
  /** Texts of passages that were there from an earlier run. */
  readonly reusedTexts?: number
  /** Sound that was processed, and the part of it in which somebody speaks, ms. */
  readonly soundMs?: number
  readonly speechMs?: number
  /** How many samples of the recording had the language that was chosen, of how many with words. */
  readonly languageVotes?: { readonly won: number; readonly all: number }
}

/** What one run of a job cost, measured while it ran. */
export interface RunCost {
  readonly startedAtMs: number
  readonly wallMs: number
  /** Processor time of all its processes. */
  readonly cpuMs: number
  /** Memory of the program's processes, at most, bytes. */
  readonly peakBytes: number
  /** Memory of this computer, bytes. */
  readonly memoryBytes: number
  readonly energy: Energy
  readonly outcome: 'done' | 'failed' | 'stopped'
  readonly connections: number
  readonly sentBytes: number
  readonly receivedBytes: number
  /** Processes whose processor time this system does not tell, by name: they are missing from the numbers. */
  readonly unmeasured: readonly string[]
  readonly details: RunDetails
}

/** A run with the kind of its job. */
export interface StoredRunCost extends RunCost {
  readonly kind: string
}

/** What all runs of a transcript cost together. */
export interface WholeCost extends Omit<RunCost, 'outcome'> {
  readonly runs: number
  /** When the last run ended, ms. */
  readonly endedAtMs: number
}

/**
 * Sums up the runs that made a transcript, oldest first; a run that was stopped went on in the next one. What was done
 * is told by the last run that came to an end. Null if none was recorded.
 */
export function wholeCost(runs: readonly RunCost[]): WholeCost | null {
  const energy = sumEnergy(runs.map((run) => run.energy))
  const [first] = runs
  const last = runs.at(-1)
  if (energy === null || first === undefined || last === undefined) return null
  const sum = (of: (run: RunCost) => number): number => runs.reduce((total, run) => total + of(run), 0)
  const told = runs.findLast(({ outcome }) => outcome !== 'stopped') ?? last
  // A later run finds the texts of the first one, which were not there before it.
  const { reusedTexts } = first.details
  const { reusedTexts: _, ...did } = told.details
  return {
    runs: runs.length,
    startedAtMs: first.startedAtMs,
    endedAtMs: last.startedAtMs + last.wallMs,
    wallMs: sum(({ wallMs }) => wallMs),
    cpuMs: sum(({ cpuMs }) => cpuMs),
    peakBytes: Math.max(...runs.map(({ peakBytes }) => peakBytes)),
    memoryBytes: last.memoryBytes,
    energy,
    connections: sum(({ connections }) => connections),
    sentBytes: sum(({ sentBytes }) => sentBytes),
    receivedBytes: sum(({ receivedBytes }) => receivedBytes),
    unmeasured: [...new Set(runs.flatMap((run) => run.unmeasured))].sort(),
    details: { ...did, ...(reusedTexts === undefined ? {} : { reusedTexts }) },
  }
}
