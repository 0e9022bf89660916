import { expect, it } from 'vitest'
import { calls } from '#contracts/calls/calls'
import { proposed } from '#core/corrections/testing/proposed'
import { begunTranscriptOf } from '../library/testing/finished-transcript.ts'
import { newRecording, openedLibrary } from '../library/testing/fixtures.ts'
import { correctionApi } from './corrections.ts'

const options = { signal: new AbortController().signal, language: 'en' as const }

it('a set is stored once, listed and discarded, each with an event, and goes with its recording', async () => {
  const library = await openedLibrary()
  const api = correctionApi({ library })
  const { id: recordingId } = await library.addRecording(newRecording('a'))
  const transcriptId = await begunTranscriptOf(library, recordingId, { key: 'k', text: 'one two' })
  const set = {
    ...proposed([{ kind: 'told', id: '1', about: 'note', text: 'Fine.', nearWordId: null }]),
    transcriptId,
  }
  const before = await library.lastEventNumber()
  await library.addProposedCorrections(set)
  await library.addProposedCorrections({ ...set, items: [] })
  const listed = await api.list({ transcriptId }, options)
  expect(calls.corrections.list.out.parse(listed)).toEqual([set])
  await api.discard({ id: 'set' }, options)
  await api.discard({ id: 'set' }, options)
  expect(await api.list({ transcriptId }, options)).toEqual([])
  const kinds = (await library.eventsSince(before)).map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind === 'corrections-changed')).toHaveLength(2)
  await library.addProposedCorrections(set)
  await library.deleteRecording(recordingId)
  expect(await library.proposedCorrections(transcriptId)).toEqual([])
  await expect(library.addProposedCorrections(set)).rejects.toMatchObject({ code: 'recording.no-transcript' })
})
