// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { CallFailed } from '../rpc/call-failed.ts'
import { pressMomentKey, useMomentDraft } from './running/moment-draft.ts'
import { useRecorderStore } from './running/recorder-store.ts'
import { closeRecorder, forgetRecorder, started } from './testing/open-recorder.tsx'

beforeEach(forgetRecorder)
afterEach(closeRecorder)

it('keeps the moments that are still being typed, and the next recording begins without them', async () => {
  const { writer, sound, asked, user, studio } = await started()
  await user.keyboard('{Alt>}d{/Alt}')
  await user.keyboard('the fee stays')
  sound.play()
  await waitFor(() => expect(writer.blocks.length).toBe(1))
  writer.acknowledge()
  await user.click(screen.getByRole('button', { name: 'Stop' }))
  await waitFor(() => expect(asked('recorder.stop')).toHaveLength(1))
  expect(asked('recorder.setMoment')).toMatchObject([
    { runningId: 'run1', moment: { kind: 'decision', value: 'the fee stays' } },
  ])
  const names = studio.asked.map(({ name }) => name)
  expect(names.indexOf('recorder.setMoment')).toBeLessThan(names.indexOf('recorder.stop'))
  await waitFor(() => expect(useMomentDraft.getState().draft).toBeNull())
})

it('gives the recording the moment that could not be kept before its end', async () => {
  const { writer, asked, user } = await started({
    'recorder.setMoment': () => {
      throw new CallFailed({ code: 'connection.lost', message: 'away' })
    },
    'recorder.result': () => ({ recordingId: 'rec9' }),
    'moments.set': () => ({}),
    'recordings.get': () => new Promise(() => undefined),
  })
  await user.keyboard('{Alt>}d{/Alt}')
  await user.keyboard('the fee stays')
  writer.tell({ kind: 'stopped', reason: 'disk-full', atMs: Infinity })
  await waitFor(() =>
    expect(asked('moments.set')).toMatchObject([
      { recordingId: 'rec9', moment: { kind: 'decision', value: 'the fee stays' } },
    ]),
  )
  await waitFor(() => expect(useMomentDraft.getState().draft).toBeNull())
})

it('gives it no moment of the next recording, which is typed while the first is not in the library yet', async () => {
  const { promise: inLibrary, resolve: arrive } = Promise.withResolvers<{ recordingId: string }>()
  const { writer, asked, user, sound } = await started({
    'recorder.setMoment': () => {
      throw new CallFailed({ code: 'connection.lost', message: 'away' })
    },
    'recorder.result': () => inLibrary,
    'moments.set': () => ({}),
    'recordings.get': () => new Promise(() => undefined),
  })
  await user.keyboard('{Alt>}d{/Alt}')
  await user.keyboard('the fee stays')
  writer.tell({ kind: 'stopped', reason: 'disk-full', atMs: Infinity })
  await waitFor(() => expect(useRecorderStore.getState().ended?.state).toBe('finishing'))
  pressMomentKey(700, 'action')
  sound.play()
  arrive({ recordingId: 'rec9' })
  await waitFor(() => expect(useRecorderStore.getState().ended?.state).toBe('done'))
  await waitFor(() => expect(asked('moments.set')).toHaveLength(1))
  expect(asked('moments.set')).toMatchObject([{ moment: { value: 'the fee stays' } }])
  expect(useMomentDraft.getState().draft).toMatchObject({ kind: 'action' })
})
