import { expect, it } from 'vitest'
import { calls } from '#contracts/calls/calls'
import type { CutStretch } from '#core/transcript/cut-reason'
import { newRecording, openedLibrary, paragraph, run } from '../library/testing/fixtures.ts'
import { cutApi } from './cut.ts'

const options = { signal: new AbortController().signal, language: 'en' as const }
const stretch: CutStretch = { id: 'c1', startMs: 100, endMs: 900, reason: 'pause' }

it('stretches are cut and restored; each change is an event, and they go with the recording', async () => {
  const library = await openedLibrary()
  const api = cutApi({ library })
  const { id: recordingId } = await library.addRecording(newRecording('a'))
  const before = await library.lastEventNumber()
  await api.change({ recordingId, set: [{ ...stretch, id: 'c2', startMs: 300 }, stretch] }, options)
  const listed = await api.stretches({ recordingId }, options)
  expect(calls.cut.stretches.out.parse(listed)).toEqual([stretch, { ...stretch, id: 'c2', startMs: 300 }])
  await api.change({ recordingId, remove: ['c1'] }, options)
  const kinds = (await library.eventsSince(before)).map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind === 'cut-changed')).toHaveLength(2)
  await library.deleteRecording(recordingId)
  expect(await library.cutStretches(recordingId)).toEqual([])
})

it('a stretch without a length is refused', () => {
  const change = { recordingId: 'r', set: [{ ...stretch, endMs: 100 }] }
  expect(calls.cut.change.in.safeParse(change).success).toBe(false)
})

it('a file’s stretches are added once, and kept with the part of a trimmed recording', async () => {
  const library = await openedLibrary()
  const { id } = await library.addRecording(newRecording('a'))
  await library.addMeetingFacts(id, { cuts: [stretch] })
  await library.addMeetingFacts(id, {
    cuts: [
      { ...stretch, endMs: 500 },
      { ...stretch, id: 'c2' },
    ],
  })
  expect(await library.cutStretches(id)).toEqual([stretch, { ...stretch, id: 'c2' }])
})

it('words that a person deleted from the text are told by their times', async () => {
  const library = await openedLibrary()
  const { id: recordingId } = await library.addRecording(newRecording('a'))
  const job = await library.requestJob({ recordingId, kind: 'transcribe', settings: {}, settingsKey: 'k' })
  const { id: transcriptId } = await library.startTranscript({
    recordingId,
    jobId: job.id,
    language: 'en',
    run,
    settingsKey: 'k',
  })
  await library.putParagraphs(transcriptId, [paragraph('p1', 'one two three')])
  const deleted = () => cutApi({ library }).deleted({ transcriptId }, options)
  expect(await deleted()).toEqual([])
  const edit = { kind: 'replace-text', id: 'e1', paragraphId: 'p1', text: 'one three' } as const
  await library.applyEdits(transcriptId, [edit], { baseNumber: 0 })
  expect(calls.cut.deleted.out.parse(await deleted())).toEqual([{ startMs: 500, endMs: 900 }])
})
