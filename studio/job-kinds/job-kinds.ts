import type { JobKindName } from '#contracts/job-inputs'
import type { JobKind } from '../queue/job-kind.ts'
import { alignKind } from './align.ts'
import { captionedVideoKind } from './captioned-video.ts'
import { clipKind } from './clip.ts'
import { downloadEpisodeKind } from './download-episode.ts'
import { downloadModelKind } from './download-model.ts'
import { doubtOpinionKind, secondOpinionKind } from './second-opinion.ts'
import { reviewPageKind } from './review-page.ts'
import { idleJoinCheckKind, joinCheckKind } from './join-check.ts'
import { shotsKind } from './shots.ts'
import { soundFileKind } from './sound-file.ts'
import { transcribeKind } from './transcribe.ts'
import { withLowPriority } from '../processes/low-priority.ts'
import type { FindProxy } from '../network/proxy.ts'
import type { TranscribeDependencies } from '../recognition/transcribing.ts'

export interface JobKindDependencies extends TranscribeDependencies {
  /** The library's folder. */
  readonly dataFolder: string
  readonly findProxy?: FindProxy | undefined
  /** Whether work yields the processor to other programs; asked when each process starts. Default: no. */
  readonly isLowPriority?: () => boolean
}

type CreateJobKind = (
  dependencies: JobKindDependencies & Required<Pick<JobKindDependencies, 'isLowPriority'>>,
) => JobKind

/** Every kind of job that this program runs, under the name of its input. */
const jobKinds: Readonly<Record<JobKindName, CreateJobKind>> = {
  transcribe: (dependencies) => transcribeKind(dependencies),
  shots: shotsKind,
  align: alignKind,
  'second-opinion': secondOpinionKind,
  'doubt-opinion': doubtOpinionKind,
  'captioned-video': captionedVideoKind,
  'sound-file': soundFileKind,
  'review-page': reviewPageKind,
  clip: clipKind,
  'join-check': joinCheckKind,
  'idle-join-check': idleJoinCheckKind,
  'download-model': (dependencies) => downloadModelKind(dependencies),
  'download-episode': (dependencies) => downloadEpisodeKind(dependencies),
}

export function createJobKinds(given: JobKindDependencies): readonly JobKind[] {
  const { isLowPriority = () => false, startEngine } = given
  const dependencies = { ...given, isLowPriority, startEngine: withLowPriority(startEngine, isLowPriority) }
  return Object.values(jobKinds).map((create) => create(dependencies))
}
