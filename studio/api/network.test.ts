import { expect, it } from 'vitest'
import { calls } from '#contracts/calls/calls'
import { holdingProcess } from '../library/lock/testing/holding-process.ts'
import { openedLibrary } from '../library/testing/fixtures.ts'
import { connectionSubject } from '../library/connection-subject.ts'
import { networkApi } from './network.ts'

const options = { signal: new AbortController().signal, language: 'en' as const }

it('connections are listed with what is under way, and what ended with its program', async () => {
  const library = await openedLibrary()
  const api = networkApi({ library })
  const list = async (input: { recordingId?: string; limit: number }) =>
    calls.network.list.out.parse(await api.list(input, options))
  expect(await list({ limit: 9 })).toMatchObject({ connections: [], hasMore: false, totals: { count: 0 } })
  const begun = {
    startedAtMs: Date.now(),
    host: 'example.org',
    proxy: null,
    url: 'https://example.org/episode.mp3',
    purpose: 'episode',
    title: 'Harbor',
    askedBy: 'podcasts',
    subject: connectionSubject('recording', 'r1'),
  } as const
  const ended = await library.beginConnection({ ...begun, holder: library.self })
  await library.endConnection(ended, {
    endedAtMs: Date.now(),
    status: 200,
    outcome: 'complete',
    sentBytes: 100,
    receivedBytes: 5_000,
  })
  await library.beginConnection({ ...begun, subject: 'podcast:p1', holder: library.self })
  await library.beginConnection({
    ...begun,
    subject: 'podcast:p1',
    // Killed; in a container, this process has the same pid.
    holder: { id: 'gone', pid: process.pid },
  })
  const { id } = await holdingProcess(library.folder, 'share')
  // From a container in which the pid differs from the one here.
  await library.beginConnection({ ...begun, subject: 'podcast:p1', holder: { id, pid: 2 ** 22 + 5 } })
  const all = await list({ limit: 9 })
  expect(all.connections.map(({ state }) => state)).toEqual(['running', 'interrupted', 'running', 'complete'])
  expect(all.totals).toMatchObject({ count: 4, sentBytes: 100, receivedBytes: 5_000 })
  expect(await list({ limit: 2 })).toMatchObject({ hasMore: true, connections: { length: 2 } })
  expect(await list({ recordingId: 'r1', limit: 9 })).toMatchObject({
    hasMore: false,
    connections: [{ title: 'Harbor', state: 'complete' }],
  })
})
