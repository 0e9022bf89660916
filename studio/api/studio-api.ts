import type { ImportStore } from '../imports/import-store.ts'
import type { JobRunner } from '../queue/job-runner.ts'
import type { FindProxy } from '../network/proxy.ts'
import type { OtherLibraries } from '../libraries/other-libraries.ts'
import type { Recorder } from '../recording/recorder.ts'
import type { Studio } from '../studio.ts'
import type { BesideWriter } from '../watch/beside-writer.ts'
import { clipApi, type Clips } from './clips.ts'
import { correctionApi } from './corrections.ts'
import { exportApi } from './exports.ts'
import { glossaryApi } from './glossary.ts'
import { importApi } from './imports.ts'
import { jobApi } from './jobs.ts'
import { joinApi } from './joins.ts'
import { libraryApi } from './libraries.ts'
import { modelApi } from './models.ts'
import { cutApi } from './cut.ts'
import { momentApi } from './moments.ts'
import { networkApi } from './network.ts'
import { opinionApi } from './opinions.ts'
import { podcastApi } from './podcasts.ts'
import { programApi } from './program.ts'
import { recorderApi } from './recorder.ts'
import { recordingApi } from './recordings.ts'
import { storageApi } from './room.ts'
import type { StudioApi } from './router.ts'
import { transcriptApi } from './transcripts.ts'
import { watchApi } from './watch.ts'
import { voiceApi } from './voices.ts'

export interface ApiParts {
  readonly studio: Studio
  readonly runner: JobRunner
  readonly imports: ImportStore
  readonly recorder: Recorder
  /** Writes the output files of watched folders. */
  readonly besideWriter: Pick<BesideWriter, 'write'>
  readonly others: OtherLibraries
  readonly onError: (error: unknown) => void
  /** The proxy for an address; defaults to the environment's. */
  readonly findProxy?: FindProxy | undefined
  /** Called with title and paths of a deleted recording, which the host's log may contain. */
  readonly onDeleted: (names: readonly string[]) => void
}

/** Implements every call of `contracts/calls`, one file per group. */
export function studioApi(parts: ApiParts): StudioApi {
  const { studio, runner, imports, recorder, besideWriter, others, onError, findProxy } = parts
  const clips: Clips = new Map()
  const onDeleted = (names: readonly string[]): void => {
    // Clips do not record which recording they come from.
    clips.clear()
    parts.onDeleted(names)
  }
  return {
    recordings: recordingApi(studio, runner, { onError, onDeleted }),
    moments: momentApi(studio),
    cut: { ...cutApi(studio), ...joinApi(studio) },
    glossary: glossaryApi(studio),
    jobs: jobApi(studio, runner),
    transcripts: transcriptApi(studio),
    opinions: opinionApi(studio, runner),
    corrections: correctionApi(studio),
    exports: exportApi(studio),
    clips: clipApi(clips),
    models: modelApi(studio),
    imports: importApi(imports),
    libraries: libraryApi(studio, others),
    podcasts: podcastApi(studio, findProxy),
    program: programApi(studio, findProxy),
    recorder: recorderApi(studio, runner, recorder, onDeleted),
    room: storageApi(studio),
    network: networkApi(studio),
    watch: watchApi(studio, besideWriter),
    voices: voiceApi(studio),
  }
}
