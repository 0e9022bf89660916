import type { JobKind } from './queue/job-kind.ts'
import { alignKind } from './kinds/align.ts'
import { captionedVideoKind } from './kinds/captioned-video.ts'
import { downloadEpisodeKind } from './kinds/download-episode.ts'
import { downloadModelKind } from './kinds/download-model.ts'
import { opinionKind } from './kinds/second-opinion.ts'
import { shotsKind } from './kinds/shots.ts'
import { transcribeKind } from './kinds/transcribe.ts'
import { withLowPriority } from '../power/low-priority.ts'
import { DOUBT_OPINION, SECOND_OPINION } from '../library/tables/second-opinions.ts'
import type { FindProxy } from '../network/proxy.ts'
import type { TranscribeDependencies } from './transcribing.ts'

export interface JobKindDependencies extends TranscribeDependencies {
  /** The library's folder. */
  readonly dataFolder: string
  readonly findProxy?: FindProxy | undefined
  /** Whether work leaves the processor to other programs first; asked as each process is started. Default: no. */
  readonly isLowPriority?: () => boolean
}

/** Every kind of job that this program runs. */
export function createJobKinds(given: JobKindDependencies): readonly JobKind[] {
  const { isLowPriority = () => false, startEngine } = given
  const dependencies = { ...given, isLowPriority, startEngine: withLowPriority(startEngine, isLowPriority) }
  return [
    transcribeKind(dependencies),
    shotsKind(dependencies),
    alignKind(dependencies),
    opinionKind(SECOND_OPINION, dependencies),
    opinionKind(DOUBT_OPINION, { ...dependencies, startEngine: withLowPriority(startEngine) }),
    captionedVideoKind(dependencies),
    downloadModelKind(dependencies),
    downloadEpisodeKind(dependencies),
  ]
}
