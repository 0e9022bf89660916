import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { conversation } from '#core/edits/testing/samples'
import { unsentEdits } from './unsent-edits.ts'
import { fakeStorage } from './testing/fake-storage.ts'
import { fakeStudio, type Fate } from './testing/fake-studio.ts'
import { openTestSession, quiet, texts, typeText } from './testing/test-session.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a session that cannot send', () => {
  it('says that it is not saved while the studio cannot be reached, and sends all once it can', async () => {
    const studio = fakeStudio(conversation())
    let lost: Fate['lost'] = null
    const session = await openTestSession(
      studio,
      'a',
      studio.connect(() => ({ thereMs: 1, backMs: 1, lost })),
    )
    lost = 'back'
    typeText(session, 'p1', 'Kept once.')
    await vi.advanceTimersByTimeAsync(5_000)
    expect(session.state.saved).toBe('failed')
    expect(session.sendError?.code).toBe('connection.lost')
    lost = 'there'
    typeText(session, 'p2', 'Kept too.')
    await vi.advanceTimersByTimeAsync(5_000)
    lost = null
    await quiet()
    expect(session.state.saved).toBe('saved')
    expect(session.sendError).toBeNull()
    expect(texts(studio.transcript)).toEqual(['Kept once.', 'Kept too.', 'That is what I thought.'])
    expect(session.state.transcript).toEqual(studio.transcript)
    expect(studio.log).toHaveLength(2)
  })

  it('tells who waits for a flush or an undo that it failed', async () => {
    const studio = fakeStudio(conversation())
    let lost: Fate['lost'] = null
    const session = await openTestSession(
      studio,
      'a',
      studio.connect(() => ({ thereMs: 1, backMs: 1, lost })),
    )
    lost = 'there'
    typeText(session, 'p1', 'One')
    const waits = [session.flush(), session.undo()].map((wait) => wait.catch((error: unknown) => error))
    await vi.advanceTimersByTimeAsync(1_000)
    for (const wait of waits) expect(await wait).toMatchObject({ error: { code: 'connection.lost' } })
    lost = null
    await quiet()
    expect(texts(studio.transcript)[0]).toBe('One')
  })

  it('sends after a crash what was typed before it, once', async () => {
    const studio = fakeStudio(conversation())
    const storage = fakeStorage()
    const dead = studio.connect(() => ({ thereMs: 1, backMs: 1, lost: dying ? 'there' : null }))
    let dying = false
    const crashed = await openTestSession(studio, 'a', dead, unsentEdits(storage, 't'))
    dying = true
    typeText(crashed, 'p1', 'Typed before the crash.')
    expect(storage.length).toBe(1)
    const session = await openTestSession(studio, 'b', studio.connect(), unsentEdits(storage, 't'))
    expect(texts(session.state.transcript)[0]).toBe('Typed before the crash.')
    expect(storage.length).toBe(0)
    dying = false
    await quiet()
    expect(studio.log).toHaveLength(1)
    expect(crashed.state.transcript).toEqual(studio.transcript)
  })

  it('goes on where the page cannot keep anything', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const studio = fakeStudio(conversation())
    const storage = fakeStorage()
    storage.full = true
    const session = await openTestSession(studio, 'a', studio.connect(), unsentEdits(storage, 't'))
    typeText(session, 'p1', 'One')
    await quiet()
    expect(texts(studio.transcript)[0]).toBe('One')
    expect(warn).toHaveBeenCalledOnce()
  })

  it('sends what is left when it is closed', async () => {
    const studio = fakeStudio(conversation())
    const session = await openTestSession(studio, 'a')
    typeText(session, 'p1', 'One')
    session.close()
    await vi.advanceTimersByTimeAsync(50)
    expect(texts(studio.transcript)[0]).toBe('One')
  })
})
