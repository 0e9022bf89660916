import type { ModelRole } from '../transcript/transcript.ts'
import { type Energy, sumEnergy } from './energy.ts'

/** A model with the SHA-256 of each of its files, in order of name, as a run used it. */
export interface UsedModel {
  readonly role: ModelRole
  readonly id: string
  readonly name: string
  readonly licence: string
  readonly files: readonly { readonly name: string; readonly sha256: string }[]
  /**
   * Whether its files show that it comes with the program or is in its catalog: only then its makers are
   * known.
   */
  readonly isKnown: boolean
  /** SHA-256 of the archive that its files came from, if one was recorded. */
  readonly archiveSha256?: string
}

/** What a run did, as far as its kind reports it. */
export interface RunDetails {
  readonly models?: readonly UsedModel[]
  /** By name: `parolo`, `sherpa-onnx`, `ffmpeg`. */
  readonly versions?: Readonly<Record<string, string>>
  /** Whether there was only one pass. */
  readonly isQuick?: boolean
  /** Number of passages, and of those that got a second pass. */
  readonly passages?: number
  readonly secondPasses?: number
  readonly failedPassages?: number
  /** Number of passages whose text an earlier run had produced. */
  readonly reusedTexts?: number
  /** Processed sound, and the speech in it, in ms. */
  readonly soundMs?: number
  readonly speechMs?: number
  /** How many samples of the recording had the chosen language, of how many with words. */
  readonly languageVotes?: { readonly won: number; readonly all: number }
}

/** The cost of one run of a job, measured while it ran. */
export interface RunCost {
  readonly startedAtMs: number
  readonly wallMs: number
  /** Processor time of all its processes. */
  readonly cpuMs: number
  /** Maximum memory of the program's processes, in bytes. */
  readonly peakBytes: number
  /** Memory of this computer, in bytes. */
  readonly memoryBytes: number
  readonly energy: Energy
  readonly outcome: 'done' | 'failed' | 'stopped'
  readonly connections: number
  readonly sentBytes: number
  readonly receivedBytes: number
  /**
   * Processes whose processor time this system does not report, by name: they are missing from the numbers.
   */
  readonly unmeasured: readonly string[]
  readonly details: RunDetails
}

/** A run with the kind of its job. */
export interface StoredRunCost extends RunCost {
  readonly kind: string
}

/** The total cost of all runs of a transcript. */
export interface WholeCost extends Omit<RunCost, 'outcome'> {
  readonly runs: number
  /** When the last run ended, in ms. */
  readonly endedAtMs: number
}

/**
 * Adds up the runs that made a transcript, oldest first; a stopped run was continued by the next one. Details
 * are taken from the last run that finished. Null if none was recorded.
 */
export function wholeCost(runs: readonly RunCost[]): WholeCost | null {
  const energy = sumEnergy(runs.map((run) => run.energy))
  const [first] = runs
  const last = runs.at(-1)
  if (energy === null || first === undefined || last === undefined) return null
  const sum = (of: (run: RunCost) => number): number => runs.reduce((total, run) => total + of(run), 0)
  const reported = runs.findLast(({ outcome }) => outcome !== 'stopped') ?? last
  // A later run reuses the texts of the first one, which did not exist before it.
  const { reusedTexts } = first.details
  const { reusedTexts: _, ...did } = reported.details
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
