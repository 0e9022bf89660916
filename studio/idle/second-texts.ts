import { opinionKey } from '../job-kinds/second-opinion.ts'
import type { TranscriptFacts } from '../library/library.ts'
import { DOUBT_OPINION } from '../library/tables/results/second-opinions.ts'
import { supportsLanguage } from '../models/languages.ts'
import type { Model } from '../models/model-store.ts'
import { opinionSettings } from '../recognition/second-opinion/opinion-settings.ts'
import type { Studio } from '../studio.ts'
import type { IdleWork } from './idle-work.ts'

/** Number of transcripts examined to find one that a second model can recognize. */
const LOOKED_AT = 50

type Parts = Pick<Studio, 'library' | 'models'>

/**
 * Transcribed recordings, recognized as a whole with a second model for their language, the newest first: whether it
 * agrees tells how likely each word is wrong.
 */
export function secondTexts(studio: Parts): IdleWork {
  /** Transcripts without a second model, by id and version. */
  const nothingToDo = new Set<string>()
  return {
    kind: DOUBT_OPINION,
    isWanted: ({ checksWithSecondModel }) => checksWithSecondModel,
    async request(isClosed) {
      for (const id of await studio.library.withoutDoubtOpinion(LOOKED_AT))
        if (isClosed() || (await requestOne(studio, id, nothingToDo))) return true
      return false
    },
    noticed(event) {
      if (event === 'model-added') nothingToDo.clear()
    },
  }
}

/** False if there is nothing to recognize again. */
async function requestOne(studio: Parts, transcriptId: string, nothingToDo: Set<string>): Promise<boolean> {
  const facts = await studio.library.transcriptFacts(transcriptId)
  if (facts === undefined) return false
  const seen = `${transcriptId} ${facts.version}`
  if (nothingToDo.has(seen)) return false
  const model = await secondModel(studio, facts)
  if (model === null) {
    nothingToDo.add(seen)
    return false
  }
  const settings = await opinionSettings(studio, facts, {
    spans: null,
    model: model.entry.id,
    careful: false,
    quick: true,
  })
  const settingsKey = await opinionKey(studio.models, DOUBT_OPINION, settings)
  const { recordingId } = facts
  await studio.library.requestJob({ recordingId, kind: DOUBT_OPINION, settings, settingsKey })
  return true
}

/** A different model from the transcript's: one that the person added, else the embedded one. */
async function secondModel({ models }: Parts, { run, language }: TranscriptFacts): Promise<Model | null> {
  const used = run.models.find(({ role }) => role === 'recogniser')?.id
  if (used === undefined || language === 'und') return null
  const others = (await models.list()).filter(
    ({ entry }) =>
      entry.role === 'recogniser' &&
      entry.id !== used &&
      !entry.replaces.includes(used) &&
      supportsLanguage(entry.languages, language),
  )
  return others.find(({ embedded }) => !embedded) ?? others[0] ?? null
}
