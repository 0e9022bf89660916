import { existsSync } from 'node:fs'
import path from 'node:path'
import type { OtherModelText } from '#core/doubt/evidence'
import { packOpinion } from '#core/second-opinion/stored-opinion'
import { makeMoonshineFolder } from '#studio/models/testing/moonshine'
import { openStudio } from '#studio/studio'
import { secondText } from '../measure/second-text.ts'
import type { Transcribed } from './transcribed.ts'

/** Name and language of the second model. */
export const SECOND_MODEL = { name: 'Moonshine base', language: 'en' } as const

/**
 * The transcripts in its language, with what the second model recognized of all of their recordings as evidence.
 * @param folder as for `transcribeAll`; what is there already is kept
 */
export async function withSecondTexts(
  made: readonly Transcribed[],
  folder: string,
  say: (line: string) => void,
): Promise<Transcribed[]> {
  const studio = await openStudio(path.join(folder, 'library'))
  try {
    const model = 'moonshine-base'
    const known = (await studio.models.list()).some(({ entry }) => entry.id === model)
    if (!known) {
      const files = path.join(folder, model)
      await studio.models.add(existsSync(files) ? files : await makeMoonshineFolder(folder, 'base'))
    }
    const its = made.filter(({ recording }) => recording.language === SECOND_MODEL.language)
    say(`  ${its.length} recordings by ${SECOND_MODEL.name} …`)
    const found: Transcribed[] = []
    for (const one of its) {
      const options = { model, language: SECOND_MODEL.language, careful: false, quick: true }
      const opinion = packOpinion(await secondText(studio, one.transcript, options))
      const opinions: OtherModelText[] = [{ model: SECOND_MODEL.name, opinion }]
      found.push({ ...one, evidence: { ...one.evidence, opinions } })
    }
    return found
  } finally {
    await studio.close()
  }
}
