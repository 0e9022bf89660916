import { expect, it } from 'vitest'
import type { HoldReason } from '#contracts/calls/jobs'
import { jobInputs } from '#contracts/job-inputs'
import { openedService } from '../testing/opened-service.ts'
import { createJobKinds } from './job-kinds.ts'

it('every kind of job has the name of its input, and says what it waits for', async () => {
  const { service } = await openedService()
  const kinds = createJobKinds(service.studio)
  expect(kinds.map(({ name }) => name).toSorted()).toEqual(Object.keys(jobInputs).toSorted())
  const waitingFor = (reason: HoldReason): string[] =>
    kinds
      .filter(({ waitsFor }) => waitsFor.includes(reason))
      .map(({ name }) => name)
      .toSorted()
  expect(waitingFor('recording')).toEqual([
    'align',
    'doubt-opinion',
    'idle-join-check',
    'join-check',
    'second-opinion',
    'transcribe',
  ])
  expect(waitingFor('battery')).toEqual([
    'align',
    'captioned-video',
    'join-check',
    'second-opinion',
    'shots',
    'transcribe',
  ])
  expect(waitingFor('idle')).toEqual(['doubt-opinion', 'idle-join-check'])
})
