import path from 'node:path'
import { expect, it } from 'vitest'
import type { OpinionSettings } from '#contracts/opinion-settings'
import { packOpinion } from '#core/second-opinion/stored-opinion'
import { replaceTextEdit } from '#core/edits/kinds/replace-text'
import { recordingWithTranscript } from '../api/testing/recording-with-transcript.ts'
import { openedLibrary, paragraph, temporaryFolder } from '../library/testing/fixtures.ts'
import { DOUBT_OPINION, SECOND_OPINION } from '../library/tables/results/second-opinions.ts'
import { modelStore } from '../studio.ts'
import { evidenceOf } from './kept-evidence.ts'
import { otherModelEvidence } from './other-model-evidence.ts'
import { countPlacesOf } from './place-counter.ts'

const WHOLE = [{ startMs: 0, endMs: 60_000 }]

async function opened() {
  const folder = temporaryFolder()
  const library = await openedLibrary(folder)
  const studio = { library, models: modelStore(folder), cacheFolder: path.join(folder, 'cache') }
  const { recordingId, transcriptId } = await recordingWithTranscript(library, 'a')
  await library.putParagraphs(transcriptId, [paragraph('p1', 'one two three four five')])
  await library.finishTranscript(transcriptId)
  /** A second text as its job stores it. */
  const add = async (
    kind: typeof SECOND_OPINION | typeof DOUBT_OPINION,
    text: string,
    asked: Partial<OpinionSettings> = {},
    language = 'en',
  ): Promise<string> => {
    const settings: OpinionSettings = {
      transcriptId,
      spans: null,
      model: 'another',
      language,
      careful: false,
      ...asked,
    }
    const job = await library.requestJob({
      recordingId,
      kind,
      settings,
      settingsKey: JSON.stringify([text, settings]),
    })
    const claim = await library.claimJob(job.id, library.self)
    if (!('lease' in claim)) throw new Error('not claimed')
    const { words } = paragraph('o', text)
    const opinion = packOpinion({ wanted: WHOLE, texts: [{ track: null, spans: WHOLE, words }] })
    const made = { jobId: job.id, transcriptId, language, differences: 0 }
    await library.saveOpinion({ ...made, opinion: JSON.stringify(opinion) }, claim.lease)
    await library.finishJob(claim.lease)
    return job.id
  }
  const texts = async (): Promise<string[]> =>
    ((await otherModelEvidence(studio, transcriptId))?.opinions ?? []).map(
      ({ model, opinion }) => `${model}: ${JSON.stringify(opinion.texts[0]?.words)}`,
    )
  return { library, studio, transcriptId, recordingId, add, texts }
}

it('has the texts of other models in the transcript’s language, whoever asked for them', async () => {
  const { add, texts } = await opened()
  expect(await texts()).toEqual([])
  // The transcript's own model, and another language.
  await add(SECOND_OPINION, 'own text', { model: 'a-model' })
  await add(SECOND_OPINION, 'un deux trois', {}, 'fr')
  expect(await texts()).toEqual([])
  await add(SECOND_OPINION, 'one too three', { spans: WHOLE })
  await add(DOUBT_OPINION, 'four fife', { spans: WHOLE })
  expect(await texts()).toHaveLength(2)
  // The newest of the whole recording stands for all of one model's.
  await add(DOUBT_OPINION, 'one two tree', { quick: true })
  await add(SECOND_OPINION, 'five', { spans: WHOLE })
  const [only, ...others] = await texts()
  expect(only).toContain('another: ')
  expect(only).toContain('tree')
  expect(others).toEqual([])
})

it('counts the list again when a text comes or is discarded', async () => {
  const { add, library, studio, transcriptId, recordingId } = await opened()
  const toCheck = async () => (await library.card(recordingId)).transcript?.places?.toCheck
  await countPlacesOf(studio, transcriptId)
  const before = await toCheck()
  const jobId = await add(SECOND_OPINION, 'one two three or four five')
  expect(await library.uncountedTranscripts(9)).toEqual([transcriptId])
  await countPlacesOf(studio, transcriptId)
  expect(await toCheck()).toBe((before ?? 0) + 1)
  await library.deleteOpinion(jobId)
  expect(await library.uncountedTranscripts(9)).toEqual([transcriptId])
  expect(JSON.parse(await evidenceOf(studio, transcriptId))).not.toHaveProperty('opinions')
})

it('tells the times of words that a person removed', async () => {
  const { add, library, studio, transcriptId } = await opened()
  await add(DOUBT_OPINION, 'one two three four five')
  const transcript = await library.transcript(transcriptId)
  const [first] = transcript.paragraphs
  const edit = replaceTextEdit(transcript, { id: 'e', paragraphId: 'p1', text: 'one two four five' })
  await library.applyEdits(transcriptId, [edit], { baseNumber: 0 })
  const gone = first?.words[2]
  expect((await otherModelEvidence(studio, transcriptId))?.removed).toEqual([
    { startMs: gone?.startMs, endMs: gone?.endMs },
  ])
})

it('recordings that earlier versions recognized in part are recognized as a whole', async () => {
  const { add, library, transcriptId } = await opened()
  expect(await library.withoutDoubtOpinion(9)).toEqual([transcriptId])
  await add(DOUBT_OPINION, 'one', { spans: WHOLE })
  expect(await library.withoutDoubtOpinion(9)).toEqual([transcriptId])
  await add(DOUBT_OPINION, 'one two', { quick: true })
  expect(await library.withoutDoubtOpinion(9)).toEqual([])
})
