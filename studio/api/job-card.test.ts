import { expect, it } from 'vitest'
import type { JobRecord } from '../library/tables/jobs/jobs.ts'
import { jobCardOf, type JobFacts } from './job-card.ts'

const facts: JobFacts = {
  secondsLeft: () => null,
  wholeFraction: () => 0,
  unstoredError: () => undefined,
  isElsewhere: () => false,
  holds: { reasonOf: () => null } as unknown as JobFacts['holds'],
}

function messageOf(code: 'media.no-audio' | 'media.moved', language: 'en' | 'fr'): string | undefined {
  const job = {
    id: 'j',
    kind: 'transcribe',
    recordingId: 'r',
    state: 'failed',
    progress: null,
    durationMs: null,
    lastWordMs: null,
    workedMs: 0,
    settings: { model: 'whisper', language: 'auto', speakers: null, quick: false, track: 0 },
    error: { code, message: 'stored', values: { file: '/films/renata-2.mp4' } },
  } as unknown as JobRecord
  return jobCardOf(job, facts, { signal: new AbortController().signal, language, local: true })?.error
    ?.message
}

it('a failed job does not say the name of its file again, which stands beside it', () => {
  expect(messageOf('media.no-audio', 'en')).toBe('This file has no audio track.')
  expect(messageOf('media.no-audio', 'fr')).toBe('Ce fichier n’a pas de piste audio.')
})

it('says where a file was that is gone', () =>
  expect(messageOf('media.moved', 'en')).toContain('/films/renata-2.mp4'))
