import { expect, it } from 'vitest'
import { calls } from '#contracts/calls/calls'
import type { Moment } from '#core/moments/moment'
import { newRecording, openedLibrary } from '../library/testing/fixtures.ts'
import { momentApi } from './moments.ts'

const options = { signal: new AbortController().signal, language: 'en' as const }
const decision: Moment = { id: 'm1', kind: 'decision', atMs: 4_000, value: 'Yes' }
const action: Moment = {
  id: 'm2',
  kind: 'action',
  atMs: 1_000,
  value: { text: 'Ask', who: 'Piet', until: '' },
}

it('moments are added, changed, listed by time and removed; each change is an event, and they go with the recording', async () => {
  const library = await openedLibrary()
  const api = momentApi({ library })
  const { id: recordingId } = await library.addRecording(newRecording('a'))
  const before = await library.lastEventNumber()
  await api.set({ recordingId, moment: decision }, options)
  await api.set({ recordingId, moment: action }, options)
  await library.setMoment(recordingId, { id: 'm9', kind: 'vote', atMs: 2_000, value: [1] })
  const listed = await api.list({ recordingId }, options)
  expect(calls.moments.list.out.parse(listed)).toEqual([action, decision])
  await api.set({ recordingId, moment: { ...decision, value: 'No' } }, options)
  await api.remove({ recordingId, momentId: 'm2' }, options)
  expect(await api.list({ recordingId }, options)).toEqual([{ ...decision, value: 'No' }])
  expect((await library.moments(recordingId)).map(({ id }) => id)).toEqual(['m9', 'm1'])
  const events = await library.eventsSince(before)
  expect(events.map(({ kind }) => kind)).toEqual(Array.from({ length: 5 }, () => 'moments-changed'))
  await expect(api.set({ recordingId: 'nobody', moment: decision }, options)).rejects.toThrow(
    'recording.unknown',
  )
  await library.deleteRecording(recordingId)
  expect(await library.moments(recordingId)).toEqual([])
})

it('what another program put into a value stays when the person changes the rest', async () => {
  const library = await openedLibrary()
  const { id } = await library.addRecording(newRecording('a'))
  await library.setMoment(id, { ...action, value: { ...action.value, 'x-urgent': true } })
  await momentApi({ library }).set({ recordingId: id, moment: { ...action, atMs: 7 } }, options)
  expect(await library.moments(id)).toEqual([
    { ...action, atMs: 7, value: { ...action.value, 'x-urgent': true } },
  ])
})

it('date and place are kept as typed, beside the date that is known', async () => {
  const library = await openedLibrary()
  const api = momentApi({ library })
  const { id: recordingId } = await library.addRecording(
    newRecording('a', { mtimeMs: Date.UTC(2026, 10, 26, 12) }),
  )
  expect(await api.meeting({ recordingId }, options)).toEqual({
    typed: { date: '', place: '' },
    knownDate: '26 November 2026',
  })
  // As the reader of the page writes dates.
  const american = await api.meeting({ recordingId }, { ...options, locale: 'en-US' })
  expect(american.knownDate).toBe('November 26, 2026')
  const typed = { date: 'a Thursday', place: 'Parish room' }
  await api.setMeeting({ recordingId, typed }, options)
  expect(await api.meeting({ recordingId }, { ...options, language: 'fr' })).toEqual({
    typed,
    knownDate: '26 novembre 2026',
  })
  await expect(api.setMeeting({ recordingId: 'nobody', typed }, options)).rejects.toThrow('recording.unknown')
})

it('what the program recorded itself is dated with start and end', async () => {
  const library = await openedLibrary()
  const startedAtMs = new Date(2026, 10, 26, 14, 2).getTime()
  const { id: recordingId } = await library.addRecorded({
    runningId: 'run',
    recording: newRecording('a'),
    facts: {
      startedAtMs,
      endedAtMs: startedAtMs + 89 * 60_000,
      durationMs: 89 * 60_000,
      language: 'auto',
      people: null,
      type: 'meeting',
      consent: null,
      sources: [],
    },
    moments: [{ id: 'm1', kind: 'action', atMs: 1_000, value: 'Ask the insurer' }],
    isRecovered: false,
  })
  const { knownDate } = await momentApi({ library }).meeting({ recordingId }, { ...options, language: 'fr' })
  expect(knownDate).toBe('26 novembre 2026, de 14:02 à 15:31')
  expect(await momentApi({ library }).list({ recordingId }, options)).toEqual([
    { id: 'm1', kind: 'action', atMs: 1_000, value: { text: 'Ask the insurer', who: '', until: '' } },
  ])
})

it('chapters are moments of their own: set, listed, removed, and no other moment is one', async () => {
  const library = await openedLibrary()
  const api = momentApi({ library })
  const { id: recordingId } = await library.addRecording(newRecording('a'))
  const chapter = { id: 'c1', atMs: 9_000, title: 'Glue', link: '', picture: '', isListed: true }
  expect(calls.moments.setChapter.in.safeParse({ recordingId, chapter }).success).toBe(true)
  expect(
    calls.moments.setChapter.in.safeParse({ recordingId, chapter: { ...chapter, atMs: -1 } }).success,
  ).toBe(false)
  await api.setChapter({ recordingId, chapter }, options)
  await api.setChapter({ recordingId, chapter: { ...chapter, id: 'c0', atMs: 0, title: 'Hello' } }, options)
  await api.set({ recordingId, moment: decision }, options)
  await api.setChapter({ recordingId, chapter: { ...chapter, title: 'Paste' } }, options)
  expect((await api.chapters({ recordingId }, options)).map(({ title }) => title)).toEqual(['Hello', 'Paste'])
  expect(await api.list({ recordingId }, options)).toEqual([decision])
  await api.remove({ recordingId, momentId: 'c0' }, options)
  expect((await api.chapters({ recordingId }, options)).map(({ title }) => title)).toEqual(['Paste'])
  await expect(api.setChapter({ recordingId: 'nobody', chapter }, options)).rejects.toThrow(
    'recording.unknown',
  )
})
