import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { conversation } from '#core/edits/testing/samples'
import { CallFailed } from '../rpc/call-failed.ts'
import type { StudioClient } from '../rpc/studio-client.ts'
import { fakeStorage } from './testing/fake-storage.ts'
import { type FakeStudio, fakeStudio } from './testing/fake-studio.ts'
import { openTestSession, quiet, texts, typeText } from './testing/test-session.ts'
import { unsentEdits } from './unsent-edits.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A page of a studio whose disk may be full. */
function onFullDisk(studio: FakeStudio): StudioClient & { isFull: boolean } {
  const page = studio.connect()
  return {
    ...page,
    isFull: false,
    call(name, input) {
      if (this.isFull && name === 'transcripts.edit') {
        return Promise.reject(new CallFailed({ code: 'disk.full', message: 'full' }))
      }
      return page.call(name, input)
    },
  }
}

describe('edits that an earlier window left', () => {
  it('are undone from the newest on, as if that window were still open', async () => {
    const studio = fakeStudio(conversation())
    const storage = fakeStorage()
    const page = onFullDisk(studio)
    const before = await openTestSession(studio, 'a', page, unsentEdits(storage, 't'))
    typeText(before, 'p1', 'First, saved.')
    await quiet()
    page.isFull = true
    typeText(before, 'p2', 'Second, not saved.')
    typeText(before, 'p3', 'Third, not saved.')
    await vi.advanceTimersByTimeAsync(1_000)
    const reloaded = await openTestSession(studio, 'b', page, unsentEdits(storage, 't'))
    expect(reloaded.state).toMatchObject({ undo: { stepId: 'a-5' }, saved: 'failed' })
    page.isFull = false
    const undone = reloaded.undo()
    await quiet()
    await undone
    expect(texts(studio.transcript)).toEqual([
      'First, saved.',
      'Second, not saved.',
      'That is what I thought.',
    ])
  })

  it('are shown once in the window that still has them', async () => {
    const studio = fakeStudio(conversation([]))
    const storage = fakeStorage()
    const mine = await openTestSession(studio, 'a', studio.connect(), unsentEdits(storage, 't'))
    const seen = new Set<string | undefined>()
    mine.subscribe(() => seen.add(texts(mine.state.transcript)[1]))
    typeText(mine, 'p2', 'Nobodyx. They all went home.')
    // A second window sends what it finds, as it cannot know that the first one still exists.
    const opening = openTestSession(studio, 'b', studio.connect(), unsentEdits(storage, 't'))
    await vi.advanceTimersByTimeAsync(20)
    typeText(mine, 'p2', (texts(mine.state.transcript)[1] ?? '').replace('. They', 'y. They'))
    await quiet()
    await opening
    expect([...seen]).toEqual(['Nobodyx. They all went home.', 'Nobodyxy. They all went home.'])
    expect(texts(studio.transcript)[1]).toBe('Nobodyxy. They all went home.')
    expect(unsentEdits(storage, 't').left()).toEqual([])
    expect(mine.state.saved).toBe('saved')
  })

  it('are shown once when the answer was lost and another window has written since', async () => {
    const studio = fakeStudio(conversation([]))
    let lost: 'back' | null = null
    const page = studio.connect(() => ({ thereMs: 1, backMs: 1, lost }))
    const mine = await openTestSession(studio, 'a', page)
    const other = await openTestSession(studio, 'b')
    const seen = new Set<string | undefined>()
    mine.subscribe(() => seen.add(texts(mine.state.transcript)[1]))
    lost = 'back'
    typeText(mine, 'p2', 'Nobodyx. They all went home.')
    await vi.advanceTimersByTimeAsync(300)
    lost = null
    typeText(other, 'p2', texts(other.state.transcript)[1]?.replace('home', 'hoome') ?? '')
    await quiet()
    expect(seen).not.toContain('Nobodyxx. They all went home.')
    expect(texts(studio.transcript)[1]).toBe('Nobodyx. They all went hoome.')
    expect(texts(mine.state.transcript)).toEqual(texts(studio.transcript))
  })
})
