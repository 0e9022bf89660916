import type { JobKind } from './queue/job-kind.ts'
import { alignKind } from './kinds/align.ts'
import { captionedVideoKind } from './kinds/captioned-video.ts'
import { shotsKind } from './kinds/shots.ts'
import { transcribeKind } from './kinds/transcribe.ts'
import type { TranscribeDependencies } from './transcribing.ts'

/** Every kind of job that this program runs. */
export function createJobKinds(dependencies: TranscribeDependencies): readonly JobKind[] {
  return [
    transcribeKind(dependencies),
    shotsKind(dependencies),
    alignKind(dependencies),
    captionedVideoKind(dependencies),
  ]
}
