import type { JobCounts, Step } from '#contracts/progress'
import type { TranscribeSettings } from '#contracts/settings'
import type { SampleRange } from '#core/sound/range'
import type { Library } from '../library/library.ts'
import type { EngineResources } from '../engine-link/engine-child.ts'
import type { SoundFiles } from '../sound/decode.ts'
import type { Checkpoints } from './checkpoints.ts'
import type { SpeakerEngines } from './job-engines.ts'
import type { JobModels } from './job-models.ts'

/** What every step of a running job gets. */
export interface JobContext extends EngineResources {
  readonly library: Library
  readonly lease: number
  readonly recordingId: string
  readonly settings: TranscribeSettings
  readonly models: JobModels
  readonly files: SoundFiles
  /** Part of the audio to process. */
  readonly range: SampleRange
  readonly checkpoints: Checkpoints
  /** Engines for diarization. */
  readonly engines: SpeakerEngines
  readonly counts: JobCounts
  readonly signal: AbortSignal
  /** `fraction` of the step, 0–1. */
  readonly report: (step: Step, fraction: number) => void
}

/** A decoded track on disk. */
export interface Sound {
  readonly sampleCount: number
  readonly pcmSha256: string
}
