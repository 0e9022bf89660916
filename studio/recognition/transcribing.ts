import type { JobCounts, Step } from '#contracts/progress'
import type { TranscribeSettings } from '#contracts/settings'
import type { StartEngine } from '../engine-link/engine-child.ts'
import type { Library } from '../library/library.ts'
import type { StoredRecording } from '../library/tables/recordings/recordings.ts'
import type { ModelStore } from '../models/model-store.ts'
import type { JobModels } from './job-models.ts'

export interface TranscribeDependencies {
  readonly library: Library
  readonly models: ModelStore
  readonly cacheFolder: string
  readonly version: string
  readonly startEngine: StartEngine
}

/** A job's request to transcribe a recording. */
export interface Transcribing {
  readonly recording: StoredRecording
  readonly settings: TranscribeSettings
  readonly models: JobModels
  readonly jobId: string
  readonly lease: number
  readonly key: string
  readonly counts: JobCounts
  readonly signal: AbortSignal
  readonly report: (step: Step, fraction: number) => void
}
