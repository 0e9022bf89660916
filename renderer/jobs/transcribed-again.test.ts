// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { CallOutput } from '#contracts/calls/calls'
import { jobCard, recordingCard } from '../library/testing/cards.ts'
import { fakeStudio } from '../rpc/testing/fake-studio.ts'
import { type TranscribedAgain, watchTranscribedAgain } from './transcribed-again.ts'

type Listed = CallOutput<'transcripts.list'>[number]
const transcript = (id: string, parts: Partial<Listed> = {}): Listed => ({
  id,
  jobId: null,
  language: 'en',
  state: 'done',
  models: [],
  corrected: false,
  current: false,
  waits: false,
  alignedText: null,
  part: null,
  ...parts,
})

/** Locks of one browser, whose pages share them. */
function fakeLocks(): Pick<LockManager, 'request'> {
  const held = new Set<string>()
  const request = async (name: string, _options: LockOptions, use: (lock: object | null) => unknown) => {
    if (held.has(name)) return use(null)
    held.add(name)
    return Promise.resolve(use({ name })).finally(() => held.delete(name))
  }
  return { request: request as LockManager['request'] }
}

/** A page of a studio whose job `j1` has ended. */
function openPage(listed: readonly Listed[], job: Parameters<typeof jobCard>[0] = {}) {
  const studio = fakeStudio({
    'jobs.list': () => [jobCard({ state: 'done', ...job })],
    'transcripts.list': () => [...listed],
    'recordings.get': () => recordingCard(),
  })
  const ended: TranscribedAgain[] = []
  const stop = watchTranscribedAgain(studio, {
    onEnd: (each) => ended.push(each),
    onError: (error) => {
      throw error
    },
  })
  return { ended, stop, end: () => studio.emit('job-finished', { jobId: 'j1' }) }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('navigator', { locks: fakeLocks() })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const settle = () => vi.advanceTimersByTimeAsync(5_000)
const made = transcript('new', { jobId: 'j1', current: true })

it.each<[string, readonly Listed[], boolean, string]>([
  ['the former one where the new one is current', [transcript('old'), made], true, 'old'],
  [
    'the one that was shown, not one that waited',
    [transcript('old'), transcript('part', { waits: true }), made],
    true,
    'old',
  ],
  [
    'the new one where a corrected one stays',
    [transcript('mine', { corrected: true, current: true }), { ...made, current: false }],
    false,
    'new',
  ],
  [
    'the former one, not one that is being written',
    [transcript('old'), transcript('running', { state: 'running' }), made],
    true,
    'old',
  ],
])('leads to %s', async (_, listed, isCurrent, otherId) => {
  const { ended, end } = openPage(listed)
  end()
  await settle()
  expect(ended).toEqual([{ recordingId: 'r1', title: 'The repair café', isCurrent, otherId }])
})

it.each<[string, readonly Listed[], Parameters<typeof jobCard>[0]]>([
  ['of the first transcript', [made], {}],
  ['of a job that failed', [transcript('old'), made], { state: 'failed' }],
  ['of a job whose text is gone', [transcript('old')], {}],
])('says nothing %s', async (_, listed, job) => {
  const { ended, end } = openPage(listed, job)
  end()
  await settle()
  expect(ended).toEqual([])
})

it('is said by one of the pages of a browser, and by none that is closed', async () => {
  const pages = [openPage([transcript('old'), made]), openPage([transcript('old'), made])]
  for (const { end } of pages) end()
  await settle()
  expect(pages.flatMap(({ ended }) => ended)).toHaveLength(1)
  const closed = openPage([transcript('old'), made])
  closed.end()
  closed.stop()
  await settle()
  expect(closed.ended).toEqual([])
})
