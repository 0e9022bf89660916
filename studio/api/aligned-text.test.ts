import { expect, it } from 'vitest'
import type { Run, Transcript } from '#core/transcript/transcript'
import { newRecording, openedLibrary, paragraph, run } from '../library/testing/fixtures.ts'
import { recognizedTranscript } from './aligned-text.ts'

const facts = { title: 'talk', fileName: 'talk.mp3', durationMs: 9_000, sha256: 'a' }

it('the words that a text was aligned with are found among the transcripts of its recording', async () => {
  const library = await openedLibrary()
  const recording = newRecording('talk')
  const add = async (key: string, text: string, own: Run): Promise<string> => {
    const transcript: Transcript = {
      id: 'x',
      recordingId: 'x',
      language: 'en',
      run: own,
      speakers: [],
      turns: [],
      paragraphs: [paragraph(key, text)],
      marks: [],
    }
    const { transcriptId } = await library.importTranscript({
      recording,
      track: { index: 0, durationMs: 9_000 },
      settingsKey: key,
      transcript,
      members: { extra: {}, facts: { given: facts, kept: facts } },
    })
    return transcriptId
  }
  const quick: Run = { ...run, settings: { language: 'en', quick: true } }
  const careful: Run = { ...run, settings: { language: 'en', quick: false } }
  const first = await add('a', 'so it was', quick)
  const second = await add('b', 'so it was', careful)
  const ofFirst = await add('c', 'So it was.', {
    ...quick,
    settings: { alignedText: 'a.txt', ...quick.settings },
  })
  const again = await add('d', 'So it is.', {
    ...quick,
    settings: { ...quick.settings, alignedText: 'b.txt' },
  })
  const ofNone = await add('e', 'So!', { ...run, settings: { language: 'fr', alignedText: 'c.txt' } })
  expect(await recognizedTranscript(library, ofFirst)).toBe(first)
  expect(await recognizedTranscript(library, again)).toBe(first)
  expect(await recognizedTranscript(library, second)).toBeNull()
  expect(await recognizedTranscript(library, ofNone)).toBeNull()
  await expect(recognizedTranscript(library, 'none')).rejects.toMatchObject({
    code: 'recording.no-transcript',
  })
})
