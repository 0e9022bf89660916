import { expect, it } from 'vitest'
import { calls } from '#contracts/calls/calls'
import { newRecording, openedLibrary, temporaryFolder } from '../library/testing/fixtures.ts'
import { openLibrary } from '../library/open.ts'
import { glossaryApi } from './glossary.ts'

const options = { signal: new AbortController().signal, language: 'en' as const }

it('a glossary is kept as typed, over restarts; the recording has its own beside the library’s, and takes it with it', async () => {
  const folder = temporaryFolder()
  const first = await openLibrary(folder)
  const { id: recordingId } = await first.addRecording(newRecording('a'))
  const before = await first.lastEventNumber()
  const api = glossaryApi({ library: first })
  const text = '# People\nOkonjo = oh kondo\n\n= not a term\n'
  await api.set({ recordingId: null, text }, options)
  await api.set({ recordingId: null, text }, options)
  await api.set({ recordingId, text: 'okonjo = a congo\nFennick' }, options)
  expect((await first.eventsSince(before)).map(({ kind, touched }) => ({ kind, touched }))).toEqual([
    { kind: 'glossary-changed', touched: { recordingId: null } },
    { kind: 'glossary-changed', touched: { recordingId } },
  ])
  await first.close()

  const library = await openedLibrary(folder)
  const again = glossaryApi({ library })
  expect(await again.get({ recordingId: null }, options)).toEqual({ text })
  const terms = await again.terms({ recordingId }, options)
  expect(calls.glossary.terms.out.parse(terms)).toEqual([
    { text: 'okonjo', soundsLike: ['a congo', 'oh kondo'] },
    { text: 'Fennick' },
  ])
  await library.deleteRecording(recordingId)
  await expect(again.get({ recordingId }, options)).rejects.toThrow('recording.unknown')
  await expect(again.set({ recordingId, text: 'x' }, options)).rejects.toThrow('recording.unknown')
  expect(await again.get({ recordingId: null }, options)).toEqual({ text })
  await again.set({ recordingId: null, text: '' }, options)
  expect(await again.get({ recordingId: null }, options)).toEqual({ text: '' })
})

it('terms are added below what is there, unless they are there', async () => {
  const library = await openedLibrary()
  const api = glossaryApi({ library })
  await api.set({ recordingId: null, text: '# mine\nParolo' }, options)
  await api.add({ recordingId: null, terms: [{ text: 'parolo' }] }, options)
  await api.add({ recordingId: null, terms: [{ text: 'Okonjo', soundsLike: ['Oh Kondo'] }] }, options)
  expect(await api.get({ recordingId: null }, options)).toEqual({
    text: '# mine\nParolo\nOkonjo = Oh Kondo\n',
  })
  await expect(api.add({ recordingId: 'nobody', terms: [{ text: 'a' }] }, options)).rejects.toThrow(
    'recording.unknown',
  )
})
