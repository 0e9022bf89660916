// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CallFailed } from '../../rpc/call-failed.ts'
import { fakeStudio } from '../../rpc/testing/fake-studio.ts'
import { finishStoppedBefore } from './after-stop.ts'
import { changeDraft, closeDraft, closeDrafts, pressMomentKey, useMomentDraft } from './moment-draft.ts'
import { openMoments, reopenMoments, storeOpenMoments } from './open-moments.ts'
import { type Running, useRecorderStore } from './recorder-store.ts'

let stop = (): void => undefined
beforeEach(() => {
  window.localStorage.clear()
  stop = storeOpenMoments()
})
afterEach(() => {
  killPage()
  window.localStorage.clear()
})

const runs = (runningId: string): void =>
  useRecorderStore.setState({ running: { runningId } as unknown as Running })

/** Of a page that is killed only the browser's storage is left. */
function killPage(): void {
  stop()
  useMomentDraft.setState({ draft: null, earlier: [] })
  useRecorderStore.setState({ running: null })
}

function type(text: string): void {
  pressMomentKey(1_234, 'decision')
  changeDraft({ text })
}

describe('a moment that is being typed', () => {
  it('is open again where the recording of a killed page goes on', () => {
    runs('run1')
    type('the fee st')
    killPage()
    reopenMoments('run1')
    expect(useMomentDraft.getState()).toMatchObject({
      draft: { atMs: 1_234, kind: 'decision', text: 'the fee st' },
      earlier: [],
    })
  })

  it('is not stored once it was discarded, nor twice where the next part of a recording takes it over', () => {
    runs('run1')
    type('never mind')
    closeDraft()
    expect(openMoments.runningIds).toEqual([])
    type('the fee stays')
    runs('run2')
    expect(openMoments.runningIds).toEqual(['run2'])
  })

  it('is left to the recording when this ends, and is not of the next one', () => {
    runs('run1')
    type('the fee stays')
    useRecorderStore.setState({ running: null })
    closeDrafts()
    runs('run2')
    expect(openMoments.of('run1')).toMatchObject([{ text: 'the fee stays' }])
    expect(openMoments.of('run2')).toBeUndefined()
  })
})

describe('a recording that ended as its page was away', () => {
  const ended = (refusal: CallFailed | null = null) => {
    runs('run1')
    type('the fee stays')
    killPage()
    return fakeStudio({
      'recorder.result': () => ({ recordingId: 'rec1' }),
      'moments.set': () => {
        if (refusal !== null) throw refusal
        return {}
      },
    })
  }

  it('gets what was being typed, once', async () => {
    const studio = ended()
    await finishStoppedBefore(studio, null)
    await finishStoppedBefore(studio, null)
    const given = studio.asked.filter(({ name }) => name === 'moments.set')
    expect(given.map(({ input }) => input)).toMatchObject([
      { recordingId: 'rec1', moment: { kind: 'decision', atMs: 1_234, value: 'the fee stays' } },
    ])
  })

  it('gets it later if the studio is away; if it was deleted, nothing is asked again', async () => {
    const away = ended(new CallFailed({ code: 'connection.lost', message: 'away' }))
    await expect(finishStoppedBefore(away, null)).rejects.toThrow('away')
    expect(openMoments.of('run1')).toHaveLength(1)
    await finishStoppedBefore(ended(new CallFailed({ code: 'recording.unknown', message: 'gone' })), null)
    expect(openMoments.runningIds).toEqual([])
  })
})
