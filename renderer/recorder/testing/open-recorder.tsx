import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect } from 'vitest'
import type { Answers } from '../../rpc/testing/fake-studio.ts'
import { closePage, forgetPage, openPage } from '../../testing/open-page.tsx'
import { useMomentDraft } from '../running/moment-draft.ts'
import { useRecorderStore } from '../running/recorder-store.ts'
import { fakeSound, fakeWriter } from './fake-sound.ts'

/** Before each test: nothing is recorded or typed. */
export function forgetRecorder(): void {
  forgetPage()
  useRecorderStore.setState({ slots: [], inputs: [], running: null, ended: null })
  useMomentDraft.setState({ draft: null, earlier: [] })
}

const room: Answers = { 'recorder.room': () => ({ freeBytes: 42e9, minutes: 61 * 60 + 5 }) }

let end = (): void => undefined

/** After each test: a recorder whose recording goes on would write into the next test's. */
export async function closeRecorder(): Promise<void> {
  if (useRecorderStore.getState().running !== null) {
    end()
    await waitFor(() => expect(useRecorderStore.getState()).toMatchObject({ running: null }))
  }
  closePage()
}

/** The recorder's page with a fake sound system and writer. */
export function openRecorder(answers: Answers = {}) {
  const sound = fakeSound()
  const writer = fakeWriter()
  end = () => writer.tell({ kind: 'stopped', reason: 'disk-full', atMs: Number.POSITIVE_INFINITY })
  const page = openPage('/record', {
    soundSystem: sound.system,
    host: { connectSound: writer.connect },
    answers: {
      ...room,
      'recorder.start': () => ({ runningId: 'run1' }),
      'recorder.pause': () => ({}),
      'recorder.resume': () => ({}),
      'recorder.setMoment': () => ({}),
      'recorder.slept': () => ({}),
      'recorder.setDevice': () => ({}),
      'recorder.stop': writer.stop,
      'recorder.result': () => ({ recordingId: null }),
      ...answers,
    },
  })
  const asked = (name: string): unknown[] =>
    page.studio.asked.filter((call) => call.name === name).map(({ input }) => input)
  return { ...page, sound, writer, asked, user: userEvent.setup() }
}

/** The same while it records. */
export async function started(answers: Answers = {}) {
  const page = openRecorder(answers)
  await waitFor(() => expect(useRecorderStore.getState().slots[0]?.state).toBe('on'))
  page.sound.play()
  await page.user.click(await screen.findByRole('button', { name: 'Record' }))
  await screen.findByRole('button', { name: 'Stop' })
  await waitFor(() => expect(page.writer.attached).toEqual(['run1']))
  return page
}
