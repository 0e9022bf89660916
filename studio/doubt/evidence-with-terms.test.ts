import path from 'node:path'
import { expect, it } from 'vitest'
import { recordingWithTranscript } from '../api/testing/recording-with-transcript.ts'
import { openedLibrary, paragraph, temporaryFolder } from '../library/testing/fixtures.ts'
import { modelStore } from '../studio.ts'
import { evidenceOf } from './kept-evidence.ts'
import { countPlacesOf } from './place-counter.ts'

it('a glossary changes the places to check of finished transcripts, and they are counted again', async () => {
  const folder = temporaryFolder()
  const library = await openedLibrary(folder)
  const studio = { library, models: modelStore(folder), cacheFolder: path.join(folder, 'cache') }
  const { recordingId, transcriptId } = await recordingWithTranscript(library, 'a')
  const said = paragraph('p1', 'my neighbor Mr Oh Kondo has')
  const words = said.words.map((word, index) => ({ ...word, confidence: index === 4 ? 0.72 : 0.96 }))
  await library.putParagraphs(transcriptId, [{ ...said, words }])
  await library.finishTranscript(transcriptId)
  const toCheck = async () => {
    await countPlacesOf(studio, transcriptId)
    return (await library.card(recordingId)).transcript?.places?.toCheck
  }
  const before = await toCheck()
  expect(await library.uncountedTranscripts(9)).toEqual([])
  await library.setGlossary(recordingId, 'Fennick\n')
  expect(await library.uncountedTranscripts(9)).toEqual([transcriptId])
  expect(await toCheck()).toBe(before)
  await library.setGlossary(null, 'Okonjo = oh kondo')
  expect(await library.uncountedTranscripts(9)).toEqual([transcriptId])
  expect(JSON.parse(await evidenceOf(studio, transcriptId))).toEqual({
    terms: [{ text: 'Fennick' }, { text: 'Okonjo', soundsLike: ['oh kondo'] }],
  })
  expect(await toCheck()).toBe((before ?? 0) + 1)
})
