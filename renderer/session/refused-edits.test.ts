import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ErrorCode } from '#contracts/errors'
import type { Edit } from '#core/edits/edit'
import { replaceTextEdit } from '#core/edits/kinds/replace-text'
import { conversation } from '#core/edits/testing/samples'
import { CallFailed } from '../rpc/call-failed.ts'
import { textOfEdits } from './refused-edits.ts'
import { unsentEdits } from './unsent-edits.ts'
import { fakeStorage } from './testing/fake-storage.ts'
import { fakeStudio, type FakeStudio } from './testing/fake-studio.ts'
import { openTestSession, quiet, texts, typeText } from './testing/test-session.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a session whose edits are refused', () => {
  const refusing = (studio: FakeStudio, code: ErrorCode = 'call.bad-input') => {
    const client = studio.connect()
    const calls: number[] = []
    const call: typeof client.call = (name, input, options) => {
      const isBad = name === 'transcripts.edit' && JSON.stringify(input).includes('BAD')
      if (name === 'transcripts.edit') calls.push((input as { edits: unknown[] }).edits.length)
      return isBad
        ? Promise.reject(new CallFailed({ code, message: 'cannot be' }))
        : client.call(name, input, options)
    }
    return { client: { ...client, call }, calls }
  }

  it('sets that one aside, to be copied, and saves what came before and after', async () => {
    const studio = fakeStudio(conversation())
    const storage = fakeStorage()
    const { client } = refusing(studio)
    const session = await openTestSession(studio, 'a', client, unsentEdits(storage, 't'))
    typeText(session, 'p1', 'Who was here last night?')
    typeText(session, 'p1', 'Who was BAD here last night?')
    typeText(session, 'p3', 'That is what I think.')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(session.state.saved).toBe('saved')
    expect(session.sendError).toBeNull()
    expect(texts(studio.transcript)).toEqual([
      'Who was here last night?',
      'Nobody. They all went home.',
      'That is what I think.',
    ])
    expect(session.state.transcript).toEqual(studio.transcript)
    expect(session.refused.map(({ group, error }) => [textOfEdits(group.edits), error.message])).toEqual([
      ['Who was BAD here last night?', 'cannot be'],
    ])
    // Available to whoever opens the transcript next, and not sent again.
    session.close()
    const again = await openTestSession(studio, 'b', client, unsentEdits(storage, 't'))
    expect(again.refused).toEqual(session.refused)
    expect(again.state.saved).toBe('saved')
    again.dismissRefused(again.refused)
    expect(again.refused).toEqual([])
    expect(unsentEdits(storage, 't').refused()).toEqual([])
    expect(studio.log).toHaveLength(2)
  })

  it('sets aside what an earlier window left and is refused', async () => {
    const studio = fakeStudio(conversation())
    const storage = fakeStorage()
    const left = unsentEdits(storage, 't')
    const edit = (id: string, text: string): Edit =>
      replaceTextEdit(studio.transcript, { id, paragraphId: 'p1', text })
    left.put({ key: 'x.1', order: 1, edits: [edit('x1', 'BAD')], stepId: 'x1', baseNumber: 0 })
    left.put({ key: 'x.2', order: 2, edits: [edit('x2', 'Good.')], stepId: 'x2', baseNumber: 0 })
    const session = await openTestSession(studio, 'a', refusing(studio).client, unsentEdits(storage, 't'))
    await quiet()
    expect(texts(session.state.transcript)[0]).toBe('Good.')
    expect(session.refused).toHaveLength(1)
    expect(unsentEdits(storage, 't').left()).toEqual([])
  })

  it('tries again what a bug stopped, and sets it aside when it does so each time', async () => {
    const studio = fakeStudio(conversation())
    const { client, calls } = refusing(studio, 'internal')
    const session = await openTestSession(studio, 'a', client)
    typeText(session, 'p1', 'BAD')
    typeText(session, 'p3', 'Good.')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(session.refused).toHaveLength(1)
    expect(calls.length).toBeGreaterThan(3)
    expect(texts(studio.transcript)[2]).toBe('Good.')
    expect(session.state.saved).toBe('saved')
  })

  it('waits for a full disk instead', async () => {
    const studio = fakeStudio(conversation())
    const session = await openTestSession(studio, 'a', refusing(studio, 'disk.full').client)
    typeText(session, 'p1', 'BAD')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(session.refused).toEqual([])
    expect(session.state.saved).toBe('failed')
  })
})
