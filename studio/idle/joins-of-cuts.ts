import { Fault } from '#contracts/errors'
import { IDLE_JOIN_CHECK, requestJoinCheck } from '../job-kinds/join-check.ts'
import type { LibraryEvent } from '../library/library.ts'
import type { Studio } from '../studio.ts'
import type { IdleWork } from './idle-work.ts'

/** Number of transcripts examined to find one with joins to check. */
const LOOKED_AT = 50
/** After these, where something is cut may be known, or another, without a new version of the transcript. */
const CHANGING: ReadonlySet<LibraryEvent['kind']> = new Set([
  'cut-changed',
  'track-saved',
  'recording-updated',
  'model-added',
  'model-removed',
  'events-missed',
])

/** The joins of cuts, recognized again, those of the newest transcript first. */
export function joinsOfCuts(studio: Pick<Studio, 'library' | 'models' | 'cacheFolder'>): IdleWork {
  /** Transcripts whose joins were all checked, or cannot be, by id and version. */
  const nothingToDo = new Set<string>()
  const requestOne = async (transcriptId: string): Promise<boolean> => {
    const facts = await studio.library.transcriptFacts(transcriptId)
    const seen = `${transcriptId} ${facts?.version}`
    if (facts === undefined || nothingToDo.has(seen)) return false
    const job = await requestJoinCheck(studio, transcriptId, IDLE_JOIN_CHECK).catch((error: unknown) => {
      // Its model does not know its language, or it is written anew.
      if (error instanceof Fault && UNFIT.has(error.code)) return null
      throw error
    })
    // One that a person canceled, or that failed, is not begun again.
    if (job?.state === 'queued' || job?.state === 'running') return true
    nothingToDo.add(seen)
    return false
  }
  return {
    kind: IDLE_JOIN_CHECK,
    isWanted: ({ checksJoins }) => checksJoins,
    async request(isClosed) {
      for (const id of await studio.library.transcriptsWithCuts(LOOKED_AT))
        if (isClosed() || (await requestOne(id))) return true
      return false
    },
    noticed(event) {
      if (CHANGING.has(event)) nothingToDo.clear()
    },
  }
}

const UNFIT: ReadonlySet<string> = new Set(['model.language', 'model.unknown', 'transcript.running'])
