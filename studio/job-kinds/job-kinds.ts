import type { JobKind } from '../queue/job-kind.ts'
import { alignKind } from './align.ts'
import { captionedVideoKind } from './captioned-video.ts'
import { downloadEpisodeKind } from './download-episode.ts'
import { downloadModelKind } from './download-model.ts'
import { opinionKind } from './second-opinion.ts'
import { shotsKind } from './shots.ts'
import { transcribeKind } from './transcribe.ts'
import { withLowPriority } from '../processes/low-priority.ts'
import { DOUBT_OPINION, SECOND_OPINION } from '../library/tables/second-opinions.ts'
import type { FindProxy } from '../network/proxy.ts'
import type { TranscribeDependencies } from '../recognition/transcribing.ts'

export interface JobKindDependencies extends TranscribeDependencies {
  /** The library's folder. */
  readonly dataFolder: string
  readonly findProxy?: FindProxy | undefined
  /** Whether work yields the processor to other programs; asked when each process starts. Default: no. */
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
