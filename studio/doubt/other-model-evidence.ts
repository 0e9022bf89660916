import { OpinionSettings } from '#contracts/opinion-settings'
import type { DoubtEvidence, OtherModelText } from '#core/doubt/evidence'
import { removedWords } from '#core/second-opinion/removed-words'
import type { StoredOpinion } from '#core/second-opinion/stored-opinion'
import type { OpinionText, TranscriptFacts } from '../library/library.ts'
import type { EvidenceParts } from './transcript-evidence.ts'

/**
 * What other models than the transcript's recognized of its recording in its language, whether in idle time or
 * because a person asked, and the times of words that a person removed; null if there is no such text.
 */
export async function otherModelEvidence(
  { library, models }: EvidenceParts,
  transcriptId: string,
): Promise<Pick<DoubtEvidence, 'opinions' | 'removed'> | null> {
  const made = await library.opinionTexts(transcriptId)
  const facts = made.length === 0 ? undefined : await library.transcriptFacts(transcriptId)
  if (facts === undefined) return null
  const known = await models.list()
  const entryOf = (id: string) => known.find(({ entry }) => entry.id === id)?.entry
  const used = facts.run.models.find(({ role }) => role === 'recogniser')?.id
  const isOther = (id: string): boolean =>
    used !== undefined && id !== used && entryOf(id)?.replaces.includes(used) !== true
  const opinions = newestTexts(made, facts, isOther).map(({ model, opinion }): OtherModelText => ({
    model: entryOf(model)?.name ?? model,
    opinion,
  }))
  if (opinions.length === 0) return null
  const removed = removedWords(
    await library.transcript(transcriptId),
    await library.effectiveEdits(transcriptId),
  )
  return { opinions, removed }
}

interface ModelText {
  readonly model: string
  readonly opinion: StoredOpinion
}

/** The newest text of the whole recording by each model, else all its texts of parts. */
function newestTexts(
  made: readonly OpinionText[],
  { language }: TranscriptFacts,
  isOther: (model: string) => boolean,
): ModelText[] {
  const texts = made.flatMap((each) => {
    const { model, spans } = OpinionSettings.parse(each.settings)
    if (each.language !== language || !isOther(model)) return []
    return [{ model, isWhole: spans === null, opinion: JSON.parse(each.opinion) as StoredOpinion }]
  })
  return [...Map.groupBy(texts, ({ model }) => model).values()].flatMap((its) => {
    const whole = its.findLast(({ isWhole }) => isWhole)
    return whole === undefined ? its : [whole]
  })
}
